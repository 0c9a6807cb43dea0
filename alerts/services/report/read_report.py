"""Read a report, recording in the audit record who did so and for what purpose."""

from datetime import datetime

from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Purpose, Report
from alerts.role import Actor
from alerts.services.audit.record_reading import record_reading
from alerts.services.report.find_reports import report_in_scope


async def read_report(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime, *, purpose: Purpose = Purpose.TRIAGE
) -> Report:
    """Return a report that this coordinator may deal with, and record that they read it. Raises NotAllowed.

    Who deals with it (takes it, closes it, makes a notice of it) reads it for triage; nobody has to say so.
    """
    report = await report_in_scope(uow, actor, report_id, now)
    await record_reading(uow, actor, "report", report.id, now, purpose=purpose)
    return report
