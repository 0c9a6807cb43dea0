"""A target with candidates made at random, for the test that compares targeting in SQL with the pure predicate."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from math import dist
from random import Random

from alerts.alert import REACH_CHOICES_KM, AlertContent, IncidentKind
from alerts.area import Area, AreaKind, Place, circle
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MemberId, MunicipalityId
from alerts.point import Point
from alerts.region import COUNTRY
from alerts.role import parse_scope
from alerts.severity import Severity
from alerts.targeting import Candidate, Target, concerns, target_of
from alerts.tlp import Tlp

NOW = datetime(2026, 1, 14, 15, 30, tzinfo=UTC)
CENTRE = Point(3_919_000, 308_000, 5_013_000)
BRANCHES = [Branch.JEWELLER, Branch.OPTICIAN, Branch.TAXI]
PC4S = ["2903", "2904", "3011"]
PC6S = ["2903AB", "2904AB", "3011XX"]
GROUPS = [KvoGroupId(1), KvoGroupId(2)]
# The municipalities of each PC4, as parts of it; the letters of one PC6 may tell in which of two it lies.
IN = {"2903": ["0501", "0502"], "2904": ["0501"], "3011": ["0503"]}
REGIONS = [COUNTRY, *map(parse_scope, ("2903", "2904-3011", "municipality:0501 A", "municipality:0502 B"))]
RADII = [0, 1, 500, 3_000, 10_000, 25_000]
RINGS = [km * 1_000 for km in REACH_CHOICES_KM]
MEMBERS = 30


@dataclass
class Tally:
    """Figures of the cases: their number, the hits, and those within two metres of a boundary."""

    cases: int = 0
    hits: int = 0
    near_boundary: int = 0

    def count(self, target: Target, candidate: Candidate) -> None:
        """Count one more case."""
        self.cases += 1
        self.hits += concerns(target, candidate)
        self.near_boundary += any(abs(metres - radius) <= 2 for metres, radius in boundaries(target, candidate))


def boundaries(target: Target, candidate: Candidate) -> Iterator[tuple[float, int]]:
    """Return the distances that matter, each with the radius that it is compared with."""
    if target.region is not None:
        return
    here, there = candidate.place.point, target.place.point
    centre = target.area.centre.point
    if target.area.kind is AreaKind.CIRCLE and here and centre:
        yield _metres(here, centre), target.area.radius_m
    if not target.is_widened or not there:
        return
    if here and candidate.wider_m is not None:
        yield _metres(here, there), candidate.wider_m
    for area in candidate.followed:
        if area.kind is AreaKind.CIRCLE and area.centre.point:
            yield _metres(area.centre.point, there), area.radius_m


def _metres(one: Point, other: Point) -> float:
    return dist((one.x, one.y, one.z), (other.x, other.y, other.z))


@dataclass
class World:
    """A target, and candidates by member, made at random from a seed, with many at a boundary.

    `is_as_said` says whether the target is that of the content, as it is for every alert so far. `in_region`: the alert
    goes to a region, and postcodes lie in several municipalities.
    """

    chance: Random
    in_region: bool = False
    content: AlertContent = field(init=False)
    is_as_said: bool = field(init=False)
    is_told: bool = field(init=False)
    target: Target = field(init=False)
    members: dict[MemberId, list[Candidate]] = field(init=False)

    def __post_init__(self) -> None:
        choice = self.chance.choice
        place = self.place(CENTRE, RADII)
        region = choice(REGIONS) if self.in_region else None
        self.is_told = self.in_region and choice([True, False])
        self.content = AlertContent(
            kind=IncidentKind.OTHER,
            what="x",
            place=place,
            place_words="x",
            reach_m=choice(RADII[2:]),
            branches=frozenset(self.chance.sample(BRANCHES, choice([0, 0, 1, 2]))),
            severity=Severity.P2,
            tlp=choice([Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER] * 3 + [Tlp.RED]),
            until=NOW + timedelta(hours=1),
            kvo_group_id=None if region else choice([None, None, None, GROUPS[0]]),
            region=region,
        )
        self.target = target_of(self.content)
        self.is_as_said = region is not None or choice([True, True, False])
        if not self.is_as_said:
            centre = choice([place, self.place(CENTRE, RADII)])
            areas = [circle(centre, choice(RADII)), self.postcodes()]
            self.target = replace(self.target, area=choice(areas), is_widened=choice([True, True, False]))
        self.members = {MemberId(i): self.candidates() for i in range(1, MEMBERS + 1)}

    def candidates(self) -> list[Candidate]:
        """Return the shops of one member, who follows the same areas from each."""
        followed = tuple(self.area() for _ in range(self.chance.choice([0, 0, 1, 2])))
        return [self.candidate(followed) for _ in range(self.chance.choice([1, 1, 2, 3]))]

    def candidate(self, followed: tuple[Area, ...]) -> Candidate:
        """Return one shop, most often at the boundary of the sender's reach or of the member's own."""
        choice = self.chance.choice
        wider_m = choice([None, None, *RADII[2:]])
        radius = self.target.area.radius_m
        place = self.place(
            self.target.area.centre.point or self.target.place.point or CENTRE,
            [radius, radius, radius if wider_m is None else wider_m, choice(RADII)],
        )
        if self.in_region:
            place = replace(place, municipality=choice([None, None, *map(MunicipalityId, ("0501", "0502", "0503"))]))
        return Candidate(
            place=place,
            municipalities=self.municipalities(place),
            branch=choice(BRANCHES),
            is_verified=choice([True, True, True, False]),
            wider_m=wider_m,
            extra_branches=frozenset(self.chance.sample(BRANCHES, choice([0, 0, 1, 2]))),
            extras_up_to=choice([Tlp.CLEAR, Tlp.GREEN, Tlp.GREEN, Tlp.AMBER, Tlp.RED]),
            followed=followed,
            kvo_groups=frozenset(self.chance.sample(GROUPS, choice([0, 1, 1, 2]))),
            is_new=choice([False, False, True]),
        )

    def municipalities(self, place: Place) -> frozenset[MunicipalityId]:
        """Return the municipalities in which the place may lie."""
        parts = [MunicipalityId(one) for one in IN.get(place.pc4 or "", [])]
        if len(parts) > 1 and self.is_told and place.pc6 is not None:
            parts = parts[1:]
        return frozenset({one for one in parts if one == place.municipality} or parts)

    def area(self) -> Area:
        """Return an area to follow."""
        radius = self.chance.choice(RADII)
        around = self.place(self.target.place.point or CENTRE, [radius])
        return self.chance.choice([circle(around, radius), self.postcodes()])

    def postcodes(self) -> Area:
        """Return a list of PC4s and PC6s."""
        return Area(AreaKind.POSTCODES, codes=frozenset(self.chance.sample(PC4S + PC6S, 2)))

    def place(self, around: Point, radii: list[int]) -> Place:
        """Return a place, most often with a point at about one of the radii from another."""
        at = self.chance.randrange(3)
        point = self.point(around, self.chance.choice(radii)) if self.chance.random() < 0.9 else None
        postcode = self.chance.choice([(PC4S[at], PC6S[at]), (PC4S[at], PC6S[at]), (PC4S[at], None), (None, None)])
        return Place(*postcode, point)

    def point(self, around: Point, radius: int) -> Point:
        """Return a point in any direction, or straight along an axis so that the distance is a whole number."""
        metres = radius + self.chance.choice([-2, -1, 0, 0, 1, 2, -radius // 2])
        if self.chance.random() < 0.3:
            axis = self.chance.choice("xyz")
            return replace(around, **{axis: getattr(around, axis) + metres})
        way = [self.chance.gauss(0, 1) for _ in range(3)]
        scale = metres / max(dist(way, (0, 0, 0)), 1e-9)
        x, y, z = (round(part * scale) for part in way)
        return Point(around.x + x, around.y + y, around.z + z)
