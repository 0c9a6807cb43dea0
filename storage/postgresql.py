"""How PostgreSQL is opened, locked, copied and checked. Any number of processes may share one database."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, NullPool, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from alerts.errors import Conflict, NotFound, Unavailable
from storage.dialects import READERS, new_file
from storage.locks import LOCKS, SCHEMA, WRITE
from storage.presence import IDLE_SECONDS, AmongOthers, Presence

CONNECT_SECONDS = 10
# A process that stops in the middle of a transaction must not keep the others waiting: the server ends it.
IDLE_IN_TRANSACTION_MS = 10_000
SCHEMA_SECONDS = 20  # how long a start waits for another one that changes the schema

_LOCK_TIMEOUT = "55P03"


class PostgresDatabase:
    """A database on a server, 14 or newer, by asyncpg."""

    def __init__(self, url: URL) -> None:
        self._url = url.set(drivername="postgresql+asyncpg")

    @property
    def name(self) -> str:
        """Server and database; what else a URL holds may be secret."""
        return f"{self._url.host or 'localhost'}/{self._url.database}"

    @contextmanager
    def owned(self) -> Iterator[None]:
        """Nobody has it to himself."""
        yield

    def writer(self) -> AsyncEngine:
        """One connection, whose transactions queue behind those of every other process.

        As on SQLite: what a handler has read is still so when it writes. Each statement sees what is committed by then.
        """
        engine = self._engine(1, "READ COMMITTED")

        @event.listens_for(engine.sync_engine, "begin")
        def wait_for_turn(connection: Connection) -> None:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCKS}, {WRITE})")

        return engine

    def reader(self) -> AsyncEngine:
        """Connections that cannot write; each transaction sees one moment."""
        return self._engine(READERS, "REPEATABLE READ", postgresql_readonly=True)

    def _engine(self, size: int, isolation: str, **options: Any) -> AsyncEngine:
        return create_async_engine(
            self._url,
            connect_args=_connect_args(idle_in_transaction_session_timeout=str(IDLE_IN_TRANSACTION_MS)),
            pool_size=size,
            max_overflow=0,
            pool_pre_ping=True,  # the server may have been restarted since
            pool_reset_on_return=None,  # a transaction ends before its connection is given back
            hide_parameters=True,
            execution_options={"isolation_level": isolation, **options},
        )

    def for_migration(self) -> AsyncEngine:
        """An engine of its own for a change of schema."""
        args = _connect_args(lock_timeout=f"{SCHEMA_SECONDS}s")
        return create_async_engine(self._url, connect_args=args, poolclass=NullPool, hide_parameters=True)

    def presence(self) -> Presence:
        """One of those that run the bot on it."""
        args = _connect_args(idle_session_timeout=f"{IDLE_SECONDS}s")
        options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", "poolclass": NullPool, "hide_parameters": True}
        return AmongOthers(create_async_engine(self._url, connect_args=args, **options))

    async def lock_schema(self, connection: AsyncConnection) -> None:
        """Wait for another start that changes it. Raises Conflict when a process keeps running on it."""
        try:
            await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCKS}, {SCHEMA})")
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _LOCK_TIMEOUT:
                raise
            raise Conflict(f"{self.name} is in use by a process of an older version; stop it first") from error

    def keep_old(self, _revision: str) -> None:
        """A server has backups of its own, and a change of schema that fails leaves nothing behind."""

    async def broken_references(self, _connection: AsyncConnection) -> list[str]:
        """None: the server checks every reference, also while the schema changes."""
        return []

    def has_long_log(self) -> bool:
        """The server looks after its own log."""
        return False

    async def shorten_log(self, _connection: AsyncConnection) -> None:
        """Nothing to do."""

    async def truncate_log(self, _connection: AsyncConnection) -> bool:
        """What was erased leaves the server's files when it vacuums and recycles its log."""
        return True

    async def backup(self, to: Path) -> None:
        """What pg_dump writes in its custom format, for pg_restore.

        Raises Conflict when the file is there already, NotFound when there is no pg_dump, Unavailable when it fails.
        """
        program = shutil.which("pg_dump")
        if program is None:
            raise NotFound("there is no pg_dump here to copy the database with; install PostgreSQL's client programs")
        with new_file(to) as part:
            await self._dump(program, part)

    async def _dump(self, program: str, to: Path) -> None:
        url = self._url
        given = {
            "PGHOST": url.host or url.query.get("host"),
            "PGPORT": url.port,
            "PGUSER": url.username,
            "PGPASSWORD": url.password,
            "PGDATABASE": url.database,
            "PGSSLMODE": url.query.get("ssl"),
        }
        environment = {**os.environ, **{name: str(value) for name, value in given.items() if value}}
        dump = await asyncio.create_subprocess_exec(
            program,
            "--format=custom",
            f"--file={to}",
            "--no-password",
            env=environment,  # where nobody else can read the password
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await dump.communicate()
        if dump.returncode:
            raise Unavailable(said.decode(errors="replace").strip())

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """Indexes and references that the server says are not whole, and pages whose checksum was wrong."""
        found = await connection.execute(text(_PROBLEMS))
        return [str(line) for line in found.scalars()]


_PROBLEMS = """
SELECT 'index ' || indexrelid::regclass || ' is not valid' FROM pg_index WHERE NOT indisvalid
UNION ALL
SELECT 'constraint ' || conname || ' is not valid' FROM pg_constraint WHERE NOT convalidated
UNION ALL
SELECT checksum_failures || ' pages with a wrong checksum' FROM pg_stat_database
WHERE datname = current_database() AND checksum_failures > 0
"""


def _connect_args(**settings: str) -> dict[str, Any]:
    # Statements are planned for a few rows of a large table; compiling them takes longer than running them.
    return {"timeout": CONNECT_SECONDS, "server_settings": {"application_name": "wees-alert", "jit": "off", **settings}}
