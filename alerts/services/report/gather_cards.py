"""Gather cards of reports: beyond five in ten minutes a coordinator gets one list instead, edited in place.

Reports that nobody vouches for have five cards and a list of their own, so that they take none of the others.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.delivery import DeliveryState, NewDelivery, Notice, Operation, Priority
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.services.tell import KEPT_TRYING, tell

MOST_CARDS = 5
WINDOW = timedelta(minutes=10)
RINGS_EVERY = 5  # every so many robberies the list is sent as a new message
LIST = "report-list"  # the view of the list


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Counts for one coordinator since `begun`: cards, edits of the list, and robberies in the list."""

    begun: datetime
    cards: int = 0
    renewals: int = -1
    robberies: int = 0

    def __str__(self) -> str:
        return f"{self.begun.isoformat()} {self.cards} {self.renewals} {self.robberies}"


def priority_of(report: Report) -> Priority:
    """Return the priority of a report's messages; one that nobody vouches for comes after all that a person waits
    for."""
    return Priority.PERSON if report.is_confirmed else Priority.P2


async def may_have_card(uow: UnitOfWork, report: Report, member: MemberId, now: datetime) -> bool:
    """Count one more card if there is room for it; False when the report goes into the list instead."""
    return await _counted(uow, _name(report, member), now)


async def may_be_told_again(uow: UnitOfWork, member: MemberId, now: datetime) -> bool:
    """Count one more message that another reported the same robbery, if there is room for it; whether there is."""
    return await _counted(uow, f"report-told-again:{member}", now)


async def send_list_instead(uow: UnitOfWork, report: Report, member: MemberId, now: datetime) -> None:
    """Send the list, or edit it in place. An edit that still waits shows this report too, as it is rendered when it is
    sent. Every fifth robbery sends it as a new message, which sounds."""
    name = _name(report, member)
    found = await _gathered(uow, name, now)
    found = replace(found, robberies=found.robberies + int(report.kind.is_robbery))
    await uow.facts.put(name, str(found))
    address = (await uow.members.get(member)).address
    whose = LIST if report.is_confirmed else f"{LIST}-unconfirmed"
    key = f"{whose}:{found.begun.isoformat()}:{found.robberies // RINGS_EVERY}"
    notice = Notice(LIST, {})
    listed = await uow.deliveries.by_key(f"{key}:{address.id}")
    if listed is None:
        await tell(uow, [member], notice, key, now, priority=priority_of(report))
        return
    last = await uow.deliveries.by_key(f"{key}:renewed-{found.renewals}:{address.id}")
    if listed[1] is DeliveryState.QUEUED or (last is not None and last[1] is DeliveryState.QUEUED):
        return
    renewal = NewDelivery(
        effect_key=f"{key}:renewed-{found.renewals + 1}:{address.id}",
        address_id=address.id,
        notice=notice,
        deadline=now + KEPT_TRYING,
        operation=Operation.EDIT,
        target=listed[0],
        priority=priority_of(report),
    )
    await uow.deliveries.enqueue([renewal], now)
    await uow.facts.put(name, str(replace(found, renewals=found.renewals + 1)))


async def _counted(uow: UnitOfWork, name: str, now: datetime) -> bool:
    found = await _gathered(uow, name, now)
    if found.cards >= MOST_CARDS:
        return False
    await uow.facts.put(name, str(replace(found, cards=found.cards + 1)))
    return True


async def _gathered(uow: UnitOfWork, name: str, now: datetime) -> _Gathered:
    told = (await uow.facts.get(name) or "").split()
    if len(told) == 4 and now < datetime.fromisoformat(told[0]) + WINDOW:
        return _Gathered(datetime.fromisoformat(told[0]), int(told[1]), int(told[2]), int(told[3]))
    fresh = _Gathered(now)
    await uow.facts.put(name, str(fresh))
    return fresh


def _name(report: Report, member: MemberId) -> str:
    return f"report-cards:{member}" if report.is_confirmed else f"report-cards-unconfirmed:{member}"
