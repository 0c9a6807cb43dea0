"""Show a report to the coordinators of its place: on a card of its own, or gathered with others where there are
many."""

from datetime import datetime, timedelta

from alerts.delivery import NewDelivery, Notice, Operation, Priority
from alerts.ids import MemberId, ReportId
from alerts.limits import Flood
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.services.limits.watch_floods import watch
from alerts.services.report.gather_cards import may_be_told_again, may_have_card, priority_of, send_list_instead
from alerts.services.report.record_step import card_key, card_notice
from alerts.services.tell import KEPT_TRYING, tell

TOGETHER = timedelta(minutes=10)  # robberies of one place that nobody vouches for share a card for so long
AGAIN = 5  # coordinators are told anew at the second sender, and at every fifth


async def show_report(uow: UnitOfWork, report: Report, coordinators: tuple[MemberId, ...], now: datetime) -> None:
    """Queue the messages about a new report. A robbery that a verified shop reports comes first and always has its own
    card.

    Robberies that nobody vouches for share one card for each place and ten minutes, behind those; that others report
    the same one is a message of its own at intervals. During a flood other reports that nobody vouches for wait in
    /meldingen, and that is told once. Neither has a clock of its own: the first on the card has one.
    """
    flood = await watch(uow, Flood.REPORTS, now)
    if has_own_way(report):
        for member in coordinators:
            await show_to(uow, report, member, now)
        return
    if flood and not report.is_confirmed and not report.kind.is_robbery:
        await tell(uow, coordinators, Notice("reports-many", {}), f"reports-many:{flood}", now)
        await uow.report_clocks.remove(report.id)
        return
    first = await _first_there(uow, report, now)
    if first is not None:
        await uow.report_clocks.remove(report.id)
    senders = 0 if first is None else await _as_new_sender(uow, first, report)
    for member in coordinators:
        if first is not None and await _is_renewed(uow, first, report, member, now=now):
            if (senders == 2 or senders % AGAIN == 0 < senders) and await may_be_told_again(uow, member, now):
                again = Notice("report-again", {"report": report.id, "first": first.id, "count": senders})
                await tell(uow, [member], again, f"report-again:{report.id}", now, priority=priority_of(report))
        elif first is None:
            await show_to(uow, report, member, now)
        else:
            await send_list_instead(uow, report, member, now)


def has_own_way(report: Report) -> bool:
    """Whether its messages come first and are never gathered: a robbery that a verified shop reports."""
    return report.is_confirmed and report.kind.is_robbery


async def show_to(uow: UnitOfWork, report: Report, member: MemberId, now: datetime) -> None:
    """Queue the card of a report for one coordinator, or the list where they have many cards already."""
    if has_own_way(report):
        await tell(uow, [member], card_notice(report), card_key(report), now, priority=Priority.P1)
    elif await may_have_card(uow, report, member, now):
        await tell(uow, [member], card_notice(report), card_key(report), now, priority=priority_of(report))
    else:
        await send_list_instead(uow, report, member, now)


async def _as_new_sender(uow: UnitOfWork, first: Report, report: Report) -> int:
    """Return the ordinal of this sender among those on the first report's card; 0 for who stands there already."""
    earlier = {one.member_id for one in (first, *await gathered_with(uow, first)) if one.id != report.id}
    return 0 if report.member_id in earlier else len(earlier) + 1


async def gathered_with(uow: UnitOfWork, report: Report) -> list[Report]:
    """Return the later robberies that stand on the card of this one, oldest first."""
    if report.is_confirmed or not report.kind.is_robbery:
        return []
    until = report.created_at + TOGETHER
    return [
        one
        for one in await uow.reports.still_open()
        if one.id > report.id
        and one.kind.is_robbery
        and not one.is_confirmed
        and one.created_at < until
        and _ground(one) == _ground(report)
    ]


async def _first_there(uow: UnitOfWork, report: Report, now: datetime) -> Report | None:
    """Return the unconfirmed robbery of the same place that got a card less than ten minutes ago; None makes this
    report the first."""
    if report.is_confirmed or not report.kind.is_robbery:
        return None
    name = f"robbery-card:{_ground(report)}"
    known = await uow.facts.get(name)
    if known is not None:
        first = await uow.reports.get(ReportId(int(known)))
        if first.is_open and now < first.created_at + TOGETHER:
            return first
    await uow.facts.put(name, str(report.id))
    return None


async def _is_renewed(uow: UnitOfWork, first: Report, report: Report, member: MemberId, *, now: datetime) -> bool:
    """Update this coordinator's card of the first report, which then shows this one too; whether they have such a
    card."""
    address = (await uow.members.get(member)).address
    card = await uow.deliveries.by_key(f"{card_key(first)}:{address.id}")
    if card is None:
        return False
    renewal = NewDelivery(
        effect_key=f"{card_key(first)}:with-{report.id}:{address.id}",
        address_id=address.id,
        notice=card_notice(first),
        deadline=now + KEPT_TRYING,
        operation=Operation.EDIT,
        target=card[0],
        priority=priority_of(report),
    )
    await uow.deliveries.enqueue([renewal], now)
    return True


def _ground(report: Report) -> str:
    """Return the PC4 of the place; without one a key for its square kilometre."""
    if report.place.pc4 is not None or report.place.point is None:
        return report.place.pc4 or ""
    point = report.place.point
    return f"{point.x // 1000}.{point.y // 1000}.{point.z // 1000}"
