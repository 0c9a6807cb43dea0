"""What is under way is found by the index of busy addresses; one of leases is one more to keep for each message."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_deliveries_claims", "deliveries")
