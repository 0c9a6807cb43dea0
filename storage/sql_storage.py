"""The storage that the program uses: a database that is open and migrated."""

from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alerts.audit import AuditEvent
from alerts.ports import Standing, UnitOfWork
from storage.database.database import Database
from storage.database.leader_election import Membership
from storage.database.transactions import Engines
from storage.unit_of_work import SqlUnitOfWork

OnRecord = Callable[[AuditEvent], None]


class SqlStorage:
    """`alerts.ports.Storage` in SQL. `ownership` is released when the storage closes; `on_record` is called for each
    recorded event, after its commit; `zone` is the time zone of tallies."""

    def __init__(
        self, database: Database, membership: Membership, ownership: ExitStack, on_record: OnRecord, *, zone: ZoneInfo
    ) -> None:
        self._database = database
        self._membership = membership
        self._ownership = ownership
        self._on_record = on_record
        self._zone = zone
        self._engines = Engines(database)

    @property
    def owner(self) -> str:
        """The name under which this process claims deliveries: unique among all processes, past ones too."""
        return self._membership.owner

    async def heartbeat(self) -> Standing:
        """Renew this process's membership, become leader if there is none, and return its standing; call it every
        second."""
        return await self._membership.heartbeat()

    async def lost(self) -> None:
        """Return when the membership of the last `heartbeat` is lost; with SQLite it never is."""
        await self._membership.lost()

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False, only_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        """Open a unit of work that commits at the end of the block, or rolls back on an error.

        Writers take turns in order of arrival; one that is urgent waits for at most one other. `only_marks`: beside the
        units of work of other processes that only claim and settle, too.
        """
        async with self._engines.writing(is_urgent=is_urgent, only_marks=only_marks) as transaction:
            uow = SqlUnitOfWork(transaction, self._zone)
            yield uow
        for event in uow.recorded:
            self._on_record(event)

    @asynccontextmanager
    async def reading(self, *, of_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        """Open a read-only unit of work, beside any writer. `of_marks`: it reads only a few deliveries and what they
        are about."""
        async with self._engines.reading(of_marks=of_marks) as transaction:
            yield SqlUnitOfWork(transaction, self._zone)

    async def server_now(self) -> datetime | None:
        """The time on the database server; None where the database is a file."""
        async with self._engines.reading() as transaction:
            return await transaction.server_now()

    async def backup(self, path: str) -> None:
        """Write a consistent copy of the database to a new file. Raises Conflict when the file exists."""
        await self._database.backup(Path(path))

    async def give_back(self) -> None:
        """Return free pages of the database file to the disk, if there are many, in steps between which others
        write."""
        await self._engines.give_back()

    async def problems(self) -> list[str]:
        """Run an integrity check; return what it finds, empty when all is well."""
        return await self._engines.problems()

    async def close(self) -> None:
        """Wait for open transactions, then release connections, membership and ownership."""
        await self._engines.close()
        await self._membership.leave()
        self._ownership.close()
