"""The metadata that all tables share, and the columns that many of them have."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, MetaData, String, Table
from sqlalchemy.schema import SchemaItem

from storage.columns import RowId, Utc

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
    """A time, UTC."""
    return Column(name, Utc, nullable=optional)


def link(name: str, to: str, *, optional: bool = False, key: bool = False, ondelete: str | None = None) -> Column[int]:
    """A reference to the id of another table; `key` makes it part of the primary key."""
    return Column(name, ForeignKey(f"{to}.id", ondelete=ondelete), nullable=optional, primary_key=key)


def place() -> tuple[SchemaItem, ...]:
    """PC4, PC6 and a point in whole metres, each optional."""
    return (Column("pc4", String(4)), Column("pc6", String(6)), *point())


def point(*, optional: bool = True) -> tuple[SchemaItem, ...]:
    """A point in whole metres, whole or absent. 64 bits, because their differences are squared."""
    columns = tuple(Column(axis, BigInteger, nullable=optional) for axis in "xyz")
    if not optional:
        return columns
    return (*columns, CheckConstraint("(x IS NULL) = (y IS NULL) AND (x IS NULL) = (z IS NULL)", name="whole_point"))
