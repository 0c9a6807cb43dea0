"""Cascades: who was called for an incident by which step, and a table of steps for a municipality."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("municipalities") as municipalities:
        municipalities.add_column(sa.Column("cascade_table", sa.JSON(), server_default="[]", nullable=False))
    op.create_table(
        "cascades",
        _incident(),
        sa.Column("begun_at", TIME, nullable=False),
        sa.Column("due_at", TIME),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("ended_at", TIME),
        _of_incident("cascades"),
        sa.PrimaryKeyConstraint("incident_id", name="pk_cascades"),
    )
    for name in ("begun_at", "due_at"):
        op.create_index(f"ix_cascades_{name}", "cascades", [name])
    _steps()
    _calls()


def _steps() -> None:
    op.create_table(
        "cascade_steps",
        _incident(),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("function", sa.String()),
        sa.Column("after", sa.Integer()),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("only_p1", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("at", TIME),
        sa.Column("called_at", TIME),
        _of_incident("cascade_steps"),
        sa.PrimaryKeyConstraint("incident_id", "place", name="pk_cascade_steps"),
    )


def _calls() -> None:
    op.create_table(
        "cascade_calls",
        _incident(),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("is_deputy", sa.Boolean(), nullable=False),
        sa.Column("called_at", TIME, nullable=False),
        sa.Column("seen_at", TIME),
        sa.Column("taken_at", TIME),
        _of_incident("cascade_calls"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_cascade_calls_member_id"),
        sa.PrimaryKeyConstraint("incident_id", "place", "member_id", name="pk_cascade_calls"),
    )
    op.create_index("ix_cascade_calls_member_id", "cascade_calls", ["member_id"])


def _incident() -> sa.Column[int]:
    return sa.Column("incident_id", ROW_ID, nullable=False)


def _of_incident(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_incident_id"
    return sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name=name, ondelete="CASCADE")
