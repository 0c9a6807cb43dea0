"""Tests of opening hours: what people type is read, and when a shop is open, closes and opens again."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.errors import InvalidText
from alerts.opening_hours import DAY, OpeningHours, Shift, read_hours, shift_at
from alerts.public_holidays import is_public_holiday

ZONE = ZoneInfo("Europe/Amsterdam")
WORKDAYS = "540-1080|540-1080|540-1080|540-1080|540-1080"


def at(day: str, clock: str) -> datetime:
    """Return a moment by the clock on the wall."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


def never(_day: date) -> bool:
    """Tell that the shop is closed on no day."""
    return False


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ma-za 9-18, do tot 21", "540-1080|540-1080|540-1080|540-1260|540-1080|540-1080|"),
        ("Ma t/m vr 8.30 tot 17.30 uur; za 9-17; zondag dicht", f"{'510-1050|' * 5}540-1020|"),
        ("dagelijks 10:00-22:00", "|".join(["600-1320"] * 7)),
        ("24/7", "|".join(["0-1440"] * 7)),
        ("mon-sat 9am-6pm, sun closed", f"{WORKDAYS}|540-1080|"),
        ("di, wo en vr 9-12 en 13-18, za 10-16", "|540-720,780-1080|540-720,780-1080||540-720,780-1080|600-960|"),
        ("vr-zo 18-2", "||||1080-1560|1080-1560|1080-1560"),
        ("9u30-18u", "|".join(["570-1080"] * 7)),
        ("ma tot vr 9-18", f"{WORKDAYS}||"),
        ("ma tot en met vr van 9 uur tot 18 uur", f"{WORKDAYS}||"),
        ("elke dag 8-20, zo 12-18", f"{'480-1200|' * 6}720-1080"),
        ("werkdagen 9–18", f"{WORKDAYS}||"),
        ("za-ma 10-14", "600-840|||||600-840|600-840"),
        ("ma 18-24", "1080-1440||||||"),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, stored: str) -> None:
    """Days, ranges and times in Dutch and English; a later part counts for its days."""
    assert stored == str(read_hours(typed))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "hours"),
        ("meestal 9-18", "hours"),
        ("9-25", "hours"),
        ("ma 9-18 20", "hours-unfinished"),
        ("ma 9", "hours-unfinished"),
        ("ma-za", "hours-unfinished"),
        ("do tot 21", "hours-until"),
        ("ma 9-13 en 12-18", "hours-overlap"),
        ("dagelijks dicht", "hours-none"),
        ("ma 9-18 " * 40, "hours"),
        ("ma ９-18", "hours"),
    ],
)
def test_what_is_not_understood_is_told(typed: str, reason: str) -> None:
    """The reason names what is missing, or quotes what was not understood."""
    with pytest.raises(InvalidText) as refused:
        read_hours(typed)
    assert reason == refused.value.reason


@given(st.text(alphabet="ma dizo0123456789-,.:tu&", max_size=40))
def test_any_text_is_hours_or_refused(typed: str) -> None:
    """What is read comes back from its stored text, in order and without overlap."""
    try:
        hours = read_hours(typed)
    except InvalidText:
        return
    assert hours == OpeningHours.stored(str(hours))
    for day in hours.week:
        ends = [minute for interval in day for minute in interval]
        assert ends == sorted(ends)
        assert all(0 <= minute <= 2 * DAY for minute in ends)


def test_a_shop_closes_and_opens_again() -> None:
    """During the day it is open until the evening, after it until the next open day."""
    hours = read_hours("ma-za 9-18, do tot 21")
    thursday = at("2026-12-03", "20:30")
    assert at("2026-12-03", "21:00") == hours.closes_at(thursday, ZONE, never)
    assert thursday == hours.opens_at(thursday, ZONE, never)
    saturday = at("2026-12-05", "18:00")
    assert hours.closes_at(saturday, ZONE, never) is None
    assert at("2026-12-07", "09:00") == hours.opens_at(saturday, ZONE, never)


def test_after_midnight_the_evening_goes_on() -> None:
    """An interval past midnight belongs to the day before: also for the shift."""
    hours = read_hours("vr 18-2")
    night = at("2026-12-05", "01:00")
    assert at("2026-12-05", "02:00") == hours.closes_at(night, ZONE, never)
    assert (date(2026, 12, 4), Shift.LATE) == shift_at(night, ZONE, hours)


def test_public_holidays_are_skipped_unless_the_shop_opens() -> None:
    """Christmas 2026 is a Friday and a Saturday; Good Friday closes no shop; Liberation Day does every fifth year."""
    hours = read_hours("ma-za 9-18")
    christmas = at("2026-12-24", "19:00")
    assert at("2026-12-28", "09:00") == hours.opens_at(christmas, ZONE, is_public_holiday)
    assert at("2026-12-25", "09:00") == hours.opens_at(christmas, ZONE, never)
    found = {day for day in ((2026, 4, 3), (2026, 4, 27), (2025, 5, 5), (2026, 5, 5)) if is_public_holiday(date(*day))}
    assert {(2026, 4, 27), (2025, 5, 5)} == found


def test_the_clock_on_the_wall_counts_when_it_is_changed() -> None:
    """On both Sundays the shop opens at nine of that day; the night between is an hour shorter or longer."""
    hours = read_hours("zo 9-18")
    for day, offset in (("2026-03-29", 2), ("2026-10-25", 1)):
        opens = hours.opens_at(at(day, "00:30"), ZONE, never)
        assert opens is not None
        assert datetime.fromisoformat(f"{day}T{9 - offset:02}:00").replace(tzinfo=UTC) == opens


def test_shifts_are_the_halves_of_the_day() -> None:
    """Without hours, and on a day without any, the late shift begins at two."""
    hours = read_hours("ma 8-16")
    assert (date(2026, 11, 30), Shift.EARLY) == shift_at(at("2026-11-30", "11:59"), ZONE, hours)
    assert (date(2026, 11, 30), Shift.LATE) == shift_at(at("2026-11-30", "12:00"), ZONE, hours)
    assert (date(2026, 12, 1), Shift.EARLY) == shift_at(at("2026-12-01", "13:59"), ZONE, hours)
    assert (date(2026, 12, 1), Shift.LATE) == shift_at(at("2026-12-01", "14:00"), ZONE, None)
