"""Find reports, as a coordinator who may see them or as the member who sent them."""

from datetime import datetime

from alerts.errors import NotAllowed, OutOfReach
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Action, Actor
from alerts.services.permission.check_may import check_has, check_may, check_reach, is_allowed


async def report_in_scope(uow: UnitOfWork, actor: Actor, report_id: ReportId, now: datetime) -> Report:
    """Return a report that this coordinator may deal with. Raises NotAllowed, also for their own report: a colleague
    looks at it."""
    check_has(actor, Action.SEE_REPORTS, now)
    report = await uow.reports.get(report_id)
    await check_reach(uow, actor, Action.SEE_REPORTS, report.place, now)
    if report.member_id == actor.member.id:
        raise NotAllowed("own-report")
    return report


async def reports_in_scope(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Report]:
    """Return the open reports that this coordinator may deal with, oldest first."""
    found = []
    for report in await uow.reports.still_open():
        try:
            await check_may(uow, actor, Action.SEE_REPORTS, report.place, now)
        except NotAllowed:
            continue
        if report.member_id != actor.member.id:
            found.append(report)
    return found


async def is_free(uow: UnitOfWork, report: Report, now: datetime) -> bool:
    """Whether the report waits for a coordinator: nobody took it, or who took it may not deal with it any more."""
    if report.taken_by is None:
        return report.is_open
    is_left = not await is_allowed(uow, report.taken_by, Action.SEE_REPORTS, report.place, now)
    return is_left and report.is_open and report.alert_id is None


async def own_report(uow: UnitOfWork, report_id: ReportId, member: MemberId) -> Report:
    """Return a report that this member sent. Raises OutOfReach."""
    report = await uow.reports.get(report_id)
    if report.member_id != member:
        raise OutOfReach("other-report")
    return report
