"""Link a report to the alert that is made of it, so that their states follow each other."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert
from alerts.delivery import PRIORITY_OF, Priority
from alerts.ids import AlertId, MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Outcome, ReportState, ReportStep
from alerts.services.report.end_report import end_report
from alerts.services.report.hang_notice import hang_notice
from alerts.services.report.record_step import record_step
from alerts.services.report.set_clock import begin_clock


async def link_report(uow: UnitOfWork, report_id: ReportId, alert_id: AlertId, by: MemberId, now: datetime) -> None:
    """Link the report to a numbered draft, which hangs on the incident of the report too. A report that was closed or
    linked meanwhile stays as it is: the alert goes on alone."""
    report = await uow.reports.get(report_id)
    if report.incident_id is not None:
        await hang_notice(uow, report.incident_id, alert_id, by, now)
    if not report.is_open or report.alert_id is not None:
        return
    linked = replace(report, alert_id=alert_id, state=ReportState.TRIAGE, taken_by=by, taken_at=report.taken_at or now)
    await record_step(uow, await uow.reports.save(linked), ReportStep.DRAFTED, by, now)


async def reopen_reports(uow: UnitOfWork, alert_id: AlertId, by: MemberId, now: datetime) -> None:
    """Release the reports of a draft that was dropped, so that they wait for a coordinator again; their clocks start
    anew."""
    for report in await uow.reports.of_alert(alert_id):
        if report.is_open:
            report.check_can_become(ReportState.RECEIVED)
            reopened = replace(report, alert_id=None, state=ReportState.RECEIVED, taken_by=None, taken_at=None)
            saved = await uow.reports.save(reopened)
            await record_step(uow, saved, ReportStep.REOPENED, by, now)
            await begin_clock(uow, saved, (), now)


async def escalate_reports(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """Close the reports of an alert that is sent, as escalated, whatever outcome they had before; one that its reporter
    took back stays so.

    The reporter gets the alert before this news: one chat gets one message a second, and the nearest shop is often
    theirs.
    """
    priority = max(Priority.PERSON, PRIORITY_OF[alert.content.severity])
    for report in await uow.reports.of_alert(alert.id):
        if report.outcome is Outcome.WITHDRAWN:
            continue
        await end_report(uow, report, Outcome.ESCALATED, None, now, priority=priority)
