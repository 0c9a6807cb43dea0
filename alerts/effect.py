"""Effect (wat er daarna gebeurde): what was reported and robbed after a notice, beside before and beside elsewhere.

It counts and compares, and proves nothing: a notice goes out because something happened, and who reads one reports
more.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.alert import Alert, IncidentKind
from alerts.branch import Branch
from alerts.suppression import is_small
from alerts.tally import PlacedTally, notice_leaves_tally

DAYS = 30  # that are compared, on either side of the day on which the notice was sent
TOLD_AT = time(9)  # local: not at night, and not among the first things of the morning
ROBBERIES = (IncidentKind.ROBBERY, IncidentKind.ROBBERY_ATTEMPT)
SIGHTINGS = (IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION)


class Counted(StrEnum):
    """What is counted: sightings that were reported, and robberies with attempts."""

    REPORTED = "reported"
    ROBBED = "robbed"


@dataclass(frozen=True, slots=True)
class EffectRow:
    """How many there were in the days before and after a notice, on its ground and elsewhere; None: fewer than 3, which
    is not shown."""

    what: Counted
    here_before: int | None
    here_after: int | None
    elsewhere_before: int | None
    elsewhere_after: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What was counted for a notice: the first and the last of the days after it, and a row for each `Counted`. There
    are no totals, so no number gives another away."""

    first: date
    last: date
    rows: tuple[EffectRow, ...]


def has_effect(alert: Alert) -> bool:
    """Whether it is counted what happens after this notice: it is about something that happened, and no drill."""
    return notice_leaves_tally(alert) and not alert.content.is_tip


def day_of(sent_at: datetime, zone: ZoneInfo) -> date:
    """Return the local day on which a notice was sent, which is compared with neither side."""
    return sent_at.astimezone(zone).date()


def due_at(sent_at: datetime, zone: ZoneInfo) -> datetime:
    """Return when the days after a notice are over and its sender is told, by the local clock."""
    return datetime.combine(day_of(sent_at, zone) + timedelta(days=DAYS + 1), TOLD_AT, zone)


def span(sent_on: date) -> tuple[date, date]:
    """Return the first and the last day that are compared for a notice that was sent on this day."""
    return sent_on - timedelta(days=DAYS), sent_on + timedelta(days=DAYS)


def effect_of(
    sent_on: date, ground: Collection[str], branches: Collection[Branch], tallies: Collection[PlacedTally]
) -> Effect:
    """Count these tallies for a notice that was sent on this day to this ground (PC4s) and these branches (none:
    all)."""
    fitting = [one for one in tallies if not branches or one.branches & frozenset(branches)]
    sightings = [one for one in fitting if one.kind in SIGHTINGS]
    # One robbery for each PC4 and day: several people report the same one.
    robberies = list({(one.pc4, one.day): one for one in fitting if one.kind in ROBBERIES}.values())
    rows = (_row(Counted.REPORTED, sightings, sent_on, ground), _row(Counted.ROBBED, robberies, sent_on, ground))
    return Effect(sent_on + timedelta(days=1), span(sent_on)[1], rows)


def _row(what: Counted, tallies: Collection[PlacedTally], sent_on: date, ground: Collection[str]) -> EffectRow:
    first, last = span(sent_on)

    def count(*, is_here: bool, is_after: bool) -> int | None:
        begin, end = (sent_on + timedelta(days=1), last) if is_after else (first, sent_on - timedelta(days=1))
        many = sum(1 for one in tallies if begin <= one.day <= end and (one.pc4 in ground) is is_here)
        return None if is_small(many) else many

    return EffectRow(
        what,
        here_before=count(is_here=True, is_after=False),
        here_after=count(is_here=True, is_after=True),
        elsewhere_before=count(is_here=False, is_after=False),
        elsewhere_after=count(is_here=False, is_after=True),
    )
