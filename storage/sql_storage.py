"""A database that is open and migrated."""

from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from alerts.audit import AuditEvent
from alerts.ports import UnitOfWork
from storage.dialects import Database
from storage.engine import Engines
from storage.unit_of_work import SqlUnitOfWork

OnRecord = Callable[[AuditEvent], None]


class SqlStorage:
    """`alerts.ports.Storage` in SQL. `ownership` is given up when it closes; `on_record` hears what was recorded."""

    def __init__(self, database: Database, ownership: ExitStack, on_record: OnRecord) -> None:
        self._database = database
        self._ownership = ownership
        self._on_record = on_record
        self._engines = Engines(database)

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
        self._ownership.close()
