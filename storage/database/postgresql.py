"""PostgreSQL as a database: how it is opened, locked, copied and checked. Any number of processes may share one."""

import asyncio
import os
import shutil
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

import asyncpg
from sqlalchemy import Connection, NullPool, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from alerts.errors import Conflict, NotFound, Unavailable
from storage.database.database import READERS, new_file
from storage.database.leader_election import IDLE_SECONDS, LOCKS, SCHEMA, WRITE, ClusterMember, Membership
from storage.database.plan_cache import ANEW, KEPT, KEPT_SECONDS, PAUSE_SECONDS
from storage.database.server_address import ServerAddress

CONNECT_SECONDS = 10
# A process that stops in the middle of a transaction must not keep the others waiting: the server ends it.
IDLE_IN_TRANSACTION_MS = 10_000
SCHEMA_SECONDS = 20  # how long a start waits for another one that changes the schema

_LOCK_TIMEOUT = "55P03"
_DIALECT = "postgresql+asyncpg://"  # without an address: `_connector` passes that to each connection
# A server that vanished without a word is given up within some 20 seconds instead of hours.
_SILENCE = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 10),  # seconds
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 3),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
    (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", 20_000),  # milliseconds
)


class PostgresDatabase:
    """A database on a PostgreSQL server, 14 or newer, through asyncpg."""

    def __init__(self, address: ServerAddress) -> None:
        self._address = address

    @property
    def name(self) -> str:
        """The server and the database; other parts of an address may be secret."""
        return self._address.name

    @contextmanager
    def owned(self) -> Iterator[None]:
        """Do nothing: no process has a database on a server to itself."""
        yield

    def writer(self) -> AsyncEngine:
        """Make an engine of one connection, whose transactions queue behind those of every other process.

        As on SQLite, what a handler has read is still true when it writes. Each statement sees what is committed by
        then.
        """
        return _taking_turns(self._engine(1, "READ COMMITTED", ANEW), "lock")

    def reader(self) -> AsyncEngine:
        """Make an engine of connections that cannot write; each transaction sees one snapshot."""
        return self._engine(READERS, "REPEATABLE READ", ANEW, postgresql_readonly=True)

    def marker(self) -> AsyncEngine:
        """Make an engine of one connection, whose transactions run beside those of other processes' markers, and behind
        every writer."""
        return _planning_again(_taking_turns(self._engine(1, "READ COMMITTED", KEPT), "lock_shared"))

    def reader_of_marks(self) -> AsyncEngine:
        """Make an engine of one connection that cannot write, whose plans are kept."""
        return _planning_again(self._engine(1, "REPEATABLE READ", KEPT, postgresql_readonly=True))

    def _engine(self, size: int, isolation: str, plans: Mapping[str, str], **options: Any) -> AsyncEngine:
        timeout = f"{IDLE_IN_TRANSACTION_MS}ms"
        return create_async_engine(
            _DIALECT,
            async_creator=self._connector(**plans, idle_in_transaction_session_timeout=timeout),
            pool_size=size,
            max_overflow=0,
            pool_pre_ping=True,  # the server may have been restarted since
            pool_reset_on_return=None,  # a transaction ends before its connection is given back
            hide_parameters=True,
            execution_options={"isolation_level": isolation, **options},
        )

    def for_migration(self) -> AsyncEngine:
        """Make a separate engine for a change of schema."""
        creator = self._connector(**ANEW, lock_timeout=f"{SCHEMA_SECONDS}s")
        return create_async_engine(_DIALECT, async_creator=creator, poolclass=NullPool, hide_parameters=True)

    def _connector(self, **settings: str) -> Callable[[], Awaitable[asyncpg.Connection]]:
        """Make the function that opens each connection. Settings are sent once it is open: PgBouncer accepts only some
        of them at connecting."""
        address = self._address

        async def connect() -> asyncpg.Connection:
            connection = await asyncpg.connect(
                **address.for_driver(),
                timeout=address.connect_timeout or CONNECT_SECONDS,
                server_settings={"application_name": address.application_name},
            )
            try:
                _notice_silence(connection)
                await connection.execute("; ".join(f"SET {name} = '{value}'" for name, value in settings.items()))
            except BaseException:
                connection.terminate()
                raise
            return connection

        return connect

    def membership(self) -> Membership:
        """The membership of this process among those that run the bot on the database."""
        creator = self._connector(**ANEW, idle_session_timeout=f"{IDLE_SECONDS}s")
        options: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", "poolclass": NullPool, "hide_parameters": True}
        return ClusterMember(create_async_engine(_DIALECT, async_creator=creator, **options))

    async def lock_schema(self, connection: AsyncConnection) -> None:
        """Wait for another start that changes the schema. Raises Conflict when a process keeps running on it."""
        try:
            await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCKS}, {SCHEMA})")
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _LOCK_TIMEOUT:
                raise
            raise Conflict(f"{self.name} is in use by a process of an older version; stop it first") from error

    def keep_old(self, _revision: str) -> None:
        """Do nothing: a server has backups of its own, and a change of schema that fails leaves nothing behind."""

    def check_unknown(self) -> None:
        """Do nothing: an empty database on a server was created as one."""

    def settle(self) -> None:
        """Do nothing: an address leads to one database."""

    def check_there(self) -> None:
        """Do nothing: the server refuses a connection to a database that it does not have."""

    async def broken_references(self, _connection: AsyncConnection) -> list[str]:
        """Always empty: the server checks every reference, also while the schema changes."""
        return []

    def has_long_log(self) -> bool:
        """Always False: the server looks after its own log."""
        return False

    async def shorten_log(self, _connection: AsyncConnection) -> None:
        """Do nothing: the server looks after its own log."""

    async def truncate_log(self, _connection: AsyncConnection) -> bool:
        """Always True: what was erased leaves the server's files when the server vacuums and recycles its log."""
        return True

    def make_shrinkable(self) -> None:
        """Do nothing: the server looks after its own files (docs/operations.md)."""

    async def give_back(self, _connection: AsyncConnection) -> bool:
        """Always False: the server keeps free space and fills it again."""
        return False

    async def backup(self, to: Path) -> None:
        """Write a copy with pg_dump in its custom format, for pg_restore.

        Raises Conflict when the file exists, NotFound when there is no pg_dump, Unavailable when pg_dump fails.
        """
        program = shutil.which("pg_dump")
        if program is None:
            raise NotFound("there is no pg_dump here to copy the database with; install PostgreSQL's client programs")
        with new_file(to) as part:
            await self._dump(program, part)

    async def _dump(self, program: str, to: Path) -> None:
        dump = await asyncio.create_subprocess_exec(
            program,
            "--format=custom",
            f"--file={to}",
            "--no-password",
            env={**os.environ, **self._address.for_programs()},
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await dump.communicate()
        if dump.returncode:
            raise Unavailable(said.decode(errors="replace").strip())

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """List the indexes and constraints that are not valid, deliveries that refer to missing rows, and pages with a
        wrong checksum."""
        found = await connection.execute(text(_PROBLEMS))
        return [str(line) for line in found.scalars()]


_PROBLEMS = """
SELECT 'index ' || indexrelid::regclass || ' is not valid' FROM pg_index WHERE NOT indisvalid
UNION ALL
SELECT 'constraint ' || conname || ' is not valid' FROM pg_constraint WHERE NOT convalidated
UNION ALL
SELECT 'deliveries row ' || d.id || ' refers to a missing row' FROM deliveries d
LEFT JOIN addresses a ON a.id = d.address_id LEFT JOIN alerts n ON n.id = d.alert_id
LEFT JOIN revisions r ON r.id = d.revision_id
WHERE a.id IS NULL OR n.id IS NULL AND d.alert_id IS NOT NULL OR r.id IS NULL AND d.revision_id IS NOT NULL
UNION ALL
SELECT checksum_failures || ' pages with a wrong checksum' FROM pg_stat_database
WHERE datname = current_database() AND checksum_failures > 0
"""


def _taking_turns(engine: AsyncEngine, lock: str) -> AsyncEngine:
    """Let each transaction of this engine begin by waiting for the writers' lock."""

    @event.listens_for(engine.sync_engine, "begin")
    def wait_for_turn(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_{lock}({LOCKS}, {WRITE})")

    return engine


def _planning_again(engine: AsyncEngine) -> AsyncEngine:
    """Let this engine keep its plans for KEPT_SECONDS, and not over a pause: a table may have grown meanwhile.

    To be applied after `_taking_turns`: waiting for another writer is a pause, too.
    """

    @event.listens_for(engine.sync_engine, "begin")
    def forget_plans(connection: Connection) -> None:
        now = monotonic()
        is_old = connection.info.setdefault("planned_at", now) + KEPT_SECONDS <= now
        if is_old or connection.info.get("ended_at", now) + PAUSE_SECONDS <= now:
            connection.info["planned_at"] = now
            connection.exec_driver_sql("DISCARD PLANS")

    @event.listens_for(engine.sync_engine, "commit")
    @event.listens_for(engine.sync_engine, "rollback")
    def note_end(connection: Connection) -> None:
        connection.info["ended_at"] = monotonic()

    return engine


def _notice_silence(connection: asyncpg.Connection) -> None:
    """Where the system can, let the kernel ask a silent server whether it is still there."""
    transport = getattr(connection, "_transport", None)
    made = transport.get_extra_info("socket") if transport is not None else None
    if made is None or made.family == socket.AF_UNIX:
        return
    for level, name, value in _SILENCE:
        if (option := getattr(socket, name, None)) is not None:
            with suppress(OSError):
                made.setsockopt(level, option, value)
