"""The table of example texts of municipalities."""

from sqlalchemy import Column, Integer, String

from alerts.alert import IncidentKind
from alerts.branch import Branch
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link

# Without a branch it is for any; words are by language.
example_texts = entity(
    "example_texts",
    Column("municipality_id", String, nullable=False),
    Column("kind", EnumText(IncidentKind), nullable=False),
    Column("branch", EnumText(Branch)),
    Column("words", json(), nullable=False),
    link("author_id", "members"),
    Column("version", Integer, nullable=False),
)
