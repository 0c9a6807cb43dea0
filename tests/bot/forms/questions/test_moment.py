"""Tests of moments as people type them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from alerts.errors import InvalidText
from bot.forms.questions.moment import parse_future, parse_past

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 21, 21, 5, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:45", "2026-11-21 20:45"),
        ("20.45 uur", "2026-11-21 20:45"),
        ("23:30", "2026-11-20 23:30"),
        ("gisteren 14:00", "2026-11-20 14:00"),
        ("Yesterday at 14:00", "2026-11-20 14:00"),
        ("19-11 om 9:15", "2026-11-19 09:15"),
        ("24/12 18:00", "2025-12-24 18:00"),
    ],
)
def test_past(text: str, expected: str) -> None:
    """A time in the past means the last such moment."""
    assert expected == f"{parse_past(text, NOW, ZONE).astimezone(ZONE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22:00", "2026-11-21 22:00"),
        ("09:00", "2026-11-22 09:00"),
        ("morgen 18:00", "2026-11-22 18:00"),
        ("24-11 18:00", "2026-11-24 18:00"),
        ("2/1 8:00", "2027-01-02 08:00"),
    ],
)
def test_future(text: str, expected: str) -> None:
    """A time in the future means the next such moment."""
    assert expected == f"{parse_future(text, NOW, ZONE).astimezone(ZONE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "now", "past", "future"),
    [
        ("02:50", "2026-10-25T00:30Z", "2026-10-24T00:50", "2026-10-25T00:50"),  # 02:30, and summer time
        ("02:50", "2026-10-25T01:30Z", "2026-10-25T00:50", "2026-10-25T01:50"),  # 02:30 once more
        ("02:20", "2026-10-25T01:30Z", "2026-10-25T01:20", "2026-10-26T01:20"),
        ("25-10 02:50", "2026-10-25T01:30Z", "2026-10-25T00:50", "2026-10-25T01:50"),
        ("02:30", "2027-03-28T00:30Z", "2027-03-27T01:30", "2027-03-28T01:30"),  # 01:30; 02:30 does not exist
    ],
)
def test_the_hour_that_comes_twice_and_the_one_that_does_not(text: str, now: str, past: str, future: str) -> None:
    """At a change of the clock the nearest fitting moment counts, for an hour that occurs twice and for one that does
    not exist."""
    at = datetime.fromisoformat(now)
    assert past == f"{parse_past(text, at, ZONE):%Y-%m-%dT%H:%M}"
    assert future == f"{parse_future(text, at, ZONE):%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize("text", ["", "straks", "25:00", "12", "31-2 12:00", "20:61", "vandaag", "1" * 5000])
def test_what_is_no_moment(text: str) -> None:
    """An answer that is no moment is refused as such."""
    with pytest.raises(InvalidText) as caught:
        parse_past(text, NOW, ZONE)
    assert caught.value.reason == "no-moment"


def test_the_wrong_side_of_now() -> None:
    """A future moment is refused where a past one is asked, and a past one where a future one is."""
    with pytest.raises(InvalidText, match="moment-is-future"):
        parse_past("morgen 12:00", NOW, ZONE)
    with pytest.raises(InvalidText, match="moment-is-past"):
        parse_future("gisteren 12:00", NOW, ZONE)
