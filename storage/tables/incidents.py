"""Tables of incidents: the one place of a robbery's reports, notices, cascade, tasks and aftercare."""

from sqlalchemy import Column, Index, Integer, String, Text, UniqueConstraint

from alerts.alert import IncidentKind
from alerts.incident import IncidentState, IncidentStep
from storage.tables.columns import EnumText
from storage.tables.schema import entity, link, moment, place

incidents = entity(
    "incidents",
    Column("number", String),
    Column("kind", EnumText(IncidentKind), nullable=False),
    Column("state", EnumText(IncidentState), nullable=False),
    link("premises_id", "premises", optional=True),
    *place(),
    moment("occurred_at", optional=True),
    moment("created_at"),
    moment("confirmed_at", optional=True),
    moment("closed_at", optional=True),
    # Since when drafts on it wait, because a notice on it was retracted.
    moment("frozen_at", optional=True),
    link("main_id", "incidents", optional=True),
    Column("version", Integer, nullable=False),
    moment("emptied_at", optional=True),
    UniqueConstraint("number"),
    Index(None, "state", "id"),
    Index(None, "created_at"),
    Index(None, "main_id"),
)

incident_events = entity(
    "incident_events",
    link("incident_id", "incidents", ondelete="CASCADE"),
    Column("kind", EnumText(IncidentStep), nullable=False),
    link("actor_id", "members", optional=True),
    moment("at"),
    Column("comment", Text),
    Index(None, "incident_id"),
    Index(None, "actor_id"),
)
