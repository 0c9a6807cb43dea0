"""Tasks of incidents, in SQL."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import IncidentId, MemberId, TaskId
from alerts.incident import IncidentState
from alerts.task import NewTask, Task, TaskReminder
from storage.database.transactions import Transaction
from storage.tables import incidents
from storage.tables import tasks as stored

_is_open = stored.c.done_at.is_(None)
_counts = stored.c.incident_id.not_in(sa.select(incidents.c.id).where(incidents.c.state == IncidentState.REFUTED))


class SqlTasks:
    """`alerts.ports.Tasks` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewTask, by: MemberId, now: datetime) -> Task:
        """Store a new task, to be done."""
        values = {
            "incident_id": new.incident_id,
            "title": new.title,
            "owner_id": new.owner_id,
            "due_on": new.due_on,
            "source": new.source,
            "is_public_space": new.is_public_space,
            "made_by": by,
            "created_at": now,
            "reminded": TaskReminder.NONE,
            "is_doubted": False,
            "version": 1,
        }
        return _task(await self._transaction.one(sa.insert(stored).values(values).returning(*stored.c)))

    async def get(self, task: TaskId) -> Task:
        """The task with this id. Raises NotFound."""
        return _task(await self._transaction.one(sa.select(stored).where(stored.c.id == task)))

    async def save(self, task: Task) -> Task:
        """Store owner, due date, reminder and how it was done; return it with its next version. Raises Conflict when
        the version is not current any more."""
        current = sa.update(stored).where(stored.c.id == task.id, stored.c.version == task.version)
        values = {
            "owner_id": task.owner_id,
            "due_on": task.due_on,
            "reminded": task.reminded,
            "is_doubted": False,
            "done_at": task.done_at,
            "done_by": task.done_by,
            "evidence": task.evidence,
            "version": task.version + 1,
        }
        row = await self._transaction.first(current.values(values).returning(*stored.c))
        if row is None:
            raise Conflict
        return _task(row)

    async def note_reminder(self, task: TaskId, reminder: TaskReminder) -> None:
        """Store how far the owner was reminded; what was shown of the task stays current."""
        await self._transaction.execute(sa.update(stored).where(stored.c.id == task).values(reminded=reminder))

    async def of_owner(self, member: MemberId) -> list[Task]:
        """The open tasks of this member, the first due first."""
        found = sa.select(stored).where(stored.c.owner_id == member, _is_open, _counts)
        return await self._all(found.order_by(stored.c.due_on, stored.c.id))

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Task]:
        """Every task of these incidents: open ones first, the first due first."""
        found = sa.select(stored).where(stored.c.incident_id.in_(incidents))
        return await self._all(found.order_by(stored.c.done_at.is_not(None), stored.c.due_on, stored.c.id))

    async def to_remind(self, today: date, limit: int) -> list[Task]:
        """Open tasks with an owner that may be due for a reminder (`reminder_due`) today, up to `limit`."""
        is_near = sa.and_(
            stored.c.due_on.between(today, today + timedelta(days=1)), stored.c.reminded == TaskReminder.NONE
        )
        is_late = sa.and_(stored.c.due_on < today, stored.c.reminded != TaskReminder.LATE)
        found = sa.select(stored).where(stored.c.owner_id.is_not(None), _is_open, _counts, sa.or_(is_near, is_late))
        return await self._all(found.order_by(stored.c.due_on, stored.c.id).limit(limit))

    async def doubt(self, member: MemberId) -> None:
        """Note that a role of this member ended: somebody has to look whether they may keep their open tasks."""
        theirs = sa.update(stored).where(stored.c.owner_id == member, _is_open)
        await self._transaction.execute(theirs.values(is_doubted=True))

    async def doubted(self, limit: int) -> list[Task]:
        """Open tasks whose owner has to be looked at, oldest first, up to `limit`."""
        found = sa.select(stored).where(stored.c.is_doubted, _is_open, _counts)
        return await self._all(found.order_by(stored.c.id).limit(limit))

    async def settle(self, task: TaskId) -> None:
        """Note that the owner of a task was looked at; what was shown of the task stays current."""
        await self._transaction.execute(sa.update(stored).where(stored.c.id == task).values(is_doubted=False))

    async def _all(self, found: sa.Select[Any]) -> list[Task]:
        return [_task(row) for row in await self._transaction.rows(found)]


def _task(row: Any) -> Task:
    return Task(
        id=TaskId(row.id),
        incident_id=IncidentId(row.incident_id),
        title=row.title,
        owner_id=row.owner_id,
        due_on=row.due_on,
        source=row.source,
        is_public_space=row.is_public_space,
        made_by=row.made_by,
        created_at=row.created_at,
        version=row.version,
        reminded=row.reminded,
        done_at=row.done_at,
        done_by=row.done_by,
        evidence=row.evidence,
    )
