"""Find tasks: a coordinator's own, those of an incident, and one by its number; and who can have one."""

from collections.abc import Sequence
from datetime import datetime

from alerts.ids import IncidentId, MemberId, TaskId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Role, may
from alerts.services.incident.read_incident import incident_in_scope
from alerts.services.permission.check_may import check_has
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import located
from alerts.task import Task

HAVES = Action.HAVE_TASKS
LEADS = frozenset({Role.POLICE, Role.CITY_MARSHAL})  # who sees to it that all is done


async def own_tasks(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Task]:
    """Return the open tasks of this coordinator, the first due first; those of places that are no longer theirs are
    left out. Raises NotAllowed."""
    check_has(actor, HAVES, now)
    return [one for one in await uow.tasks.of_owner(actor.member.id) if await _is_at_hand(uow, actor, one, now)]


async def tasks_of(uow: UnitOfWork, incidents: Sequence[IncidentId]) -> list[Task]:
    """Return every task of these incidents, open ones first; the caller has checked the scope."""
    return await uow.tasks.of_incidents(incidents)


async def with_joined(uow: UnitOfWork, incident: Incident) -> list[IncidentId]:
    """Return an incident with those that go on in it: what hangs on them counts for it."""
    return [incident.id, *(one.id for one in await uow.incidents.joined_to(incident.id))]


async def incident_for_tasks(uow: UnitOfWork, actor: Actor, incident: IncidentId, now: datetime) -> Incident:
    """Return an incident about which this coordinator may have tasks. Raises NotAllowed and NotFound."""
    return await incident_in_scope(uow, actor, incident, now, action=HAVES)


async def task_in_scope(uow: UnitOfWork, actor: Actor, task: TaskId, now: datetime) -> tuple[Task, Incident]:
    """Return a task with its incident, to somebody who may have tasks there. Raises NotAllowed and NotFound."""
    check_has(actor, HAVES, now)
    found = await uow.tasks.get(task)
    return found, await incident_for_tasks(uow, actor, found.incident_id, now)


async def possible_owners(uow: UnitOfWork, incident: Incident, now: datetime) -> tuple[MemberId, ...]:
    """Return who can have a task of this incident and can be reached, longest in office first."""
    return await able_to_answer(uow, await find_coordinators(uow, HAVES, incident.place, now), None)


async def may_lead(uow: UnitOfWork, actor: Actor, incident: Incident, now: datetime) -> bool:
    """Whether this coordinator is of those who see to it that all of this incident is done."""
    leading = [one for one in actor.grants if one.role in LEADS]
    return may(leading, HAVES, await located(uow, incident.place), now=now)


async def may_change(uow: UnitOfWork, actor: Actor, task: Task, incident: Incident, now: datetime) -> bool:
    """Whether this coordinator may give the task away, move it or say that it is done: its owner, who made it, and who
    leads there."""
    is_own = actor.member.id in (task.owner_id, task.made_by)
    return is_own or await may_lead(uow, actor, incident, now)


async def _is_at_hand(uow: UnitOfWork, actor: Actor, task: Task, now: datetime) -> bool:
    incident = await uow.incidents.get(task.incident_id)
    return may(actor.grants, HAVES, await located(uow, incident.place), now=now)
