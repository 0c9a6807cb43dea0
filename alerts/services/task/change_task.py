"""Change a task: give it to somebody else, move its due date, or say that it is done and how that shows."""

from dataclasses import replace
from datetime import date, datetime

from alerts.errors import Conflict, NotAllowed, Rejected
from alerts.ids import MemberId, TaskId
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.task.find_tasks import may_change, possible_owners, task_in_scope
from alerts.services.task.make_task import record_task, tell_of_task
from alerts.task import EVIDENCE_LENGTH, Task, TaskReminder, check_due
from alerts.typed_text import checked, tidied


async def task_to_change(
    uow: UnitOfWork, actor: Actor, task_id: TaskId, now: datetime, *, version: int | None = None
) -> Task:
    """Return an open task that this coordinator may change. Raises NotAllowed, NotFound, IllegalTransition, and
    Conflict when it changed since it was shown in this `version`."""
    task, incident = await task_in_scope(uow, actor, task_id, now)
    task.check_is_open()
    if not await may_change(uow, actor, task, incident, now):
        raise NotAllowed("others-task")
    if version is not None and task.version != version:
        raise Conflict
    return task


async def give_task(
    uow: UnitOfWork, actor: Actor, task_id: TaskId, to: MemberId, *, version: int, now: datetime
) -> Task:
    """Give a task to another owner, who is told; who had it is told too, unless they gave it. Raises as
    `task_to_change`, and Rejected for somebody who cannot have it or has it already."""
    task = await task_to_change(uow, actor, task_id, now, version=version)
    incident = await uow.incidents.get(task.incident_id)
    if to == task.owner_id or to not in await possible_owners(uow, incident, now):
        raise Rejected("task-owner")
    given = await uow.tasks.save(replace(task, owner_id=to, reminded=TaskReminder.NONE))
    await record_task(uow, "given", given, actor, now)
    if to != actor.member.id:
        await tell_of_task(uow, "task-given", given, to, now)
    if task.owner_id not in (None, actor.member.id):
        assert task.owner_id is not None, "somebody had it"
        await tell_of_task(uow, "task-gone", given, task.owner_id, now)
    return given


async def move_task(
    uow: UnitOfWork, actor: Actor, task_id: TaskId, due_on: date, *, version: int, now: datetime
) -> Task:
    """Set another due date; the owner is told when somebody else did. Raises as `task_to_change`, and InvalidText for a
    day that is past or too far."""
    task = await task_to_change(uow, actor, task_id, now, version=version)
    check_due(due_on, now.astimezone(uow.tallies.zone).date())
    moved = await uow.tasks.save(replace(task, due_on=due_on, reminded=TaskReminder.NONE))
    await record_task(uow, "moved", moved, actor, now)
    if moved.owner_id is not None and moved.owner_id != actor.member.id:
        await tell_of_task(uow, "task-moved", moved, moved.owner_id, now)
    return moved


async def check_evidence(typed: str) -> str:
    """Return the words by which somebody shows that a task is done, as they are stored. Raises InvalidText."""
    return await checked(tidied(typed), EVIDENCE_LENGTH)


async def finish_task(
    uow: UnitOfWork, actor: Actor, task_id: TaskId, evidence: str, *, version: int, now: datetime
) -> Task:
    """Note that a task is done, with the evidence in words; who made it is told when somebody else did it. Raises as
    `task_to_change`, and InvalidText."""
    task = await task_to_change(uow, actor, task_id, now, version=version)
    words = await check_evidence(evidence)
    done = await uow.tasks.save(replace(task, done_at=now, done_by=actor.member.id, evidence=words))
    await record_task(uow, "done", done, actor, now)
    if done.made_by is not None and done.made_by != actor.member.id:
        await tell_of_task(uow, "task-done", done, done.made_by, now)
    return done
