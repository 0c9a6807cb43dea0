"""Find overdue reports: those that wait too long, and for one coordinator their own, the free and the offered ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.overdue import is_offered, is_overdue
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Action, Actor, may
from alerts.services.permission.reach import Reach
from alerts.services.report.find_reports import is_free, reports_in_scope


@dataclass(frozen=True, slots=True)
class OverdueReports:
    """The overdue reports of one coordinator, each with how long it waited, the longest first: those they took
    themselves, those that nobody has, and those that a colleague took and did not finish."""

    own: tuple[tuple[Report, timedelta], ...] = ()
    free: tuple[tuple[Report, timedelta], ...] = ()
    offered: tuple[tuple[Report, timedelta], ...] = ()

    @property
    def all(self) -> tuple[tuple[Report, timedelta], ...]:
        """All of them."""
        return (*self.own, *self.free, *self.offered)


async def waited(uow: UnitOfWork, report: Report, now: datetime) -> timedelta:
    """Return how long an open report waits to be dealt with, since it was made or its reporter had it reopened."""
    waits = report.waited(now)
    feedback = await uow.feedbacks.get(report.id) if is_overdue(waits) else None
    return waits if feedback is None or feedback.reopened_at is None else min(waits, now - feedback.reopened_at)


async def may_take_over(uow: UnitOfWork, actor: Actor, report: Report, now: datetime) -> bool:
    """Whether a coordinator who may deal with the report can take it over from the colleague who took it: it waits too
    long, and no notice is made of it."""
    if not report.is_open or report.taken_by in (None, actor.member.id) or report.alert_id is not None:
        return False
    return is_offered(await waited(uow, report, now)) and not await is_free(uow, report, now)


async def overdue_for(uow: UnitOfWork, actor: Actor, now: datetime) -> OverdueReports:
    """Return the overdue reports that this coordinator can do something about."""
    own, free, offered = [], [], []
    for report in await reports_in_scope(uow, actor, now):
        waits = await waited(uow, report, now)
        if not is_overdue(waits):
            continue
        if report.taken_by == actor.member.id:
            own.append((report, waits))
        elif await is_free(uow, report, now):
            free.append((report, waits))
        elif await may_take_over(uow, actor, report, now):
            offered.append((report, waits))
    return OverdueReports(*(_longest_first(one) for one in (own, free, offered)))


async def overdue_since(uow: UnitOfWork, actor: Actor, now: datetime) -> list[datetime]:
    """Return when the overdue reports were made that this coordinator took, or can take over; oldest first."""
    scopes = [one.scope for one in actor.grants if may([one], Action.SEE_REPORTS, None, now=now)]
    reach, me = Reach(uow, actor, Action.SEE_REPORTS, now), actor.member.id
    found = []
    for one in await uow.reports.open_in(scopes):
        waits = now - one.created_at
        is_mine = one.taken_by == me and is_overdue(waits)
        is_theirs = one.taken_by not in (None, me) and one.alert_id is None and is_offered(waits)
        if (is_mine or is_theirs) and one.member_id != me and await reach.covers_place(one.place):
            found.append(one.created_at)
    return found


def _longest_first(found: list[tuple[Report, timedelta]]) -> tuple[tuple[Report, timedelta], ...]:
    return tuple(sorted(found, key=lambda one: one[1], reverse=True))
