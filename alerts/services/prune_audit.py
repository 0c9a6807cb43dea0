"""Prune the audit record: rows past their time go, and what is left can still be shown to be whole."""

from datetime import datetime

from alerts.audit import PRUNED, AuditEvent
from alerts.ports import UnitOfWork


async def prune_audit(uow: UnitOfWork, before: datetime, now: datetime) -> int:
    """Remove rows older than `before` from the beginning; how many. The last of them is kept as the checkpoint, and
    that this was done is itself recorded, so that nobody can do it in silence."""
    pruned = await uow.audit.prune(before)
    if pruned is None:
        return 0
    last, rows = pruned
    details: dict[str, str | int] = {"through": last.sequence, "hash": last.hash, "rows": rows}
    await uow.audit.append(AuditEvent(PRUNED, "audit", 0, None, details), now)
    return rows
