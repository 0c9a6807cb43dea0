"""List reports in parts: those that a coordinator may deal with, in one state."""

from datetime import datetime

from alerts.ports import UnitOfWork
from alerts.report import Report, ReportFilter, ReportMark
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.permission.reach import Reach

PAGE = 50


async def list_reports(
    uow: UnitOfWork,
    actor: Actor,
    wanted: ReportFilter,
    now: datetime,
    *,
    after: ReportMark | None = None,
    most: int = PAGE,
) -> tuple[list[Report], ReportMark | None]:
    """Return up to `most` reports that fit the filter, and where the next page begins (None: this is the last one).

    The most urgent come first, then the oldest; closed ones newest first. The actor's own are left out, as a colleague
    deals with them. Raises NotAllowed.
    """
    check_has(actor, Action.SEE_REPORTS, now)
    scopes = [one.scope for one in actor.grants if may([one], Action.SEE_REPORTS, None, now=now)]
    reach = Reach(uow, actor, Action.SEE_REPORTS, now)
    found: list[Report] = []
    while len(found) <= most:
        batch = await uow.reports.page(wanted, scopes, after=after, limit=most + 1)
        for report in batch:
            if report.member_id != actor.member.id and await reach.covers_place(report.place):
                found.append(report)
        if len(batch) <= most:
            break
        after = _mark_of(batch[-1])
    return found[:most], _mark_of(found[most - 1]) if len(found) > most else None


def _mark_of(report: Report) -> ReportMark:
    return ReportMark(report.urgency, report.id)
