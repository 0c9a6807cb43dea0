"""Property test that targeting in SQL gives exactly the result of the pure predicate, to the metre."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from math import dist, isqrt
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from alerts.alert import (
    REACH_CHOICES_KM,
    AlertContent,
    AlertState,
    Approval,
    ApprovalKind,
    IncidentKind,
    Revision,
    RevisionKind,
)
from alerts.area import Area, AreaKind, Place, circle
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MemberId
from alerts.member import Language
from alerts.point import Point
from alerts.ports import Storage, UnitOfWork
from alerts.severity import Severity
from alerts.targeting import Candidate, Target, concerns, target_of
from alerts.tlp import Tlp
from storage import open_storage, tables
from tests.storage.claiming import claim
from tests.storage.raw import make_raw_engine

pytestmark = pytest.mark.sweep

NOW = datetime(2026, 1, 14, 15, 30, tzinfo=UTC)
CENTRE = Point(3_919_000, 308_000, 5_013_000)
BRANCHES = [Branch.JEWELLER, Branch.OPTICIAN, Branch.TAXI]
PC4S = ["2903", "2904", "3011"]
PC6S = ["2903AB", "2904AB", "3011XX"]
GROUPS = [KvoGroupId(1), KvoGroupId(2)]
RADII = [0, 1, 500, 3_000, 10_000, 25_000]
RINGS = [km * 1_000 for km in REACH_CHOICES_KM]
MEMBERS = 30
EXAMPLES = {"sqlite": 80, "postgresql": 20}  # of one SQL statement for both; the second database has to agree with it
AUTHOR = MemberId(MEMBERS + 1)
# An alert beside the target, whose branches and place must not count for it.
_FOR_NO_SHOP: dict[str, Any] = {
    "tlp": Tlp.RED,
    "branches": frozenset(BRANCHES),
    "place": Place(PC4S[2], PC6S[2], None),
    "kvo_group_id": None,
}


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
        self.near_boundary += any(abs(metres - radius) <= 2 for metres, radius in _boundaries(target, candidate))


def _boundaries(target: Target, candidate: Candidate) -> Iterator[tuple[float, int]]:
    """Return the distances that matter, each with the radius that it is compared with."""
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

    `is_as_said` says whether the target is that of the content, as it is for every alert so far.
    """

    chance: Random
    content: AlertContent = field(init=False)
    is_as_said: bool = field(init=False)
    target: Target = field(init=False)
    members: dict[MemberId, list[Candidate]] = field(init=False)

    def __post_init__(self) -> None:
        choice = self.chance.choice
        place = self.place(CENTRE, RADII)
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
            kvo_group_id=choice([None, None, None, GROUPS[0]]),
        )
        self.target = target_of(self.content)
        self.is_as_said = choice([True, True, False])
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
        return Candidate(
            place=self.place(
                self.target.area.centre.point or self.target.place.point or CENTRE,
                [radius, radius, radius if wider_m is None else wider_m, choice(RADII)],
            ),
            branch=choice(BRANCHES),
            is_verified=choice([True, True, True, False]),
            wider_m=wider_m,
            extra_branches=frozenset(self.chance.sample(BRANCHES, choice([0, 0, 1, 2]))),
            extras_up_to=choice([Tlp.CLEAR, Tlp.GREEN, Tlp.GREEN, Tlp.AMBER, Tlp.RED]),
            followed=followed,
            kvo_groups=frozenset(self.chance.sample(GROUPS, choice([0, 1, 1, 2]))),
            is_new=choice([False, False, True]),
        )

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


async def _fill(engine: AsyncEngine, world: World) -> None:
    """Replace the content of the database by this world, with consecutive numbers of premises."""
    rows: dict[sa.Table, list[dict[str, object]]] = {table: [] for table in tables.metadata.sorted_tables}
    for group in GROUPS:
        rows[tables.kvo_groups].append(
            {"id": group, "name": "x", "branches": frozenset(), "lacks": frozenset(), "created_at": NOW, "version": 1}
        )
    premises = area = 0
    for member in (*world.members, AUTHOR):
        rows[tables.members].append({"id": member, "language": Language.DUTCH, "muted": frozenset(), "created_at": NOW})
        rows[tables.addresses].append(
            {"id": member, "member_id": member, "channel": "telegram", "ref": str(member), "is_active": True}
        )
    for member, candidates in world.members.items():
        for candidate in candidates:
            premises += 1
            _add_premises(rows, premises, member, candidate)
        for followed in candidates[0].followed:
            area += 1
            _add_area(rows, area, member, followed)
    async with engine.begin() as connection:
        for table in reversed(tables.metadata.sorted_tables):
            await connection.execute(table.delete())
        for table, values in rows.items():
            if values:
                await connection.execute(table.insert(), values)


def _columns(place: Place) -> dict[str, object]:
    point = place.point
    x, y, z = (None, None, None) if point is None else (point.x, point.y, point.z)
    return {"pc4": place.pc4, "pc6": place.pc6, "x": x, "y": y, "z": z}


def _add_premises(
    rows: dict[sa.Table, list[dict[str, object]]], premises: int, member: MemberId, candidate: Candidate
) -> None:
    verified_at = NOW if candidate.is_verified else None
    facts = {"branch": candidate.branch, "needs_check": False, "verified_at": verified_at, "version": 1}
    rows[tables.premises].append({"id": premises, **facts, **_columns(candidate.place), "created_at": NOW})
    belongs = {"premises_id": premises, "member_id": member}
    chosen = {"wider_m": candidate.wider_m, "extras_up_to": candidate.extras_up_to}
    new_until = NOW + timedelta(microseconds=1) if candidate.is_new else (premises % 2 and NOW) or None
    rows[tables.premises_members].append(
        {**belongs, **chosen, "is_owner": True, "joined_at": NOW, "new_until": new_until}
    )
    for branch in candidate.extra_branches:
        rows[tables.premises_member_branches].append({**belongs, "branch": branch})
    for group in candidate.kvo_groups:
        rows[tables.kvo_group_premises].append({"kvo_group_id": group, "premises_id": premises})


def _add_area(rows: dict[sa.Table, list[dict[str, object]]], number: int, member: MemberId, area: Area) -> None:
    facts = {"id": number, "kind": area.kind, "radius_m": area.radius_m, **_columns(area.centre)}
    rows[tables.areas].append(facts)
    for code in area.codes:
        rows[tables.area_codes].append({"area_id": number, "code": code})
    following = {"member_id": member, "area_id": number, "words": "x", "created_at": NOW}
    rows[tables.followed_areas].append(following)


def _expected(world: World) -> dict[MemberId, tuple[int | None, Branch]]:
    """Return the expected recipients, each with metres and branch of the nearest shop that makes them one."""
    there = world.target.place.point
    reached = {}
    for member, candidates in world.members.items():
        found = []
        for order, candidate in enumerate(candidates):
            if concerns(world.target, candidate):
                here = candidate.place.point
                squared = here.squared_chord(there) if here and there else 1 << 62
                metres = isqrt(squared) if here and there else None
                found.append((squared, order, metres, candidate.branch))
        if found:
            _, _, metres, branch = min(found)
            reached[member] = (metres, branch)
    return reached


async def _live_alert(uow: UnitOfWork, content: AlertContent) -> Revision:
    draft = await uow.alerts.add(AUTHOR, content, NOW)
    live = await uow.alerts.save(replace(draft, state=AlertState.LIVE, number=await uow.alerts.next_number(2026)))
    approval: Approval = await uow.alerts.request_approval(live, ApprovalKind.TEMPLATE, AUTHOR, None, NOW)
    return await uow.alerts.add_revision(live, RevisionKind.FIRST, approval.id, AUTHOR, NOW)


async def _check(storage: Storage, world: World) -> None:
    expected = _expected(world)
    async with storage.transaction() as uow:
        revision = await _live_alert(uow, world.content)
        other = await _live_alert(uow, replace(world.content, **_FOR_NO_SHOP))
        reach = await uow.deliveries.reach(world.target, now=NOW)
        count = await uow.deliveries.fan_out(
            revision, world.target, [], severity=Severity.P2, deadline=world.content.until, now=NOW
        )
        claimed = await claim(uow, 1_000, "test", NOW)
    assert {MemberId(int(one.ref)): one.distance_m for one in claimed} == {
        member: metres for member, (metres, _) in expected.items()
    }
    assert count == len(expected) == reach.members
    branches = [branch for _, branch in expected.values()]
    assert {one.branch: one.members for one in reach.by_branch} == {each: branches.count(each) for each in branches}
    known = [metres for metres, _ in expected.values() if metres is not None]
    assert (reach.nearest_m, reach.farthest_m) == (min(known, default=None), max(known, default=None))
    rings = [next((ring for ring in RINGS if ring >= metres), None) for metres in known]
    assert {one.within_m: one.members for one in reach.by_ring} == Counter(rings + [None] * (count - len(known)))
    if world.is_as_said:
        async with storage.reading() as uow:
            pairs = [(alert.alert_id, member) for alert in (revision, other) for member in world.members]
            assert {(revision.alert_id, member) for member in expected} == await uow.alerts.concerned(pairs, NOW)
            for member in list(world.members)[:6]:
                live = [(one.id, metres) for one, metres in await uow.alerts.live_for(member, NOW)]
                assert live == ([(revision.id, expected[member][0])] if member in expected else [])


def test_sql_and_predicate_agree(url: str) -> None:
    """SQL and predicate agree for whole databases of members with shops, settings and followed areas; hits and boundary
    cases are frequent."""
    tally, examples = Tally(), EXAMPLES[url.partition(":")[0]]
    with asyncio.Runner() as runner:
        storage, engine = runner.run(_opened(url))

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow],
        )
        @given(st.integers(0, 2**32))
        def agree(seed: int) -> None:
            world = World(Random(seed))
            for candidates in world.members.values():
                for candidate in candidates:
                    tally.count(world.target, candidate)
            runner.run(_fill(engine, world))
            runner.run(_check(storage, world))

        try:
            agree()
        finally:
            runner.run(storage.close())
            runner.run(engine.dispose())
    assert tally.cases > examples * MEMBERS
    assert tally.hits / tally.cases > 0.2, tally
    assert tally.near_boundary / tally.cases > 0.2, tally


async def _opened(url: str) -> tuple[Storage, AsyncEngine]:
    return await open_storage(url, owner=True), make_raw_engine(url)
