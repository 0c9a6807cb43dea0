"""Tables of cascades: one for each confirmed incident, with the steps of its table and who was called."""

from sqlalchemy import Boolean, Column, Index, Integer

from alerts.cascade import Stage
from alerts.role import Function, Role
from storage.tables.columns import EnumText
from storage.tables.schema import link, moment, table

cascades = table(
    "cascades",
    link("incident_id", "incidents", key=True, ondelete="CASCADE"),
    moment("begun_at"),
    moment("due_at", optional=True),
    Column("told", Integer, nullable=False),
    moment("ended_at", optional=True),
    Index(None, "due_at"),
    Index(None, "begun_at"),
)

# The table of the municipality as it was when police confirmed; `after` is the place of an earlier step.
cascade_steps = table(
    "cascade_steps",
    link("incident_id", "incidents", key=True, ondelete="CASCADE"),
    Column("place", Integer, primary_key=True),
    Column("role", EnumText(Role), nullable=False),
    Column("function", EnumText(Function)),
    Column("after", Integer),
    Column("minutes", Integer, nullable=False),
    Column("only_p1", Boolean, nullable=False),
    Column("stage", EnumText(Stage), nullable=False),
    moment("at", optional=True),
    moment("called_at", optional=True),
)

cascade_calls = table(
    "cascade_calls",
    link("incident_id", "incidents", key=True, ondelete="CASCADE"),
    Column("place", Integer, primary_key=True),
    link("member_id", "members", key=True),
    Column("is_deputy", Boolean, nullable=False),
    moment("called_at"),
    moment("seen_at", optional=True),
    moment("taken_at", optional=True),
    Index(None, "member_id"),
)
