"""Tables of tallies: what is left to count of reports and notices, and of which each was made while that is known; and
what was counted after each notice."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, UniqueConstraint, text

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.report import Signal
from alerts.tally import HourBand, TallyOutcome, TallySubject
from storage.tables.columns import EnumSet, EnumText, RowId, json
from storage.tables.schema import link, moment, table

# The id is random: ids that count up would tell the order in which reports were closed, and so which tally is whose.
tallies = table(
    "tallies",
    Column("id", RowId, primary_key=True, autoincrement=False),
    Column("subject", EnumText(TallySubject), nullable=False),
    Column("day", Date, nullable=False),
    Column("hour_band", EnumText(HourBand)),
    Column("kind", EnumText(IncidentKind), nullable=False),
    Column("outcome", EnumText(TallyOutcome), nullable=False),
    Column("branches", EnumSet(Branch), nullable=False),
    Column("pc4", String(4)),
    Column("municipality_id", String),
    link("kvo_group_id", "kvo_groups", optional=True),
    Column("persons", String),
    Column("weapon", String),
    Column("loot_type", String),
    Column("approach", String),
    Column("exit_mode", String),
    Column("signals", EnumSet(Signal), nullable=False),
    Column("answered_in_time", Boolean),
    Column("is_satisfied", Boolean),
    Index(None, "subject", "day"),
)

# By which a tally is mended. A row goes when its report or notice is emptied, or when who reported is erased.
tally_sources = table(
    "tally_sources",
    Column("subject", EnumText(TallySubject), primary_key=True),
    Column("source_id", RowId, primary_key=True, autoincrement=False),
    Column("tally_id", RowId, ForeignKey("tallies.id", ondelete="CASCADE"), nullable=False),
    UniqueConstraint("tally_id"),
)

# When the days after a notice are over, and what was counted in them (no small numbers; none: not yet, or not counted).
notice_effects = table(
    "notice_effects",
    link("alert_id", "alerts", key=True),
    moment("due_at"),
    moment("settled_at", optional=True),
    Column("counted", json()),
)
_expected = text("settled_at IS NULL")
Index("ix_notice_effects_due", notice_effects.c.due_at, sqlite_where=_expected, postgresql_where=_expected)
