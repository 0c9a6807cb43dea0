"""Find reports, as a coordinator who may see them or as the member who sent them."""

from datetime import datetime

from alerts.errors import NotAllowed, OutOfReach
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import OpenReport, Report
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has, check_may, check_reach, is_allowed
from alerts.services.permission.reach import Reach


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


async def free_since(uow: UnitOfWork, actor: Actor, now: datetime) -> list[datetime]:
    """Return when the reports came that this coordinator may deal with and that nobody has taken, oldest first."""
    scopes = [one.scope for one in actor.grants if may([one], Action.SEE_REPORTS, None, now=now)]
    reach = Reach(uow, actor, Action.SEE_REPORTS, now)
    return [
        one.created_at
        for one in await uow.reports.open_in(scopes)
        if one.member_id != actor.member.id and await reach.covers_place(one.place) and await is_free(uow, one, now)
    ]


async def is_free(uow: UnitOfWork, report: Report | OpenReport, now: datetime) -> bool:
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
