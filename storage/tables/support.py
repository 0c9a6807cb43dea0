"""The table of the support register."""

from sqlalchemy import Column, Date, Index, Integer, String, UniqueConstraint

from storage.tables.columns import json
from storage.tables.schema import entity, link, moment

# Without a municipality the scheme is for the whole country; `standard` is the key of a scheme of the program in whose
# place it stands. `words` by language: name, purpose and audience; none: those of the program.
support_entries = entity(
    "support_entries",
    Column("municipality_id", String),
    Column("standard", String),
    Column("words", json()),
    Column("link", String, nullable=False),
    Column("source", String, nullable=False),
    Column("checked_on", Date, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("version", Integer, nullable=False),
    link("changed_by", "members"),
    moment("changed_at"),
    UniqueConstraint("standard"),
    Index(None, "municipality_id"),
)
