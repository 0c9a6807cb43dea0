"""Why the chat of a KVO group refused the last message for it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("kvo_groups", sa.Column("trouble", sa.String(), nullable=True))
