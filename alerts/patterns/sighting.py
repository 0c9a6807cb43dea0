"""Sighting (waarneming): what a report of a verified shop says, in values from closed lists that can be compared."""

from dataclasses import dataclass
from datetime import datetime

from alerts.branch import Branch
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.point import Point
from alerts.reading import Colour, VehicleClass
from alerts.report import ReportKind, Signal
from alerts.tally import HourBand


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is compared of one report. It has no words, so nothing in it describes a person beyond colours of clothing.

    `people` are the owners of the shop and who reported: two sightings that have one of them in common, or the shop,
    are never compared. `persons` and `approach` are values of the MO fields `offender_count` and `approach`. What
    nobody told is None or empty. `time_band` is None where only a part of the day was told.
    """

    report: ReportId
    premises: PremisesId
    people: frozenset[MemberId]
    point: Point
    at: datetime
    kind: ReportKind
    branch: Branch
    signals: frozenset[Signal] = frozenset()
    persons: str | None = None
    vehicle: VehicleClass | None = None
    vehicle_colour: Colour | None = None
    clothing: frozenset[Colour] = frozenset()
    approach: str | None = None
    time_band: HourBand | None = None

    def is_of_other(self, other: "Sighting") -> bool:
        """Whether the two come from different shops that have no owner and no reporter in common."""
        return self.premises != other.premises and self.people.isdisjoint(other.people)
