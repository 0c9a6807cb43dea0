"""Duty: rosters with their shifts and exceptions, calendar feeds, and the clocks of reports."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _rosters()
    _shifts()
    _changes()
    _feeds()
    _clocks()
    with op.batch_alter_table("municipalities") as municipalities:
        municipalities.add_column(sa.Column("report_minutes", sa.JSON(), server_default="{}", nullable=False))


def _rosters() -> None:
    op.create_table(
        "rosters",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("scope_kind", sa.String(), nullable=False),
        sa.Column("scope_first", sa.String(length=4)),
        sa.Column("scope_last", sa.String(length=4)),
        sa.Column("scope_name", sa.Text()),
        sa.Column("scope_municipality_id", sa.String()),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rosters"),
        sqlite_autoincrement=True,
    )


def _shifts() -> None:
    op.create_table(
        "shifts",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("roster_id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("deputy_id", ROW_ID),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date()),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["roster_id"], ["rosters.id"], name="fk_shifts_roster_id"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_shifts_member_id"),
        sa.ForeignKeyConstraint(["deputy_id"], ["members.id"], name="fk_shifts_deputy_id"),
        sa.PrimaryKeyConstraint("id", name="pk_shifts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_shifts_roster_id_first_on", "shifts", ["roster_id", "first_on"])
    op.create_index("ix_shifts_member_id", "shifts", ["member_id"])
    op.create_index("ix_shifts_deputy_id", "shifts", ["deputy_id"])


def _changes() -> None:
    op.create_table(
        "shift_changes",
        sa.Column("shift_id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("member_id", ROW_ID),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name="fk_shift_changes_shift_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_shift_changes_member_id"),
        sa.PrimaryKeyConstraint("shift_id", "day", name="pk_shift_changes"),
    )
    op.create_index("ix_shift_changes_member_id", "shift_changes", ["member_id"])


def _feeds() -> None:
    op.create_table(
        "roster_feeds",
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_roster_feeds_member_id"),
        sa.PrimaryKeyConstraint("member_id", name="pk_roster_feeds"),
        sa.UniqueConstraint("secret_hash", name="uq_roster_feeds_secret_hash"),
    )


def _clocks() -> None:
    op.create_table(
        "report_clocks",
        sa.Column("report_id", ROW_ID, nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("began_at", TIME, nullable=False),
        sa.Column("wait", sa.Integer(), nullable=False),
        sa.Column("pauses", sa.JSON(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_report_clocks_report_id"),
        sa.PrimaryKeyConstraint("report_id", name="pk_report_clocks"),
    )
    op.create_index("ix_report_clocks_due_at", "report_clocks", ["due_at"])
