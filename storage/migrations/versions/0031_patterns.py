"""Patterns: what is compared of each report, and which reports were proposed as a pattern."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sightings",
        sa.Column("report_id", _ROW_ID, nullable=False),
        sa.Column("at", _UTC, nullable=False),
        sa.Column("cell", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_sightings"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_sightings_report_id", ondelete="CASCADE"),
    )
    op.create_index("ix_sightings_cell_at", "sightings", ["cell", "at"])
    op.create_table(
        "patterns",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("found_at", _UTC, nullable=False),
        sa.Column("changed_at", _UTC, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("dismissed_by", _ROW_ID, nullable=True),
        sa.Column("dismissed_at", _UTC, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_patterns"),
        sa.ForeignKeyConstraint(["dismissed_by"], ["members.id"], name="fk_patterns_dismissed_by"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pattern_reports",
        sa.Column("pattern_id", _ROW_ID, nullable=False),
        sa.Column("report_id", _ROW_ID, nullable=False),
        sa.PrimaryKeyConstraint("pattern_id", "report_id", name="pk_pattern_reports"),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["patterns.id"], name="fk_pattern_reports_pattern_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_pattern_reports_report_id", ondelete="CASCADE"),
    )
    op.create_index("ix_pattern_reports_report_id", "pattern_reports", ["report_id"])
