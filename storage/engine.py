"""Transactions: one writer at a time in order of arrival, readers beside it, and none cut off halfway."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import CursorResult, Executable, Row
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alerts.errors import NotFound, Unavailable
from storage.dialects import READERS, Database
from storage.failures import translated

T = TypeVar("T")
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]

_RETRY_S = 0.05  # when a reader was in the way of emptying the log
_PAUSE_S = 0.5  # between two times: each holds the writers up for as long as the disk takes


class Transaction:
    """One open transaction. `erase()` says that what it removes must not stay behind in any file."""

    __slots__ = ("_connection", "has_erased")

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self.has_erased = False

    @property
    def is_shared(self) -> bool:
        """Whether several processes may run the bot on this database."""
        return self._connection.dialect.name == "postgresql"

    async def shared_now(self, now: datetime) -> datetime:
        """Now, by the clock of all processes: the server's. With a file it is that of the only one."""
        if not self.is_shared:
            return now
        moment: datetime = (await self.one(sa.select(sa.func.now().label("now")))).now
        return moment

    async def execute(self, statement: Executable, parameters: Parameters | None = None) -> CursorResult[Any]:
        """Run one statement. Raises Conflict when a constraint forbids it; then this transaction is at its end."""
        with translated():
            return await finished(self._connection.execute(statement, parameters))

    async def rows(self, statement: Executable) -> Sequence[Row[Any]]:
        """All rows."""
        return (await self.execute(statement)).all()

    async def first(self, statement: Executable) -> Row[Any] | None:
        """The first row, if there is one."""
        return (await self.execute(statement)).first()

    async def one(self, statement: Executable) -> Row[Any]:
        """The row. Raises NotFound when there is none."""
        row = await self.first(statement)
        if row is None:
            raise NotFound
        return row

    async def changed(self, statement: Executable) -> int:
        """Run one statement; return how many rows it changed."""
        return (await self.execute(statement)).rowcount

    def erase(self) -> None:
        """Empty the write-ahead log soon after the commit."""
        self.has_erased = True


class Engines:
    """The writer and the readers of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = database.writer()
        self._reader = database.reader()
        self._turn = asyncio.Lock()
        self._seats = asyncio.Semaphore(READERS)
        self._is_closed = False
        self._holder: asyncio.Task[Any] | None = None
        self._is_unclean = False
        self._cleaned_at = 0.0
        self._cleaning: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """A transaction that commits at the end, or rolls back on an error or a cancellation."""
        async with self._my_turn(), _connected(self._writer) as connection:
            transaction = Transaction(connection)
            try:
                with translated():
                    await finished(_begin(connection))
                yield transaction
                with translated():
                    await finished(connection.commit())
            finally:
                await finished(connection.rollback())
                self._is_unclean = self._is_unclean or transaction.has_erased
                self._clean_soon()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A transaction that cannot write, beside any writer."""
        async with self._seat(), _connected(self._reader) as connection:
            try:
                with translated():
                    await finished(_begin(connection))
                yield Transaction(connection)
            finally:
                await finished(connection.rollback())

    @asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if task is not None and task is self._holder:
            raise RuntimeError("a transaction inside a transaction would wait for itself")
        self._check_open()
        await self._turn.acquire()
        self._holder = task
        try:
            yield
        finally:
            self._holder = None
            self._turn.release()

    @asynccontextmanager
    async def _seat(self) -> AsyncIterator[None]:
        self._check_open()
        async with self._seats:
            yield

    def _check_open(self) -> None:
        if self._is_closed:
            raise RuntimeError("the storage is closed")

    def _clean_soon(self) -> None:
        is_cleaning = self._cleaning is not None and not self._cleaning.done()
        if self._must_clean() and not is_cleaning:
            self._cleaning = asyncio.create_task(self._clean())

    def _must_clean(self) -> bool:
        return self._is_unclean or self._database.has_long_log()

    async def _clean(self) -> None:
        """Empty the log, most of it beside the writers: at once when that was not done lately, else after a pause."""
        now = asyncio.get_running_loop().time
        while self._must_clean():
            await asyncio.sleep(self._cleaned_at + _PAUSE_S - now())
            is_empty = False
            with suppress(Unavailable):  # a full disk: it is tried again
                async with self._seat(), _connected(self._reader) as connection:
                    await finished(self._database.shorten_log(connection))
                async with self._my_turn(), _connected(self._writer) as connection:
                    is_empty = await finished(self._database.truncate_log(connection))
                    self._is_unclean = self._is_unclean and not is_empty
            self._cleaned_at = now() if is_empty else now() - _PAUSE_S + _RETRY_S

    async def problems(self) -> list[str]:
        """What the database's own checks find."""
        async with self._seat(), _connected(self._reader) as connection:
            return await self._database.problems(connection)

    async def close(self) -> None:
        """Wait for what is open, then give every connection back; their threads would keep the process alive."""
        if self._is_closed:
            return
        if self._cleaning is not None:
            self._cleaning.cancel()
            await asyncio.wait([self._cleaning])
        async with self._my_turn():
            self._is_closed = True
            for _ in range(READERS):
                await self._seats.acquire()
            if self._is_unclean:
                async with _connected(self._writer) as connection:
                    await finished(self._database.truncate_log(connection))
            await self._reader.dispose()
            await self._writer.dispose()


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """Await to the end, since cancelling would not stop the database; a cancellation is raised afterwards."""
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
            task.exception()  # seen; the cancellation goes first
        raise cancelled
    return task.result()


@asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    connection = engine.connect()
    try:
        with translated():
            await finished(_start(connection))
        yield connection
    finally:
        if connection.sync_connection is not None:
            await finished(connection.close())


async def _start(connection: AsyncConnection) -> None:
    await connection.start()


async def _begin(connection: AsyncConnection) -> None:
    await connection.begin()
