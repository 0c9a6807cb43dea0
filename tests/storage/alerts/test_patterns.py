"""Tests of sightings and patterns in the database, and of the search that fills them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.errors import Conflict, NotFound
from alerts.ids import PatternId
from alerts.member import Member
from alerts.patterns import DismissReason, PatternState, Rules
from alerts.point import point_at
from alerts.ports import Storage
from alerts.reading import Colour, VehicleClass
from alerts.report import Outcome, Report, ReportState, ReportStep
from alerts.retention import Kind
from alerts.services.pattern.find_patterns import find_patterns
from alerts.services.privacy.erase_member import erase_member
from alerts.services.report.record_step import record_step
from tests.looking_alike import CAPELLE, SCOUTED, found_in, new_shop, report_by, scouted, three_scouted

NewMember = Callable[..., Awaitable[Member]]
RULES = Rules()


async def patterns(storage: Storage, state: PatternState = PatternState.OPEN) -> list[tuple[int, ...]]:
    async with storage.reading() as uow:
        return [one.reports for one in await uow.patterns.all(state)]


async def test_a_sighting_is_read_back_from_the_report_and_its_shop(storage: Storage, now: datetime) -> None:
    report = await scouted(storage, now)
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        [sighting] = await uow.patterns.sightings([report.id])
    assert (report.id, report.premises_id, frozenset({report.member_id})) == (
        sighting.report,
        sighting.premises,
        sighting.people,
    )
    assert (VehicleClass.VAN, Colour.GREY, frozenset({Colour.BLACK})) == (
        sighting.vehicle,
        sighting.vehicle_colour,
        sighting.clothing,
    )
    assert SCOUTED.signals == sighting.signals


@pytest.mark.parametrize(("metres", "is_found"), [(9_000, True), (40_000, False)])
async def test_what_is_near_is_found_by_its_cube(storage: Storage, now: datetime, metres: int, is_found: bool) -> None:
    """Whatever may lie within the distance is returned, also across the border of a cube."""
    await scouted(storage, now, metres=metres)
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        for shift in range(0, 10_000, 1_700):
            here = replace(CAPELLE, y=CAPELLE.y - shift)
            found = await uow.patterns.near(here, now, metres=10_000, within=timedelta(days=7))
            assert bool(found) is is_found
        assert not await uow.patterns.near(CAPELLE, now + timedelta(days=8), metres=10_000, within=timedelta(days=7))


async def test_three_shops_in_four_days_are_one_pattern_after_the_third(storage: Storage, now: datetime) -> None:
    """Story 2: nothing before the third report, and once it is found a second search finds nothing new."""
    first = await scouted(storage, now - timedelta(days=4))
    second = await scouted(storage, now - timedelta(days=2), metres=900)
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)
    third = await scouted(storage, now, metres=1_500)
    for _ in range(2):
        await find_patterns(storage, RULES, now)
        assert [(first.id, second.id, third.id)] == await patterns(storage)


async def test_one_shop_that_reports_three_times_is_no_pattern(storage: Storage, now: datetime) -> None:
    async with storage.transaction() as uow:
        owner, shop = await new_shop(uow, now)
        for days in (4, 2, 0):
            await report_by(uow, owner, shop, now - timedelta(days=days))
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)


async def test_a_fourth_report_joins_the_pattern(storage: Storage, now: datetime) -> None:
    pattern = await found_in(storage, now)
    fourth = await scouted(storage, now, metres=700)
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        grown = await uow.patterns.get(pattern)
    assert fourth.id in grown.reports
    assert 4 == len(grown.reports)


async def test_an_addition_is_compared_too(storage: Storage, now: datetime) -> None:
    """A report that said nothing to compare joins by what its reporter adds."""
    pattern = await found_in(storage, now)
    vague = await scouted(storage, now, metres=700, content=replace(SCOUTED, signals=frozenset(), vehicle=None))
    await find_patterns(storage, Rules(bits=8), now)
    async with storage.transaction() as uow:
        assert vague.id not in (await uow.patterns.get(pattern)).reports
        said = "Ze kwamen met een grijze bestelbus."
        await record_step(uow, vague, ReportStep.ADDED, vague.member_id, now, comment=said)
    await find_patterns(storage, Rules(bits=8), now)
    async with storage.reading() as uow:
        [sighting] = await uow.patterns.sightings([vague.id])
        assert vague.id in (await uow.patterns.get(pattern)).reports
    assert VehicleClass.VAN is sighting.vehicle


async def test_a_dismissed_pattern_stays_away_until_another_report_joins(storage: Storage, now: datetime) -> None:
    number = await found_in(storage, now)
    async with storage.transaction() as uow:
        pattern = await uow.patterns.get(number)
        await uow.patterns.save(replace(pattern, state=PatternState.DISMISSED, reason=DismissReason.COINCIDENCE))
        report = await uow.reports.get(pattern.reports[0])
        await record_step(uow, report, ReportStep.ADDED, report.member_id, now, comment="Niets nieuws.")
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)
    await scouted(storage, now, metres=300)
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        again = await uow.patterns.get(number)
    assert (PatternState.OPEN, DismissReason.COINCIDENCE, 4) == (again.state, again.reason, len(again.reports))


async def close(storage: Storage, report: Report, outcome: Outcome, now: datetime) -> None:
    async with storage.transaction() as uow:
        current = await uow.reports.get(report.id)
        await uow.reports.save(replace(current, state=ReportState.CLOSED, outcome=outcome, closed_at=now))


@pytest.mark.parametrize("outcome", [Outcome.WITHDRAWN, Outcome.UNFOUNDED, Outcome.DUPLICATE])
async def test_a_report_that_came_to_nothing_leaves_its_pattern(
    storage: Storage, now: datetime, outcome: Outcome
) -> None:
    """It is not read any more at once; the next search takes it out, and removes what is no pattern without it."""
    first, *others = await three_scouted(storage, now)
    fourth = await scouted(storage, now, metres=300)
    await find_patterns(storage, RULES, now)
    await close(storage, first, outcome, now)
    async with storage.reading() as uow:
        [pattern] = await uow.patterns.withered()
        assert first.id not in [one.report for one in await uow.patterns.sightings(pattern.reports)]
    await find_patterns(storage, RULES, now)
    assert [(others[0].id, others[1].id, fourth.id)] == await patterns(storage)
    await close(storage, fourth, outcome, now)
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)


async def test_a_report_that_joins_another_leaves_its_pattern(storage: Storage, now: datetime) -> None:
    """It is about the same event as its main report, and is none beside it."""
    first, second, _third = await three_scouted(storage, now)
    await find_patterns(storage, RULES, now)
    async with storage.transaction() as uow:
        current = await uow.reports.get(second.id)
        await uow.reports.save(replace(current, state=ReportState.DUPLICATE, main_id=first.id))
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)


async def test_what_was_closed_as_dealt_with_stays(storage: Storage, now: datetime) -> None:
    first, *_ = await three_scouted(storage, now)
    await find_patterns(storage, RULES, now)
    await close(storage, first, Outcome.HANDLED, now)
    await find_patterns(storage, RULES, now)
    [reports] = await patterns(storage)
    assert first.id in reports


async def test_a_report_taken_back_before_the_search_is_not_compared(storage: Storage, now: datetime) -> None:
    first, *_ = await three_scouted(storage, now)
    await close(storage, first, Outcome.WITHDRAWN, now)
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)


async def test_a_shop_that_is_not_verified_any_more_leaves(storage: Storage, now: datetime) -> None:
    first, *_ = await three_scouted(storage, now)
    await find_patterns(storage, RULES, now)
    async with storage.transaction() as uow:
        assert first.premises_id is not None
        shop = await uow.premises.get(first.premises_id)
        await uow.premises.save(replace(shop, verified_at=None))
    await find_patterns(storage, RULES, now)
    assert [] == await patterns(storage)


async def test_an_erasure_takes_the_report_out_in_its_own_commit(
    storage: Storage, now: datetime, query: Callable[[str], list[Any]]
) -> None:
    """Nothing is left of what was compared, and a pattern with two reports is none."""
    first, *_ = await three_scouted(storage, now)
    await find_patterns(storage, RULES, now)
    async with storage.transaction() as uow:
        assert first.member_id is not None
        await erase_member(uow, await uow.members.get(first.member_id), now)
    assert [] == await patterns(storage)
    assert [(2,)] == [tuple(row) for row in query("SELECT count(*) FROM sightings")]
    assert [(0,)] == [tuple(row) for row in query("SELECT count(*) FROM pattern_reports")]


async def test_a_pattern_lives_no_longer_than_its_reports(
    storage: Storage, now: datetime, query: Callable[[str], list[Any]]
) -> None:
    reports = await three_scouted(storage, now)
    await find_patterns(storage, RULES, now)
    async with storage.transaction() as uow:
        await uow.expired.remove(Kind.REPORTS, [one.id for one in reports], now)
    for table in ("sightings", "patterns", "pattern_reports"):
        assert [(0,)] == [tuple(row) for row in query(f"SELECT count(*) FROM {table}")]  # noqa: S608


async def test_a_search_that_was_cut_off_goes_on_where_it_was(storage: Storage, now: datetime) -> None:
    """Each report is one commit with the number of its step: what was looked at is not looked at again."""
    await three_scouted(storage, now)
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        [step] = (await uow.patterns.steps(0, 100))[-1:]
        assert str(step.number) == await uow.facts.get("patterns_last_step")
        assert [] == await uow.patterns.steps(step.number, 100)


async def test_an_old_report_is_not_compared(storage: Storage, now: datetime) -> None:
    await scouted(storage, now - timedelta(days=8))
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        steps = await uow.patterns.steps(0, 10)
        assert [] == await uow.patterns.sightings([one.report for one in steps])


async def test_two_patterns_that_meet_become_one(storage: Storage, now: datetime) -> None:
    """A report that supports both joins them under the number of the first."""
    first = await found_in(storage, now, point=point_at(51.9700, 4.5780))
    async with storage.transaction() as uow:
        known = await uow.patterns.get(first)
        second = await uow.patterns.add(known.reports[:2], now)
    await scouted(storage, now, point=point_at(51.9300, 4.5780))
    await find_patterns(storage, RULES, now)
    async with storage.reading() as uow:
        assert 4 == len((await uow.patterns.get(first)).reports)
        with pytest.raises(NotFound):
            await uow.patterns.get(second.id)


async def test_a_pattern_that_changed_meanwhile_is_not_overwritten(storage: Storage, now: datetime) -> None:
    number = await found_in(storage, now)
    async with storage.transaction() as uow:
        pattern = await uow.patterns.get(number)
        await uow.patterns.save(pattern)
        with pytest.raises(Conflict):
            await uow.patterns.save(pattern)
    async with storage.transaction() as uow:
        with pytest.raises(NotFound):
            await uow.patterns.save(replace(pattern, id=PatternId(99)))
