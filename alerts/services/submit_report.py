"""Submit a report: it gets its number, the reporter a receipt, and the coordinators of the place a card."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.delivery import Notice, Priority
from alerts.ports import UnitOfWork
from alerts.report import NewReport, Report, ReportStep
from alerts.services.note_report import card_key, card_notice, coordinators_of, note_report
from alerts.services.tell import tell


async def submit_report(uow: UnitOfWork, new: NewReport, now: datetime, *, zone: ZoneInfo) -> Report:
    """The stored report. The number's year is the local one; a robbery goes before everything else."""
    number = await uow.reports.next_number(now.astimezone(zone).year)
    report = await uow.reports.add(new, number, now)
    await note_report(uow, report, ReportStep.RECEIVED, new.member_id, now)
    coordinators = await coordinators_of(uow, report, now)
    receipt = Notice("report-receipt", {"report": report.id, "coordinators": len(coordinators)})
    await tell(uow, [new.member_id], receipt, f"report-receipt:{report.id}", now)
    priority = Priority.P1 if report.kind.is_robbery else Priority.PERSON
    await tell(uow, coordinators, card_notice(report), card_key(report), now, priority=priority)
    return report
