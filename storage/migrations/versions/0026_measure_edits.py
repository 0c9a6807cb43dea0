"""Changes of the table of measures, for one branch each."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "measure_edits",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("replaces", sa.String()),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("against", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON()),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", ROW_ID, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["members.id"], name="fk_measure_edits_changed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_edits"),
        sa.UniqueConstraint("branch", "replaces", name="uq_measure_edits_branch_replaces"),
        sqlite_autoincrement=True,
    )
