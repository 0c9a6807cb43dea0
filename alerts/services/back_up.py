"""Back up all data to a new file, for who looks after the server."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ports import Storage


async def back_up(storage: Storage, path: str, now: datetime) -> None:
    """Write a consistent copy. Raises Conflict when the file exists.

    The audit record says that a backup was begun before it is made, so that none is made in silence and each copy tells
    that it is one; that it was completed is recorded afterwards.
    """
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent("data.backup_begun", "data", 0), now)
    await storage.backup(path)
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent("data.backed_up", "data", 0), now)
