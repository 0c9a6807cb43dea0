"""Quiet hours of a member, and what waits for their end in the index of what waits as its reader chose."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0041"


def upgrade() -> None:
    op.add_column("members", sa.Column("quiet_hours", sa.Text()))
    op.drop_index("ix_deliveries_held", "deliveries")
    held = sa.text("state = 'queued' AND (reason = 'paused' OR reason = 'closed' OR reason = 'quiet')")
    op.create_index("ix_deliveries_held", "deliveries", ["address_id"], sqlite_where=held, postgresql_where=held)
