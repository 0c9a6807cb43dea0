"""Take over an overdue report from the colleague who took it, who hears that."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportState, ReportStep
from alerts.role import Actor
from alerts.services.outcome.find_overdue import may_take_over
from alerts.services.report.read_report import read_report
from alerts.services.report.record_step import record_step
from alerts.services.tell import tell


async def take_over(uow: UnitOfWork, actor: Actor, report_id: ReportId, *, version: int, now: datetime) -> Report:
    """Take the report over. Raises NotAllowed; IllegalTransition when it is closed, or not overdue and taken; Conflict
    when it changed since it was shown."""
    report = await read_report(uow, actor, report_id, now)
    report.check_can_become(ReportState.TRIAGE)
    if report.version != version:
        raise Conflict
    if not await may_take_over(uow, actor, report, now):
        raise IllegalTransition("report-taken")
    taken = await uow.reports.save(replace(report, state=ReportState.TRIAGE, taken_by=actor.member.id, taken_at=now))
    await record_step(uow, taken, ReportStep.TAKEN, actor.member.id, now)
    if report.taken_by is not None:
        notice = Notice("report-taken-over", {"report": report.id, "by": actor.member.id})
        await tell(uow, [report.taken_by], notice, f"report-taken-over:{report.id}:{taken.version}", now)
    return taken
