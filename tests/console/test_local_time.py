"""Tests of date and time fields: the moment that they name in Dutch time, also around a change of the clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from alerts.errors import InvalidText
from console.local_time import field_value, read_field

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_field_comes_back_as_the_same_minute() -> None:
    """What a field shows is read as the moment that it was made of."""
    shown = field_value(NOW, ZONE)
    assert "2026-11-24T13:00" == shown
    assert NOW == read_field(shown, NOW, ZONE, is_future=False)
    assert "" == field_value(None, ZONE)


@pytest.mark.parametrize(
    ("text", "is_future", "reason"),
    [
        ("2026-11-24T13:00", True, "moment-is-past"),
        ("2026-11-24T13:01", False, "moment-is-future"),
        ("", True, "no-field-moment"),
        ("24-11-2026 13:00", True, "no-field-moment"),
        ("2026-02-30T13:00", True, "no-field-moment"),
        ("2026-11-24T25:00", True, "no-field-moment"),
        ("2026-11-24T13:00+05:00", True, "no-field-moment"),
    ],
)
def test_what_is_no_such_moment_is_refused(text: str, reason: str, *, is_future: bool) -> None:
    """A moment on the wrong side of now, and what is no moment, is refused with its reason."""
    with pytest.raises(InvalidText) as refused:
        read_field(text, NOW, ZONE, is_future=is_future)
    assert reason == refused.value.reason


def test_the_hour_that_repeats_is_the_one_that_can_be_meant() -> None:
    """Half past two on the day that summer time ends happens twice."""
    first, again = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    between = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
    assert again == read_field("2026-10-25T02:30", between, ZONE, is_future=True)
    assert first == read_field("2026-10-25 02:30", between, ZONE, is_future=False)
