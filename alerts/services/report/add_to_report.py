"""Add to a report what the reporter thought of afterwards."""

from datetime import datetime

from alerts.errors import IllegalTransition, LimitReached
from alerts.ids import ReportId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.report import MOST_ADDITIONS, Report, ReportStep
from alerts.services.report.find_reports import own_report
from alerts.services.report.record_step import record_step


async def check_can_add(uow: UnitOfWork, member: Member, report_id: ReportId) -> Report:
    """Return the report. Raises OutOfReach when it is somebody else's, IllegalTransition when it is closed,
    LimitReached."""
    report = await own_report(uow, report_id, member.id)
    if report.is_closed:
        raise IllegalTransition("report-closed")
    added = [event for event in await uow.reports.events(report_id) if event.step is ReportStep.ADDED]
    if len(added) >= MOST_ADDITIONS:
        raise LimitReached("additions", most=str(MOST_ADDITIONS))
    return report


async def add_to_report(uow: UnitOfWork, member: Member, report_id: ReportId, text: str, *, now: datetime) -> Report:
    """Store the text (which has passed the guard) with the report; the coordinators' cards show it."""
    report = await check_can_add(uow, member, report_id)
    await record_step(uow, report, ReportStep.ADDED, member.id, now, comment=text)
    return report
