"""Apply retention: remove data past its time, in short transactions so that nothing else waits long."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ids import ReportId
from alerts.ports import Storage, UnitOfWork
from alerts.retention import STEP, Kind, Retention, next_round
from alerts.services.audit.prune_audit import prune_audit
from alerts.services.report.close_report import close_unanswered

LOOK = 5_000  # ids read at a time
PASSERS_BY_AT_ONCE = 20  # fewer, as each is an erasure
REPORTS_AT_ONCE = 50  # fewer, as each that is still open leaves a tally
PASSERS_BY, AUDIT, LEFTOVERS = "passers_by", "audit", "leftovers"
DUE_FACT = "retention_due_at"


async def is_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether the time for the next round has come, also while nothing ran."""
    due_at = await uow.facts.get(DUE_FACT)
    return due_at is None or datetime.fromisoformat(due_at) <= now


async def apply_retention(storage: Storage, keep: Retention, now: datetime) -> Mapping[str, int]:
    """Remove what is past its time and store when to look again; return the number removed of each kind. A round that
    was interrupted is completed by the next one."""
    removed: dict[str, int] = {kind.value: await _remove(storage, kind, keep.limit_of(kind, now), now) for kind in Kind}
    removed[PASSERS_BY] = await _erase_passers_by(storage, keep.limit_of(Kind.SEEN, now), now)
    removed[AUDIT] = await _prune_audit(storage, now - keep.audit, now)
    async with storage.transaction() as uow:
        removed[LEFTOVERS] = await uow.expired.forget_leftovers(now)
        if any(removed.values()):
            await uow.audit.append(AuditEvent("retention.applied", "retention", 0, None, removed), now)
        await uow.facts.put(DUE_FACT, next_round(now).isoformat())
    await storage.give_back()
    return removed


async def what_is_due(storage: Storage, keep: Retention, now: datetime) -> Mapping[str, int]:
    """Count how many of each kind would be removed (for Gelezen: of how many alerts), without removing anything."""
    async with storage.reading() as uow:
        due = {kind.value: await uow.expired.count(kind, keep.limit_of(kind, now)) for kind in Kind}
        due[PASSERS_BY] = await uow.personal.count_passers_by(keep.limit_of(Kind.SEEN, now))
        due[AUDIT] = await uow.audit.count_old(now - keep.audit)
        return {**due, LEFTOVERS: await uow.expired.count_leftovers(now)}


async def _remove(storage: Storage, kind: Kind, before: datetime, now: datetime) -> int:
    removed, before_this = 0, -1
    while removed > before_this:
        before_this = removed
        async with storage.reading() as uow:
            due = await uow.expired.due(kind, before, LOOK)
        step = REPORTS_AT_ONCE if kind is Kind.REPORTS else STEP
        for first in range(0, len(due), step):
            async with storage.transaction() as uow:
                removed += await _remove_these(uow, kind, due[first : first + step], now)
    return removed


async def _remove_these(uow: UnitOfWork, kind: Kind, numbers: Sequence[int], now: datetime) -> int:
    """Remove these records. A report that is still open is closed before it is emptied, so that its tally is whole."""
    if kind is Kind.REPORTS:
        await close_unanswered(uow, [ReportId(number) for number in numbers], now)
    return await uow.expired.remove(kind, numbers, now)


async def _prune_audit(storage: Storage, before: datetime, now: datetime) -> int:
    removed = 0
    while True:
        async with storage.transaction() as uow:
            step = await prune_audit(uow, before, now, limit=STEP)
        removed += step
        if step < STEP:
            return removed


async def _erase_passers_by(storage: Storage, before: datetime, now: datetime) -> int:
    """Erase people who only pressed Gelezen: their number was kept to count them once, and that is over."""
    erased = 0
    while True:
        async with storage.transaction() as uow:
            found = await uow.personal.passers_by(before, PASSERS_BY_AT_ONCE)
            for member in found:
                await uow.personal.erase(member, now)
                await uow.audit.forget(member, now)
        erased += len(found)
        if len(found) < PASSERS_BY_AT_ONCE:
            return erased
