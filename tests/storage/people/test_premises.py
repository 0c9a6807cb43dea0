"""Tests of shops, and of who belongs to them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.ids import PremisesId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.premises import ATTEST_EVERY, NEW_FOR, Following, NewPremises, Premises, Verification
from alerts.role import parse_scope
from alerts.tlp import Tlp

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
SOMEWHERE = NewPremises(Branch.BAKERY, None, None, None, None)


async def test_a_shop_may_be_told_bit_by_bit(storage: Storage, now: datetime) -> None:
    """A shop may be saved step by step; each save keeps the known fields and raises the version."""
    async with storage.transaction() as uow:
        shop = await uow.premises.add(SOMEWHERE, now)
        assert (shop.version, shop.is_verified, shop.point, shop.can_be_verified) == (1, False, None, False)
        told = replace(shop, pc4="2903", pc6="2903AB", point=Point(1, 2, 3), name="Brood", house_number="1")
        saved = await uow.premises.save(told)
        assert saved == replace(told, version=2)
        assert await uow.premises.get(shop.id) == saved


async def test_an_old_version_is_refused(storage: Storage, now: datetime) -> None:
    """Saving an old version is refused."""
    async with storage.transaction() as uow:
        shop = await uow.premises.add(SOMEWHERE, now)
        await uow.premises.save(shop)
        with pytest.raises(Conflict):
            await uow.premises.save(shop)
        with pytest.raises(Conflict):
            await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, None, now)
        with pytest.raises(NotFound):
            await uow.premises.verify(PremisesId(99), 1, Verification.VOUCH, None, now)
        with pytest.raises(NotFound):
            await uow.premises.get(PremisesId(99))


async def test_verification_is_given_and_dropped(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A verification lasts until a save without it."""
    member = await new_member()
    async with storage.transaction() as uow:
        shop = await uow.premises.add(SOMEWHERE, now)
        verified = await uow.premises.verify(shop.id, 1, Verification.INVITE, member.id, now)
        assert verified == replace(shop, verified_at=now, version=2)
        moved = await uow.premises.save(replace(verified, verified_at=None))
        assert not moved.is_verified


async def test_joining_twice_is_harmless(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Joining twice changes neither ownership nor settings."""
    member = await new_member()
    async with storage.transaction() as uow:
        shop = await uow.premises.add(SOMEWHERE, now)
        await uow.premises.join(shop.id, member.id, is_owner=True, now=now)
        chosen = Following(shop, member.id, True, now, 5_000, frozenset({Branch.JEWELLER, Branch.TAXI}), Tlp.AMBER)
        await uow.premises.save_choices(chosen)
        await uow.premises.join(shop.id, member.id, is_owner=False, now=now)
        assert await uow.premises.followings(member.id) == [chosen]


async def test_who_leaves_and_comes_back_begins_anew(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A member who leaves and comes back starts anew, without what a coordinator once allowed."""
    member = await new_member()
    async with storage.transaction() as uow:
        shop = await uow.premises.add(SOMEWHERE, now)
        await uow.premises.join(shop.id, member.id, is_owner=True, now=now)
        chosen = Following(shop, member.id, True, now, 5_000, frozenset({Branch.JEWELLER}), Tlp.AMBER)
        await uow.premises.save_choices(chosen)
        await uow.premises.leave(shop.id, member.id, now)
        assert await uow.premises.followings(member.id) == []
        with pytest.raises(NotFound):
            await uow.premises.save_choices(chosen)
        await uow.premises.join(shop.id, member.id, is_owner=False, now=now)
        assert await uow.premises.followings(member.id) == [
            Following(shop, member.id, False, now, new_until=now + NEW_FOR)
        ]


async def test_a_shop_lists_its_owners_first(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """The members of a shop are listed owners first, then by how long they have been there."""
    people = [await new_member() for _ in range(3)]
    async with storage.transaction() as uow:
        shop = await uow.premises.add(SOMEWHERE, now)
        for i, person in enumerate(people):
            await uow.premises.join(shop.id, person.id, is_owner=i == 2, now=now + timedelta(minutes=i))
        choices = Following(shop, people[0].id, False, now, None, frozenset({Branch.CAFE}))
        await uow.premises.save_choices(choices)
        listed = await uow.premises.members_of(shop.id)
        assert [one.member_id for one in listed] == [people[2].id, people[0].id, people[1].id]
        assert [one.extra_branches for one in listed] == [frozenset(), frozenset({Branch.CAFE}), frozenset()]


async def test_closed_shops_are_followed_no_longer(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop
) -> None:
    """Closed shops are not listed; of the open ones the oldest comes first."""
    member = await new_member()
    first, second, third = [await new_shop(member) for _ in range(3)]
    async with storage.transaction() as uow:
        await uow.premises.save(replace(second.premises, closed_at=now))
        assert await uow.premises.followings(member.id) == [first, third]
        assert await uow.premises.members_of(second.premises.id) == []


async def test_the_same_shop_is_recognised(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop
) -> None:
    """An open shop of somebody else with the same PC6, branch and name, in any case and spacing, is recognised as the
    same."""
    member = await new_member()
    shop = (await new_shop(member, name="  De Gouden  RING ")).premises
    other = PremisesId(shop.id + 1)
    async with storage.transaction() as uow:

        async def same(pc6: str = "2903AB", branch: Branch = Branch.JEWELLER, name: str = "de gouden ring") -> bool:
            return await uow.premises.same_shop(pc6, branch, name, other) == shop

        assert await same()
        assert not await same(pc6="2903AC")
        assert not await same(branch=Branch.OPTICIAN)
        assert not await same(name="de gouden")
        assert await uow.premises.same_shop("2903AB", Branch.JEWELLER, "de gouden ring", shop.id) is None
        await uow.premises.leave(shop.id, member.id, now)
        assert not await same()
        assert await uow.premises.same_shop("2903AB", Branch.JEWELLER, "de gouden ring") is None


async def test_a_link_is_for_a_shop_that_somebody_vouched_for(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop
) -> None:
    """A link finds a verified shop, else one that nobody joined yet, and never one that a person signed up
    themselves."""
    member = await new_member()
    ring = {"name": "De Gouden Ring", "house_number": "7"}
    signed_up = (await new_shop(member, is_verified=False, **ring)).premises
    async with storage.transaction() as uow:

        async def vouched_for() -> Premises | None:
            return await uow.premises.vouched_for("2903AB", Branch.JEWELLER, "de gouden ring")

        assert await vouched_for() is None
        invited = await uow.premises.add(
            NewPremises(Branch.JEWELLER, "2903", "2903AB", None, None, "De gouden ring", "7"), now
        )
        assert await vouched_for() == invited
        assert [signed_up] == await uow.premises.twins(invited)
    verified = (await new_shop(member, **ring)).premises
    next_door = (await new_shop(member, name="De Gouden Ring", house_number="9")).premises
    await new_shop(member, name="De Robijn", house_number="9", branch=Branch.OPTICIAN)
    async with storage.reading() as uow:
        assert await uow.premises.vouched_for("2903AB", Branch.JEWELLER, "de gouden ring") == verified
        assert await uow.premises.same_shop("2903AB", Branch.JEWELLER, "de gouden ring", signed_up.id) == verified
        assert [verified, next_door, invited] == await uow.premises.twins(signed_up)
        assert {"De Gouden Ring", "De gouden ring", "De Robijn"} == set(await uow.premises.names_at("2903AB"))
        assert [] == await uow.premises.names_at("2903AC")


async def test_only_what_can_be_verified_waits_for_it(
    storage: Storage, new_member: NewMember, new_shop: NewShop
) -> None:
    """Shops with name, house number and PC6 wait for verification, oldest first."""
    member = await new_member()
    waiting = [(await new_shop(member, is_verified=False)).premises for _ in range(2)]
    await new_shop(member)
    for missing in ({"name": None}, {"house_number": ""}, {"pc6": None}):
        await new_shop(member, is_verified=False, **missing)
    async with storage.reading() as uow:
        assert await uow.premises.unverified() == waiting


async def test_a_verified_shop_is_due_for_attesting(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A shop is due for attestation half a year after its verification, or when told to be; not once it is closed or
    unverified."""
    member = await new_member()
    async with storage.transaction() as uow:
        shops = [await uow.premises.add(SOMEWHERE, now) for _ in range(4)]
        first, second, closed, lost = [
            await uow.premises.verify(one.id, 1, Verification.VOUCH, member.id, now) for one in shops
        ]
        await uow.premises.save(replace(closed, closed_at=now))
        await uow.premises.save(replace(lost, verified_at=None))
        due = now + ATTEST_EVERY
        assert [] == await uow.premises.due_for_attesting(due - timedelta(seconds=1), 9)
        assert [first, second] == await uow.premises.due_for_attesting(due, 9)
        assert [first] == await uow.premises.due_for_attesting(due, 1)
        asked = await uow.premises.expect_attestation(first.id, due + timedelta(days=1), 1)
        assert replace(first, askings=1) == asked == await uow.premises.get(first.id)
        assert [second] == await uow.premises.due_for_attesting(due, 9)
        assert [second, asked] == await uow.premises.due_for_attesting(due + timedelta(days=1), 9)
        dropped = await uow.premises.save(replace(asked, verified_at=None))
        assert 0 == dropped.askings
        with pytest.raises(NotFound):
            await uow.premises.expect_attestation(PremisesId(99), due, 1)


async def test_crowded_shops_are_those_of_a_scope(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Crowded shops are those within a scope, however many elsewhere have more people."""
    people = [await new_member() for _ in range(3)]
    async with storage.transaction() as uow:
        shops = {}
        for pc4, branch, many in (
            *[("3011", Branch.JEWELLER, 3) for _ in range(3)],
            ("2903", Branch.BAKERY, 2),
            ("2904", Branch.BAKERY, 1),
        ):
            told = NewPremises(branch, pc4, f"{pc4}AB", None, None)
            shop = await uow.premises.add(replace(told, name="Brood", house_number="1"), now)
            await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, people[0].id, now)
            for member in people[:many]:
                await uow.premises.join(shop.id, member.id, is_owner=False, now=now)
            shops[pc4] = shop.id
        ground = frozenset({"2903"})
        group = await uow.kvo_groups.add(NewKvoGroup("Hoek", ground, frozenset()), people[0].id, now)
        for scope in ("2900-2999", "branch:bakery", "branch:bakery:2900-2999", f"kvo_group:{group.id}"):
            found = await uow.premises.crowded(1, [parse_scope(scope)], 2)
            assert [(shops["2903"], 2)] == [(one.id, many) for one, many in found], scope
        assert [] == await uow.premises.crowded(1, [], 2)
        assert [] == await uow.premises.crowded(1, [parse_scope("municipality:Nergens")], 2)
        assert [] == await uow.premises.crowded(1, [parse_scope("branch:bakery:3000-3099")], 2)
        assert [] == await uow.premises.crowded(1, [parse_scope("branch:jeweller:2900-2999")], 2)
        both = [parse_scope("2903"), parse_scope("3011")]
        assert [3, 3, 3, 2] == [many for _, many in await uow.premises.crowded(1, both, 9)]
        assert [3, 3] == [many for _, many in await uow.premises.crowded(1, [parse_scope("national")], 2)]
