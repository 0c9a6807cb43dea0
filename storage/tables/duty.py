"""Tables of duty: rosters with their shifts and exceptions, calendar feeds, and the clocks of reports."""

from sqlalchemy import Column, Date, Index, Integer, String, Text, UniqueConstraint

from alerts.report_clock import Stage
from alerts.role import ScopeKind
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment, table

# Only the scopes in which reports are seen: a range of postcodes, a municipality, or the country.
rosters = entity(
    "rosters",
    Column("scope_kind", EnumText(ScopeKind), nullable=False),
    Column("scope_first", String(4)),
    Column("scope_last", String(4)),
    Column("scope_name", Text),
    Column("scope_municipality_id", String),
    moment("created_at"),
)

# `begins` and `ends` are minutes since local midnight; `every` counts weeks, 0 for a shift on one day.
shifts = entity(
    "shifts",
    link("roster_id", "rosters"),
    link("member_id", "members"),
    link("deputy_id", "members", optional=True),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date),
    Column("every", Integer, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    moment("created_at"),
    Column("version", Integer, nullable=False),
    Index(None, "roster_id", "first_on"),
    Index(None, "member_id"),
    Index(None, "deputy_id"),
)

# Without a member the shift is cancelled on that day.
shift_changes = table(
    "shift_changes",
    link("shift_id", "shifts", key=True, ondelete="CASCADE"),
    Column("day", Date, primary_key=True),
    link("member_id", "members", optional=True),
    Index(None, "member_id"),
)

roster_feeds = table(
    "roster_feeds",
    link("member_id", "members", key=True),
    Column("secret_hash", String(64), nullable=False),
    moment("created_at"),
    UniqueConstraint("secret_hash"),
)

# `wait` is in seconds; `pauses` holds pairs of moments, of which the last may have no end yet.
report_clocks = table(
    "report_clocks",
    link("report_id", "reports", key=True),
    Column("stage", EnumText(Stage), nullable=False),
    moment("began_at"),
    Column("wait", Integer, nullable=False),
    Column("pauses", json(), nullable=False),
    moment("due_at"),
    Index(None, "due_at"),
)
