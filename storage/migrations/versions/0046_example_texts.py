"""Texts of municipalities to begin a notice with, by kind of incident and branch."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0043"

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "example_texts",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("branch", sa.String()),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("author_id", ROW_ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name="fk_example_texts_author_id"),
        sa.PrimaryKeyConstraint("id", name="pk_example_texts"),
        sqlite_autoincrement=True,
    )
