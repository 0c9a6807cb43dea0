"""Prune the audit record: remove rows past their time so that the rest can still be verified."""

from datetime import datetime

from alerts.audit import PRUNED, AuditEvent
from alerts.ports import UnitOfWork
from alerts.retention import STEP


async def prune_audit(uow: UnitOfWork, before: datetime, now: datetime, *, limit: int = STEP) -> int:
    """Remove up to `limit` rows older than `before` from the beginning; return how many. Fewer means there are no more.

    The last of them is kept as the checkpoint, and the pruning is recorded itself, so that nobody can prune in silence:
    between two prunings the chain is whole.
    """
    pruned = await uow.audit.prune(before, limit)
    if pruned is None:
        return 0
    await uow.audit.append(AuditEvent(PRUNED, "audit", 0, None, pruned.details), now)
    return pruned.rows
