"""A driver of SQLite with fewer trips to its thread.

aiosqlite runs SQLite in a thread, and goes there to make a cursor, to execute, to fetch, and to close: four trips for
one statement, of some 0.1 ms each. Here a statement is one trip, which brings its rows along; a transaction begins with
its first statement.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from aiosqlite import Connection
from aiosqlite.core import _STOP_RUNNING_SENTINEL

BUSY_TIMEOUT_MS = 5_000  # how long another process may hold the file
PATIENTLY, AT_ONCE = f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}", "PRAGMA busy_timeout=0"


class OneTripConnection(Connection):
    """A connection whose cursors hold whole results; not for results that do not fit in memory."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._thread.daemon = True  # as in SQLAlchemy: a connection that was not closed keeps no process alive
        self._begins_with = ""
        self.cancellation: asyncio.CancelledError | None = None  # that came while the thread worked

    async def _connect(self) -> "OneTripConnection":
        """Open the file in the thread; when cancelled meanwhile, close it again."""
        opened = UncancelledFuture()
        self._tx.put_nowait((opened, self._connector))
        try:
            self._connection = await opened
        except asyncio.CancelledError:
            self._connection = opened.result()
            await self.close()
            raise
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """Have the thread end, without an answer: the event loop may have closed by then."""
        self._running = False
        self._tx.put_nowait((None, self._close))

    def _close(self) -> object:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        return _STOP_RUNNING_SENTINEL

    def begin(self, statement: str) -> None:
        """Begin a transaction by this statement, in the trip of the first one that follows."""
        self._begins_with, self.cancellation = statement, None

    def begin_now(self) -> None:
        """Begin the transaction if it is due to begin; to be called in the driver's thread."""
        if self._begins_with:
            statement, self._begins_with = self._begins_with, ""
            self.raw.execute(statement)

    async def commit(self) -> None:
        """Commit the transaction; one without a statement never began."""
        if not self._begins_with:
            await super().commit()
        self._begins_with = ""

    async def rollback(self) -> None:
        """Roll the transaction back; one without a statement never began."""
        if not self._begins_with:
            await super().rollback()
        self._begins_with = ""

    def cursor(self) -> "_Cursor":  # type: ignore[override]  # nothing to await
        """Make a cursor, without a trip to the thread."""
        return _Cursor(self)

    async def run(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Call `work` in the driver's thread."""
        return await self._execute(work, *arguments)

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Call the function in the thread, and wait for its end also when cancelled meanwhile."""
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        end = UncancelledFuture()
        self._tx.put_nowait((end, partial(fn, *args, **kwargs)))
        try:
            return await end
        except asyncio.CancelledError as cancellation:
            self.cancellation = cancellation
            return end.result()

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection of the sqlite3 module, to be used in the driver's thread only."""
        return self._conn


class UncancelledFuture(asyncio.Future[Any]):
    """The end of what a thread does, which nobody can cancel: a cancelled task goes on when it has come."""

    def cancel(self, _msg: object = None) -> bool:
        """Do nothing: the thread cannot be stopped."""
        return False


class _Cursor:
    """A cursor with what SQLAlchemy asks of one."""

    arraysize = 1

    def __init__(self, connection: OneTripConnection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> "_Cursor":
        return self

    async def execute(self, operation: str, parameters: Sequence[Any] = ()) -> "_Cursor":
        """Execute, fetch all rows and close, in one trip."""
        await self._connection.run(self._run, sqlite3.Cursor.execute, operation, parameters)
        return self

    async def executemany(self, operation: str, parameters: Sequence[Sequence[Any]]) -> "_Cursor":
        """Execute once for each of the parameters and close, in one trip."""
        await self._connection.run(self._run, sqlite3.Cursor.executemany, operation, parameters)
        return self

    async def fetchall(self) -> Sequence[Any]:
        """Return the rows that were fetched; a second call returns none."""
        rows, self._rows = self._rows, ()
        return rows

    async def close(self) -> None:
        """Do nothing: the cursor was closed when it was executed."""

    def _run(self, execute: Callable[..., Any], operation: str, parameters: Any) -> None:
        self._connection.begin_now()
        cursor = self._connection.raw.cursor()
        try:
            execute(cursor, operation, parameters)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else ()
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid  # final once all rows are fetched
        finally:
            cursor.close()
