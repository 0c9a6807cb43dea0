"""Opening hours of a shop, and whether it is open on public holidays."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("premises", sa.Column("opening_hours", sa.Text()))
    op.add_column(
        "premises", sa.Column("open_on_holidays", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
