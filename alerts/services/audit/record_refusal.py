"""Note a refusal in the audit record, bounded so that nobody can flood it."""

from dataclasses import replace
from datetime import datetime, timedelta

from alerts.audit import AuditEvent
from alerts.ids import MemberId
from alerts.ports import RefusalCount, UnitOfWork
from alerts.refusal import Refusal

ONE_BY_ONE = 10  # refusals of one person in an hour that get a row each; the rest are only counted
HOUR = timedelta(hours=1)
STRANGERS = 0  # people who are no members have no number: they are counted together


async def record_refusal(uow: UnitOfWork, member: MemberId | None, refusal: Refusal, now: datetime) -> None:
    """Record a refusal in the transaction that settles the refused request; beyond ten in an hour only count it."""
    person = member or STRANGERS
    tally = await uow.refusals.get(person)
    if tally is not None and tally.since <= now - HOUR:
        await _settle(uow, tally, now)
        tally = None
    counted = replace(tally, count=tally.count + 1) if tally else RefusalCount(person, now, 1)
    await uow.refusals.put(counted)
    if counted.count > ONE_BY_ONE:
        return
    details: dict[str, str | int] = {"request": refusal.request, "reason": refusal.reason}
    if refusal.step is not None:
        details["step"] = refusal.step
    await uow.audit.append(AuditEvent("request.refused", "request", refusal.entity_id, member, details), now)


async def settle_refusals(uow: UnitOfWork, now: datetime) -> None:
    """Record the number of refusals that were only counted, once their hour is over."""
    for tally in await uow.refusals.begun_before(now - HOUR):
        await _settle(uow, tally, now)


async def has_counted_refusals(uow: UnitOfWork, now: datetime) -> bool:
    """Whether an hour of counting is over."""
    return bool(await uow.refusals.begun_before(now - HOUR))


async def _settle(uow: UnitOfWork, tally: RefusalCount, now: datetime) -> None:
    await uow.refusals.remove(tally.person)
    if tally.count > ONE_BY_ONE:
        actor = None if tally.person == STRANGERS else MemberId(tally.person)
        more = AuditEvent("request.refused_often", "request", 0, actor, {"more": tally.count - ONE_BY_ONE})
        await uow.audit.append(more, now)
