"""Make a task of an incident, by hand or from a finding of the security scan; its owner is told."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, Rejected
from alerts.ids import MemberId
from alerts.incident import Incident, IncidentState
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.task.find_tasks import incident_for_tasks, possible_owners
from alerts.services.tell import tell
from alerts.task import TITLE_LENGTH, NewTask, Task, check_due
from alerts.typed_text import checked, tidied

_OVER = (IncidentState.REFUTED, IncidentState.JOINED)


async def check_title(typed: str) -> str:
    """Return the title of a task as it is stored. Raises InvalidText."""
    return " ".join((await checked(tidied(typed), TITLE_LENGTH)).split())


def check_goes_on(incident: Incident) -> None:
    """Raise IllegalTransition for an incident that was refuted, or that goes on in another."""
    if incident.state in _OVER:
        raise IllegalTransition(f"incident-{incident.state}")


async def make_task(uow: UnitOfWork, actor: Actor, new: NewTask, now: datetime) -> Task:
    """Store a task and tell its owner. Raises NotAllowed, NotFound, IllegalTransition, InvalidText for its title and
    due date, and Rejected for an owner who cannot have it."""
    incident = await incident_for_tasks(uow, actor, new.incident_id, now)
    check_goes_on(incident)
    title = await check_title(new.title)
    check_due(new.due_on, now.astimezone(uow.tallies.zone).date())
    if new.owner_id not in await possible_owners(uow, incident, now):
        raise Rejected("task-owner")
    task = await uow.tasks.add(replace(new, title=title), actor.member.id, now)
    await record_task(uow, "made", task, actor, now)
    if task.owner_id is not None and task.owner_id != actor.member.id:
        await tell_of_task(uow, "task-given", task, task.owner_id, now)
    return task


async def tell_of_task(uow: UnitOfWork, view: str, task: Task, member: MemberId, now: datetime) -> None:
    """Queue a notice about a task, once for each version of it."""
    await tell(uow, [member], Notice(view, {"task": task.id}), f"{view}:{task.id}:{task.version}", now)


async def record_task(uow: UnitOfWork, step: str, task: Task, actor: Actor | None, now: datetime) -> None:
    """Record a step of a task, with its owner; `actor` None: the program took it."""
    details: dict[str, str | int] = {"incident": task.incident_id}
    if task.owner_id is not None:
        details["member"] = task.owner_id
    who = None if actor is None else actor.member.id
    await uow.audit.append(AuditEvent(f"task.{step}", "task", task.id, who, details), now)
