"""Shops are found by name, by branch and among the sign-ups, and reports by their alert; names compare by bytes."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

DRAFTED = sa.text("alert_id IS NOT NULL")
OPEN = sa.text("closed_at IS NULL")
UNVERIFIED = sa.text("closed_at IS NULL AND verified_at IS NULL")


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE premises ALTER COLUMN name_key TYPE TEXT COLLATE "C"')
    for name, columns, which in (
        ("ix_premises_name_key_pc4_branch", ["name_key", "pc4", "branch"], OPEN),
        ("ix_premises_branch_pc4", ["branch", "pc4"], OPEN),
        ("ix_premises_unverified", ["pc4"], UNVERIFIED),
    ):
        op.create_index(name, "premises", columns, sqlite_where=which, postgresql_where=which)
    op.create_index("ix_reports_alert_id", "reports", ["alert_id"], sqlite_where=DRAFTED, postgresql_where=DRAFTED)
