"""Tables of the channels beside the chat: their queue, and the e-mail addresses of members."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Text, UniqueConstraint, text

from alerts.channel import ChannelView
from alerts.delivery import DeliveryState, OnUnknown
from alerts.mail import WhyInactive
from storage.tables.columns import EnumText
from storage.tables.schema import entity, link, moment, table

mail_addresses = table(
    "mail_addresses",
    link("member_id", "members", key=True),
    Column("address", String),  # none: it was taken away, and only the count of codes is left
    Column("token", String),
    moment("verified_at", optional=True),
    Column("why_inactive", EnumText(WhyInactive)),
    Column("on_unseen", Boolean, nullable=False),
    Column("code_hash", String(64)),
    moment("code_expires_at", optional=True),
    Column("tries", Integer, nullable=False),
    Column("codes", Integer, nullable=False),
    moment("codes_since", optional=True),
    UniqueConstraint("token"),
)

channel_deliveries = entity(
    "channel_deliveries",
    Column("effect_key", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("view", EnumText(ChannelView), nullable=False),
    link("member_id", "members", optional=True),
    link("alert_id", "alerts", optional=True),
    Column("revision_number", Integer, nullable=False),
    Column("state", EnumText(DeliveryState), nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", Text, nullable=False),
    moment("due_at"),
    moment("deadline"),
    Column("on_unknown", EnumText(OnUnknown), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_by", String),
    moment("lease_until", optional=True),
    moment("created_at"),
    moment("settled_at", optional=True),
    UniqueConstraint("effect_key"),
    Index(None, "alert_id", "member_id", "revision_number"),
    Index(None, "member_id"),
    Index(None, "created_at"),
)
_queued = text("state = 'queued'")
Index(
    "ix_channel_deliveries_queue",
    *(channel_deliveries.c[name] for name in ("channel", "due_at")),
    sqlite_where=_queued,
    postgresql_where=_queued,
)
_sending = text("state = 'sending'")
Index("ix_channel_deliveries_busy", channel_deliveries.c.lease_until, sqlite_where=_sending, postgresql_where=_sending)
