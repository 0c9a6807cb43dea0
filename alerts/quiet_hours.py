"""Quiet hours (stille uren) of a member: when notices come without a sound, and which of them wait for the end."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from alerts.errors import InvalidText
from alerts.opening_hours import OpeningHours, read_hours
from alerts.severity import Severity

MOST_MINUTES = 16 * 60  # ours, of a day: for longer there is the pause, which ends by itself
CHOOSABLE = (Severity.P1, Severity.P2)
_ALWAYS_WAIT = frozenset({Severity.P3, Severity.P4})


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of each day of the week, and the severities that wait for their end: P3 and P4, and as chosen P2 and
    P1. What does not wait comes without a sound, but for a P1."""

    hours: OpeningHours
    waits: frozenset[Severity] = _ALWAYS_WAIT

    def __str__(self) -> str:
        """The text in which it is stored: the severities, then the hours."""
        return f"{','.join(sorted(self.waits))};{self.hours}"

    @classmethod
    def stored(cls, text: str) -> Self:
        """Return what `str` wrote."""
        waits, _, hours = text.partition(";")
        return cls(OpeningHours.stored(hours), frozenset(map(Severity, waits.split(","))))

    def toggled(self, severity: Severity) -> "QuietHours":
        """Return the same with this severity waiting, or no longer."""
        return replace(self, waits=self.waits ^ {severity})

    def end_at(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """Return when the quiet hours end in which this moment lies; None outside them."""
        return self.hours.closes_at(at, zone, _on_no_day)


def read_quiet_hours(text: str) -> OpeningHours:
    """Return the hours that somebody typed, such as `22-7` or `ma-vr 22-7, za 20-9`. Raises InvalidText."""
    hours = read_hours(text)
    if any(sum(ends - begins for begins, ends in day) > MOST_MINUTES for day in hours.week):
        raise InvalidText("quiet-long", most=str(MOST_MINUTES // 60))
    return hours


def _on_no_day(_day: date) -> bool:
    return False
