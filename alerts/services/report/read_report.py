"""Read a report, recording in the audit record who did so and for what purpose."""

from datetime import datetime, timedelta

from alerts.audit import AuditEvent, AuditFilter
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Purpose, Report
from alerts.role import Actor
from alerts.services.report.find_reports import report_in_scope

READ = "report.read"
HOLDS = timedelta(hours=12)  # a purpose that was told is not asked or noted again within a working day


async def read_report(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime, *, purpose: Purpose = Purpose.TRIAGE
) -> Report:
    """Return a report that this coordinator may deal with, and record that they read it. Raises NotAllowed.

    Who deals with it (takes it, closes it, makes a notice of it) reads it for triage; nobody has to say so.
    """
    report = await report_in_scope(uow, actor, report_id, now)
    if not await is_read_by(uow, actor, report_id, now):
        details = {"purpose": purpose.value}
        await uow.audit.append(AuditEvent(READ, "report", report.id, actor.member.id, details), now)
    return report


async def is_read_by(uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime) -> bool:
    """Whether this person stated a purpose for reading it within the last twelve hours."""
    wanted = AuditFilter(frozenset({"report"}), report_id, actor.member.id, READ)
    last = await uow.audit.latest(wanted, before=None, limit=1)
    return bool(last) and last[0].at > now - HOLDS
