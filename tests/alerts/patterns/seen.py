"""Sightings to search among: each from a shop and an owner of its own, unless a test says otherwise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from alerts.branch import Branch
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.patterns import Sighting
from alerts.point import Point, point_at
from alerts.report import ReportKind, Signal
from alerts.tally import HourBand

MONDAY = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
CAPELLE = (51.93, 4.58)
SCOUTS = frozenset({Signal.PHOTOS, Signal.INTEREST_LAYOUT})
METRE = 1 / 111_195  # degrees of latitude


def at_metres(north: float) -> Point:
    """Return the point so many metres north of the middle of Capelle."""
    return point_at(CAPELLE[0] + north * METRE, CAPELLE[1])


def seen(number: int, *, metres: float = 0, day: float = 0, **told: Any) -> Sighting:
    """Return a sighting of two signals at so many metres north of the first and so many days after it."""
    usual = Sighting(
        report=ReportId(number),
        premises=PremisesId(number),
        people=frozenset({MemberId(number)}),
        point=at_metres(metres),
        at=MONDAY + timedelta(days=day),
        kind=ReportKind.RECONNAISSANCE,
        branch=Branch.JEWELLER,
        signals=SCOUTS,
        time_band=HourBand.H12,
    )
    return replace(usual, **told)


def numbers(*sightings: Sighting) -> list[int]:
    """Return the numbers of the reports."""
    return [int(one.report) for one in sightings]
