"""Tests of KVO groups: their shops, their code, and their chat."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.ids import KvoGroupId
from alerts.kvo_group import ChatSetting, NewKvoGroup
from alerts.member import Member
from alerts.ports import Storage
from alerts.premises import NewPremises, Verification

SHOPPING = NewKvoGroup("De Koperwiek", frozenset({"2903", "2904AB"}), frozenset({Branch.JEWELLER, Branch.OPTICIAN}))
NewMember = Callable[..., Awaitable[Member]]


def _shop(pc6: str, branch: Branch = Branch.JEWELLER) -> NewPremises:
    return NewPremises(branch, pc6[:4], pc6, None, None, name="x", house_number="1")


@pytest.mark.parametrize(
    ("pc6", "branch", "belongs"),
    [
        ("2903ZZ", Branch.JEWELLER, True),
        ("2904AB", Branch.OPTICIAN, True),
        ("2904AC", Branch.JEWELLER, False),
        ("2903ZZ", Branch.BAKERY, False),
    ],
)
@pytest.mark.parametrize("shop_first", [True, False])
async def test_a_shop_on_the_ground_belongs_whoever_came_first(
    storage: Storage, now: datetime, new_member: NewMember, *, pc6: str, branch: Branch, belongs: bool, shop_first: bool
) -> None:
    """A shop in the group's area, by PC4 or PC6, with one of its branches belongs to the group, whichever was saved
    first; only verified people count as members."""
    member = await new_member()
    async with storage.transaction() as uow:
        early = await uow.premises.add(_shop(pc6, branch), now) if shop_first else None
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        shop = early or await uow.premises.add(_shop(pc6, branch), now)
        await uow.premises.join(shop.id, member.id, is_owner=True, now=now)
        assert (int(belongs), 0) == await uow.kvo_groups.shops_held(group.id)
        assert await uow.kvo_groups.belongs(group.id, member.id) is False
        await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, None, now)
        assert (int(belongs), int(belongs)) == await uow.kvo_groups.shops_held(group.id)
        assert await uow.kvo_groups.belongs(group.id, member.id) is belongs
        assert [group] * belongs == await uow.kvo_groups.holding(Place(pc6[:4], pc6), branch)


async def test_who_moves_or_changes_branch_goes(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A shop that moves or changes branch leaves the group, and can come back; a group of all branches takes all shops
    in its area, and another area other shops."""
    member = await new_member()
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        shop = await uow.premises.add(_shop("2903ZZ"), now)
        await uow.premises.join(shop.id, member.id, is_owner=True, now=now)
        moved = await uow.premises.save(replace(shop, pc4="2801", pc6="2801AA"))
        assert (0, 0) == await uow.kvo_groups.shops_held(group.id)
        baker = await uow.premises.save(replace(moved, pc4="2903", pc6="2903ZZ", branch=Branch.BAKERY))
        assert (0, 0) == await uow.kvo_groups.shops_held(group.id)
        wider = await uow.kvo_groups.save(replace(group, branches=frozenset()))
        assert (1, 0) == await uow.kvo_groups.shops_held(group.id)
        elsewhere = await uow.kvo_groups.save(replace(wider, codes=frozenset({"2801"})))
        assert (0, 0) == await uow.kvo_groups.shops_held(group.id)
        await uow.premises.save(replace(baker, pc4="2801", pc6="2801AA"))
        assert (1, 0) == await uow.kvo_groups.shops_held(group.id)
        await uow.kvo_groups.save(replace(elsewhere, closed_at=now))
        assert (0, 0) == await uow.kvo_groups.shops_held(group.id)
        assert [] == await uow.kvo_groups.all_open()


async def test_what_was_saved_is_read(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A group is read back with every field; saving an older version is refused, and a missing group is NotFound."""
    member = await new_member()
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        lacks = frozenset({ChatSetting.ADMIN, ChatSetting.HIDDEN_HISTORY})
        changed = replace(group, name="Nieuw", lacks=lacks, checked_at=now, join_link="https://t.me/+x")
        saved = await uow.kvo_groups.save(changed)
        assert replace(changed, version=2) == saved == await uow.kvo_groups.get(group.id)
        assert [saved] == await uow.kvo_groups.all_open()
        with pytest.raises(Conflict):
            await uow.kvo_groups.save(group)
        with pytest.raises(NotFound):
            await uow.kvo_groups.get(KvoGroupId(99))


async def test_groups_are_found_by_four_digits(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Groups are found by four digits of a postcode, also when their area has full postcodes."""
    member = await new_member()
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        assert [group] == await uow.kvo_groups.in_postcodes({"2904", "3011"})
        assert [] == await uow.kvo_groups.in_postcodes({"2905"})


async def test_a_code_ties_a_chat(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A code finds its group and ties a chat, which finds the group from then on; a removed bot leaves the chat known
    but inactive."""
    member = await new_member()
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        await uow.kvo_groups.set_code(group.id, "abc", now + timedelta(days=1))
        assert (group, now + timedelta(days=1)) == await uow.kvo_groups.by_code("abc")
        await uow.kvo_groups.set_code(group.id, None, None)
        assert await uow.kvo_groups.by_code("abc") is None
        await uow.kvo_groups.tie(group.id, channel="telegram", ref="-1001", topic=7)
        tied = await uow.kvo_groups.by_chat("telegram", "-1001")
        assert tied is not None
        assert tied.chat is not None
        assert ("-1001", 7, True) == (tied.chat.ref, tied.chat.topic, tied.chat.is_active)
        await uow.kvo_groups.untie(group.id, now)
        assert await uow.kvo_groups.by_chat("telegram", "-1001") is None
        left = (await uow.kvo_groups.get(group.id)).chat
        assert left == replace(tied.chat, is_active=False)


async def test_the_chat_that_was_tied_last_counts(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """The chat that was tied last counts, also an earlier one that is tied again; a chat of another group is refused,
    and one that was left is free."""
    member = await new_member()
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        for ref in ("-1", "-2", "-1"):
            await uow.kvo_groups.tie(group.id, channel="telegram", ref=ref, topic=0)
            chat = (await uow.kvo_groups.get(group.id)).chat
            assert chat is not None
            assert (ref, True) == (chat.ref, chat.is_active)
        other = await uow.kvo_groups.add(replace(SHOPPING, name="Ander"), member.id, now)
        for taken in ("-1", member.address.ref):
            with pytest.raises(Conflict):
                await uow.kvo_groups.tie(other.id, channel="telegram", ref=taken, topic=0)
        await uow.kvo_groups.tie(other.id, channel="telegram", ref="-2", topic=0)
        of_other = await uow.kvo_groups.by_chat("telegram", "-2")
        assert of_other is not None
        assert other.id == of_other.id


async def test_a_look_changes_no_version(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A tied chat is due for a check until it was checked, and again after a while; a check changes no version."""
    member = await new_member()
    lacks = frozenset({ChatSetting.ADMIN})
    async with storage.transaction() as uow:
        group = await uow.kvo_groups.add(SHOPPING, member.id, now)
        assert [] == await uow.kvo_groups.due_for_check(now)
        await uow.kvo_groups.tie(group.id, channel="telegram", ref="-1001", topic=0)
        assert [group.id] == [one.id for one in await uow.kvo_groups.due_for_check(now)]
        await uow.kvo_groups.mark_checked(group.id, lacks=lacks, join_link="https://t.me/+x", at=now)
        seen = await uow.kvo_groups.get(group.id)
        assert (lacks, "https://t.me/+x", now, 1) == (seen.lacks, seen.join_link, seen.checked_at, seen.version)
        assert [] == await uow.kvo_groups.due_for_check(now - timedelta(seconds=1))
        assert [seen] == await uow.kvo_groups.due_for_check(now)
        with pytest.raises(NotFound):
            await uow.kvo_groups.mark_checked(KvoGroupId(99), lacks=lacks, join_link=None, at=now)
