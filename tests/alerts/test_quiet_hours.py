"""Tests of quiet hours: what people type, until when they last, and how they are stored."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from alerts.errors import InvalidText
from alerts.policies import is_silent
from alerts.quiet_hours import QuietHours, read_quiet_hours
from alerts.severity import Severity

ZONE = ZoneInfo("Europe/Amsterdam")
NIGHT = QuietHours(read_quiet_hours("21-8"))


def at(text: str) -> datetime:
    """Return a moment by the clock on the wall."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("said", "moment", "end"),
    [
        ("22-7", "2026-12-01T23:00", "2026-12-02T07:00"),
        ("22-7", "2026-12-01T06:59", "2026-12-01T07:00"),
        ("22-7", "2026-12-01T07:00", None),
        ("van 22 tot 7 uur", "2026-12-01T22:00", "2026-12-02T07:00"),
        ("ma-vr 22-7, za 20-9", "2026-12-05T21:00", "2026-12-06T09:00"),
        ("ma-vr 22-7, za 20-9", "2026-12-06T23:00", None),
        ("22-7", "2026-10-24T23:00", "2026-10-25T07:00"),  # the clock goes back that night
    ],
)
def test_quiet_hours_are_read_as_people_say_them(said: str, moment: str, end: str | None) -> None:
    """The end is that of the interval in which the moment lies, by the clock on the wall."""
    assert (None if end is None else at(end)) == QuietHours(read_quiet_hours(said)).end_at(at(moment), ZONE)


@pytest.mark.parametrize("said", ["0-24", "ma 0-10 en 12-20", "22"])
def test_longer_than_a_day_allows_is_refused(said: str) -> None:
    """More than sixteen hours of a day, or no hours at all."""
    with pytest.raises(InvalidText):
        read_quiet_hours(said)


def test_a_p1_waits_only_by_a_choice() -> None:
    """P3 and P4 always wait; P1 and P2 go on and off, also through the stored text."""
    assert {Severity.P3, Severity.P4} == NIGHT.waits
    chosen = QuietHours.stored(str(NIGHT.toggled(Severity.P1)))
    assert {Severity.P1, Severity.P3, Severity.P4} == chosen.waits
    assert NIGHT == chosen.toggled(Severity.P1)


def test_a_warning_is_silent_in_quiet_hours_outside_the_night() -> None:
    """A P1 sounds, unless the member has the nights silent too."""
    evening = at("2026-12-01T21:30")
    assert is_silent(Severity.P2, True, evening, ZONE, NIGHT)
    assert not is_silent(Severity.P2, True, evening, ZONE)
    assert not is_silent(Severity.P1, True, evening, ZONE, NIGHT)
    assert is_silent(Severity.P1, False, evening, ZONE, NIGHT)
