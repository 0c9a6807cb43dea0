"""Apply retention: remove what is past its time, in steps that hold nobody up."""

from collections.abc import Mapping
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ports import Storage, UnitOfWork
from alerts.retention import Kind, Retention, next_round
from alerts.services.prune_audit import prune_audit

STEP = 500  # rows in one transaction: some 20 ms
LOOK = 20_000  # numbers in memory
AUDIT, LEFTOVERS = "audit", "leftovers"
DUE_FACT = "retention_due_at"


async def is_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether its time has come, or came while nothing ran."""
    due_at = await uow.facts.get(DUE_FACT)
    return due_at is None or datetime.fromisoformat(due_at) <= now


async def apply_retention(storage: Storage, keep: Retention, now: datetime) -> Mapping[str, int]:
    """Remove it, and remember when to look again; how many of each kind. What a kill cuts off is done the next time."""
    removed: dict[str, int] = {kind.value: await _remove(storage, kind, keep.limit_of(kind, now), now) for kind in Kind}
    async with storage.transaction() as uow:
        removed[AUDIT] = await prune_audit(uow, now - keep.audit, now)
        removed[LEFTOVERS] = await uow.expired.forget_leftovers(now)
        if any(removed.values()):
            await uow.audit.append(AuditEvent("retention.applied", "retention", 0, None, removed), now)
        await uow.facts.put(DUE_FACT, next_round(now).isoformat())
    return removed


async def what_is_due(storage: Storage, keep: Retention, now: datetime) -> Mapping[str, int]:
    """How many of each kind would be removed; of Gezien, of how many alerts. Nothing is."""
    async with storage.reading() as uow:
        return {kind.value: len(await uow.expired.due(kind, keep.limit_of(kind, now), 1 << 31)) for kind in Kind}


async def _remove(storage: Storage, kind: Kind, before: datetime, now: datetime) -> int:
    removed, before_this = 0, -1
    while removed > before_this:
        before_this = removed
        async with storage.reading() as uow:
            due = await uow.expired.due(kind, before, LOOK)
        for first in range(0, len(due), STEP):
            async with storage.transaction() as uow:
                removed += await uow.expired.remove(kind, due[first : first + STEP], now)
    return removed
