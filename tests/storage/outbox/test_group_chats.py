"""Tests of alerts in the chats of KVO groups."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import Alert, ApprovalKind, Revision, RevisionKind
from alerts.delivery import (
    CHAT_REFUSED,
    ONE_LINE,
    Claimed,
    DeliveryState,
    NewDelivery,
    Notice,
    Operation,
    Sent,
    priority_of,
)
from alerts.errors import NotFound
from alerts.ids import AddressId, DeliveryId, KvoGroupId
from alerts.kvo_group import ChatTrouble, KvoGroup, NewKvoGroup
from alerts.member import Member
from alerts.ports import DeliveryCount, InChat, Storage, UnitOfWork
from alerts.premises import Following
from alerts.targeting import target_of
from tests.storage.claiming import LEASE, claim

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]


@pytest.fixture
async def chat(storage: Storage, now: datetime, new_member: NewMember) -> AddressId:
    """The chat of a group, in a topic."""
    group = await _group(storage, now, await new_member(), "-1001")
    assert group.chat is not None
    return group.chat.address_id


async def _group(storage: Storage, now: datetime, manager: Member, ref: str) -> KvoGroup:
    async with storage.transaction() as uow:
        ground = NewKvoGroup(f"Winkelhart {ref}", frozenset({"2903"}), frozenset())
        group = await uow.kvo_groups.add(ground, manager.id, now)
        await uow.kvo_groups.tie(group.id, channel="telegram", ref=ref, topic=7)
        return await uow.kvo_groups.get(group.id)


async def _fan_out(uow: UnitOfWork, revision: Revision, chat: AddressId, now: datetime) -> tuple[int, int]:
    said = revision.content
    chats = await uow.deliveries.fan_out_to_chats(revision, [chat], deadline=said.until, now=now)
    members = await uow.deliveries.fan_out(
        revision, target_of(said), [], priority=priority_of(said), deadline=said.until, now=now
    )
    return members, chats


async def _claim(storage: Storage, now: datetime) -> list[Claimed]:
    async with storage.transaction() as uow:
        return await claim(uow, 100, "owner", now)


async def _arrived(storage: Storage, delivery: DeliveryId, now: datetime, *, reason: str = "") -> None:
    async with storage.transaction() as uow:
        await uow.deliveries.settle(delivery, Sent("10", "-1001", reason), now)


async def _next_revision(uow: UnitOfWork, alert: Alert, now: datetime) -> Revision:
    saved = await uow.alerts.save(alert)
    approval = await uow.alerts.request_approval(saved, ApprovalKind.SOLE_ON_DUTY, saved.author_id, "x", now)
    return await uow.alerts.add_revision(saved, RevisionKind.CORRECTION, approval.id, saved.author_id, now)


async def test_a_chat_comes_first_and_once(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert, chat: AddressId
) -> None:
    """A group chat's row comes before the nearest shop, once, with its topic, without personal settings, and is counted
    separately."""
    await new_shop(await new_member())
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        assert (1, 1) == await _fan_out(uow, revision, chat, now)
        assert (0, 0) == await _fan_out(uow, revision, chat, now)
    first, _ = await _claim(storage, now)
    assert ("-1001", 7, None, True) == (first.ref, first.topic, first.member_id, first.is_active)
    assert first.kvo_group_id is not None
    assert RevisionKind.FIRST is first.revision_kind
    async with storage.reading() as uow:
        counts = await uow.deliveries.counts(revision.alert_id)
    sending = DeliveryCount(DeliveryState.SENDING, "", 1)
    assert [sending, replace(sending, is_chat=True)] == counts


async def test_what_is_in_the_chats(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert, chat: AddressId
) -> None:
    """The view of the chats has the newest text that arrived, how many pressed there, and whether a change is under
    way."""
    revision, member = await new_live_alert(), await new_member()
    alert = revision.alert_id
    async with storage.transaction() as uow:
        await _fan_out(uow, revision, chat, now)
        assert [] == await uow.deliveries.in_chats(alert)
    (claimed,) = await _claim(storage, now)
    await _arrived(storage, claimed.id, now, reason=ONE_LINE)
    expected = InChat(claimed.id, chat, KvoGroupId(1), revision.id, is_one_line=True, seen=0, is_changing=False)
    async with storage.transaction() as uow:
        assert [expected] == await uow.deliveries.in_chats(alert)
        assert [True, False] == [await uow.alerts.mark_seen(alert, member.id, now, chat=chat) for _ in range(2)]
        counted = NewDelivery("e", chat, Notice("x"), now + LEASE, Operation.EDIT, alert_id=alert, target=claimed.id)
        await uow.deliveries.enqueue([counted], now)
        assert [replace(expected, seen=1, is_changing=True)] == await uow.deliveries.in_chats(alert)
        second = await _next_revision(uow, await uow.alerts.get(alert), now)
        await uow.deliveries.fan_out_to_chats(second, [chat], deadline=second.content.until, now=now)
    while claimed_now := await _claim(storage, now):
        await _arrived(storage, claimed_now[0].id, now)
    async with storage.transaction() as uow:
        assert [(second.id, False, 1)] == [
            (one.revision_id, one.is_one_line, one.seen) for one in await uow.deliveries.in_chats(alert)
        ]
        await uow.members.set_active("telegram", "-1001", active=False, now=now)
        assert [] == await uow.deliveries.in_chats(alert)


async def test_a_later_text_answers_the_newest_that_arrived(
    storage: Storage, now: datetime, new_live_alert: NewAlert, chat: AddressId
) -> None:
    """A later text is a reply to the newest one that arrived; a text that did not arrive is skipped."""
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        await _fan_out(uow, revision, chat, now)
    (first,) = await _claim(storage, now)
    assert (None, False) == (first.target_message, first.is_change)
    await _arrived(storage, first.id, now)
    async with storage.transaction() as uow:
        second = await _next_revision(uow, await uow.alerts.get(revision.alert_id), now)
        await uow.deliveries.fan_out_to_chats(second, [chat], deadline=second.content.until, now=now)
    (claimed,) = await _claim(storage, now)
    assert ("10", "10", True) == (claimed.target_message, claimed.within_reach, claimed.is_change)
    async with storage.transaction() as uow:
        await uow.deliveries.hold(claimed.id, now, "")
        await uow.members.migrate("telegram", "-1001", "-2002")
    (moved,) = await _claim(storage, now)
    assert ("10", None, True) == (moved.target_message, moved.within_reach, moved.is_change)


async def test_seen_counts_only_where_it_was_sent(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert, chat: AddressId
) -> None:
    """A press on *Gelezen* counts only in a chat that got the alert."""
    revision, member = await new_live_alert(), await new_member()
    other = await _group(storage, now, member, "-3003")
    assert other.chat is not None
    async with storage.transaction() as uow:
        await _fan_out(uow, revision, chat, now)
        with pytest.raises(NotFound):
            await uow.alerts.mark_seen(revision.alert_id, member.id, now, chat=other.chat.address_id)
        with pytest.raises(NotFound):
            await uow.alerts.mark_seen(revision.alert_id, member.id, now)
        assert 0 == await uow.alerts.seen_count(revision.alert_id)


async def test_a_topic_can_be_forgotten(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A topic can be forgotten while the chat stays tied."""
    group = await _group(storage, now, await new_member(), "-1001")
    async with storage.transaction() as uow:
        await uow.kvo_groups.forget_topic("telegram", "-1001")
        again = await uow.kvo_groups.get(group.id)
    assert group.chat is not None
    assert replace(group.chat, topic=0) == again.chat


async def test_what_waits_for_a_chat_that_refuses_it_is_released_for_that_chat_alone(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """A delivery that waits for a chat that refuses messages is released for that chat alone; the cause is stored with
    the group until it is tied anew."""
    manager, later = await new_member(), now + timedelta(hours=1)
    group, other = [await _group(storage, now, manager, ref) for ref in ("-1001", "-1002")]
    assert group.chat is not None
    assert other.chat is not None
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        await _fan_out(uow, revision, group.chat.address_id, now)
        await _fan_out(uow, revision, other.chat.address_id, now)
    claimed = [one for one in await _claim(storage, now) if one.kvo_group_id is not None]
    async with storage.transaction() as uow:
        await uow.deliveries.hold_all([(one.id, later, CHAT_REFUSED) for one in claimed])
        await uow.kvo_groups.set_trouble(group.id, ChatTrouble.NO_RIGHTS)
    assert [] == await _claim(storage, now)
    async with storage.transaction() as uow:
        assert ChatTrouble.NO_RIGHTS is (await uow.kvo_groups.get(group.id)).trouble
        assert (await uow.kvo_groups.get(other.id)).trouble is None
        assert 1 == await uow.deliveries.release_refused(group.id, now)
    (released,) = await _claim(storage, now)
    assert group.id == released.kvo_group_id
    assert not released.may_have_arrived
    async with storage.transaction() as uow:
        await uow.deliveries.hold_all([(released.id, later, "paused")])
        assert 0 == await uow.deliveries.release_refused(group.id, now)
        await uow.kvo_groups.tie(group.id, channel="telegram", ref="-1001", topic=0)
        assert (await uow.kvo_groups.get(group.id)).trouble is None


async def test_who_does_not_lead_leaves_the_chats_of_groups(
    storage: Storage, now: datetime, chat: AddressId, new_member: NewMember
) -> None:
    """A process that does not lead claims no rows of group chats, because one process counts their twenty a minute."""
    member = await new_member()
    async with storage.transaction() as uow:
        deadline = now + timedelta(hours=1)
        rows = [NewDelivery(f"{one}", one, Notice("note", {}), deadline) for one in (chat, member.address.id)]
        await uow.deliveries.enqueue(rows, now)
    async with storage.transaction() as uow:
        assert await uow.deliveries.next_due(with_groups=False) == now
        (private,) = await claim(uow, 100, "follower", now, with_groups=False)
        assert private.address_id == member.address.id
        assert await uow.deliveries.next_due(with_groups=False) is None
        assert await uow.deliveries.next_due() == now
    (group,) = await _claim(storage, now)
    assert group.address_id == chat
