"""Tallies without an hour: a tally has no hour band where only a day, or a part of it, was told."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tallies") as tallies:
        tallies.alter_column("hour_band", existing_type=sa.String(), nullable=True)
