"""Transactions: one writer at a time in order of arrival, readers beside it, and none cut off halfway."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import CursorResult, Executable, Row, Table
from sqlalchemy.dialects import postgresql

from alerts.errors import NotFound, Trouble, Unavailable
from storage.database.connections import AsyncSource, ConnectionSource, OpenConnection, Parameters, finished, source_of
from storage.database.database import READERS, Database
from storage.database.driver_errors import translated
from storage.database.leader_election import CLAIM, LOCKS
from storage.database.writer_queue import WriterQueue

C = TypeVar("C", bound=OpenConnection)

_LOCK_CLAIMS = sa.text(f"SELECT pg_advisory_xact_lock({LOCKS}, {CLAIM})")
_RETRY_S = 0.05  # before the next try, when a reader was in the way of emptying the log
_PAUSE_S = 0.5  # between two checkpoints: each holds the writers up for as long as the disk takes


class Transaction:
    """An open transaction."""

    __slots__ = ("_connection", "_is_beside_others", "_may_write", "has_erased")

    def __init__(self, connection: OpenConnection, *, may_write: bool, is_beside_others: bool = False) -> None:
        """`is_beside_others`: other processes may claim and settle at the same time."""
        self._connection = connection
        self._may_write = may_write
        self._is_beside_others = is_beside_others
        self.has_erased = False

    @property
    def is_shared(self) -> bool:
        """Whether several processes may run the bot on this database."""
        return self._connection.is_shared

    async def shared_now(self, now: datetime) -> datetime:
        """The present moment by the clock that all processes share: the server's, or `now` with SQLite."""
        return await self.server_now() or now

    async def server_now(self) -> datetime | None:
        """The time on the database server; None with SQLite."""
        if not self.is_shared:
            return None
        moment: datetime = (await self.one(sa.select(sa.func.now().label("now")))).now
        return moment

    async def lock_claims(self) -> None:
        """Keep other processes from claiming until this transaction ends; earlier claims are seen by the next
        statement.

        For whatever a transaction that only marks does beyond settling what it has claimed itself.
        """
        if self._is_beside_others and self.is_shared:
            await self.execute(_LOCK_CLAIMS)
            self._is_beside_others = False

    async def execute(self, statement: Executable, parameters: Parameters | None = None) -> CursorResult[Any]:
        """Run one statement. Raises Conflict when a constraint forbids it; the transaction cannot go on after that."""
        with translated(may_write=self._may_write):
            return await self._connection.execute(statement, parameters)

    async def rows(self, statement: Executable, parameters: Parameters | None = None) -> Sequence[Row[Any]]:
        """Run one statement; return all its rows."""
        return (await self.execute(statement, parameters)).all()

    async def first(self, statement: Executable, parameters: Parameters | None = None) -> Row[Any] | None:
        """Run one statement; return its first row, if there is one."""
        return (await self.execute(statement, parameters)).first()

    async def one(self, statement: Executable, parameters: Parameters | None = None) -> Row[Any]:
        """Run one statement; return its row. Raises NotFound when there is none."""
        row = await self.first(statement, parameters)
        if row is None:
            raise NotFound
        return row

    async def changed(self, statement: Executable, parameters: Parameters | None = None) -> int:
        """Run one statement; return how many rows it changed."""
        return (await self.execute(statement, parameters)).rowcount

    def erase(self) -> None:
        """Have the write-ahead log emptied soon after the commit: what this transaction removes must stay in no
        file."""
        self.has_erased = True


class Engines:
    """The connections to one database: the writer, the readers, and where it has them those for claims."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writer = AsyncSource(database.writer())
        self._reader = AsyncSource(database.reader())
        self._marker = source_of(database.marker(), writes=True)
        self._reader_of_marks = source_of(database.reader_of_marks(), writes=False)
        self._turns = WriterQueue()
        self._seats = asyncio.Semaphore(READERS)
        self._is_closed = False
        self._holder: asyncio.Task[Any] | None = None
        self._is_unclean = False
        self._cleaned_at = 0.0
        self._cleaning: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def writing(self, *, is_urgent: bool = False, only_marks: bool = False) -> AsyncIterator[Transaction]:
        """Open a transaction that commits at the end of the block, or rolls back on an error or a cancellation."""
        engine = self._marker if only_marks else self._writer
        async with self._my_turn(is_urgent=is_urgent), self._connected(engine) as connection:
            transaction = Transaction(connection, may_write=True, is_beside_others=only_marks)
            try:
                with translated():
                    await connection.begin()
                yield transaction
                with translated():
                    await connection.commit()
            except Unavailable as error:
                if error.trouble is Trouble.READ_ONLY:
                    await self._leave_standby(connection)
                raise
            finally:
                await _roll_back(connection)
                self._is_unclean = self._is_unclean or transaction.has_erased
                self._clean_soon()

    async def _leave_standby(self, connection: OpenConnection) -> None:
        """Drop every connection, as the server takes no changes any more: the next ones may reach another server at
        this address."""
        await connection.invalidate()
        for source in self._all:
            await source.dispose()

    @property
    def _all(self) -> tuple[ConnectionSource[OpenConnection], ...]:
        return self._reader, self._reader_of_marks, self._writer, self._marker

    @asynccontextmanager
    async def reading(self, *, of_marks: bool = False) -> AsyncIterator[Transaction]:
        """Open a transaction that cannot write, beside any writer."""
        async with self._seat(), self._connected(self._reader_of_marks if of_marks else self._reader) as connection:
            try:
                with translated():
                    await connection.begin()
                yield Transaction(connection, may_write=False)
            finally:
                await _roll_back(connection)

    @asynccontextmanager
    async def _my_turn(self, *, is_urgent: bool = False) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if task is not None and task is self._holder:
            raise RuntimeError("a transaction inside a transaction would wait for itself")
        self._check_open()
        await self._turns.acquire(is_urgent=is_urgent)
        self._holder = task
        try:
            yield
        finally:
            self._holder = None
            self._turns.release()

    @asynccontextmanager
    async def _seat(self) -> AsyncIterator[None]:
        self._check_open()
        async with self._seats:
            yield

    @asynccontextmanager
    async def _connected(self, source: ConnectionSource[C]) -> AsyncIterator[C]:
        self._database.check_there()  # writes to a file that was removed are lost
        with translated():
            connection = await source.connect()
        try:
            yield connection
        finally:
            await connection.close()

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
        """Empty the write-ahead log, most of it beside the writers: at once when that was not done lately, else after a
        pause."""
        now = asyncio.get_running_loop().time
        while self._must_clean():
            await asyncio.sleep(self._cleaned_at + _PAUSE_S - now())
            is_empty = False
            with suppress(Unavailable):  # a full disk: the loop tries again
                async with self._seat(), self._connected(self._reader) as connection:
                    await finished(self._database.shorten_log(connection.driver))
                async with self._my_turn(), self._connected(self._writer) as connection:
                    is_empty = await finished(self._database.truncate_log(connection.driver))
                    self._is_unclean = self._is_unclean and not is_empty
            self._cleaned_at = now() if is_empty else now() - _PAUSE_S + _RETRY_S

    async def give_back(self) -> None:
        """Return free pages to the disk if there are many, in steps between which others write."""
        has_more = True
        while has_more:
            async with self._my_turn(), self._connected(self._writer) as connection:
                with translated():
                    has_more = await finished(self._database.give_back(connection.driver))
                self._is_unclean = self._is_unclean or has_more  # the file gets smaller when its log is emptied
                self._clean_soon()

    async def problems(self) -> list[str]:
        """Run the database's own checks; return what they find."""
        async with self._seat(), self._connected(self._reader) as connection:
            return await finished(self._database.problems(connection.driver))

    async def close(self) -> None:
        """Wait for open transactions, then close every connection; their threads would keep the process alive."""
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
                with suppress(Unavailable):
                    async with self._connected(self._writer) as connection:
                        await finished(self._database.truncate_log(connection.driver))
            for engine in self._all:
                await engine.dispose()


async def _roll_back(connection: OpenConnection) -> None:
    """End the transaction where it has not ended. A connection on which that fails is dropped, so that the server ends
    the transaction."""
    try:
        with translated():
            await connection.roll_back()
    except Unavailable:
        await connection.invalidate()


def insert(table: Table) -> postgresql.Insert:
    """Make an INSERT that can say `on_conflict_do_nothing` and `on_conflict_do_update`; SQLite has the same syntax."""
    return postgresql.insert(table)
