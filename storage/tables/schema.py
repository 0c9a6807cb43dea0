"""The metadata that all tables share, and the columns that many of them have."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Constraint,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    String,
    Table,
)
from sqlalchemy.schema import SchemaItem

from storage.tables.columns import RowId, Utc

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def entity(name: str, *items: SchemaItem) -> Table:
    """A table whose ids are never used twice, so that an old button cannot mean a new thing."""
    return Table(name, metadata, Column("id", RowId, primary_key=True), *items, sqlite_autoincrement=True)


def table(name: str, *items: SchemaItem) -> Table:
    """A table without an id of its own."""
    return Table(name, metadata, *items)


def moment(name: str, *, optional: bool = False) -> Column[object]:
    """A column with a time, in UTC."""
    return Column(name, Utc, nullable=optional)


def link(
    name: str,
    to: str,
    *,
    optional: bool = False,
    key: bool = False,
    ondelete: str | None = None,
    only_file: bool = False,
) -> Column[int]:
    """A column that refers to the id of another table; `key` makes it part of the primary key.

    `only_file`: SQLite checks it and PostgreSQL does not (decision 103 of docs/decisions/).
    """
    reference = ForeignKey(f"{to}.id", ondelete=ondelete, info={"only_file": only_file})
    return Column(name, reference, nullable=optional, primary_key=key)


def is_checked_by_server(constraint: Constraint) -> bool:
    """Whether PostgreSQL has this constraint, too."""
    if not isinstance(constraint, ForeignKeyConstraint):
        return True
    return not any(one.info.get("only_file") for one in constraint.elements)


def place() -> tuple[SchemaItem, ...]:
    """Columns of a place: PC4, PC6, a point in whole metres, and the municipality that somebody chose, each
    optional."""
    return (Column("pc4", String(4)), Column("pc6", String(6)), *point(), Column("municipality_id", String))


def point(*, optional: bool = True) -> tuple[SchemaItem, ...]:
    """Columns of a point in whole metres, all present or all absent. 64 bits, because their differences are squared."""
    columns = tuple(Column(axis, BigInteger, nullable=optional) for axis in "xyz")
    if not optional:
        return columns
    return (*columns, CheckConstraint("(x IS NULL) = (y IS NULL) AND (x IS NULL) = (z IS NULL)", name="whole_point"))
