"""Tables of work in progress: updates, dialogues, kept forms, closed chats and facts."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Text, UniqueConstraint, text

from alerts.member import Language
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment, table

updates = entity(
    "updates",
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", String, nullable=False),
    Column("body", Text),
    Column("state", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    moment("received_at"),
    moment("settled_at", optional=True),
    UniqueConstraint("bot_id", "update_id"),
)
_pending = text("state = 'pending'")
Index("ix_updates_lanes", updates.c.lane, updates.c.id, sqlite_where=_pending, postgresql_where=_pending)
_limited = text("state = 'limited'")
Index("ix_updates_limited", updates.c.received_at, sqlite_where=_limited, postgresql_where=_limited)

# An erased dialogue is an empty row without a form. Deleting it would make SQLite move its neighbours, whose drafts
# then stay behind in their old place, outside the reach of secure_delete.
dialogues = entity(
    "dialogues",
    Column("chat_ref", String, nullable=False),
    Column("person_ref", String, nullable=False),
    Column("topic", Integer, nullable=False),
    Column("form", String),
    Column("step", String),
    Column("draft", json()),
    Column("trail", json()),
    Column("version", Integer, nullable=False),
    Column("prompt_due", Boolean, nullable=False),
    Column("prompt_message", String),
    moment("expires_at", optional=True),
    Column("language", EnumText(Language), nullable=False),
)
_under_way = text("form IS NOT NULL")
Index(
    "ix_dialogues_key",
    *(dialogues.c[name] for name in ("chat_ref", "person_ref", "topic")),
    unique=True,
    sqlite_where=_under_way,
    postgresql_where=_under_way,
)

# A kept form that was taken back has no draft any more, and stays as an empty row for the same reason.
kept_forms = entity(
    "kept_forms",
    link("member_id", "members"),
    Column("form", String, nullable=False),
    Column("draft", json()),
    moment("kept_at"),
    Index(None, "member_id"),
)

closures = table(
    "closures",
    Column("ref", String, primary_key=True),
    moment("until"),
)

facts = table(
    "facts",
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
