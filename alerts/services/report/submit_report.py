"""Submit a report: number it, open the incident of a robbery, send the reporter a receipt and the coordinators of the
place a card, and start its clock."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.delivery import Notice
from alerts.errors import NotAllowed
from alerts.ids import MemberId
from alerts.limits import REPORTS, Quotas
from alerts.ports import UnitOfWork
from alerts.report import NewReport, Report, ReportStep, kind_by_loot
from alerts.role import Action, may
from alerts.services.limits.check_quota import check_report_quota
from alerts.services.report.open_incident import open_incident
from alerts.services.report.record_step import coordinators_of, record_step
from alerts.services.report.set_clock import begin_clock
from alerts.services.report.show_report import show_report
from alerts.services.tell import tell


async def check_may_report(uow: UnitOfWork, member: MemberId, now: datetime, quotas: Quotas = REPORTS) -> None:
    """Raise NotAllowed for who belongs to no shop and has no role that may report anywhere, and LimitReached; without
    quotas nothing is limited."""
    roles = await uow.roles.of_member(member)
    if not may(roles, Action.REPORT, None, now=now) and not await uow.premises.followings(member):
        raise NotAllowed(Action.REPORT)
    if quotas:
        await check_report_quota(uow, member, now, quotas)


async def submit_report(
    uow: UnitOfWork,
    new: NewReport,
    now: datetime,
    *,
    zone: ZoneInfo,
    quotas: Quotas = REPORTS,
    receipt: str = "report-receipt",
) -> Report:
    """Store the report and return it. The number's year is that of the local time; the loot decides between robbery and
    attempt. `receipt` is the notice that the reporter gets.

    Raises NotAllowed, LimitReached.
    """
    await check_may_report(uow, new.member_id, now, quotas)
    new = replace(new, kind=kind_by_loot(new.kind, new.content.loot_type))
    number = await uow.reports.next_number(now.astimezone(zone).year)
    report = await open_incident(uow, await uow.reports.add(new, number, now), now, zone=zone)
    await record_step(uow, report, ReportStep.RECEIVED, new.member_id, now)
    coordinators = await coordinators_of(uow, report, now)
    confirmed = Notice(receipt, {"report": report.id, "coordinators": len(coordinators)})
    await tell(uow, [new.member_id], confirmed, f"report-receipt:{report.id}", now)
    await show_report(uow, report, await begin_clock(uow, report, coordinators, now), now)
    return report
