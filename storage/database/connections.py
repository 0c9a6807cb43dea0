"""Connections as transactions use them: each call runs to its end, also when its caller is cancelled meanwhile.

Statements of SQLite run in a thread, as some take long, or on the event loop, where all of them look for a few rows by
an index: the way to a thread and back costs some 0.1 ms, several times as much as such a statement.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.database.sqlite_driver import AT_ONCE, PATIENTLY, UncancelledFuture

T = TypeVar("T")
C_co = TypeVar("C_co", covariant=True)
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class OpenConnection(Protocol):
    """A connection to the database, in at most one transaction at a time."""

    @property
    def is_shared(self) -> bool:
        """Whether several processes may run the bot on this database."""

    async def begin(self) -> None:
        """Begin a transaction."""

    async def execute(self, statement: Executable, parameters: Parameters | None = None) -> CursorResult[Any]:
        """Run one statement; its rows are fetched when this returns."""

    async def commit(self) -> None:
        """Commit the transaction."""

    async def roll_back(self) -> None:
        """End the transaction where it has not ended."""

    async def invalidate(self) -> None:
        """Drop the connection, so that the database ends its transaction."""

    async def close(self) -> None:
        """Give the connection back."""


class ConnectionSource(Protocol[C_co]):
    """A number of connections of one kind."""

    async def connect(self) -> C_co:
        """Take a connection that is free, or open one."""

    async def dispose(self) -> None:
        """Close every connection that is not in use."""


class AsyncSource:
    """Connections of an engine of SQLAlchemy whose driver is asynchronous."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def connect(self) -> "UncutConnection":
        """Take a connection that is free, or open one."""
        connection = UncutConnection(self._engine.connect())
        try:
            await connection.start()
        except BaseException:
            await connection.close()
            raise
        return connection

    async def dispose(self) -> None:
        """Close every connection that is not in use."""
        await finished(self._engine.dispose())


class UncutConnection:
    """A connection with an asynchronous driver. `driver`: what it works on, for the database's own maintenance."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.driver = connection
        self.is_shared = connection.engine.dialect.name == "postgresql"
        self._finish = finished if self.is_shared else self._uncancelled

    async def start(self) -> None:
        """Take a connection that is free, or open one."""
        await self._finish(_start(self.driver))

    async def begin(self) -> None:
        """Begin a transaction."""
        await self._finish(_begin(self.driver))

    async def execute(self, statement: Executable, parameters: Parameters | None = None) -> CursorResult[Any]:
        """Run one statement; its rows are fetched when this returns."""
        return await self._finish(self.driver.execute(statement, parameters))

    async def commit(self) -> None:
        """Commit the transaction."""
        await self._finish(self.driver.commit())

    async def roll_back(self) -> None:
        """End the transaction where it has not ended: after a commit that would be a needless trip."""
        sync = self.driver.sync_connection
        if sync is None or sync.get_transaction() is not None:
            await self._finish(self.driver.rollback())

    async def invalidate(self) -> None:
        """Drop the connection, so that the database ends its transaction."""
        await self._finish(self.driver.invalidate())

    async def close(self) -> None:
        """Give the connection back."""
        if self.driver.sync_connection is not None:
            await self._finish(self.driver.close())

    async def _uncancelled(self, work: Coroutine[Any, Any, T]) -> T:
        """Await the work of a driver that goes on when cancelled, and raise the cancellation afterwards. A task for
        each statement, as in `finished`, has the caller wait for several turns of the event loop more."""
        result = await work
        sync = self.driver.sync_connection
        driver = None if sync is None or sync.closed or sync.invalidated else sync.connection.driver_connection
        if driver is not None and driver.cancellation is not None:
            cancellation, driver.cancellation = driver.cancellation, None
            raise cancellation
        return result


class InlineSource:
    """Connections to a file whose statements run on the event loop. What waits for the disk or for another process, the
    end of a transaction that `writes` and sometimes its beginning, runs in a thread all the same."""

    def __init__(self, engine: Engine, *, writes: bool) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, "sqlite-marks") if writes else None

    async def connect(self) -> "InlineConnection":
        """Take a connection that is free, or open one."""
        return InlineConnection(self._engine.connect(), self._thread)

    async def dispose(self) -> None:
        """Close every connection that is not in use."""
        self._engine.dispose()


class InlineConnection:
    """A connection whose statements run on the event loop."""

    is_shared = False

    def __init__(self, connection: Connection, thread: ThreadPoolExecutor | None) -> None:
        self._connection = connection
        self._thread = thread

    async def begin(self) -> None:
        """Begin a transaction: at once, or in the thread while another process writes to the file."""
        try:
            self._connection.begin()
        except OperationalError as error:
            if self._thread is None or getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
                raise
            await self._in_thread(self._begin_patiently)

    def _begin_patiently(self) -> None:
        driver: Any = self._connection.connection.driver_connection
        driver.execute(PATIENTLY)
        try:
            self._connection.begin()
        finally:
            driver.execute(AT_ONCE)

    async def execute(self, statement: Executable, parameters: Parameters | None = None) -> CursorResult[Any]:
        """Run one statement."""
        return self._connection.execute(statement, parameters)

    async def commit(self) -> None:
        """Commit the transaction."""
        if self._thread is None:
            self._connection.commit()
        else:
            await self._in_thread(self._connection.commit)

    async def roll_back(self) -> None:
        """End the transaction where it has not ended."""
        self._connection.rollback()

    async def invalidate(self) -> None:
        """Drop the connection, so that the database ends its transaction."""
        self._connection.invalidate()

    async def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    async def _in_thread(self, work: Callable[[], object]) -> None:
        """Call `work` in the thread, and wait for its end also when cancelled meanwhile. A task or a future of the
        executor in between would wait for several turns of the event loop more, while others wait for the lock."""
        assert self._thread is not None, "it writes"
        loop, end = asyncio.get_running_loop(), UncancelledFuture()

        def call() -> None:
            try:
                work()
            except BaseException as error:  # raised where it is awaited
                loop.call_soon_threadsafe(end.set_exception, error)
            else:
                loop.call_soon_threadsafe(end.set_result, None)

        self._thread.submit(call)
        try:
            await end
        except asyncio.CancelledError:
            end.exception()  # marks it as retrieved; the cancellation goes first
            raise


def source_of(engine: AsyncEngine | Engine, *, writes: bool) -> ConnectionSource[OpenConnection]:
    """Make a source of this engine's connections. `writes`: in their transactions rows are changed."""
    return InlineSource(engine, writes=writes) if isinstance(engine, Engine) else AsyncSource(engine)


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """Await the work to its end, as cancelling would not stop the database; a cancellation is raised afterwards."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            if not task.cancelled():
                cancelled = error
        except BaseException:
            break
    if cancelled is not None:
        if not task.cancelled():
            task.exception()  # marks it as retrieved; the cancellation goes first
        raise cancelled
    return task.result()


async def _start(connection: AsyncConnection) -> None:
    await connection.start()


async def _begin(connection: AsyncConnection) -> None:
    await connection.begin()
