"""The support register: subsidies, funds and help of a municipality, or for the whole country."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "support_entries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("municipality_id", sa.String()),
        sa.Column("standard", sa.String()),
        sa.Column("words", sa.JSON()),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", ROW_ID, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["members.id"], name="fk_support_entries_changed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_support_entries"),
        sa.UniqueConstraint("standard", name="uq_support_entries_standard"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_support_entries_municipality_id", "support_entries", ["municipality_id"])
