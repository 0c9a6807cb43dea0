"""Prune the audit record: rows past their time go, and what is left can still be shown to be whole."""

from datetime import datetime

from alerts.audit import PRUNED, AuditEvent
from alerts.ports import UnitOfWork
from alerts.retention import STEP


async def prune_audit(uow: UnitOfWork, before: datetime, now: datetime, *, limit: int = STEP) -> int:
    """Remove up to so many rows older than `before` from the beginning; how many. Fewer: there are no more.

    The last of them is kept as the checkpoint, and that this was done is itself recorded, so that nobody can do it in
    silence: what is cut off between two of these is whole.
    """
    pruned = await uow.audit.prune(before, limit)
    if pruned is None:
        return 0
    last = pruned.through
    details: dict[str, str | int] = {
        "through": last.sequence,
        "hash": last.hash,
        "rows": pruned.rows,
        "erased": pruned.erased,
    }
    await uow.audit.append(AuditEvent(PRUNED, "audit", 0, None, details), now)
    return pruned.rows
