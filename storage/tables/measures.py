"""The table of changes of measures."""

from sqlalchemy import Column, Integer, String, UniqueConstraint

from alerts.branch import Branch
from alerts.measure import MeasureSort
from storage.tables.columns import EnumText, json
from storage.tables.schema import entity, link, moment

# `replaces` is the key of a measure of the program; none is a measure more. `words` by language; none: left out.
# `against`: lists of values by MO field.
measure_edits = entity(
    "measure_edits",
    Column("branch", EnumText(Branch), nullable=False),
    Column("replaces", String),
    Column("sort", EnumText(MeasureSort), nullable=False),
    Column("against", json(), nullable=False),
    Column("words", json()),
    Column("source", String, nullable=False),
    Column("version", Integer, nullable=False),
    link("changed_by", "members"),
    moment("changed_at"),
    UniqueConstraint("branch", "replaces"),
)
