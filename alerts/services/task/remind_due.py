"""Remind owners of tasks: once on the day before the due date, and once when it is past.

How far an owner was reminded is stored with the message in one commit, and the message has an effect key of its task,
date and reminder: a kill in between neither loses nor repeats one.
"""

from datetime import date, datetime, timedelta

from alerts.delivery import Notice, OnUnknown
from alerts.overdue import day_to_remind
from alerts.ports import UnitOfWork
from alerts.services.tell import tell
from alerts.task import TaskReminder, reminder_due

AT_ONCE = 100  # tasks in one commit
TIMELY = timedelta(hours=12)  # by the next day the words would not be right any more


async def has_reminders_due(uow: UnitOfWork, now: datetime) -> bool:
    """Whether an owner should be reminded now: there is such a task, and it is day."""
    day = _today(uow, now)
    return day is not None and bool(await uow.tasks.to_remind(day, 1))


async def remind_due(uow: UnitOfWork, now: datetime) -> None:
    """Remind the owners of tasks that are due tomorrow or today, or late."""
    day = _today(uow, now)
    if day is None:
        return
    for task in await uow.tasks.to_remind(day, AT_ONCE):
        reminder = reminder_due(task, day)
        assert task.owner_id is not None, "only tasks that somebody has are found"
        await uow.tasks.note_reminder(task.id, reminder)
        view = "task-late" if reminder is TaskReminder.LATE else "task-soon"
        key = f"{view}:{task.id}:{task.due_on}"
        notice = Notice(view, {"task": task.id})
        await tell(uow, [task.owner_id], notice, key, now, on_unknown=OnUnknown.GIVE_UP, deadline=now + TIMELY)


def _today(uow: UnitOfWork, now: datetime) -> date | None:
    """Return the local day; None at night."""
    day = day_to_remind(now, uow.tallies.zone)
    return None if day is None else date.fromisoformat(day)
