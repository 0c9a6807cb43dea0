"""Moments on a page: in words, and exactly for whoever points at them or reads the page by machine."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from texts.html import Html
from texts.phrases import Phrases
from texts.times_and_distances import clock_alone, day, moment


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: in words, as ISO 8601 in the zone of the page, and as a date with its year and the time."""

    words: Html
    iso: str
    exact: str


def told(at: datetime, t: Phrases, zone: ZoneInfo, now: datetime) -> Moment:
    """Return the moment for a page of this zone; `layout/moment.html` shows it."""
    exact = t.plain("console-moment", day=day(at, t, zone), clock=clock_alone(at, zone))
    return Moment(moment(at, t, zone, now), at.astimezone(zone).isoformat(timespec="seconds"), exact)
