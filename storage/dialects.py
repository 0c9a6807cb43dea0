"""What is one database's own: how it is opened, locked, kept clean, copied and checked; and how SQLite does it."""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import aiosqlite
from sqlalchemy import URL, Connection, Engine, NullPool, Table, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from alerts.errors import Conflict, NotFound, Unavailable
from storage.driver import OneTripConnection
from storage.presence import Alone, Presence

BUSY_TIMEOUT_MS = 5_000  # how long another process may hold the file
LONG_LOG_BYTES = 8 << 20
READERS = 4
_MODE = 0o600  # these files are about people

_PRAGMAS = (
    "synchronous=FULL",  # a commit survives a power cut
    "secure_delete=ON",  # what is erased is overwritten
    "temp_store=MEMORY",  # no copies in temporary files
    "cache_size=-8000",  # KiB, of each connection: the system keeps the file in memory as well
)
# In one go to the driver's thread. Without a timeout, so that no writer waits for a long reader.
_PATIENT = f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}"
_TRUNCATE = f"PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE); {_PATIENT}"


def insert(table: Table) -> postgresql.Insert:
    """An INSERT that can say `on_conflict_do_nothing` and `on_conflict_do_update`; SQLite uses the same words."""
    return postgresql.insert(table)


class Database(Protocol):
    """One database, of either kind. `name` is for people: where it is, without a password."""

    @property
    def name(self) -> str:
        """For messages."""

    def owned(self) -> AbstractContextManager[None]:
        """Keep other programs from changing the schema, where one process has the database to itself."""

    def writer(self) -> AsyncEngine:
        """One connection, whose transactions wait for those of every other process."""

    def reader(self) -> AsyncEngine:
        """READERS connections that cannot write; each transaction sees one moment."""

    def presence(self) -> Presence:
        """This process among those that run the bot on it."""

    def for_migration(self) -> AsyncEngine:
        """An engine of its own for a change of schema."""

    async def lock_schema(self, connection: AsyncConnection) -> None:
        """Nobody else runs on this schema until the transaction ends. Raises Conflict when somebody does."""

    def keep_old(self, revision: str) -> None:
        """Keep a copy of the old schema with its rows, where the program can make one."""

    async def broken_references(self, connection: AsyncConnection) -> list[str]:
        """Rows that refer to rows which are not there."""

    def has_long_log(self) -> bool:
        """Whether `truncate_log` would hold writers up unless `shorten_log` went first."""

    async def shorten_log(self, connection: AsyncConnection) -> None:
        """Do most of the work of `truncate_log`, beside any writer."""

    async def truncate_log(self, connection: AsyncConnection) -> bool:
        """Leave nothing of what was erased in a log; False to be asked again soon."""

    async def backup(self, to: Path) -> None:
        """A consistent copy in a new file, beside any writer. Raises Conflict when the file is there already."""

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """What the database's own checks find."""


class SqliteFile:
    """A database in a file, by whatever links it is reached. Raises NotFound when there is no such directory."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        if not self.path.parent.is_dir():
            raise NotFound(f"there is no directory {self.path.parent}")

    @property
    def name(self) -> str:
        """The file."""
        return str(self.path)

    @contextmanager
    def owned(self) -> Iterator[None]:
        """Be the one process that owns the file. Raises Conflict when another one does."""
        lock = os.open(f"{self.path}.lock", os.O_CREAT | os.O_RDWR, _MODE)
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Conflict(f"{self.path} is in use by another process (it holds {self.path}.lock)") from error
            yield
        finally:
            os.close(lock)

    def writer(self) -> AsyncEngine:
        """One connection, whose transactions take the write lock as they begin."""
        engine = self._engine("BEGIN IMMEDIATE", size=1)
        # No commit stops to empty the log by itself: see Engines.
        _on_connect(engine.sync_engine, "journal_mode=WAL", *_PRAGMAS, "foreign_keys=ON", "wal_autocheckpoint=0")
        return engine

    def reader(self) -> AsyncEngine:
        """Connections that cannot write; each transaction sees one moment."""
        engine = self._engine("BEGIN", size=READERS)
        _on_connect(engine.sync_engine, *_PRAGMAS, "query_only=ON")
        return engine

    @property
    def _url(self) -> URL:
        return URL.create("sqlite+aiosqlite", database=str(self.path))

    def _engine(self, begin: str, size: int) -> AsyncEngine:
        engine = create_async_engine(
            self._url,
            async_creator=self._connected,
            pool_size=size,
            max_overflow=0,
            pool_use_lifo=True,  # the one used last has the pages at hand, and the others need none
            pool_reset_on_return=None,  # a transaction ends before its connection is given back
            hide_parameters=True,
        )
        _on_begin(engine.sync_engine, begin)
        return engine

    async def _connected(self) -> aiosqlite.Connection:
        return await OneTripConnection(lambda: sqlite3.connect(self.path, **_CONNECT))

    def presence(self) -> Presence:
        """Who owns the file is alone with it."""
        return Alone()

    def for_migration(self) -> AsyncEngine:
        """An engine of its own for a change of schema: foreign keys are off before the transaction begins.

        With them on, a table that is rebuilt would take its children along.
        """
        self.path.touch(_MODE)
        engine = create_async_engine(self._url, connect_args=_CONNECT, poolclass=NullPool, hide_parameters=True)
        _on_connect(engine.sync_engine, "journal_mode=WAL", *_PRAGMAS, "foreign_keys=OFF")
        _on_begin(engine.sync_engine, "BEGIN IMMEDIATE")
        return engine

    def has_long_log(self) -> bool:
        """Whether a writer would feel it if the log were emptied now."""
        return self._log_bytes() > LONG_LOG_BYTES

    async def shorten_log(self, connection: AsyncConnection) -> None:
        """Move what is in the write-ahead log into the database, beside any writer and as far as readers allow."""
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        with suppress(sqlite3.OperationalError):  # a full disk: it is asked again
            await driver.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")

    async def lock_schema(self, _connection: AsyncConnection) -> None:
        """The transaction began with the write lock, and who runs on the file owns it."""

    def keep_old(self, revision: str) -> None:
        """A copy beside it, `FILE.REVISION.backup`."""
        self.copy(self.path.with_name(f"{self.path.name}.{revision}.backup"), may_replace=True)

    async def truncate_log(self, connection: AsyncConnection) -> bool:
        """Move the write-ahead log into the database and empty it; False while a reader is in the way."""
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        try:
            await driver.executescript(_TRUNCATE)
        except sqlite3.OperationalError:
            await driver.execute_fetchall(_PATIENT)
        return self._log_bytes() == 0

    def _log_bytes(self) -> int:
        log = self.path.with_name(f"{self.path.name}-wal")
        try:
            return log.stat().st_size
        except FileNotFoundError:
            return 0

    async def backup(self, to: Path) -> None:
        """A consistent copy in a new file, beside any writer. Raises Conflict when the file is there already."""
        await asyncio.to_thread(self.copy, to, may_replace=False)

    def copy(self, to: Path, *, may_replace: bool) -> None:
        """A consistent copy that is there whole or not at all."""
        with new_file(to, may_replace=may_replace) as part:
            try:
                with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                    connection.execute("VACUUM INTO ?", [str(part)])
                with part.open("rb") as file:
                    os.fsync(file.fileno())
            except (sqlite3.Error, OSError) as error:
                raise Unavailable(f"{to} cannot be written ({error})") from error

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """What SQLite's own checks find."""
        integrity = await connection.exec_driver_sql("PRAGMA integrity_check")
        found = [str(line) for line in integrity.scalars() if line != "ok"]
        return found + await self.broken_references(connection)

    async def broken_references(self, connection: AsyncConnection) -> list[str]:
        """As SQLite looks for them; foreign keys that are on keep them from coming about."""
        rows = await connection.exec_driver_sql("PRAGMA foreign_key_check")
        return [f"{row.table} row {row.rowid} refers to a missing row of {row.parent}" for row in rows]


@contextmanager
def new_file(to: Path, *, may_replace: bool = False) -> Iterator[Path]:
    """Where to write what is then there whole or not at all.

    Raises Conflict when there is such a file, NotFound when there is no such directory, Unavailable when nothing can be
    written there.
    """
    if to.exists() and not may_replace:
        raise Conflict(f"{to} exists already")
    part = to.with_name(f"{to.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(_MODE)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(f"there is no directory {to.parent}") from error
    except OSError as error:
        raise Unavailable(f"{to} cannot be written ({error.strerror})") from error
    try:
        yield part
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


# Without a level of its own the driver leaves the beginning of transactions to the events below.
_CONNECT: dict[str, Any] = {"isolation_level": None, "timeout": BUSY_TIMEOUT_MS / 1_000}


def _on_connect(engine: Engine, *pragmas: str) -> None:
    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _on_begin(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)
