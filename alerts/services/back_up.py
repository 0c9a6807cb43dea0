"""Back up: all data in a new file, for who looks after the server."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ports import Storage


async def back_up(storage: Storage, path: str, now: datetime) -> None:
    """A consistent copy. Raises Conflict when there is such a file.

    The record has it before it is made: a copy that failed may be there without need, none is there in silence.
    """
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent("data.backed_up", "data", 0), now)
    await storage.backup(path)
