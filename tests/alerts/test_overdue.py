"""Tests of when a report is overdue and at what hours people are reminded, over both changes of the clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.overdue import OFFERED, OVERDUE, day_to_remind, is_offered, is_overdue
from alerts.tally import NETHERLANDS

MOMENT = timedelta(microseconds=1)


def test_a_report_is_overdue_after_two_days_and_offered_after_three() -> None:
    """From exactly 48 hours on it is overdue, and from 72 hours on a colleague is offered it."""
    assert (False, True) == (is_overdue(OVERDUE - MOMENT), is_overdue(OVERDUE))
    assert (False, True) == (is_offered(OFFERED - MOMENT), is_offered(OFFERED))
    assert (timedelta(hours=48), timedelta(hours=72)) == (OVERDUE, OFFERED)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 3, 28, 7, 59, 59, tzinfo=UTC), None),  # 8:59 in winter time
        (datetime(2026, 3, 28, 8, 0, tzinfo=UTC), "2026-03-28"),
        (datetime(2026, 3, 28, 18, 59, 59, tzinfo=UTC), "2026-03-28"),
        (datetime(2026, 3, 28, 19, 0, tzinfo=UTC), None),
        (datetime(2026, 3, 29, 6, 59, 59, tzinfo=UTC), None),  # the night in which summer time began
        (datetime(2026, 3, 29, 7, 0, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 10, 24, 7, 0, tzinfo=UTC), "2026-10-24"),
        (datetime(2026, 10, 25, 7, 59, 59, tzinfo=UTC), None),  # the night in which it ended
        (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), None),
    ],
)
def test_people_are_reminded_by_day_of_the_wall_clock(now: datetime, day: str | None) -> None:
    """From nine until eight in the evening by the local clock, in summer and in winter time."""
    assert day == day_to_remind(now, NETHERLANDS)


@pytest.mark.parametrize("begin", [datetime(2026, 3, 27, 0, 5, tzinfo=UTC), datetime(2026, 10, 23, 0, 5, tzinfo=UTC)])
def test_every_day_has_one_reminder_also_when_the_clock_changes(begin: datetime) -> None:
    """Looking every five minutes for five days finds each of them, and no day twice after it was left."""
    found: list[str] = []
    for step in range(5 * 24 * 12):
        day = day_to_remind(begin + timedelta(minutes=5 * step), ZoneInfo("Europe/Amsterdam"))
        if day is not None and (not found or day != found[-1]):
            found.append(day)
    assert [str((begin + timedelta(days=number)).date()) for number in range(5)] == found
