"""Tables of alerts, what is sent of them, and reports."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String, Text, UniqueConstraint, text

from alerts.alert import AlertState, ApprovalKind, Decision, IncidentKind, RevisionKind
from alerts.branch import Branch
from alerts.delivery import DeliveryState, OnUnknown, Operation, Priority, WaitsFor
from alerts.dry_run import Ring
from alerts.opening_hours import Shift
from alerts.report import Outcome, ReportKind, ReportState, ReportStep, Signal
from alerts.role import ScopeKind
from alerts.severity import Severity
from alerts.tlp import Tlp
from storage.tables.columns import Content, EnumText, Key, json
from storage.tables.schema import entity, link, moment, place, table

# `content` is what the alert says; what targeting and lists query is repeated in columns.
alerts = entity(
    "alerts",
    Column("number", String),
    Column("state", EnumText(AlertState), nullable=False),
    Column("version", Integer, nullable=False),
    link("author_id", "members"),
    Column("content", Content, nullable=False),
    Column("kind", EnumText(IncidentKind), nullable=False),
    Column("severity", EnumText(Severity), nullable=False),
    Column("tlp", EnumText(Tlp), nullable=False),
    Column("is_drill", Boolean, nullable=False),
    *place(),
    Column("reach_m", BigInteger, nullable=False),
    link("area_id", "areas", optional=True),
    link("kvo_group_id", "kvo_groups", optional=True),
    # The municipality, range of postcodes or country that it reaches instead of a circle.
    Column("region_kind", EnumText(ScopeKind)),
    Column("region_first", String(4)),
    Column("region_last", String(4)),
    Column("region_municipality_id", String),
    link("incident_id", "incidents", optional=True),
    moment("until"),
    moment("created_at"),
    moment("sent_at", optional=True),
    # When those who had not seen it were reminded, which is done once.
    moment("reminded_at", optional=True),
    moment("ended_at", optional=True),
    moment("emptied_at", optional=True),
    UniqueConstraint("number"),
    Index(None, "state", "until"),
    Index(None, "author_id"),
)

_on_incident = alerts.c.incident_id.is_not(None)
Index(None, alerts.c.incident_id, sqlite_where=_on_incident, postgresql_where=_on_incident)

alert_branches = table(
    "alert_branches",
    link("alert_id", "alerts", key=True, ondelete="CASCADE"),
    Column("branch", EnumText(Branch), primary_key=True),
)

counters = table(
    "counters",
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

approvals = entity(
    "approvals",
    link("alert_id", "alerts"),
    Column("alert_version", Integer, nullable=False),
    Column("kind", EnumText(ApprovalKind), nullable=False),
    link("requested_by", "members"),
    moment("requested_at"),
    Column("reason", Text),
    Column("grounds", Text),
    Column("decision", EnumText(Decision)),
    link("decided_by", "members", optional=True),
    moment("decided_at", optional=True),
    Column("comment", Text),
    # The text to approve: the first one, or a change of a live alert with the content that it would then have.
    Column("revision_kind", EnumText(RevisionKind), nullable=False),
    Column("content", Content),
    moment("reminded_at", optional=True),
    moment("escalated_at", optional=True),
    link("reviewed_by", "members", optional=True),
    moment("reviewed_at", optional=True),
    Column("objection", Text),
    link("template_id", "alert_templates", optional=True),
    UniqueConstraint("alert_id", "alert_version"),
)
_unreviewed = text("reviewed_at IS NULL AND kind IN ('sole_on_duty', 'by_deputy', 'closing', 'held_tip')")
Index("ix_approvals_unreviewed", approvals.c.id, sqlite_where=_unreviewed, postgresql_where=_unreviewed)

revisions = entity(
    "revisions",
    link("alert_id", "alerts"),
    Column("number", Integer, nullable=False),
    Column("kind", EnumText(RevisionKind), nullable=False),
    Column("content", Content, nullable=False),
    Column("alert_number", String, nullable=False),
    link("approval_id", "approvals"),
    link("author_id", "members"),
    moment("created_at"),
    UniqueConstraint("alert_id", "number"),
)

alert_templates = entity(
    "alert_templates",
    Column("content", Content, nullable=False),
    link("author_id", "members"),
    moment("created_at"),
    link("approved_by", "members", optional=True),
    moment("approved_at", optional=True),
    Column("grounds", Text),
    moment("ends_at"),
    Column("version", Integer, nullable=False),
)

deliveries = entity(
    "deliveries",
    Column("effect_key", Key, nullable=False),
    link("address_id", "addresses", only_file=True),
    Column("operation", EnumText(Operation), nullable=False),
    Column("notice_view", String),
    Column("notice_fields", json()),
    link("alert_id", "alerts", optional=True, only_file=True),
    link("revision_id", "revisions", optional=True, only_file=True),
    Column("revision_number", Integer),
    # Square metres, or FARTHEST: databases disagree about where an index keeps NULL.
    Column("distance_sq", BigInteger, nullable=False),
    Column("priority", EnumText(Priority), nullable=False),
    Column("state", EnumText(DeliveryState), nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", Text, nullable=False),
    moment("due_at"),
    Column("waits_for", EnumText(WaitsFor), nullable=False, server_default=WaitsFor.NOTHING.value),
    moment("deadline"),
    Column("on_unknown", EnumText(OnUnknown), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_by", String),
    moment("lease_until", optional=True),
    link("target_id", "deliveries", optional=True, ondelete="SET NULL"),
    Column("message_ref", String),
    Column("chat_ref", String),
    moment("created_at"),
    moment("settled_at", optional=True),
    UniqueConstraint("effect_key"),
    Index(None, "alert_id", "address_id", "revision_number"),
    # For counting. The reason comes before the state so that no other query uses this index: none asks for a reason.
    Index(None, "alert_id", "reason", "state", "revision_id"),
)
FARTHEST = 1 << 62
# The index of the queue, in the order of claims: only ready rows. The other indexes find rows that wait, by their time
# and in their chat, and which chats have a delivery under way (`storage/outbox/queue.py`).
_ready = text("state = 'queued' AND waits_for = 'nothing'")
Index(
    "ix_deliveries_queue",
    *(deliveries.c[name] for name in ("priority", "distance_sq", "id")),
    sqlite_where=_ready,
    postgresql_where=_ready,
)
_queued = text("state = 'queued'")
Index("ix_deliveries_due", deliveries.c.due_at, sqlite_where=_queued, postgresql_where=_queued)
_waiting = text("state = 'queued' AND waits_for <> 'nothing'")
Index(
    "ix_deliveries_waiting",
    *(deliveries.c[name] for name in ("priority", "due_at")),
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)
_for_chat = text("state = 'queued' AND waits_for = 'chat'")
Index(
    "ix_deliveries_for_chat",
    *(deliveries.c[name] for name in ("address_id", "priority", "distance_sq", "id")),
    sqlite_where=_for_chat,
    postgresql_where=_for_chat,
)
_held = text("state = 'queued' AND (reason = 'paused' OR reason = 'closed' OR reason = 'quiet')")
Index("ix_deliveries_held", deliveries.c.address_id, sqlite_where=_held, postgresql_where=_held)
_for_digest = text("reason = 'digest'")
Index("ix_deliveries_digest", deliveries.c.address_id, sqlite_where=_for_digest, postgresql_where=_for_digest)
_sending = text("state = 'sending'")
Index("ix_deliveries_busy", deliveries.c.address_id, sqlite_where=_sending, postgresql_where=_sending)

_changes = deliveries.c.target_id.is_not(None)
# For the check of references when a row is deleted.
Index(None, deliveries.c.target_id, sqlite_where=_changes, postgresql_where=_changes)

# The counts that are left of deliveries and of Gelezen after their retention.
delivery_counts = table(
    "delivery_counts",
    link("alert_id", "alerts", key=True),
    link("revision_id", "revisions", key=True),
    Column("is_chat", Boolean, primary_key=True),
    Column("state", EnumText(DeliveryState), primary_key=True),
    Column("reason", String, primary_key=True),
    Column("count", Integer, nullable=False),
)

seen_counts = entity(
    "seen_counts",
    link("alert_id", "alerts"),
    link("chat_id", "addresses", optional=True),
    Column("count", Integer, nullable=False),
    Index(None, "alert_id"),
)

# Alerts of which something was settled, held back or seen since they were last counted.
recounts = table("recounts", link("alert_id", "alerts", key=True))

seen = table(
    "seen",
    link("alert_id", "alerts", key=True),
    link("member_id", "members", key=True),
    # The group's chat in which Gelezen was pressed; none for a private chat.
    link("chat_id", "addresses", optional=True),
    moment("at"),
    # In which the member's nearest shop lies; none for whom the text did not come in private.
    Column("ring", EnumText(Ring)),
)

# Pictures of a notice that Telegram has: by what they show, the id under which it sends them again.
sent_pictures = table(
    "sent_pictures",
    link("alert_id", "alerts", key=True),
    Column("key", String, primary_key=True),
    Column("ref", String, nullable=False),
    moment("created_at"),
)

# What shops did after a notice, in a shift; not who tapped.
acknowledgements = table(
    "acknowledgements",
    link("alert_id", "alerts", key=True),
    link("premises_id", "premises", key=True),
    Column("day", Date, primary_key=True),
    Column("shift", EnumText(Shift), primary_key=True),
    Column("ring", EnumText(Ring), nullable=False),
    Column("measures", json(), nullable=False),
    Index(None, "premises_id"),
)

# `content` is what was reported, except the signals, which have a table of their own.
reports = entity(
    "reports",
    Column("number", String),
    Column("kind", EnumText(ReportKind), nullable=False),
    Column("state", EnumText(ReportState), nullable=False),
    link("member_id", "members", optional=True),
    link("premises_id", "premises", optional=True),
    *place(),
    moment("occurred_at", optional=True),
    Column("content", json(), nullable=False),
    Column("is_confirmed", Boolean, nullable=False),
    link("incident_id", "incidents", optional=True),
    link("alert_id", "alerts", optional=True),
    moment("created_at"),
    link("taken_by", "members", optional=True),
    moment("taken_at", optional=True),
    moment("asked_at", optional=True),
    moment("answered_at", optional=True),
    moment("closed_at", optional=True),
    Column("outcome", EnumText(Outcome)),
    link("main_id", "reports", optional=True),
    Column("version", Integer, nullable=False),
    moment("emptied_at", optional=True),
    UniqueConstraint("number"),
    Index(None, "state"),
    Index(None, "member_id"),
    Index(None, "created_at"),
)

_drafted = reports.c.alert_id.is_not(None)
Index(None, reports.c.alert_id, sqlite_where=_drafted, postgresql_where=_drafted)

_of_incident = reports.c.incident_id.is_not(None)
Index(None, reports.c.incident_id, sqlite_where=_of_incident, postgresql_where=_of_incident)

_follows = reports.c.main_id.is_not(None)
Index(None, reports.c.main_id, sqlite_where=_follows, postgresql_where=_follows)

report_signals = table(
    "report_signals",
    link("report_id", "reports", key=True, ondelete="CASCADE"),
    Column("signal", EnumText(Signal), primary_key=True),
)

report_events = entity(
    "report_events",
    link("report_id", "reports", ondelete="CASCADE"),
    Column("kind", EnumText(ReportStep), nullable=False),
    link("actor_id", "members", optional=True),
    moment("at"),
    Column("comment", Text),
    Index(None, "report_id"),
)
