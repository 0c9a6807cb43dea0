"""Questions and duplicates: when the reporter of a report was asked something and answered, and what a report is a
duplicate of."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("reports", table_kwargs={"sqlite_autoincrement": True}) as reports:
        for moment in ("asked_at", "answered_at"):
            reports.add_column(sa.Column(moment, sa.DateTime(timezone=True)))
        reports.add_column(sa.Column("main_id", ROW_ID))
        reports.create_foreign_key("fk_reports_main_id", "reports", ["main_id"], ["id"])
    where = sa.text("main_id IS NOT NULL")
    op.create_index("ix_reports_main_id", "reports", ["main_id"], sqlite_where=where, postgresql_where=where)
