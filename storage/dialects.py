"""What is one database's own: how a file is opened, locked, kept clean, copied and checked. SQLite, for now."""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, Table, create_engine, event, make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from alerts.errors import Conflict, NotFound

BUSY_TIMEOUT_MS = 5_000  # how long another process may hold the file
LONG_LOG_BYTES = 1 << 20
READERS = 4
_MODE = 0o600  # these files are about people

_PRAGMAS = (
    "synchronous=FULL",  # a commit survives a power cut
    "secure_delete=ON",  # what is erased is overwritten
    "temp_store=MEMORY",  # no copies in temporary files
    "cache_size=-32000",  # KiB
)
# In one go to the driver's thread. Without a timeout, so that no writer waits for a long reader.
_PATIENT = f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}"
_TRUNCATE = f"PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE); {_PATIENT}"


def insert(table: Table) -> sqlite.Insert:
    """An INSERT that can say `on_conflict_do_nothing` and `on_conflict_do_update`; PostgreSQL's has both too."""
    return sqlite.insert(table)


class SqliteFile:
    """A database in a file. Raises ValueError for a URL that is something else."""

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
            raise ValueError(f"not a database that can be opened: {parsed.render_as_string()} (sqlite:///FILE)")
        self.path = Path(parsed.database).absolute()
        if not self.path.parent.is_dir():
            raise NotFound(f"there is no directory {self.path.parent}")

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

    def _engine(self, begin: str, size: int) -> AsyncEngine:
        engine = create_async_engine(
            URL.create("sqlite+aiosqlite", database=str(self.path)),
            connect_args=_CONNECT,
            pool_size=size,
            max_overflow=0,
            pool_reset_on_return=None,  # a transaction ends before its connection is given back
            hide_parameters=True,
        )
        _on_begin(engine.sync_engine, begin)
        return engine

    def for_migration(self) -> Engine:
        """An engine of its own for a change of schema: foreign keys are off before the transaction begins.

        With them on, a table that is rebuilt would take its children along.
        """
        self.path.touch(_MODE)
        url = URL.create("sqlite", database=str(self.path))
        engine = create_engine(url, connect_args=_CONNECT, poolclass=NullPool, hide_parameters=True)
        _on_connect(engine, "journal_mode=WAL", *_PRAGMAS, "foreign_keys=OFF")
        _on_begin(engine, "BEGIN IMMEDIATE")
        return engine

    def has_long_log(self) -> bool:
        """Whether a writer would feel it if the log were emptied now."""
        return self._log_bytes() > LONG_LOG_BYTES

    async def shorten_log(self, connection: AsyncConnection) -> None:
        """Move what is in the write-ahead log into the database, beside any writer and as far as readers allow."""
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        await driver.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")

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
        if to.exists() and not may_replace:
            raise Conflict(f"{to} exists already")
        part = to.with_name(f"{to.name}.part")
        part.unlink(missing_ok=True)
        part.touch(_MODE)
        try:
            with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                connection.execute("VACUUM INTO ?", [str(part)])
            with part.open("rb") as file:
                os.fsync(file.fileno())
            part.replace(to)
        finally:
            part.unlink(missing_ok=True)

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """What SQLite's own checks find."""
        integrity = await connection.exec_driver_sql("PRAGMA integrity_check")
        found = [str(line) for line in integrity.scalars() if line != "ok"]
        return found + await connection.run_sync(broken_references)


def broken_references(connection: Connection) -> list[str]:
    """Rows that refer to rows which are not there."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [f"{row.table} row {row.rowid} refers to a missing row of {row.parent}" for row in rows]


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
