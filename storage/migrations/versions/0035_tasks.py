"""Tasks of incidents, meetings with their guests, and visits to the neighbours of incidents."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _tasks()
    _meetings()
    _guests()
    _visits()


def _tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("incident_id", ROW_ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_id", ROW_ID),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("is_public_space", sa.Boolean(), nullable=False),
        sa.Column("made_by", ROW_ID, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("reminded", sa.String(), nullable=False),
        sa.Column("is_doubted", sa.Boolean(), nullable=False),
        sa.Column("done_at", TIME),
        sa.Column("done_by", ROW_ID),
        sa.Column("evidence", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_tasks_incident_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["members.id"], name="fk_tasks_owner_id"),
        sa.ForeignKeyConstraint(["made_by"], ["members.id"], name="fk_tasks_made_by"),
        sa.ForeignKeyConstraint(["done_by"], ["members.id"], name="fk_tasks_done_by"),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tasks_owner_id_done_at", "tasks", ["owner_id", "done_at"])
    for name in ("incident_id", "made_by", "done_by", "due_on", "created_at"):
        op.create_index(f"ix_tasks_{name}", "tasks", [name])


def _meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("incident_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts_at", TIME, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("made_by", ROW_ID, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("cancelled_at", TIME),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_meetings_incident_id"),
        sa.ForeignKeyConstraint(["made_by"], ["members.id"], name="fk_meetings_made_by"),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sqlite_autoincrement=True,
    )
    for name in ("incident_id", "made_by", "starts_at"):
        op.create_index(f"ix_meetings_{name}", "meetings", [name])


def _guests() -> None:
    op.create_table(
        "meeting_guests",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("meeting_id", ROW_ID, nullable=False),
        sa.Column("member_id", ROW_ID, nullable=False),
        sa.Column("is_victim", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String()),
        sa.Column("answered_at", TIME),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_meeting_guests_meeting_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_meeting_guests_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting_guests"),
        sqlite_autoincrement=True,
    )
    both = ["meeting_id", "member_id"]
    op.create_index("ix_meeting_guests_meeting_id_member_id", "meeting_guests", both, unique=True)
    op.create_index("ix_meeting_guests_member_id", "meeting_guests", ["member_id"])


def _visits() -> None:
    op.create_table(
        "neighbour_visits",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("incident_id", ROW_ID, nullable=False),
        sa.Column("premises_id", ROW_ID, nullable=False),
        sa.Column("planned_on", sa.Date()),
        sa.Column("measures", sa.JSON(), nullable=False),
        sa.Column("visited_at", TIME),
        sa.Column("visited_by", ROW_ID),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_neighbour_visits_incident_id"),
        sa.ForeignKeyConstraint(["premises_id"], ["premises.id"], name="fk_neighbour_visits_premises_id"),
        sa.ForeignKeyConstraint(["visited_by"], ["members.id"], name="fk_neighbour_visits_visited_by"),
        sa.PrimaryKeyConstraint("id", name="pk_neighbour_visits"),
        sqlite_autoincrement=True,
    )
    both = ["incident_id", "premises_id"]
    op.create_index("ix_neighbour_visits_incident_id_premises_id", "neighbour_visits", both, unique=True)
    for name in ("premises_id", "visited_by", "created_at"):
        op.create_index(f"ix_neighbour_visits_{name}", "neighbour_visits", [name])
