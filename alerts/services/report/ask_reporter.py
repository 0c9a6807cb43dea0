"""Ask the reporter of a report one question; the clock of the report stands until the answer, at most for a day."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import NewDelivery, Notice
from alerts.errors import IllegalTransition
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportEvent, ReportState, ReportStep
from alerts.role import Actor
from alerts.services.permission.find_reachable import with_open_chat
from alerts.services.report.find_reports import is_free
from alerts.services.report.read_report import read_report
from alerts.services.report.record_step import record_step
from alerts.services.report.set_clock import hold_clock
from alerts.services.report.take_report import assign
from alerts.services.tell import KEPT_TRYING


async def may_be_asked(uow: UnitOfWork, report: Report) -> bool:
    """Whether a question about the report can be put now: it is open, no notice is made of it, none was put before, and
    its reporter can be reached."""
    if not report.is_open or report.alert_id is not None or report.asked_at is not None:
        return False
    return await _is_reachable(uow, report)


async def check_can_ask(uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime) -> Report:
    """Return the report. Raises NotAllowed, and IllegalTransition when it is closed, a notice is made of it, somebody
    asked before, or the reporter was erased or cannot be reached."""
    report = await read_report(uow, actor, report_id, now)
    report.check_is_open()
    if report.alert_id is not None:
        raise IllegalTransition("report-drafted")
    if report.asked_at is not None:
        raise IllegalTransition("report-asked")
    if not await _is_reachable(uow, report):
        raise IllegalTransition("report-unreachable")
    return report


async def ask_reporter(uow: UnitOfWork, actor: Actor, report_id: ReportId, text: str, *, now: datetime) -> Report:
    """Send the question (which has passed the guard) to the reporter, as a reply to their receipt. Who asks takes the
    report if nobody has it. Raises as `check_can_ask`."""
    report = await check_can_ask(uow, actor, report_id, now)
    if await is_free(uow, report, now):
        report = await assign(uow, report, actor.member.id, now)
    asked = await uow.reports.save(replace(report, state=ReportState.ASKED, asked_at=now))
    event = await record_step(uow, asked, ReportStep.ASKED, actor.member.id, now, comment=text)
    await _send(uow, asked, event, now)
    await hold_clock(uow, asked.id, now)
    return asked


async def _is_reachable(uow: UnitOfWork, report: Report) -> bool:
    return report.member_id is not None and bool(await with_open_chat(uow, [report.member_id]))


async def _send(uow: UnitOfWork, report: Report, event: ReportEvent, now: datetime) -> None:
    """Queue the question as a reply to the receipt, so that it stands in the thread of the report."""
    assert report.member_id is not None, "only who is known is asked"
    address = (await uow.members.get(report.member_id)).address
    receipt = await uow.deliveries.by_key(f"report-receipt:{report.id}:{address.id}")
    question = NewDelivery(
        effect_key=f"report-question:{event.id}:{address.id}",
        address_id=address.id,
        notice=Notice("report-question", {"report": report.id}),
        deadline=now + KEPT_TRYING,
        target=None if receipt is None else receipt[0],
    )
    await uow.deliveries.enqueue([question], now)
