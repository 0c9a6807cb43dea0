"""Suggest which other incident may be the same event, with the reasons that duplicates of reports have."""

from dataclasses import dataclass
from datetime import datetime

from alerts.duplicates import FARTHEST_M, LOOK_BACK, MOST, Likeness, likeness
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report
from alerts.role import Action, Actor
from alerts.services.permission.reach import Reach

_CANDIDATES = 50  # incidents that are compared, the newest ones


@dataclass(frozen=True, slots=True)
class SameEvent:
    """An incident that may be about the same event, and why: the likeliest pair of their reports."""

    other: Incident
    likeness: Likeness


async def suggest_incidents(uow: UnitOfWork, actor: Actor, incident: Incident, now: datetime) -> list[SameEvent]:
    """Return the open incidents that may be the same event, the likeliest first; none where this person may not
    decide."""
    reach = Reach(uow, actor, Action.DECIDE_INCIDENTS, now)
    if not incident.is_open or not await reach.covers_place(incident.place):
        return []
    since, until = incident.created_at - LOOK_BACK, incident.created_at + LOOK_BACK
    own, found = await _reports(uow, incident.id), []
    for other in await uow.incidents.around(incident.place, FARTHEST_M, since, until, _CANDIDATES):
        if other.id == incident.id or not await reach.covers_place(other.place):
            continue
        theirs = await _reports(uow, other.id)
        alike = [why for one in own for two in theirs if (why := likeness(one, two)) is not None]
        if alike:
            found.append(SameEvent(other, max(alike, key=lambda why: why.score)))
    return sorted(found, key=lambda one: (-one.likeness.score, -one.other.id))[:MOST]


async def _reports(uow: UnitOfWork, incident: IncidentId) -> list[Report]:
    reports = [await uow.reports.get(one) for one in await uow.incidents.reports_of(incident)]
    return [one for one in reports if one.outcome is not Outcome.WITHDRAWN]
