"""Suggest of which earlier report a report may be a duplicate, with the reasons."""

from dataclasses import dataclass
from datetime import datetime

from alerts.duplicates import FARTHEST_M, LOOK_BACK, MOST, Likeness, likeness
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Action, Actor
from alerts.services.permission.reach import Reach
from alerts.services.report.join_report import has_ended_in_silence, may_be_joined

_CANDIDATES = 200  # reports that are compared, the newest ones: in a flood more would hold up the card


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A report that another may be a duplicate of, and why; of its duplicates the likeliest counts too."""

    main: Report
    likeness: Likeness


async def suggest_duplicates(uow: UnitOfWork, actor: Actor, report: Report, now: datetime) -> list[Suggestion]:
    """Return what this report may be a duplicate of, the likeliest first: earlier reports that this coordinator may
    deal with, open or closed with an outcome."""
    if not may_be_joined(report):
        return []
    since = report.created_at - LOOK_BACK
    around = await uow.reports.around(report.place, FARTHEST_M, since, report.created_at, _CANDIDATES)
    reach = Reach(uow, actor, Action.SEE_REPORTS, now)
    found: dict[ReportId, Suggestion] = {}
    for other in around:
        alike = likeness(report, other) if other.id < report.id else None
        if alike is None or not await _may_deal_with(other, actor, reach):
            continue
        main = other if other.main_id is None else await uow.reports.get(other.main_id)
        if main.id == report.id or has_ended_in_silence(main) or not await _may_deal_with(main, actor, reach):
            continue
        best = found.get(main.id)
        if best is None or alike.score > best.likeness.score:
            found[main.id] = Suggestion(main, alike)
    return sorted(found.values(), key=lambda one: (-one.likeness.score, -one.main.id))[:MOST]


async def _may_deal_with(report: Report, actor: Actor, reach: Reach) -> bool:
    return report.member_id != actor.member.id and await reach.covers_place(report.place)
