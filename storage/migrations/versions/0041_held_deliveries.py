"""One index of the notices that wait for a shop that is closed or has a pause: both end by what the member does."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    op.drop_index("ix_deliveries_paused", "deliveries")
    held = sa.text("state = 'queued' AND (reason = 'paused' OR reason = 'closed')")
    op.create_index("ix_deliveries_held", "deliveries", ["address_id"], sqlite_where=held, postgresql_where=held)
