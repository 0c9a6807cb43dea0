"""Functions: as what others see who holds a role; who holds one already is shown as before."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("roles", "invites", "grant_requests"):
        op.add_column(table, sa.Column("function", sa.String()))
