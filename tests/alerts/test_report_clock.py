"""Tests of the clock of a report: how long it waits, when the next stage comes, and how a question stops it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.ids import ReportId
from alerts.report import ReportKind
from alerts.report_clock import (
    DEFAULT_MINUTES,
    Pause,
    ReportClock,
    Stage,
    Urgency,
    begun,
    due_moment,
    urgency_of,
)

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = 24 * 60  # minutes


@pytest.mark.parametrize(
    ("kind", "ago", "urgency"),
    [
        (ReportKind.ROBBERY, 300, Urgency.ROBBERY),
        (ReportKind.ROBBERY_ATTEMPT, None, Urgency.ROBBERY),
        (ReportKind.RECONNAISSANCE, 60, Urgency.RECENT_SCOUT),
        (ReportKind.RECONNAISSANCE, None, Urgency.RECENT_SCOUT),
        (ReportKind.RECONNAISSANCE, 61, Urgency.REST),
        (ReportKind.SUSPICIOUS_SITUATION, 1, Urgency.REST),
    ],
)
def test_the_urgency_is_by_kind_and_by_how_long_ago(kind: ReportKind, ago: int | None, urgency: Urgency) -> None:
    """A robbery is urgent whenever it was, a scout only within the hour."""
    assert urgency == urgency_of(kind, None if ago is None else NOW - ago * MINUTE, NOW)


def test_a_robbery_waits_for_nobody_a_scout_three_minutes_and_the_rest_fifteen() -> None:
    """The defaults are those of the domain."""
    assert [0, 3, 15] == [DEFAULT_MINUTES[one] for one in Urgency]


def _after(clock: ReportClock, minutes: float, *, is_robbery: bool = False) -> Stage | None:
    return clock.stage_due(NOW + minutes * MINUTE, is_robbery=is_robbery)


def test_with_somebody_on_duty_it_goes_to_the_next_and_then_to_everybody() -> None:
    """Each stage lasts one wait; after an outage the last stage counts that has come."""
    clock = begun(ReportId(1), 15, NOW, has_duty=True)
    assert Stage.DUTY is clock.stage
    assert [None, Stage.NEXT, Stage.NEXT, Stage.EVERYONE] == [_after(clock, n) for n in (14.9, 15, 29.9, 30)]
    second = ReportClock(clock.report_id, Stage.NEXT, clock.began_at, clock.wait)
    assert [None, Stage.EVERYONE] == [_after(second, n) for n in (29.9, 30)]
    assert Stage.EVERYONE is _after(clock, 10_000)


def test_without_a_roster_it_is_sent_once_more() -> None:
    """Where everybody heard of it at once it is sent again after one wait; a robbery after three minutes."""
    for clock, minutes in ((begun(ReportId(1), 15, NOW, has_duty=False), 15), (_robbery(has_duty=True), 3)):
        assert Stage.EVERYONE is clock.stage
        assert [None, Stage.AGAIN] == [_after(clock, n) for n in (minutes - 0.1, minutes)]


def test_a_robbery_that_may_wait_goes_from_who_is_on_duty_to_everybody() -> None:
    """A robbery skips the next on the roster: their deputies had it at once."""
    clock = begun(ReportId(1), 2, NOW, has_duty=True)
    assert [None, Stage.EVERYONE] == [_after(clock, n, is_robbery=True) for n in (1.9, 2)]


def _robbery(*, has_duty: bool) -> ReportClock:
    return begun(ReportId(1), 0, NOW, has_duty=has_duty)


@pytest.mark.parametrize(
    ("pauses", "due"),
    [
        ([], 15),
        ([(5, 9)], 19),
        ([(5, 9), (12, 13)], 20),
        ([(5, None)], 15 + DAY),  # nobody answers
        ([(5, 9), (18, None)], 19 + DAY),
        ([(5, 5 + 2 * DAY)], 15 + DAY),
        ([(15, 20)], 15),  # it had run out
        ([(14, 20)], 21),
        ([(16, None)], 15),
    ],
)
def test_the_clock_stands_while_a_question_is_open(pauses: list[tuple[int, int | None]], due: int) -> None:
    """The moment moves by as long as questions stood open, each for at most a day."""
    stood = [Pause(NOW + begun * MINUTE, None if ended is None else NOW + ended * MINUTE) for begun, ended in pauses]
    assert NOW + due * MINUTE == due_moment(NOW, 15 * MINUTE, stood)


@given(st.lists(st.integers(1, 40), max_size=8), st.integers(1, 60))
def test_a_clock_runs_exactly_its_wait_besides_its_pauses(steps: list[int], wait: int) -> None:
    """However often a question is asked and answered, the clock has run its wait when it is due."""
    marks = [NOW + sum(steps[: n + 1]) * MINUTE for n in range(len(steps) - len(steps) % 2)]
    stood = [Pause(marks[n], marks[n + 1]) for n in range(0, len(marks), 2)]
    due = due_moment(NOW, wait * MINUTE, stood)
    standing = sum(
        (max(min(one.ended or due, due) - one.begun, timedelta()) for one in stood if one.begun < due), timedelta()
    )
    assert wait * MINUTE == due - NOW - standing


def test_holding_twice_and_releasing_twice_change_nothing() -> None:
    """A second question while one is open stops nothing more, and an answer without a question changes nothing."""
    clock = begun(ReportId(1), 15, NOW, has_duty=True)
    assert clock == clock.released(NOW + MINUTE)
    held = clock.held(NOW + MINUTE)
    assert held == held.held(NOW + 2 * MINUTE)
    assert held.stage_due(NOW + 1000 * MINUTE, is_robbery=False) is None
    assert NOW + 18 * MINUTE == held.released(NOW + 4 * MINUTE).due_at


@pytest.mark.parametrize(("day", "local"), [(date(2026, 3, 29), "03:05"), (date(2026, 10, 25), "02:05")])
def test_minutes_are_real_minutes_when_the_clock_changes(day: date, local: str) -> None:
    """A report of 01:50 is due fifteen minutes later in both nights in which the clock changes, whatever it shows."""
    began = datetime.combine(day, time(1, 50), ZONE).astimezone(UTC)
    due = due_moment(began, 15 * MINUTE, [])
    assert 15 * MINUTE == due - began
    assert local == f"{due.astimezone(ZONE):%H:%M}"


def test_a_report_in_the_hour_that_comes_twice_is_due_once() -> None:
    """At 02:55 of the hour that comes twice the clock is due in the second of both, not an hour later."""
    began = datetime(2026, 10, 25, 2, 55, tzinfo=ZONE).astimezone(UTC)
    due = due_moment(began, 15 * MINUTE, [])
    local = due.astimezone(ZONE)
    assert ("02:10", 1) == (f"{local:%H:%M}", local.fold)
