"""Texts of outcomes: a municipality's own words for what a reporter reads at the end, with their history."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "outcome_texts",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("kind", sa.String()),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("author_id", ROW_ID, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name="fk_outcome_texts_author_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outcome_texts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outcome_texts_municipality_id_outcome", "outcome_texts", ["municipality_id", "outcome"])
