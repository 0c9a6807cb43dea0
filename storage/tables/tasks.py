"""Tables of what is done about an incident: tasks, meetings with their guests, and visits to its neighbours."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Text

from alerts.meeting import Answer, MeetingKind
from alerts.task import TaskReminder, TaskSource
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment

# `is_doubted`: a role of the owner ended since somebody looked at it.
tasks = entity(
    "tasks",
    link("incident_id", "incidents"),
    Column("title", Text, nullable=False),
    link("owner_id", "members", optional=True),
    Column("due_on", Date, nullable=False),
    Column("source", EnumText(TaskSource), nullable=False),
    Column("is_public_space", Boolean, nullable=False),
    link("made_by", "members"),
    moment("created_at"),
    Column("reminded", EnumText(TaskReminder), nullable=False),
    Column("is_doubted", Boolean, nullable=False),
    moment("done_at", optional=True),
    link("done_by", "members", optional=True),
    Column("evidence", Text),
    Column("version", Integer, nullable=False),
    Index(None, "incident_id"),
    Index(None, "owner_id", "done_at"),
    Index(None, "made_by"),
    Index(None, "done_by"),
    Index(None, "due_on"),
    Index(None, "created_at"),
)

meetings = entity(
    "meetings",
    link("incident_id", "incidents"),
    Column("kind", EnumText(MeetingKind), nullable=False),
    moment("starts_at"),
    Column("place", Text, nullable=False),
    Column("uid", String(36), nullable=False),
    Column("sequence", Integer, nullable=False),
    link("made_by", "members"),
    moment("created_at"),
    moment("cancelled_at", optional=True),
    Column("version", Integer, nullable=False),
    Index(None, "incident_id"),
    Index(None, "made_by"),
    Index(None, "starts_at"),
)

meeting_guests = entity(
    "meeting_guests",
    link("meeting_id", "meetings", ondelete="CASCADE"),
    link("member_id", "members"),
    Column("is_victim", Boolean, nullable=False),
    Column("answer", EnumText(Answer)),
    moment("answered_at", optional=True),
    Index(None, "meeting_id", "member_id", unique=True),
    Index(None, "member_id"),
)

# `measures` holds the keys of those that were agreed, sorted.
neighbour_visits = entity(
    "neighbour_visits",
    link("incident_id", "incidents"),
    link("premises_id", "premises"),
    Column("planned_on", Date),
    Column("measures", json(), nullable=False),
    moment("visited_at", optional=True),
    link("visited_by", "members", optional=True),
    moment("created_at"),
    Column("version", Integer, nullable=False),
    Index(None, "incident_id", "premises_id", unique=True),
    Index(None, "premises_id"),
    Index(None, "visited_by"),
    Index(None, "created_at"),
)
