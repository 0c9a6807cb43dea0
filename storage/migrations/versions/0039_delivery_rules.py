"""What a member chose about the moment of notices: severities that wait for opening time, and a daily digest."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("at_opening", sa.String(), server_default="", nullable=False))
    op.add_column("members", sa.Column("digest_hour", sa.Integer()))
    op.add_column("members", sa.Column("most_singles", sa.Integer(), server_default="0", nullable=False))
    digest = sa.text("reason = 'digest'")
    op.create_index("ix_deliveries_digest", "deliveries", ["address_id"], sqlite_where=digest, postgresql_where=digest)
