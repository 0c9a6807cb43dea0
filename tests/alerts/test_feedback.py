"""Tests of when a reporter is asked whether they were helped well, over both changes of the clock, and of who can have
a report reopened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.feedback import REOPENS_WITHIN, Feedback, FeedbackReason, asks_at, is_by_day, latest_end
from alerts.ids import MemberId, ReportId
from alerts.tally import NETHERLANDS

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
ASKED = Feedback(ReportId(1), MemberId(1), NOW)
NO = replace(ASKED, is_satisfied=False, reason=FeedbackReason.UNHEARD, answered_at=NOW)


@pytest.mark.parametrize(
    ("ended", "asked"),
    [
        (datetime(2026, 1, 14, 15, 30, tzinfo=UTC), datetime(2026, 1, 28, 9, 0, tzinfo=UTC)),
        (datetime(2026, 1, 13, 23, 30, tzinfo=UTC), datetime(2026, 1, 28, 9, 0, tzinfo=UTC)),  # after midnight there
        (datetime(2026, 3, 20, 12, 0, tzinfo=UTC), datetime(2026, 4, 3, 8, 0, tzinfo=UTC)),  # summer time began
        (datetime(2026, 3, 15, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 8, 0, tzinfo=UTC)),  # on that day itself
        (datetime(2026, 10, 20, 12, 0, tzinfo=UTC), datetime(2026, 11, 3, 9, 0, tzinfo=UTC)),  # it ended
        (datetime(2026, 10, 11, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_reporter_is_asked_two_weeks_later_at_ten(ended: datetime, asked: datetime) -> None:
    """At ten by the local clock, fourteen days after the local day on which the report ended."""
    assert asked == asks_at(ended, NETHERLANDS)


@given(st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes)))
def test_nobody_is_asked_about_what_ended_later_than_the_bound(ended: datetime) -> None:
    """When somebody is asked, the report ended before the moment up to which the database is searched."""
    asked = asks_at(ended, NETHERLANDS)
    assert ended <= latest_end(asked)
    assert timedelta(days=13) < asked - ended < timedelta(days=15)
    assert is_by_day(asked, NETHERLANDS)


@pytest.mark.parametrize(
    ("now", "by_day"),
    [
        (datetime(2026, 3, 29, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 29, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 18, 59, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 19, 0, tzinfo=UTC), False),
    ],
)
def test_nobody_is_asked_at_night(now: datetime, *, by_day: bool) -> None:
    """From nine until eight in the evening by the local clock, also on the days on which it changes."""
    assert by_day is is_by_day(now, ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("feedback", "after", "may"),
    [
        (NO, timedelta(0), True),
        (NO, REOPENS_WITHIN - timedelta(seconds=1), True),
        (NO, REOPENS_WITHIN, False),
        (replace(NO, reason=None), timedelta(0), False),
        (replace(NO, is_satisfied=True), timedelta(0), False),
        (replace(NO, reopened_at=NOW), timedelta(0), False),
        (ASKED, timedelta(0), False),
    ],
)
def test_only_a_no_with_a_reason_reopens_within_a_week_and_once(
    feedback: Feedback, after: timedelta, *, may: bool
) -> None:
    """A yes, a no without a reason, a late one and one that was used before reopen nothing."""
    assert may is feedback.may_reopen(NOW + after)
