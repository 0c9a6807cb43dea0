"""The measured databases: SQLite in a file, or PostgreSQL on a server that the benchmark starts itself."""

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import asyncpg
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from tests.postgres import PostgresServer, find_programs, running_server

# A durable server (fsync on, the default) with as much memory as an operator would give it.
_DURABLE = ("timezone=UTC", "shared_buffers=512MB", "max_wal_size=4GB", "max_connections=60")


class Database(Protocol):
    """A database that can be seeded, measured and read beside the program."""

    @property
    def folder(self) -> Path:
        """The working directory of the program that uses the database."""

    @property
    def url(self) -> str:
        """The value of the program's database setting."""

    def engine(self) -> AsyncEngine:
        """Make an engine beside the program's; the caller disposes of it."""

    async def load(self, connection: AsyncConnection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert many rows into a table; each row is in the order of its columns."""

    async def settle(self) -> None:
        """Do the maintenance that a database does by itself some time after a bulk load."""

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Run a query beside the program; `$1` stands for the value."""

    def watched(self, query: str, values: Sequence[object]) -> Iterator[tuple[float, list[Any]]]:
        """Run a query repeatedly on one connection: yields the rows and the moment (monotonic) before each run."""


class Databases(Protocol):
    """Creates the databases of a benchmark."""

    def new(self, name: str) -> Database:
        """Create an empty database."""

    def copy(self, database: Database, name: str) -> Database:
        """Copy a database to another name; nobody may be using the original."""


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """An SQLite database in a file."""

    path: Path

    @property
    def folder(self) -> Path:
        """The file's folder."""
        return self.path.parent

    @property
    def url(self) -> str:
        """The URL with the file's path."""
        return f"sqlite:///{self.path}"

    def engine(self) -> AsyncEngine:
        """Make an aiosqlite engine."""
        return create_async_engine(f"sqlite+aiosqlite:///{self.path}")

    async def load(self, connection: AsyncConnection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert the rows in one statement."""
        await connection.exec_driver_sql("PRAGMA cache_size=-400000")
        values = ", ".join("?" * len(table.columns))
        await connection.exec_driver_sql(f"INSERT INTO {table.name} VALUES ({values})", list(rows))  # noqa: S608

    async def settle(self) -> None:
        """Do nothing: SQLite needs no maintenance here."""

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Run the query on a read-only connection."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute(query.replace("$1", "?"), values).fetchall()

    def watched(self, query: str, values: Sequence[object]) -> Iterator[tuple[float, list[Any]]]:
        """Run the query repeatedly on a read-only connection."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)) as connection:
            while True:
                at = time.monotonic()
                yield at, connection.execute(query.replace("$1", "?"), values).fetchall()


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """A database on a PostgreSQL server."""

    server: PostgresServer
    name: str
    folder: Path

    @property
    def url(self) -> str:
        """The URL with the database's name."""
        return self.server.url(self.name)

    def engine(self) -> AsyncEngine:
        """Make an asyncpg engine."""
        return create_async_engine(self.url.replace("postgresql:", "postgresql+asyncpg:"))

    async def load(self, connection: AsyncConnection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Load the rows by COPY."""
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.copy_records_to_table(table.name, records=rows)

    async def settle(self) -> None:
        """Move the id sequences past the loaded ids, run VACUUM ANALYZE, and make a checkpoint, so that the write-ahead
        log reuses files, as on every server that has been running for a while."""
        engine = self.engine().execution_options(isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.exec_driver_sql(_NUMBERS)
            await connection.exec_driver_sql("VACUUM ANALYZE")
            await connection.exec_driver_sql("CHECKPOINT")
        await engine.dispose()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Run the query on a connection of its own."""
        _, found = next(self.watched(query, values))
        return found

    def watched(self, query: str, values: Sequence[object]) -> Iterator[tuple[float, list[Any]]]:
        """Run the query repeatedly on a connection of its own."""
        with asyncio.Runner() as runner:
            connection = runner.run(_connected(self.url))
            try:
                while True:
                    at = time.monotonic()
                    yield at, [tuple(row) for row in runner.run(connection.fetch(query, *values))]
            finally:
                connection.terminate()


async def _connected(url: str) -> asyncpg.Connection:
    return await asyncpg.connect(url)


_NUMBERS = """
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT table_name AS name, pg_get_serial_sequence(table_name, 'id') AS numbers
        FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id'
    LOOP
        IF one.numbers IS NOT NULL THEN
            EXECUTE format('SELECT setval(%L, (SELECT coalesce(max(id), 0) + 1 FROM %I))', one.numbers, one.name);
        END IF;
    END LOOP;
END $$
"""


@dataclass(frozen=True, slots=True)
class SqliteFiles:
    """SQLite databases in a folder."""

    folder: Path

    def new(self, name: str) -> Database:
        """Name a database; its file is created when it is first opened."""
        return SqliteFile(self.folder / f"{name}.db")

    def copy(self, database: Database, name: str) -> Database:
        """Copy the file."""
        copied = SqliteFile(self.folder / f"{name}.db")
        shutil.copy(database.url.removeprefix("sqlite:///"), copied.path)
        return copied


@dataclass(frozen=True, slots=True)
class PostgresDatabases:
    """Databases on one PostgreSQL server."""

    server: PostgresServer
    folder: Path

    def new(self, name: str) -> Database:
        """Create an empty database, replacing one of that name."""
        asyncio.run(self._make(name, "template0"))
        return PostgresDatabase(self.server, f"bench_{name}", self.folder)

    def copy(self, database: Database, name: str) -> Database:
        """Copy a database on the server, by using it as a template."""
        assert isinstance(database, PostgresDatabase), "one of these"
        asyncio.run(self._make(name, database.name))
        return PostgresDatabase(self.server, f"bench_{name}", self.folder)

    async def _make(self, name: str, template: str) -> None:
        await self.server.execute(f"DROP DATABASE IF EXISTS bench_{name} WITH (FORCE)")
        await self.server.execute(f"CREATE DATABASE bench_{name} TEMPLATE {template}")


@contextmanager
def postgres_databases(folder: Path) -> Iterator[PostgresDatabases | None]:
    """Start a PostgreSQL server for the benchmark; yields None if its programs are not installed."""
    programs = find_programs()
    if programs is None:
        yield None
        return
    with running_server(programs, _DURABLE) as server:
        yield PostgresDatabases(server, folder)
