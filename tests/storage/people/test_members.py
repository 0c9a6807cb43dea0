"""Tests of people, their addresses and the areas that they follow."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.area import Area, AreaKind, Place, circle
from alerts.errors import Conflict, NotFound
from alerts.ids import MemberId
from alerts.member import Language, Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.severity import Severity

NewMember = Callable[..., Awaitable[Member]]


async def test_a_new_member_is_found_by_address(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """A new member is found by address, with default settings; an address belongs to one member only."""
    member = await new_member(Language.ENGLISH)
    assert (member.language, member.p1_at_night, member.muted) == (Language.ENGLISH, None, frozenset())
    assert (member.address.ref, member.address.is_active, member.created_at) == ("1001", True, now)
    async with storage.transaction() as uow:
        assert await uow.members.by_ref("telegram", "1001") == member
        assert await uow.members.get(member.id) == member
        assert await uow.members.by_ref("sms", "1001") is None
        with pytest.raises(NotFound):
            await uow.members.get(MemberId(99))
        with pytest.raises(Conflict):
            await uow.members.add(channel="telegram", ref="1001", language=Language.DUTCH, now=now)


async def test_choices_are_stored(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """Language, P1 at night, muted severities, a pause and having stopped are stored."""
    member = replace(
        await new_member(),
        language=Language.ENGLISH,
        p1_at_night=False,
        muted=frozenset({Severity.P4, Severity.P3}),
        paused_until=now + timedelta(days=1),
        stopped_at=now,
    )
    async with storage.transaction() as uow:
        await uow.members.save(member)
        assert await uow.members.get(member.id) == member
        with pytest.raises(NotFound):
            await uow.members.save(replace(member, id=MemberId(99)))


async def test_an_address_goes_quiet_and_comes_back(
    storage: Storage, new_member: NewMember, now: datetime, query: Callable[[str], list[Any]]
) -> None:
    """An address becomes inactive and active again, is never deleted, and stores since when; unknown addresses are
    ignored."""
    await new_member()
    since = "SELECT is_active, inactive_since IS NOT NULL FROM addresses"
    for active, stored in ((False, (0, 1)), (True, (1, 0))):
        async with storage.transaction() as uow:
            await uow.members.set_active("telegram", "1001", active=active, now=now)
            await uow.members.set_active("telegram", "404", active=active, now=now)
            member = await uow.members.by_ref("telegram", "1001")
            assert member is not None
            assert member.address.is_active is active
        assert query(since) == [stored]


async def test_a_group_moves_to_a_new_address_once(storage: Storage, new_member: NewMember) -> None:
    """A group that moves gets its new address once, also when Telegram reports it twice, and never somebody else's
    address."""
    member, other = await new_member(), await new_member()
    async with storage.transaction() as uow:
        for _ in range(2):
            await uow.members.migrate("telegram", "1001", "-100777")
        moved = await uow.members.by_ref("telegram", "-100777")
        assert moved is not None
        assert moved.id == member.id
        await uow.members.migrate("telegram", other.address.ref, "-100777")
        assert await uow.members.by_ref("telegram", "-100777") == moved
        assert await uow.members.by_ref("telegram", other.address.ref) == other


async def test_followed_areas_come_back_as_they_were(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """Followed areas are read back as stored, for each member separately; one that is no longer followed is gone."""
    one, other = await new_member(), await new_member()
    areas = [
        circle(Place("2903", "2903AB", Point(1, 2, 3)), 5_000),
        Area(AreaKind.POSTCODES, codes=frozenset({"2903", "2901AB"})),
        circle(Place("2904"), 1_000),
    ]
    async with storage.transaction() as uow:
        ids = [await uow.members.follow_area(one.id, area, f"area {i}", now) for i, area in enumerate(areas)]
        await uow.members.follow_area(other.id, areas[1], "hers", now)
        followed = await uow.members.followed_areas(one.id)
        assert [(each.id, each.area, each.words) for each in followed] == [
            (ids[i], area, f"area {i}") for i, area in enumerate(areas)
        ]
        await uow.members.unfollow_area(other.id, ids[1])
        assert len(await uow.members.followed_areas(one.id)) == 3
        await uow.members.unfollow_area(one.id, ids[1])
        assert [each.id for each in await uow.members.followed_areas(one.id)] == [ids[0], ids[2]]
        assert [each.words for each in await uow.members.followed_areas(other.id)] == ["hers"]
