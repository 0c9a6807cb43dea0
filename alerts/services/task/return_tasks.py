"""Return the open tasks of an owner who left office: to the city marshal there, else to the police, who are told."""

from dataclasses import replace
from datetime import datetime

from alerts.area import Place
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Role, may
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import located
from alerts.services.task.find_tasks import HAVES, LEADS
from alerts.services.task.make_task import record_task, tell_of_task
from alerts.task import Task, TaskReminder

AT_ONCE = 100  # tasks in one commit


async def has_tasks_to_return(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a role of an owner of an open task ended since somebody looked."""
    return bool(await uow.tasks.doubted(1))


async def return_tasks(uow: UnitOfWork, now: datetime) -> None:
    """Give the open tasks of owners who can no longer have them to who leads at their place. Where nobody there can be
    reached, nobody has the task, and the page of the incident says so."""
    for task in await uow.tasks.doubted(AT_ONCE):
        place = (await uow.incidents.get(task.incident_id)).place
        if task.owner_id is not None and await is_allowed(uow, task.owner_id, HAVES, place, now):
            await uow.tasks.settle(task.id)
        else:
            await _return(uow, task, place, now)


async def _return(uow: UnitOfWork, task: Task, place: Place, now: datetime) -> None:
    heir = await _heir(uow, task, place, now)
    returned = await uow.tasks.save(replace(task, owner_id=heir, reminded=TaskReminder.NONE))
    await record_task(uow, "returned", returned, None, now)
    if heir is not None:
        await tell_of_task(uow, "task-returned", returned, heir, now)


async def _heir(uow: UnitOfWork, task: Task, place: Place, now: datetime) -> MemberId | None:
    """Return who gets the task: who made it, if they lead there; else a city marshal, else the police."""
    matter = await located(uow, place)
    leading = [one for one in await uow.roles.active(now) if one.role in LEADS and may([one], HAVES, matter, now=now)]
    ordered = sorted(leading, key=lambda one: (one.member_id != task.made_by, one.role is Role.POLICE))
    able = await able_to_answer(uow, [one.member_id for one in ordered], task.owner_id)
    return next(iter(able), None)
