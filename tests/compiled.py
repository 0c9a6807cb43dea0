"""Statements that are compiled once per test process: engines of their own, one per test, would each compile anew."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

_compiled: dict[Any, Any] = {}


class _Alike:
    """A dialect that is equal to the others of its class, as all engines here are opened alike."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Look here for what is compiled."""
        engine.update_execution_options(compiled_cache=_compiled)


class Sqlite(_Alike, SQLiteDialect_aiosqlite):
    """SQLite's."""

    supports_statement_cache = True


class Postgresql(_Alike, PGDialect_asyncpg):
    """PostgreSQL's."""

    supports_statement_cache = True


def compile_once() -> None:
    """For all engines that are made from now on."""
    registry.register("sqlite.aiosqlite", __name__, "Sqlite")
    registry.register("postgresql.asyncpg", __name__, "Postgresql")
