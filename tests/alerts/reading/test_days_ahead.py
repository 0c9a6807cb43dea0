"""Tests of days and moments to come, as people type them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.reading.days_ahead import day_ahead, moment_ahead

ZONE = ZoneInfo("Europe/Amsterdam")
TUESDAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)  # nine o'clock here


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", "2026-12-01"),
        ("Morgen", "2026-12-02"),
        ("overmorgen", "2026-12-03"),
        ("vrijdag", "2026-12-04"),
        ("op vrijdag", "2026-12-04"),
        ("dinsdag", "2026-12-08"),  # today is one: the next is meant
        ("volgende week vrijdag", "2026-12-11"),
        ("vrijdag volgende week", "2026-12-11"),
        ("over een week", "2026-12-08"),
        ("over drie dagen", "2026-12-04"),
        ("in 2 weeks", "2026-12-15"),
        ("24-12", "2026-12-24"),
        ("24/12/2026", "2026-12-24"),
        ("24 december", "2026-12-24"),
        ("december 24", "2026-12-24"),
        ("5-1", "2027-01-05"),  # of the next year
        ("the day after tomorrow", "2026-12-03"),
    ],
)
def test_a_day_to_come_is_read(typed: str, day: str) -> None:
    """A day is read in the words that people use, in Dutch and in English."""
    assert date.fromisoformat(day) == day_ahead(typed, TUESDAY)


@pytest.mark.parametrize(
    "typed", ["", "gisteren", "31-2", "30-11-2026", "morgen de camera", "straks", "over 500 weken"]
)
def test_what_is_no_day_to_come_is_not_taken_for_one(typed: str) -> None:
    """A day that is past or that no calendar has is none, and neither is a day among other words."""
    assert day_ahead(typed, TUESDAY) is None


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("morgen 10:00", "2026-12-02T10:00"),
        ("morgen om half 10", "2026-12-02T09:30"),
        ("vrijdag 14 uur", "2026-12-04T14:00"),
        ("24-12 10 uur", "2026-12-24T10:00"),
        ("over een week om 3 uur", "2026-12-08T15:00"),  # meetings are by day
        ("tomorrow at 3pm", "2026-12-02T15:00"),
        ("friday half past two", "2026-12-04T14:30"),
        ("vandaag 9.30", "2026-12-01T09:30"),
        ("24 december kwart over 9", "2026-12-24T09:15"),
        ("volgende week dinsdag 19:30", "2026-12-08T19:30"),
    ],
)
def test_a_moment_to_come_is_read(typed: str, local: str) -> None:
    """A day with a time of the clock is a moment, in UTC."""
    assert datetime.fromisoformat(local).replace(tzinfo=ZONE).astimezone(UTC) == moment_ahead(typed, NOW, ZONE)


@pytest.mark.parametrize(
    "typed", ["", "morgen", "10:00", "vandaag 8:00", "morgen 25:00", "5-12 14:00-15:00", "morgen 10:00 en 11:00"]
)
def test_what_is_no_moment_to_come_is_not_taken_for_one(typed: str) -> None:
    """A day without a time, a time without a day, two times, and a moment that is past are none."""
    assert moment_ahead(typed, NOW, ZONE) is None


def test_every_day_of_a_year_is_read_back() -> None:
    """A date in digits, typed on the day before it, is that date."""
    for n in range(366):
        day = TUESDAY + timedelta(days=n)
        assert day == day_ahead(f"{day.day}-{day.month}", day - timedelta(days=1))
