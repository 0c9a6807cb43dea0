"""Pass on a report that nobody took in time: to the next on the roster, then to everybody in scope.

What is due is stored. A step, the messages about it and the clock's next moment are one commit, and each message has an
effect key of its step: whatever is killed when, no step is forgotten and none is told twice.
"""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportStep
from alerts.report_clock import ReportClock, Stage
from alerts.services.duty.find_on_duty import find_next
from alerts.services.report.find_reports import is_free
from alerts.services.report.gather_cards import may_have_card, priority_of, send_list_instead
from alerts.services.report.record_step import card_key, coordinators_of, record_step
from alerts.services.report.show_report import has_own_way, show_to
from alerts.services.tell import tell

AT_ONCE = 50  # reports in one commit: during a flood others write too
STEPS = {
    Stage.NEXT: ReportStep.PASSED_TO_NEXT,
    Stage.EVERYONE: ReportStep.PASSED_TO_ALL,
    Stage.AGAIN: ReportStep.SENT_AGAIN,
}
_LAST = (Stage.EVERYONE, Stage.AGAIN)


async def has_due_clocks(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a report has waited too long."""
    return bool(await uow.report_clocks.due(now, 1))


async def pass_on_reports(uow: UnitOfWork, now: datetime) -> None:
    """Pass on the reports that have waited too long; the clock of one that was taken or closed is removed."""
    for clock in await uow.report_clocks.due(now, AT_ONCE):
        report = await uow.reports.get(clock.report_id)
        if await is_free(uow, report, now):
            await _pass_on(uow, report, clock, now)
        else:
            await uow.report_clocks.remove(report.id)


async def _pass_on(uow: UnitOfWork, report: Report, clock: ReportClock, now: datetime) -> None:
    stage = clock.stage_due(now, is_robbery=report.kind.is_robbery)
    assert stage is not None, "it is due"
    people: tuple[MemberId, ...] = ()
    if stage is Stage.NEXT:
        people = await find_next(uow, report.place, report.member_id, now)
        people = tuple([one for one in people if not await _has_card(uow, report, one)])
    if not people:
        stage = Stage.EVERYONE if stage is Stage.NEXT else stage
        people = await coordinators_of(uow, report, now)
    if not people:  # nobody can be reached: somebody may be when the same time has passed once more
        await uow.report_clocks.put(replace(clock, began_at=now, pauses=()))
        return
    if stage in _LAST:
        await uow.report_clocks.remove(report.id)
    else:
        await uow.report_clocks.put(replace(clock, stage=stage))
    await record_step(uow, report, STEPS[stage], None, now)
    for member in people:
        if await _has_card(uow, report, member):
            await _tell_again(uow, report, member, f"{int(clock.began_at.timestamp())}:{stage}", now)
        else:
            await show_to(uow, report, member, now)


async def _tell_again(uow: UnitOfWork, report: Report, member: MemberId, step: str, now: datetime) -> None:
    """Tell somebody who has the card that nobody took the report: a message of its own, which sounds."""
    if has_own_way(report) or await may_have_card(uow, report, member, now):
        notice = Notice("report-untaken", {"report": report.id})
        await tell(uow, [member], notice, f"report-untaken:{report.id}:{step}", now, priority=priority_of(report))
    else:
        await send_list_instead(uow, report, member, now)


async def _has_card(uow: UnitOfWork, report: Report, member: MemberId) -> bool:
    address = (await uow.members.get(member)).address
    return await uow.deliveries.by_key(f"{card_key(report)}:{address.id}") is not None
