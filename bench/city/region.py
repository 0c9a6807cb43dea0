"""The region: shops of the branches that are robbed most, in shopping areas on a square."""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MemberId, PremisesId
from alerts.point import Point, point_at
from alerts.targeting import Candidate
from bench.city.assumptions import Assumptions

_SOUTH, _WEST = 51.85, 4.35  # degrees; around Rotterdam
_DEGREE_M = 111_195  # metres to a degree of latitude on our sphere

# Shops in the country, in hundreds. Jewellers are counted (81 robberies in 2010 were one to eighteen shops: Rovers,
# "Als de goudduivels langskomen"), the others are guessed.
SHOPS: Mapping[Branch, float] = {
    Branch.SUPERMARKET: 60,
    Branch.NIGHT_SHOP: 6,
    Branch.PETROL_STATION: 40,
    Branch.JEWELLER: 14.6,
    Branch.OPTICIAN: 20,
    Branch.TELECOM: 10,
    Branch.TOBACCO_CONVENIENCE: 13,
    Branch.DRUGSTORE: 30,
    Branch.PHARMACY: 20,
    Branch.LIQUOR: 25,
    Branch.SNACKBAR: 110,
    Branch.SECONDHAND_GOLD: 10,
}


@dataclass(frozen=True)
class Shop:
    """A shop in metres from the south-west corner; `area` is the number of its shopping area."""

    number: int
    branch: Branch
    east: float
    north: float
    area: int

    @cached_property
    def place(self) -> Place:
        """The place of the shop, with a point and the postcode of its shopping area."""
        return Place(str(3000 + self.area), point=_point(self.east, self.north))

    @cached_property
    def candidate(self) -> Candidate:
        """The shop's verified member, who added nothing."""
        return Candidate(self.place, self.branch, is_verified=True)

    @property
    def premises(self) -> PremisesId:
        """The id of the shop."""
        return PremisesId(self.number)

    @property
    def owner(self) -> MemberId:
        """The id of its owner, who has no other shop."""
        return MemberId(self.number)


class Region:
    """The shops of one simulated city."""

    def __init__(self, assumed: Assumptions, rng: random.Random) -> None:
        self._side = assumed.side_km * 1_000
        centres = [self.anywhere(rng) for _ in range(assumed.shopping_areas)]
        branches = rng.choices(list(SHOPS), weights=list(SHOPS.values()), k=assumed.shops)
        self.shops = [
            self._shop(number, branch, number % len(centres), centres, assumed.area_spread_m, rng)
            for number, branch in enumerate(branches)
        ]

    def anywhere(self, rng: random.Random) -> tuple[float, float]:
        """Return a place on the square."""
        return rng.uniform(0, self._side), rng.uniform(0, self._side)

    def around(self, place: tuple[float, float], metres: float) -> list[Shop]:
        """Return the shops within so many metres of a place."""
        east, north = place
        return [shop for shop in self.shops if math.hypot(shop.east - east, shop.north - north) <= metres]

    def _shop(
        self,
        number: int,
        branch: Branch,
        area: int,
        centres: list[tuple[float, float]],
        spread: float,
        rng: random.Random,
    ) -> Shop:
        east, north = (min(max(rng.gauss(middle, spread), 0), self._side) for middle in centres[area])
        return Shop(number, branch, east, north, area)


def _point(east: float, north: float) -> Point:
    latitude = _SOUTH + north / _DEGREE_M
    return point_at(latitude, _WEST + east / (_DEGREE_M * math.cos(math.radians(latitude))))
