"""Tests of tasks: when a reminder is due, and which days can be due dates."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from alerts.errors import InvalidText
from alerts.ids import IncidentId, MemberId, TaskId
from alerts.task import FARTHEST, Task, TaskReminder, check_due, reminder_due

DUE = date(2026, 12, 10)
DAY = timedelta(days=1)
TASK = Task(
    id=TaskId(1),
    incident_id=IncidentId(1),
    title="Camera nakijken",
    owner_id=MemberId(1),
    due_on=DUE,
    made_by=MemberId(2),
    created_at=datetime(2026, 12, 1, tzinfo=UTC),
    version=1,
)


@pytest.mark.parametrize(
    ("days", "told", "wanted"),
    [
        (-2, TaskReminder.NONE, TaskReminder.NONE),
        (-1, TaskReminder.NONE, TaskReminder.BEFORE),
        (0, TaskReminder.NONE, TaskReminder.BEFORE),  # the day before nothing ran
        (-1, TaskReminder.BEFORE, TaskReminder.NONE),
        (1, TaskReminder.BEFORE, TaskReminder.LATE),
        (1, TaskReminder.NONE, TaskReminder.LATE),
        (9, TaskReminder.LATE, TaskReminder.NONE),
    ],
)
def test_a_reminder_is_due_once_before_and_once_after(days: int, told: TaskReminder, wanted: TaskReminder) -> None:
    """One reminder comes on the day before, or on the day itself, and one when it is past; never a second of either."""
    assert wanted is reminder_due(replace(TASK, reminded=told), DUE + days * DAY)


def test_what_is_done_has_no_reminder() -> None:
    """A task that is done is not late, whatever the day."""
    done = replace(TASK, done_at=datetime(2026, 12, 9, tzinfo=UTC))
    assert TaskReminder.NONE is reminder_due(done, DUE + 3 * DAY)
    assert not done.is_late(DUE + 3 * DAY)
    assert TASK.is_late(DUE + DAY)
    assert not TASK.is_late(DUE)


def test_a_due_date_is_within_a_year_from_today() -> None:
    """Today and a year on can be due dates; yesterday and a day later cannot."""
    for day in (DUE, DUE + FARTHEST):
        check_due(day, DUE)
    for day in (DUE - DAY, DUE + FARTHEST + DAY):
        with pytest.raises(InvalidText):
            check_due(day, DUE)
