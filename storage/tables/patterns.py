"""Tables of patterns: what is compared of each report, and which reports were proposed as a pattern."""

from sqlalchemy import BigInteger, Column, Index, Integer

from alerts.patterns import DismissReason, PatternState
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment, table

# Values from closed lists only; place, shop, kind and people are those of the report. `cell` is the cube of 10 km in
# which it lies (`storage/alerts/patterns.py`).
sightings = table(
    "sightings",
    link("report_id", "reports", key=True, ondelete="CASCADE"),
    moment("at"),
    Column("cell", BigInteger, nullable=False),
    Column("told", json(), nullable=False),
    Index(None, "cell", "at"),
)

patterns = entity(
    "patterns",
    Column("state", EnumText(PatternState), nullable=False),
    moment("found_at"),
    moment("changed_at"),
    Column("version", Integer, nullable=False),
    Column("reason", EnumText(DismissReason)),
    link("dismissed_by", "members", optional=True),
    moment("dismissed_at", optional=True),
)

pattern_reports = table(
    "pattern_reports",
    link("pattern_id", "patterns", key=True, ondelete="CASCADE"),
    link("report_id", "reports", key=True, ondelete="CASCADE"),
    Index(None, "report_id"),
)
