"""Statements with lists of ids, which have another length each time."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from storage.database.transactions import Transaction
from storage.tables.columns import RowId

S = TypeVar("S", bound=sa.Executable)
Among = Callable[[sa.ColumnElement[Any], str], sa.ColumnElement[bool]]


class _Ids(sa.types.TypeDecorator[Any]):
    """Ids as the text of a JSON array."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: object) -> str | None:
        """Convert the list to JSON."""
        return None if value is None else str(list(value))


class ByIds(Generic[S]):
    """A statement that takes lists of ids, each list as one parameter.

    With a placeholder for each id, every length would be a statement of its own, to be prepared anew. PostgreSQL gets
    the list as an array, SQLite as JSON.
    """

    __slots__ = ("_in_file", "_on_server")

    def __init__(self, build: Callable[[Among], S]) -> None:
        """`build` is given a function that says that a column is among the ids in the parameter of this name."""
        self._in_file = build(_in_list)
        self._on_server = build(_in_array)

    def on(self, transaction: Transaction) -> S:
        """The statement in the form that this transaction's database takes."""
        return self._on_server if transaction.is_shared else self._in_file


def _in_list(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    return column.in_(sa.select(sa.column("value")).select_from(sa.func.json_each(sa.bindparam(name, type_=_Ids()))))


def _in_array(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    return column == sa.any_(sa.bindparam(name, type_=sa.ARRAY(RowId)))
