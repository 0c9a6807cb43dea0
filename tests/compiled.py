"""A cache of compiled statements for a test process: each test has engines of its own, which would compile them
anew."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_compiled: dict[Any, Any] = {}


class _Alike:
    """A dialect that equals the others of its class, because all engines here are opened with the same settings."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Give a new engine the shared cache of compiled statements."""
        engine.update_execution_options(compiled_cache=_compiled)


class Sqlite(_Alike, SQLiteDialect_aiosqlite):
    """The dialect of SQLite."""

    supports_statement_cache = True


class InlineSqlite(_Alike, SQLiteDialect_pysqlite):
    """The dialect of SQLite whose statements run on the event loop."""

    supports_statement_cache = True


class Postgresql(_Alike, PGDialect_asyncpg):
    """The dialect of PostgreSQL."""

    supports_statement_cache = True


def compile_once() -> None:
    """Share compiled statements among all engines that are made from now on."""
    registry.register("sqlite.aiosqlite", __name__, "Sqlite")
    registry.register("sqlite", __name__, "InlineSqlite")
    registry.register("postgresql.asyncpg", __name__, "Postgresql")
