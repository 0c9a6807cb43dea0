"""Submit a report: it gets its number, the reporter a receipt, and the coordinators of the place a card."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.delivery import Notice, Priority
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.report import NewReport, Report, ReportStep
from alerts.role import Action, may
from alerts.services.note_report import card_key, card_notice, coordinators_of, note_report
from alerts.services.tell import tell


async def check_may_report(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Raise NotAllowed for who belongs to no shop and has no role that reports; where it was makes no difference."""
    if may(await uow.roles.of_member(member), Action.REPORT, None, now=now) or await uow.premises.followings(member):
        return
    raise NotAllowed(Action.REPORT)


async def submit_report(uow: UnitOfWork, new: NewReport, now: datetime, *, zone: ZoneInfo) -> Report:
    """The stored report. The number's year is the local one; a robbery goes before everything else.

    Raises NotAllowed.
    """
    await check_may_report(uow, new.member_id, now)
    number = await uow.reports.next_number(now.astimezone(zone).year)
    report = await uow.reports.add(new, number, now)
    await note_report(uow, report, ReportStep.RECEIVED, new.member_id, now)
    coordinators = await coordinators_of(uow, report, now)
    receipt = Notice("report-receipt", {"report": report.id, "coordinators": len(coordinators)})
    await tell(uow, [new.member_id], receipt, f"report-receipt:{report.id}", now)
    priority = Priority.P1 if report.kind.is_robbery else Priority.PERSON
    await tell(uow, coordinators, card_notice(report), card_key(report), now, priority=priority)
    return report
