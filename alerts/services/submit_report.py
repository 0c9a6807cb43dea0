"""Submit a report: it gets its number, the reporter a receipt, and the coordinators of the place a card."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.delivery import Notice, Priority
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.limits import REPORTS, Flood, Quotas
from alerts.ports import UnitOfWork
from alerts.report import NewReport, Report, ReportStep
from alerts.role import Action, may
from alerts.services.check_quota import check_report_quota
from alerts.services.note_report import card_key, card_notice, coordinators_of, note_report
from alerts.services.tell import tell
from alerts.services.watch_floods import watch


async def check_may_report(uow: UnitOfWork, member: MemberId, now: datetime, quotas: Quotas = REPORTS) -> None:
    """Raise NotAllowed for who belongs to no shop and has no role that reports, wherever it was; or LimitReached."""
    roles = await uow.roles.of_member(member)
    if not may(roles, Action.REPORT, None, now=now) and not await uow.premises.followings(member):
        raise NotAllowed(Action.REPORT)
    await check_report_quota(uow, member, now, quotas)


async def submit_report(
    uow: UnitOfWork, new: NewReport, now: datetime, *, zone: ZoneInfo, quotas: Quotas = REPORTS
) -> Report:
    """The stored report. The number's year is the local one; a robbery goes before everything else.

    Raises NotAllowed, LimitReached.
    """
    await check_may_report(uow, new.member_id, now, quotas)
    number = await uow.reports.next_number(now.astimezone(zone).year)
    report = await uow.reports.add(new, number, now)
    await note_report(uow, report, ReportStep.RECEIVED, new.member_id, now)
    coordinators = await coordinators_of(uow, report, now)
    receipt = Notice("report-receipt", {"report": report.id, "coordinators": len(coordinators)})
    await tell(uow, [new.member_id], receipt, f"report-receipt:{report.id}", now)
    await _show(uow, report, coordinators, now)
    return report


async def _show(uow: UnitOfWork, report: Report, coordinators: tuple[MemberId, ...], now: datetime) -> None:
    """A card at once. In a flood, what nobody vouches for waits in the list, and that is said once."""
    flood = await watch(uow, Flood.REPORTS, now)
    if flood and not report.is_confirmed and not report.kind.is_robbery:
        await tell(uow, coordinators, Notice("reports-many", {}), f"reports-many:{flood}", now)
        return
    priority = Priority.P1 if report.kind.is_robbery else Priority.PERSON
    await tell(uow, coordinators, card_notice(report), card_key(report), now, priority=priority)
