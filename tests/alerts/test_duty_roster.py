"""Tests of the duty roster: who is on duty when, gaps and double shifts, swaps, and both changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.duty_roster import (
    Duty,
    Shift,
    ShiftChange,
    Span,
    doubles,
    duties_in,
    gaps,
    local_moment,
    monday_of,
    next_duties,
    on_duty,
    week_span,
)
from alerts.ids import MemberId, RosterId, ShiftId

ZONE = ZoneInfo("Europe/Amsterdam")
ANNA, BERT, CORA = MemberId(1), MemberId(2), MemberId(3)
MONDAY = date(2026, 11, 23)
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)  # 02:00 becomes 03:00; 03:00 becomes 02:00


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def _shift(
    number: int,
    begins: time,
    ends: time,
    *,
    member: MemberId = ANNA,
    on: date = MONDAY,
    every: int = 1,
    deputy: MemberId | None = None,
    last: date | None = None,
) -> Shift:
    return Shift(RosterId(1), member, deputy, on, every, begins, ends, last, id=ShiftId(number))


def _people(duties: list[Duty]) -> list[MemberId | None]:
    return [one.member_id for one in duties]


@pytest.mark.parametrize(
    ("day", "at", "told"),
    [
        (MONDAY, time(8), "2026-11-23T07:00"),
        (FORWARD, time(1, 59), "2026-03-29T00:59"),
        (FORWARD, time(2), "2026-03-29T01:00"),  # skipped: the moment of the jump
        (FORWARD, time(2, 30), "2026-03-29T01:00"),
        (FORWARD, time(2, 59), "2026-03-29T01:00"),
        (FORWARD, time(3), "2026-03-29T01:00"),
        (BACK, time(1, 59), "2026-10-24T23:59"),
        (BACK, time(2, 30), "2026-10-25T00:30"),  # twice: the first of both
        (BACK, time(3), "2026-10-25T02:00"),
    ],
)
def test_a_local_time_is_one_moment(day: date, at: time, told: str) -> None:
    """A local time is one moment, also where the clock skips it or passes it twice."""
    assert datetime.fromisoformat(told + "+00:00") == local_moment(day, at, ZONE)


def test_a_week_is_an_hour_shorter_or_longer_when_the_clock_changes() -> None:
    """The week of a change has 167 or 169 hours."""

    def hours(day: date) -> float:
        span = week_span(monday_of(day), ZONE)
        return (span.ends - span.begins) / timedelta(hours=1)

    assert [168, 167, 169] == [hours(MONDAY), hours(FORWARD), hours(BACK)]


@pytest.mark.parametrize(("day", "hours"), [(FORWARD, 7), (BACK, 9), (MONDAY, 8)])
def test_a_night_shift_over_the_change_ends_in_the_morning(day: date, hours: int) -> None:
    """A night shift lasts until its local end: an hour less or more when the clock changes, and the morning follows
    it without a gap."""
    before = day - timedelta(days=1)
    night = _shift(1, time(23), time(7), on=before)
    morning = _shift(2, time(7), time(15), on=day, member=BERT)
    duties = duties_in([night, morning], [], Span(_at(before, 23), _at(day, 15)), ZONE)
    assert timedelta(hours=hours) == duties[0].span.ends - duties[0].span.begins
    assert [] == gaps(duties, Span(_at(before, 23), _at(day, 15)))
    assert [] == doubles(duties, Span(_at(before, 23), _at(day, 15)))
    assert [ANNA] == _people(on_duty(duties, _at(day, 7) - timedelta(minutes=1)))
    assert [BERT] == _people(on_duty(duties, _at(day, 7)))


@given(st.sampled_from([FORWARD, BACK, MONDAY]), st.lists(st.integers(0, 1439), min_size=1, max_size=6, unique=True))
def test_shifts_that_follow_each_other_leave_no_gap_on_any_day(day: date, minutes: list[int]) -> None:
    """Daily shifts that follow each other around the clock leave no gap and never overlap, wherever they change over
    and whatever the clock does that day."""
    cuts = [time(one // 60, one % 60) for one in sorted(minutes)]
    first = day - timedelta(days=1)
    shifts = [
        _shift(n * 10 + m, begins, cuts[(n + 1) % len(cuts)], on=first + timedelta(days=m), member=MemberId(n + 1))
        for n, begins in enumerate(cuts)
        for m in range(3)
    ]
    span = Span(local_moment(day, time(), ZONE), local_moment(day + timedelta(days=1), time(), ZONE))
    duties = duties_in(shifts, [], span, ZONE)
    assert [] == gaps(duties, span)
    assert [] == doubles(duties, span)
    moment = span.begins
    while moment < span.ends:
        assert 1 == len(on_duty(duties, moment))
        moment += timedelta(minutes=7)


def test_a_shift_that_the_clock_skips_is_no_duty() -> None:
    """A shift from 02:15 to 02:45 does not exist on the day on which the clock skips that hour."""
    shift = _shift(1, time(2, 15), time(2, 45), on=FORWARD - timedelta(days=7))
    span = week_span(monday_of(FORWARD), ZONE)
    assert [] == duties_in([shift], [], span, ZONE)


@pytest.mark.parametrize(
    ("every", "weeks"), [(1, [0, 1, 2, 3, 4, 5]), (2, [0, 2, 4]), (3, [0, 3]), (4, [0, 4]), (0, [0])]
)
def test_a_shift_recurs_in_its_rhythm(every: int, weeks: list[int]) -> None:
    """A shift comes back every so many weeks, or happens once; never before its first day."""
    shift = _shift(1, time(9), time(17), every=every)
    found = [n for n in range(-3, 6) if shift.falls_on(MONDAY + timedelta(weeks=n))]
    assert weeks == found
    assert not shift.falls_on(MONDAY + timedelta(days=1))


def test_a_shift_ends_after_its_last_day() -> None:
    """A shift with a last day happens on it, and not after it."""
    shift = _shift(1, time(9), time(17), last=MONDAY + timedelta(weeks=1))
    assert [True, True, False] == [shift.falls_on(MONDAY + timedelta(weeks=n)) for n in range(3)]


def test_gaps_and_double_shifts_are_found() -> None:
    """What no shift covers is a gap, what two cover is double; a shift that is cancelled covers nothing."""
    early, late = _shift(1, time(8), time(16)), _shift(2, time(15), time(22), member=BERT)
    span = Span(_at(MONDAY, 7), _at(MONDAY, 23))
    duties = duties_in([early, late], [], span, ZONE)
    assert [Span(_at(MONDAY, 7), _at(MONDAY, 8)), Span(_at(MONDAY, 22), _at(MONDAY, 23))] == gaps(duties, span)
    assert [Span(_at(MONDAY, 15), _at(MONDAY, 16))] == doubles(duties, span)
    cancelled = duties_in([early, late], [ShiftChange(ShiftId(1), MONDAY, None)], span, ZONE)
    assert [] == doubles(cancelled, span)
    assert Span(_at(MONDAY, 7), _at(MONDAY, 15)) == gaps(cancelled, span)[0]
    assert [span] == gaps([], span)


def test_three_at_once_are_one_double() -> None:
    """Where three shifts run at once this is said once, from the first overlap to the last."""
    shifts = [_shift(n, time(8 + n), time(12 + n), member=MemberId(n)) for n in (1, 2, 3)]
    span = Span(_at(MONDAY, 0), _at(MONDAY, 23))
    assert [Span(_at(MONDAY, 10), _at(MONDAY, 14))] == doubles(duties_in(shifts, [], span, ZONE), span)


def test_an_exception_counts_on_its_day_alone() -> None:
    """A swap or a cancelled shift counts on its own day; a week later all is as usual."""
    shift = _shift(1, time(8), time(16), deputy=BERT)
    changes = [ShiftChange(ShiftId(1), MONDAY, BERT)]
    span = Span(_at(MONDAY, 0), _at(MONDAY + timedelta(days=8), 0))
    first, second = duties_in([shift], changes, span, ZONE)
    assert (BERT, None, True) == (first.member_id, first.deputy_id, first.is_changed), "nobody is their own deputy"
    assert (ANNA, BERT, False) == (second.member_id, second.deputy_id, second.is_changed)


def test_the_next_shift_is_the_first_that_begins() -> None:
    """The next on the roster is whoever has the shift that begins first from now on, not the present one."""
    shifts = [
        _shift(1, time(8), time(16)),
        _shift(2, time(16), time(23), member=BERT),
        _shift(3, time(16), time(20), member=CORA),
    ]
    duties = duties_in(shifts, [], Span(_at(MONDAY, 9), _at(MONDAY, 9) + timedelta(days=7)), ZONE)
    assert {BERT, CORA} == set(_people(next_duties(duties, _at(MONDAY, 9))))
    assert [] == next_duties([], _at(MONDAY, 9))
