"""Property test that targeting in SQL gives exactly the result of the pure predicate, to the metre."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from math import isqrt
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from alerts.alert import AlertContent, AlertState, Approval, ApprovalKind, Revision, RevisionKind
from alerts.area import Area, Place
from alerts.branch import Branch
from alerts.delivery import Priority
from alerts.ids import MemberId
from alerts.member import Language
from alerts.ports import Storage, UnitOfWork
from alerts.targeting import Candidate, concerns
from alerts.tlp import Tlp
from storage import open_storage, tables
from tests.storage.claiming import claim
from tests.storage.raw import make_raw_engine
from tests.storage.targeted_world import BRANCHES, GROUPS, IN, MEMBERS, NOW, PC4S, PC6S, RINGS, Tally, World

pytestmark = pytest.mark.sweep

EXAMPLES = {"sqlite": 80, "postgresql": 20}  # of one SQL statement for both; the second database has to agree with it
AUTHOR = MemberId(MEMBERS + 1)
# An alert beside the target, whose branches and place must not count for it.
_FOR_NO_SHOP: dict[str, Any] = {
    "tlp": Tlp.RED,
    "branches": frozenset(BRANCHES),
    "place": Place(PC4S[2], PC6S[2], None),
    "kvo_group_id": None,
}


async def _fill(engine: AsyncEngine, world: World) -> None:
    """Replace the content of the database by this world, with consecutive numbers of premises."""
    rows: dict[sa.Table, list[dict[str, object]]] = {table: [] for table in tables.metadata.sorted_tables}
    for group in GROUPS:
        rows[tables.kvo_groups].append(
            {"id": group, "name": "x", "branches": frozenset(), "lacks": frozenset(), "created_at": NOW, "version": 1}
        )
    for pc4, codes in IN.items():
        for part, code in enumerate(codes):
            named = {"place": "x", "municipality_id": code, "municipality_name": code, "x": 0, "y": 0, "z": 0}
            rows[tables.postcodes].append({"pc4": pc4, "part": part, **named})
    if world.is_told:
        rows[tables.postcode_letters].append({"pc6": "2903AB", "part": 1})
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
    where = {**_columns(candidate.place), "municipality_id": candidate.place.municipality}
    rows[tables.premises].append({"id": premises, **facts, **where, "created_at": NOW})
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
            revision, world.target, [], priority=Priority.P2, deadline=world.content.until, now=NOW
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
    examples = EXAMPLES[url.partition(":")[0]]
    tally = _agreeing(url, examples)
    assert tally.cases > examples * MEMBERS
    assert tally.hits / tally.cases > 0.2, tally
    assert tally.near_boundary / tally.cases > 0.2, tally


def test_they_agree_on_regions(url: str) -> None:
    """They agree for a municipality, a range of postcodes and the country, also where a postcode lies in several
    municipalities."""
    examples = EXAMPLES[url.partition(":")[0]] // 2
    tally = _agreeing(url, examples, in_region=True)
    assert tally.cases > examples * MEMBERS
    assert tally.hits / tally.cases > 0.2, tally


def _agreeing(url: str, examples: int, *, in_region: bool = False) -> Tally:
    """Compare SQL and predicate in so many worlds; return what was compared."""
    tally = Tally()
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
            world = World(Random(seed), in_region)
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
    return tally


async def _opened(url: str) -> tuple[Storage, AsyncEngine]:
    return await open_storage(url, owner=True), make_raw_engine(url)
