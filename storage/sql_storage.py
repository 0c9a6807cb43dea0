"""A database that is open and migrated."""

from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from alerts.audit import AuditEvent
from alerts.ports import Standing, UnitOfWork
from storage.dialects import Database
from storage.engine import Engines
from storage.presence import Presence
from storage.unit_of_work import SqlUnitOfWork

OnRecord = Callable[[AuditEvent], None]


class SqlStorage:
    """`alerts.ports.Storage` in SQL. `ownership` is given up when it closes; `on_record` hears what was recorded."""

    def __init__(self, database: Database, presence: Presence, ownership: ExitStack, on_record: OnRecord) -> None:
        self._database = database
        self._presence = presence
        self._ownership = ownership
        self._on_record = on_record
        self._engines = Engines(database)

    @property
    def owner(self) -> str:
        """Unique among all processes, past ones too."""
        return self._presence.owner

    async def stand(self) -> Standing:
        """Stay alive for others to see, lead if nobody else does, and see who is there."""
        return await self._presence.stand()

    async def lost(self) -> None:
        """Return when the place of the last `stand` is lost."""
        await self._presence.lost()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work that commits at the end, or rolls back on an error; writers queue in order."""
        async with self._engines.writing() as transaction:
            uow = SqlUnitOfWork(transaction)
            yield uow
        for event in uow.recorded:
            self._on_record(event)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work for reads only, beside any writer."""
        async with self._engines.reading() as transaction:
            yield SqlUnitOfWork(transaction)

    async def backup(self, path: str) -> None:
        """A consistent copy in a new file. Raises Conflict when there is such a file."""
        await self._database.backup(Path(path))

    async def problems(self) -> list[str]:
        """What an integrity check finds; empty when all is well."""
        return await self._engines.problems()

    async def close(self) -> None:
        """Wait for what is open, then give everything back."""
        await self._engines.close()
        await self._presence.leave()
        self._ownership.close()
