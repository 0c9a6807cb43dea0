"""Reports of a town in which planted crews look shops over, among reports about people who only look odd.

All numbers are assumptions: no source has them.
"""

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from alerts.branch import Branch
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.patterns import Sighting
from alerts.patterns.weights import SHARES, Trait
from alerts.point import Point, point_at
from alerts.reading import Colour, VehicleClass
from alerts.report import ReportKind, Signal
from alerts.tally import HourBand

BEGIN = datetime(2026, 11, 2, tzinfo=UTC)
DAYS, DAYS_OF_CREW, SHOPS_OF_CREW = 28, 4, 5
TOWN_KM, _CREW_KM = 20.0, 2.0
_SOUTH, _WEST = 51.85, 4.40  # degrees: about Rotterdam
_COUNTRY_DEGREES = (1.8, 2.6)
COUNTRY_KM2 = 200 * 178  # these degrees
_PLACES = 4_066  # of the country: as many as there are PC4 areas
_DEGREE_KM = 111.195
_NARROWER = 0.617  # a degree of longitude relative to one of latitude
# Chances that a report tells a trait at all, that it tells it wrongly, and that a shop notices what a crew does.
_TOLD = {"persons": 0.8, "vehicle": 0.6, "vehicle_colour": 0.8, "clothing": 0.5, "time_band": 0.9}
_WRONG, _NOTICES, _SEES_COLOUR = 0.1, 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in kilometres east and north of the town's corner."""

    east: float
    north: float

    @property
    def point(self) -> Point:
        """The point on the earth."""
        return point_at(_SOUTH + self.north / _DEGREE_KM, _WEST + self.east / _DEGREE_KM / _NARROWER)


class Town:
    """Makes reports, each from a shop of its own; `planted` has the crew of each report that is about one."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._last = 0
        self.planted: dict[ReportId, int] = {}

    def reports(self, crews: int, noise: int) -> list[Sighting]:
        """Return the reports in the order of time, with so many others for each report about a crew."""
        made = [one for crew in range(crews) for one in self._of_crew(crew)]
        made += [self.other(self._spot(), self._moment(DAYS)) for _ in range(noise * len(made))]
        return sorted(made, key=lambda one: one.at)

    def country(self, many: int) -> list[Sighting]:
        """Return so many reports of one week, spread over as many places as a country has."""
        north, east = _COUNTRY_DEGREES
        places = [(self._chance.uniform(0, north), self._chance.uniform(0, east)) for _ in range(_PLACES)]
        return [self.other(self._near(self._chance.choice(places)), self._moment(7)) for _ in range(many)]

    def other(self, point: Point, at: datetime) -> Sighting:
        """Return a report about somebody of whom nothing else is known."""
        signals = frozenset(one for one, share in SHARES[Trait.SIGNALS].items() if self._chance.random() < share)
        return self._told(self._person(signals), point, at)

    def _of_crew(self, crew: int) -> list[Sighting]:
        chance = self._chance
        shares = SHARES[Trait.SIGNALS]
        habits = frozenset(chance.choices(list(shares), list(shares.values()), k=3))
        looks, base = self._person(habits), Spot(chance.uniform(2, 18), chance.uniform(2, 18))
        begun = BEGIN + timedelta(days=chance.uniform(0, DAYS - DAYS_OF_CREW))
        found = []
        for _ in range(SHOPS_OF_CREW):
            noticed = frozenset(one for one in sorted(looks["signals"]) if chance.random() < _NOTICES)
            colours = frozenset(one for one in sorted(looks["clothing"]) if chance.random() < _SEES_COLOUR)
            spot = Spot(
                base.east + chance.uniform(-_CREW_KM, _CREW_KM), base.north + chance.uniform(-_CREW_KM, _CREW_KM)
            )
            at = begun + timedelta(days=chance.uniform(0, DAYS_OF_CREW))
            one = self._told({**looks, "signals": noticed, "clothing": colours}, spot.point, at)
            self.planted[one.report] = crew
            found.append(one)
        return found

    def _person(self, signals: frozenset[str]) -> dict[str, Any]:
        clothing = frozenset(one for one, share in SHARES[Trait.CLOTHING].items() if self._chance.random() < share)
        single = (Trait.PERSONS, Trait.VEHICLE, Trait.VEHICLE_COLOUR, Trait.TIME_BAND)
        return {"signals": signals, "clothing": clothing, **{trait.value: self._any(trait) for trait in single}}

    def _any(self, trait: Trait) -> str:
        shares = SHARES[trait]
        return self._chance.choices(list(shares), list(shares.values()))[0]

    def _told(self, looks: dict[str, Any], point: Point, at: datetime) -> Sighting:
        """Return what a shop tells of these looks: not all of it, and some of it wrong."""
        told = {trait: value for trait, value in looks.items() if self._chance.random() < _TOLD.get(trait, 1)}
        for trait in ("persons", "vehicle", "vehicle_colour"):
            if trait in told and self._chance.random() < _WRONG:
                told[trait] = self._any(Trait(trait))
        if "vehicle" not in told:
            told.pop("vehicle_colour", None)
        self._last += 1
        nameless = Sighting(
            report=ReportId(self._last),
            premises=PremisesId(self._last),
            people=frozenset({MemberId(self._last)}),
            point=point,
            at=at,
            kind=ReportKind.RECONNAISSANCE,
            branch=Branch.JEWELLER,
        )
        return replace(nameless, **_typed(told))

    def _spot(self) -> Point:
        return Spot(self._chance.uniform(0, TOWN_KM), self._chance.uniform(0, TOWN_KM)).point

    def _near(self, place: tuple[float, float]) -> Point:
        north, east = place
        return point_at(_SOUTH + north + self._chance.gauss(0, 0.008), _WEST + east + self._chance.gauss(0, 0.013))

    def _moment(self, days: int) -> datetime:
        return BEGIN + timedelta(days=self._chance.uniform(0, days))


def _typed(told: dict[str, Any]) -> dict[str, Any]:
    kinds: dict[str, Any] = {"vehicle": VehicleClass, "vehicle_colour": Colour, "time_band": HourBand}
    values = {name: kinds[name](value) if name in kinds else value for name, value in told.items()}
    values["signals"] = frozenset(Signal(one) for one in told["signals"])
    if "clothing" in told:
        values["clothing"] = frozenset(Colour(one) for one in told["clothing"])
    return values
