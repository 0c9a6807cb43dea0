"""Plan the prevention visit to a neighbour of an incident with the measures that are agreed, and note that it was
made."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from alerts.audit import AuditEvent
from alerts.errors import Conflict, IllegalTransition, NotFound
from alerts.ids import IncidentId, PremisesId
from alerts.neighbour import Visit, measures_to_agree
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.measure.find_measures import find_measures
from alerts.services.neighbour.find_neighbours import SeenNeighbour, find_neighbours
from alerts.services.task.find_tasks import incident_for_tasks
from alerts.services.task.make_task import check_goes_on
from alerts.task import check_due


async def neighbour_in_scope(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, premises: PremisesId, now: datetime
) -> SeenNeighbour:
    """Return a neighbour of an incident, to who may have tasks there. Raises NotAllowed and NotFound."""
    incident = await incident_for_tasks(uow, actor, incident_id, now)
    check_goes_on(incident)
    found = await find_neighbours(uow, actor, incident, now)
    seen = next((one for one in found if one.neighbour.premises.id == premises), None)
    if seen is None:
        raise NotFound
    return seen


async def plan_visit(
    uow: UnitOfWork,
    actor: Actor,
    incident_id: IncidentId,
    premises: PremisesId,
    *,
    planned_on: date | None,
    measures: Collection[str],
    version: int,
    now: datetime,
) -> Visit:
    """Store the day and the agreed measures of a visit. Raises NotAllowed, NotFound (also for a measure that is not for
    this shop), IllegalTransition, InvalidText for a day that is past, and Conflict."""
    seen = await neighbour_in_scope(uow, actor, incident_id, premises, now)
    _check_version(seen.visit, version)
    if planned_on is not None and planned_on != seen.visit.planned_on:
        check_due(planned_on, now.astimezone(uow.tallies.zone).date())
    branch = seen.neighbour.premises.branch
    known = {one.key for one in measures_to_agree(await find_measures(uow), branch, seen.visit.measures)}
    if not set(measures) <= known | seen.visit.measures:
        raise NotFound
    saved = await uow.visits.put(replace(seen.visit, planned_on=planned_on, measures=frozenset(measures)), now)
    await _record(uow, "planned", saved, actor, now)
    return saved


async def note_visited(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, premises: PremisesId, *, version: int, now: datetime
) -> Visit:
    """Note that a neighbour was visited. Raises as `plan_visit`, and IllegalTransition when it was noted before."""
    seen = await neighbour_in_scope(uow, actor, incident_id, premises, now)
    if seen.visit.visited_at is not None:
        raise IllegalTransition("visited")
    _check_version(seen.visit, version)
    saved = await uow.visits.put(replace(seen.visit, visited_at=now, visited_by=actor.member.id), now)
    await _record(uow, "made", saved, actor, now)
    return saved


def _check_version(visit: Visit, version: int) -> None:
    if visit.version != version:
        raise Conflict


async def _record(uow: UnitOfWork, step: str, visit: Visit, actor: Actor, now: datetime) -> None:
    details: dict[str, str | int] = {"incident": visit.incident_id}
    await uow.audit.append(AuditEvent(f"visit.{step}", "premises", visit.premises_id, actor.member.id, details), now)
