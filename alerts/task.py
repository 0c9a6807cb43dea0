"""Task (taak): something that a coordinator does about an incident by a date, with the evidence that it was done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from alerts.errors import IllegalTransition, InvalidText
from alerts.ids import IncidentId, MemberId, TaskId

TITLE_LENGTH = 120  # UTF-16 units: two lines on a phone
EVIDENCE_LENGTH = 500  # UTF-16 units
FARTHEST = timedelta(days=366)  # ours: a due date beyond this is a mistake


class TaskSource(StrEnum):
    """Where a task comes from."""

    HAND = "hand"
    SCAN = "scan"  # a finding of the security scan


class TaskReminder(StrEnum):
    """How far the owner of a task was reminded of its due date."""

    NONE = "none"
    BEFORE = "before"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task that is not stored yet. `is_public_space`: it is about the street and not about the shop."""

    incident_id: IncidentId
    title: str
    owner_id: MemberId | None
    due_on: date
    source: TaskSource = TaskSource.HAND
    is_public_space: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(NewTask):
    """A stored task. Without `owner_id` nobody has it: its owner left office, and nobody could be reached who takes it
    back. `made_by` is None once that person was erased."""

    id: TaskId
    made_by: MemberId | None
    created_at: datetime
    version: int
    reminded: TaskReminder = TaskReminder.NONE
    done_at: datetime | None = None
    done_by: MemberId | None = None
    evidence: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether the task is still to be done."""
        return self.done_at is None

    def is_late(self, today: date) -> bool:
        """Whether the task should have been done before today."""
        return self.is_open and self.due_on < today

    def check_is_open(self) -> None:
        """Raise IllegalTransition when the task is done."""
        if not self.is_open:
            raise IllegalTransition("task-done")


def check_due(due_on: date, today: date) -> None:
    """Raise InvalidText unless a task can be due on this day: today or later, within a year."""
    if not today <= due_on <= today + FARTHEST:
        raise InvalidText("no-due-day")


def reminder_due(task: Task, today: date) -> TaskReminder:
    """Return the reminder that the owner of an open task should have today and has not: BEFORE on the day before and on
    the day itself, LATE once it is over; NONE when there is nothing to say."""
    if not task.is_open:
        return TaskReminder.NONE
    wanted = TaskReminder.NONE
    if task.is_late(today):
        wanted = TaskReminder.LATE
    elif today >= task.due_on - timedelta(days=1):
        wanted = TaskReminder.BEFORE
    return TaskReminder.NONE if wanted is task.reminded or task.reminded is TaskReminder.LATE else wanted
