"""Take a report: a coordinator deals with it from now on, and all cards show that."""

from dataclasses import replace
from datetime import datetime

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportState, ReportStep
from alerts.role import Actor
from alerts.services.report.find_reports import is_free
from alerts.services.report.read_report import read_report
from alerts.services.report.record_step import record_step


async def take_report(uow: UnitOfWork, actor: Actor, report_id: ReportId, *, version: int, now: datetime) -> Report:
    """Take the report. Raises NotAllowed; IllegalTransition when somebody took or closed it before; Conflict when it
    changed since it was shown."""
    report = await read_report(uow, actor, report_id, now)
    if report.taken_by is not None and report.is_open and not await is_free(uow, report, now):
        raise IllegalTransition("report-taken")
    report.check_can_become(ReportState.TRIAGE)
    if report.version != version:
        raise Conflict
    return await assign(uow, report, actor.member.id, now)


async def take_to_draft(uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime) -> Report:
    """Take the report to make an alert of it, also over from a colleague. Raises NotAllowed, and IllegalTransition when
    it is closed or an alert is being made already."""
    report = await read_to_draft(uow, actor, report_id, now)
    return report if report.taken_by == actor.member.id else await assign(uow, report, actor.member.id, now)


async def read_to_draft(uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime) -> Report:
    """Return a report of which an alert may be made, without taking it. Raises as `take_to_draft`."""
    report = await read_report(uow, actor, report_id, now)
    report.check_can_become(ReportState.TRIAGE)
    if report.alert_id is not None:
        raise IllegalTransition("report-drafted")
    return report


async def assign(uow: UnitOfWork, report: Report, by: MemberId, now: datetime) -> Report:
    """Assign the report to this coordinator; a question that is not answered stays open."""
    state = ReportState.ASKED if report.state is ReportState.ASKED else ReportState.TRIAGE
    taken = await uow.reports.save(replace(report, state=state, taken_by=by, taken_at=now))
    await record_step(uow, taken, ReportStep.TAKEN, by, now)
    return taken
