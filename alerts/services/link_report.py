"""Link a report to the alert that is made of it: both go on together."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert
from alerts.ids import AlertId, MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Outcome, ReportState, ReportStep
from alerts.services.note_report import note_report


async def link_report(uow: UnitOfWork, report_id: ReportId, alert_id: AlertId, by: MemberId, now: datetime) -> None:
    """The draft has a number. A report that was closed or linked meanwhile stays as it is: the alert goes on alone."""
    report = await uow.reports.get(report_id)
    if not report.is_open or report.alert_id is not None:
        return
    linked = replace(report, alert_id=alert_id, state=ReportState.TRIAGE, taken_by=by, taken_at=report.taken_at or now)
    await note_report(uow, await uow.reports.save(linked), ReportStep.DRAFTED, by, now)


async def reopen_reports(uow: UnitOfWork, alert_id: AlertId, by: MemberId, now: datetime) -> None:
    """The draft was dropped, so the reports that it was made of wait for somebody again."""
    for report in await uow.reports.of_alert(alert_id):
        if report.is_open:
            report.check_can_become(ReportState.RECEIVED)
            reopened = replace(report, alert_id=None, state=ReportState.RECEIVED, taken_by=None, taken_at=None)
            await note_report(uow, await uow.reports.save(reopened), ReportStep.REOPENED, by, now)


async def escalate_reports(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """The alert is sent, so that is how the reports end that it was made of, whatever was said of them before."""
    for report in await uow.reports.of_alert(alert.id):
        ended_at = report.closed_at or now
        closed = replace(report, state=ReportState.CLOSED, closed_at=ended_at, outcome=Outcome.ESCALATED)
        await note_report(uow, await uow.reports.save(closed), ReportStep.CLOSED, None, now)
