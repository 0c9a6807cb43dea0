"""The port for tasks of incidents."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from alerts.ids import IncidentId, MemberId, TaskId
from alerts.task import NewTask, Task, TaskReminder


class Tasks(Protocol):
    """The repository of tasks. Those of an incident that was refuted are nobody's to do: only `get` and `of_incidents`
    find them."""

    async def add(self, new: NewTask, by: MemberId, now: datetime) -> Task:
        """Store a new task, to be done."""

    async def get(self, task: TaskId) -> Task:
        """The task with this id. Raises NotFound."""

    async def save(self, task: Task) -> Task:
        """Store owner, due date, reminder and how it was done; return it with its next version. Raises Conflict when
        the version is not current any more."""

    async def note_reminder(self, task: TaskId, reminder: TaskReminder) -> None:
        """Store how far the owner was reminded; what was shown of the task stays current."""

    async def of_owner(self, member: MemberId) -> list[Task]:
        """The open tasks of this member, the first due first."""

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Task]:
        """Every task of these incidents: open ones first, the first due first."""

    async def to_remind(self, today: date, limit: int) -> list[Task]:
        """Open tasks with an owner that may be due for a reminder (`reminder_due`) today, up to `limit`."""

    async def doubt(self, member: MemberId) -> None:
        """Note that a role of this member ended: somebody has to look whether they may keep their open tasks."""

    async def doubted(self, limit: int) -> list[Task]:
        """Open tasks whose owner has to be looked at, oldest first, up to `limit`."""

    async def settle(self, task: TaskId) -> None:
        """Note that the owner of a task was looked at; what was shown of the task stays current."""
