"""SQLite as a database: one file with its write-ahead log, opened, locked, kept clean, copied and checked."""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from alerts.errors import Conflict, NotFound, Trouble, Unavailable
from storage.database.database import FILE_MODE, READERS, new_file
from storage.database.free_space import give_back, make_shrinkable
from storage.database.leader_election import Membership, SingleProcess
from storage.database.sqlite_driver import AT_ONCE, BUSY_TIMEOUT_MS, PATIENTLY, OneTripConnection

LONG_LOG_BYTES = 8 << 20

_PRAGMAS = (
    "synchronous=FULL",  # a commit survives a power cut
    "secure_delete=ON",  # what is erased is overwritten
    "temp_store=MEMORY",  # no copies in temporary files
    "cache_size=-8000",  # KiB, of each connection: the system keeps the file in memory as well
)
# One script, so one trip to the driver's thread. Without a timeout, so that no writer waits for a long reader.
_TRUNCATE = f"{AT_ONCE}; PRAGMA wal_checkpoint(TRUNCATE); {PATIENTLY}"


class SqliteFile:
    """A database in a file; links to it are followed. Raises NotFound when there is no such directory."""

    def __init__(self, path: Path) -> None:
        self._opened: tuple[int, int] | None = None  # device and inode
        with _told(path):
            self.path = path.resolve()
            if not self.path.parent.is_dir():
                raise NotFound(f"there is no directory {self.path.parent}")

    @property
    def name(self) -> str:
        """The path of the file."""
        return str(self.path)

    def check(self) -> None:
        """Check that this user can have a database at this path. Raises Unavailable when not."""
        with _told(self.path):
            self._check()
            if not self._has_content():
                self.check_unknown()

    def _check(self) -> None:
        if self.path.exists() and not self.path.is_file():
            what = "is a directory" if self.path.is_dir() else "is not an ordinary file"
            raise Unavailable(f"{self.path} {what}; name a file", Trouble.FORBIDDEN)
        for place, rights in ((self.path.parent, os.W_OK | os.X_OK), (self.path, os.R_OK | os.W_OK)):
            if place.exists() and not _may(place, rights):
                what = "the directory " if place.is_dir() else ""
                raise Unavailable(f"{what}{place} may not be written to by this user", Trouble.FORBIDDEN)

    def _has_content(self) -> bool:
        return self.path.exists() and self.path.stat().st_size > 0  # a log without its file is of no use to SQLite

    @property
    def _known(self) -> Path:
        """The path of a mark beside the file, which says that there was a database here."""
        return self.path.with_name(f"{self.path.name}.known")

    def check_unknown(self) -> None:
        """Check that there is no mark of an earlier database. Raises Unavailable when there is."""
        if self._known.exists():
            raise Unavailable(
                f"there was a database at {self.path}, and now there is none: put it back from a backup, or remove"
                f" {self._known} to begin with an empty one",
                Trouble.GONE,
            )

    def settle(self) -> None:
        """Remember which file was opened, and put the mark beside it."""
        with _told(self.path):
            found = self.path.stat()
            self._known.touch(FILE_MODE)
        self._opened = found.st_dev, found.st_ino

    def check_there(self) -> None:
        """Check that the opened file is still in place. Raises Unavailable when it is gone or was replaced."""
        if self._opened is None:
            return
        try:
            found = self.path.stat()
        except OSError:
            what = "is not there any more"
        else:
            if (found.st_dev, found.st_ino) == self._opened:
                return
            what = "is another file than the one that was opened"
        raise Unavailable(f"{self.path} {what}: stop the bot, put its file back, and start it again", Trouble.GONE)

    @contextmanager
    def owned(self) -> Iterator[None]:
        """Hold the lock of the one process that owns the file. Raises Conflict when another one holds it."""
        self.check()
        with _told(self.path):
            lock = os.open(f"{self.path}.lock", os.O_CREAT | os.O_RDWR, FILE_MODE)
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Conflict(f"{self.path} is in use by another process (it holds {self.path}.lock)") from error
            yield
        finally:
            os.close(lock)

    def writer(self) -> AsyncEngine:
        """Make an engine of one connection, whose transactions take the write lock as they begin."""
        engine = create_async_engine(self._url, async_creator=self._connected, pool_size=1, **_POOL)
        _as_writer(engine.sync_engine)
        return engine

    def reader(self) -> AsyncEngine:
        """Make an engine of connections that cannot write; each transaction sees one snapshot."""
        engine = create_async_engine(self._url, async_creator=self._connected, pool_size=READERS, **_POOL)
        _as_reader(engine.sync_engine)
        return engine

    def marker(self) -> Engine:
        """Make an engine of one connection, as the writer's, that runs its statements on the event loop, and waits for
        no other process unless it is told to."""
        engine = create_engine("sqlite://", creator=self._connected_inline, poolclass=QueuePool, pool_size=1, **_POOL)
        _as_writer(engine)
        _on_connect(engine, AT_ONCE.removeprefix("PRAGMA "))
        return engine

    def reader_of_marks(self) -> Engine:
        """Make an engine of connections, as the readers', that run their statements on the event loop."""
        engine = create_engine(
            "sqlite://", creator=self._connected_inline, poolclass=QueuePool, pool_size=READERS, **_POOL
        )
        _as_reader(engine)
        return engine

    @property
    def _url(self) -> URL:
        return URL.create("sqlite+aiosqlite", database=str(self.path))

    async def _connected(self) -> aiosqlite.Connection:
        return await OneTripConnection(self._connected_inline)

    def _connected_inline(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = sqlite3.connect(self.path, check_same_thread=False, **_CONNECT)
        return connection

    def membership(self) -> Membership:
        """The membership of the only process: whoever owns the file."""
        return SingleProcess(self.check_there)

    def for_migration(self) -> AsyncEngine:
        """Make a separate engine for a change of schema: foreign keys are off before the transaction begins.

        With them on, rebuilding a table would delete the rows that refer to it.
        """
        self.check()
        with _told(self.path):
            self.path.touch(FILE_MODE)
        engine = create_async_engine(self._url, connect_args=_CONNECT, poolclass=NullPool, hide_parameters=True)
        _on_connect(engine.sync_engine, "auto_vacuum=INCREMENTAL", "journal_mode=WAL", *_PRAGMAS, "foreign_keys=OFF")
        _on_begin(engine.sync_engine, "BEGIN IMMEDIATE")
        return engine

    def has_long_log(self) -> bool:
        """Whether emptying the log now would hold writers up."""
        return self._log_bytes() > LONG_LOG_BYTES

    async def shorten_log(self, connection: AsyncConnection) -> None:
        """Move what is in the write-ahead log into the database, beside any writer and as far as readers allow."""
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        with suppress(sqlite3.OperationalError):  # a full disk: the caller tries again
            await driver.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")

    async def lock_schema(self, _connection: AsyncConnection) -> None:
        """Do nothing: the transaction began with the write lock, and the process that runs on the file owns it."""

    def keep_old(self, revision: str) -> None:
        """Copy the database to `FILE.REVISION.backup` beside it."""
        self.copy(self.path.with_name(f"{self.path.name}.{revision}.backup"), may_replace=True)

    def make_shrinkable(self) -> None:
        """Rebuild a file that cannot give pages back (`storage.database.free_space`)."""
        make_shrinkable(self.path)

    async def give_back(self, connection: AsyncConnection) -> bool:
        """Return some free pages to the disk, if there are many; return whether there are more
        (`storage.database.free_space`)."""
        return await give_back((await connection.get_raw_connection()).driver_connection)

    async def truncate_log(self, connection: AsyncConnection) -> bool:
        """Move the write-ahead log into the database and empty it; False while a reader is in the way."""
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        try:
            await driver.executescript(_TRUNCATE)
        except sqlite3.OperationalError:
            await driver.execute_fetchall(PATIENTLY)
        return self._log_bytes() == 0

    def _log_bytes(self) -> int:
        log = self.path.with_name(f"{self.path.name}-wal")
        try:
            return log.stat().st_size
        except FileNotFoundError:
            return 0

    async def backup(self, to: Path) -> None:
        """Write a consistent copy to a new file, beside any writer. Raises Conflict when the file exists."""
        self.check_there()
        await asyncio.to_thread(self.copy, to, may_replace=False)

    def copy(self, to: Path, *, may_replace: bool) -> None:
        """Write a consistent copy of the database; it is there whole or not at all."""
        with new_file(to, may_replace=may_replace) as part:
            try:
                with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                    connection.execute("VACUUM INTO ?", [str(part)])
                with part.open("rb") as file:
                    os.fsync(file.fileno())
            except (sqlite3.Error, OSError) as error:
                raise Unavailable(f"{to} cannot be written ({error})") from error

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """Run SQLite's integrity check and its check of references; return what they find."""
        integrity = await connection.exec_driver_sql("PRAGMA integrity_check")
        found = [str(line) for line in integrity.scalars() if line != "ok"]
        return found + await self.broken_references(connection)

    async def broken_references(self, connection: AsyncConnection) -> list[str]:
        """List the references to missing rows; with foreign keys on they cannot come about."""
        rows = await connection.exec_driver_sql("PRAGMA foreign_key_check")
        return [f"{row.table} row {row.rowid} refers to a missing row of {row.parent}" for row in rows]


def _may(place: Path, rights: int) -> bool:
    return os.access(place, rights, effective_ids=os.access in os.supports_effective_ids)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(f"{path} cannot be opened ({error.strerror})", Trouble.FORBIDDEN) from error


_POOL: dict[str, Any] = {
    "max_overflow": 0,
    "pool_use_lifo": True,  # the connection used last has the pages in its cache, and the others need none
    "pool_reset_on_return": None,  # a transaction ends before its connection is given back
    "hide_parameters": True,
}
# Without an isolation level the driver begins no transactions: the events below do.
_CONNECT: dict[str, Any] = {"isolation_level": None, "timeout": BUSY_TIMEOUT_MS / 1_000}


def _as_writer(engine: Engine) -> None:
    # No commit checkpoints the log by itself: Engines does.
    _on_connect(engine, "journal_mode=WAL", *_PRAGMAS, "foreign_keys=ON", "wal_autocheckpoint=0")
    _on_begin(engine, "BEGIN IMMEDIATE")


def _as_reader(engine: Engine) -> None:
    _on_connect(engine, *_PRAGMAS, "query_only=ON")
    _on_begin(engine, "BEGIN")


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
        driver = connection.connection.driver_connection
        if isinstance(driver, OneTripConnection):
            driver.begin(statement)
        else:
            connection.exec_driver_sql(statement)
