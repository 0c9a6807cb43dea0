"""Tests of stored duty rosters: shifts, exceptions, feeds, and what an erasure and time leave of them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from alerts.duty_roster import NewShift, Roster, Shift, ShiftChange
from alerts.errors import Conflict, NotFound
from alerts.ids import MunicipalityId, RosterId, ShiftId
from alerts.member import Member
from alerts.municipality import KnownMunicipality, Municipality
from alerts.ports import Storage
from alerts.report_clock import Urgency
from alerts.role import municipality_scope, parse_scope

NewMember = Callable[..., Awaitable[Member]]
Query = Callable[[str], list[Any]]
DAY = date(2026, 1, 14)
WEEK = timedelta(weeks=1)


@pytest.fixture
async def roster(storage: Storage, now: datetime) -> Roster:
    """Return a roster of Capelle."""
    async with storage.transaction() as uow:
        return await uow.rosters.add(parse_scope("2900-2999"), now)


def _new(roster: Roster, member: Member, deputy: Member | None = None, *, on: date = DAY, every: int = 1) -> NewShift:
    return NewShift(roster.id, member.id, None if deputy is None else deputy.id, on, every, time(22, 30), time(7))


async def _stored(storage: Storage, new: NewShift, now: datetime) -> Shift:
    async with storage.transaction() as uow:
        return await uow.rosters.add_shift(new, now)


async def test_what_is_stored_is_read_again(
    storage: Storage, now: datetime, roster: Roster, new_member: NewMember
) -> None:
    """A roster, a shift and its exceptions are read as they were stored; a last day ends the shift in later reads."""
    anna, bert = await new_member(), await new_member()
    shift = await _stored(storage, _new(roster, anna, bert), now)
    async with storage.transaction() as uow:
        await uow.rosters.put_change(ShiftChange(shift.id, DAY, bert.id))
        await uow.rosters.put_change(ShiftChange(shift.id, DAY, None))
        assert [roster] == await uow.rosters.all()
        assert roster == await uow.rosters.get(roster.id)
        assert [shift] == await uow.rosters.shifts([roster.id], DAY, DAY + WEEK)
        assert [] == await uow.rosters.shifts([roster.id], DAY - WEEK, DAY - timedelta(days=1))
        assert [ShiftChange(shift.id, DAY, None)] == await uow.rosters.changes([shift.id], DAY, DAY)
        ended = await uow.rosters.save_shift(replace(shift, last_on=DAY + WEEK))
        assert [ended] == await uow.rosters.shifts([roster.id], DAY, DAY + WEEK)
        assert [] == await uow.rosters.shifts([roster.id], DAY + 2 * WEEK, DAY + 3 * WEEK)
        await uow.rosters.remove_change(shift.id, DAY)
        assert [] == await uow.rosters.changes([shift.id], DAY, DAY)
    assert (time(22, 30), time(7), 1) == (shift.begins, shift.ends, shift.every)


async def test_a_change_to_an_old_version_is_a_conflict(
    storage: Storage, now: datetime, roster: Roster, new_member: NewMember
) -> None:
    """A shift that changed since it was read cannot be saved; one that is not there is not found."""
    shift = await _stored(storage, _new(roster, await new_member()), now)
    async with storage.transaction() as uow:
        await uow.rosters.save_shift(replace(shift, last_on=DAY))
        with pytest.raises(Conflict):
            await uow.rosters.save_shift(replace(shift, last_on=DAY + WEEK))
        with pytest.raises(NotFound):
            await uow.rosters.shift(ShiftId(999))
        with pytest.raises(NotFound):
            await uow.rosters.get(RosterId(999))


async def test_own_shifts_are_also_those_as_deputy_and_those_taken_over(
    storage: Storage, now: datetime, roster: Roster, new_member: NewMember
) -> None:
    """A member's shifts are their own, those with them as deputy, and those that came to them by an exception."""
    anna, bert, cora = await new_member(), await new_member(), await new_member()
    own = await _stored(storage, _new(roster, anna), now)
    behind = await _stored(storage, _new(roster, bert, anna), now)
    taken = await _stored(storage, _new(roster, bert), now)
    await _stored(storage, _new(roster, bert, cora), now)
    async with storage.transaction() as uow:
        await uow.rosters.put_change(ShiftChange(taken.id, DAY, anna.id))
        assert [own, behind, taken] == await uow.rosters.shifts_of(anna.id, DAY)
        await uow.rosters.remove_shift(taken.id)
        await uow.rosters.remove_shift(taken.id)
        assert [own, behind] == await uow.rosters.shifts_of(anna.id, DAY)


async def test_a_feed_has_one_secret(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A new feed takes the place of the earlier one, and a removed one leads to nobody."""
    anna = await new_member()
    async with storage.transaction() as uow:
        await uow.rosters.set_feed(anna.id, "a" * 64, now)
        await uow.rosters.set_feed(anna.id, "b" * 64, now)
        assert await uow.rosters.feed("a" * 64) is None
        assert anna.id == await uow.rosters.feed("b" * 64)
        assert now == await uow.rosters.feed_since(anna.id)
        await uow.rosters.remove_feed(anna.id)
        assert await uow.rosters.feed("b" * 64) is None
        assert await uow.rosters.feed_since(anna.id) is None


async def test_an_erasure_takes_ones_shifts_and_leaves_those_of_others(
    storage: Storage, now: datetime, roster: Roster, new_member: NewMember
) -> None:
    """Own shifts and the feed go; where the person was deputy or had taken over, nobody is left in their place."""
    anna, bert = await new_member(), await new_member()
    await _stored(storage, _new(roster, anna, bert), now)
    theirs = await _stored(storage, _new(roster, bert, anna), now)
    async with storage.transaction() as uow:
        await uow.rosters.put_change(ShiftChange(theirs.id, DAY, anna.id))
        await uow.rosters.set_feed(anna.id, "a" * 64, now)
    async with storage.transaction() as uow:
        exported = await uow.personal.export_of(anna.id)
        await uow.personal.erase(anna.id, now)
    async with storage.reading() as uow:
        assert [replace(theirs, deputy_id=None)] == await uow.rosters.shifts([roster.id], DAY, DAY)
        assert [ShiftChange(theirs.id, DAY, None)] == await uow.rosters.changes([theirs.id], DAY, DAY)
        assert await uow.rosters.feed("a" * 64) is None
    assert {"shifts", "shifts_as_deputy", "shifts_taken_over", "roster_feed"} <= set(exported)
    assert "a" * 64 not in str(exported)
    assert all("deputy_id" not in row for row in exported["shifts"])


async def test_past_shifts_go_after_thirty_days(
    storage: Storage, now: datetime, roster: Roster, new_member: NewMember, query: Query
) -> None:
    """A shift on one day, one with a last day, and an exception go thirty days after; one that goes on stays."""
    anna = await new_member()
    once = await _stored(storage, _new(roster, anna, every=0), now)
    ended = await _stored(storage, replace(_new(roster, anna), last_on=DAY + WEEK), now)
    stays = await _stored(storage, _new(roster, anna), now)
    async with storage.transaction() as uow:
        await uow.rosters.put_change(ShiftChange(stays.id, DAY, None))
        await uow.rosters.put_change(ShiftChange(once.id, DAY, None))

    async def left(at: datetime) -> set[ShiftId]:
        async with storage.transaction() as uow:
            due = await uow.expired.count_leftovers(at)
            gone = await uow.expired.forget_leftovers(at)
            assert due >= gone
        return {row.id for row in query("SELECT id FROM shifts")}

    assert {once.id, ended.id, stays.id} == await left(now + timedelta(days=30))
    assert {ended.id, stays.id} == await left(now + timedelta(days=31))
    assert {stays.id} == await left(now + timedelta(days=38))
    assert [] == query("SELECT * FROM shift_changes")


async def test_a_roster_follows_its_municipality_to_another_id(storage: Storage, now: datetime) -> None:
    """Where a municipality gets a code its roster is found under that."""
    named = MunicipalityId("capelle-aan-den-ijssel/zuid-holland")
    async with storage.transaction() as uow:
        roster = await uow.rosters.add(municipality_scope(named, "Capelle"), now)
        await uow.municipalities.identify(named, KnownMunicipality(MunicipalityId("0502"), "Capelle"))
        assert MunicipalityId("0502") == (await uow.rosters.get(roster.id)).scope.municipality


async def test_a_municipality_keeps_its_own_waits(storage: Storage) -> None:
    """How long reports wait is stored with the municipality; what it did not set is as usual."""
    async with storage.transaction() as uow:
        await uow.municipalities.save(
            Municipality("Capelle", code=MunicipalityId("0502"), report_minutes={Urgency.REST: 5})
        )
        found = await uow.municipalities.get(MunicipalityId("0502"))
    assert [0, 3, 5] == [found.minutes_for(one) for one in Urgency]
