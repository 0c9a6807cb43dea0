"""Tests of the outbox: each effect happens once, in order, is claimed by one process, and is settled."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.alert import AlertState, ApprovalKind, Revision, RevisionKind
from alerts.branch import Branch
from alerts.delivery import (
    Claimed,
    DeliveryState,
    NewDelivery,
    Notice,
    OnUnknown,
    Operation,
    Priority,
    Retry,
    Sent,
    Settled,
    priority_of,
)
from alerts.errors import Conflict
from alerts.ids import AddressId, AlertId, MemberId
from alerts.member import CONSOLE, Language, Member
from alerts.ports import CHAT_SPACING, BranchCount, DeliveryCount, Storage, UnitOfWork
from alerts.premises import Following
from alerts.severity import Severity
from alerts.targeting import target_of
from alerts.tlp import Tlp
from tests.storage.claiming import claim

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]


async def _fan_out(uow: UnitOfWork, revision: Revision, now: datetime, *coordinators: MemberId) -> int:
    said = revision.content
    return await uow.deliveries.fan_out(
        revision, target_of(said), coordinators, priority=priority_of(said), deadline=said.until, now=now
    )


async def _claim(storage: Storage, now: datetime, limit: int = 100) -> list[Claimed]:
    async with storage.transaction() as uow:
        return await claim(uow, limit, "owner", now)


async def _sent(storage: Storage, now: datetime, limit: int = 100) -> list[Claimed]:
    """Claim rows and settle them as sent."""
    claimed = await _claim(storage, now, limit)
    async with storage.transaction() as uow:
        await uow.deliveries.settle_sent([(one.id, Sent(f"{one.id}", one.ref)) for one in claimed], now)
    return claimed


def _notice(address: AddressId, key: str, now: datetime, **said: Any) -> NewDelivery:
    return NewDelivery(key, address, Notice("receipt", {"alert": 1, "who": "x"}), now + timedelta(hours=1), **said)


async def test_an_effect_happens_once(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A key is queued once, also from another transaction and after it was sent."""
    to = (await new_member()).address.id
    async with storage.transaction() as uow:
        assert await uow.deliveries.enqueue([_notice(to, "a", now), _notice(to, "b", now)], now) == 2
        assert await uow.deliveries.enqueue([_notice(to, "b", now), _notice(to, "c", now)], now) == 1
        assert await uow.deliveries.enqueue([], now) == 0
        found = await uow.deliveries.by_key("a")
        assert found is not None
        assert found[1] is DeliveryState.QUEUED
        assert await uow.deliveries.by_key("d") is None


async def test_what_was_told_under_a_key_is_found_to_be_changed(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """The deliveries under a key are found at each address, without edits, longer numbers or other alerts."""
    one, two = (await new_member()).address.id, (await new_member()).address.id
    alert = (await new_live_alert()).alert_id
    rows = [
        _notice(to, key, now, alert_id=about, operation=operation)
        for to, key, about, operation in (
            (one, "wanted:5:3:1", alert, Operation.SEND),
            (two, "wanted:5:3:2", alert, Operation.SEND),
            (two, "wanted:5:30:2", alert, Operation.SEND),
            (two, "wanted:5:3:3", None, Operation.SEND),
            (two, "wanted:5:3:4", alert, Operation.EDIT),
        )
    ]
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue(rows, now)
        told = await uow.deliveries.told(alert, "wanted:5:3")
        assert [(one, rows[0].notice), (two, rows[1].notice)] == [(each.address_id, each.notice) for each in told]
        assert [] == await uow.deliveries.told(alert, "wanted:5_3")


async def test_cards_are_found_by_the_beginning_of_their_key(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """Cards are found by the beginning of their key, at every address, without keys whose number only begins alike."""
    one, two = [(await new_member()).address.id for _ in range(2)]
    found = ["signup:5:3@20261124:1", "signup:5:4@20261125:1", "signup:5:3@20261124:2", "shop-lapsed:5:9:1"]
    others = [
        "signup:50:3@20261124:1",
        "signup:5",
        "signup:5;1",
        "signups-many:5:1",
        "Signup:5:3:1",
        "x:signup:5:3",
    ]
    rows = [_notice(two if key.endswith(":2") else one, key, now) for key in (*found, *others)]
    edit = _notice(one, "signup:5:edit", now, operation=Operation.EDIT)
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue([*rows, edit], now)
        cards = await uow.deliveries.cards(["signup:5", "shop-lapsed:5"])
        assert [(row.address_id, row.notice) for row in rows[:4]] == [(each.address_id, each.notice) for each in cards]
        assert [] == await uow.deliveries.cards(["signup:7"])
        assert [] == await uow.deliveries.cards([])


async def test_a_notice_is_claimed_with_all_that_it_takes(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A claimed notice has its recipient, its text and the member's settings."""
    member = await new_member(Language.ENGLISH)
    chosen = replace(member, p1_at_night=False, muted=frozenset({Severity.P4}), paused_until=now + timedelta(days=1))
    row = _notice(member.address.id, "a", now, on_unknown=OnUnknown.GIVE_UP)
    async with storage.transaction() as uow:
        await uow.members.save(chosen)
        await uow.deliveries.enqueue([row], now)
    (claimed,) = await _claim(storage, now)
    assert claimed == Claimed(
        id=claimed.id,
        address_id=member.address.id,
        member_id=member.id,
        channel="telegram",
        ref="1001",
        is_active=True,
        operation=Operation.SEND,
        on_unknown=OnUnknown.GIVE_UP,
        attempts=0,
        deadline=row.deadline,
        notice=row.notice,
        revision_id=None,
        distance_m=None,
        target_ref=None,
        target_message=None,
        language=Language.ENGLISH,
        paused_until=chosen.paused_until,
        muted=frozenset({Severity.P4}),
        p1_at_night=False,
        severity=None,
        tlp=None,
        alert_state=None,
        is_protected=False,
    )
    assert await _claim(storage, now) == []


@pytest.mark.parametrize(("tlp", "is_protected"), [(Tlp.CLEAR, False), (Tlp.GREEN, True), (Tlp.RED, True)])
async def test_an_alert_is_claimed_with_its_label(
    storage: Storage,
    now: datetime,
    new_member: NewMember,
    new_live_alert: NewAlert,
    tlp: Tlp,
    is_protected: bool,
) -> None:
    """A claimed alert has its label, and is protected above CLEAR, as is a notice about it; only the alert has a
    severity."""
    member, colleague = await new_member(), await new_member()
    revision = await new_live_alert(tlp=tlp)
    about = _notice(colleague.address.id, "about", now, alert_id=revision.alert_id)
    async with storage.transaction() as uow:
        assert await _fan_out(uow, revision, now, member.id) == 1
        await uow.deliveries.enqueue([about], now)
    notice, alert = await _claim(storage, now)
    assert (alert.revision_id, alert.severity, alert.notice) == (revision.id, Severity.P2, None)
    assert (notice.revision_id, notice.severity, notice.notice) == (None, None, about.notice)
    for claimed in (alert, notice):
        assert (claimed.tlp, claimed.is_protected, claimed.alert_state) == (tlp, is_protected, AlertState.LIVE)
    assert (alert.p1_at_night, alert.deadline) == (True, revision.content.until)


async def test_a_group_without_a_member_is_written_to_in_dutch(
    storage: Storage, now: datetime, query: Callable[[str], list[Any]]
) -> None:
    """A group without a member gets Dutch; it has no pause and mutes nothing."""
    query("INSERT INTO addresses (channel, ref, is_active) VALUES ('telegram', '-100', TRUE)")
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue([_notice(AddressId(1), "a", now)], now)
    (claimed,) = await _claim(storage, now)
    assert (claimed.ref, claimed.language, claimed.is_active) == ("-100", Language.DUTCH, True)
    assert (claimed.muted, claimed.paused_until, claimed.p1_at_night) == (frozenset(), None, True)


async def test_the_nearest_go_first(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """A claim takes the most urgent first, then the nearest, then those without a distance, then the oldest, up to its
    limit."""
    metres = (1_200, 0, -300, None)
    shops = [await new_member() for _ in metres]
    for member, distance in zip(shops, metres, strict=True):
        await new_shop(member, **({"point": None} if distance is None else {"metres": distance}))
    later = await new_live_alert(severity=Severity.P2)
    urgent = await new_live_alert(severity=Severity.P1, reach_m=100)
    async with storage.transaction() as uow:
        assert await _fan_out(uow, later, now) == 4
        assert await _fan_out(uow, urgent, now) == 2
        first = shops[0].address.id
        await uow.deliveries.enqueue([_notice(first, "digest", now, priority=Priority.BACKGROUND)], now)
        await uow.deliveries.enqueue([_notice(first, "receipt", now)], now)
    order = [await _sent(storage, now, limit=3) for _ in range(4)]
    assert [len(batch) for batch in order] == [3, 3, 2, 0]
    told = [(one.revision_id, one.ref, one.distance_m) for batch in order for one in batch]
    assert told == [
        (urgent.id, "1002", 0),
        (urgent.id, "1004", None),
        (None, "1001", None),
        (later.id, "1002", 0),
        (later.id, "1003", 300),
        (later.id, "1001", 1_200),
        (later.id, "1004", None),
        (None, "1001", None),
    ]
    stored = [one.id for batch in order for one in batch if one.revision_id == later.id]
    assert sorted(stored) == stored, "in the table they stand in that order, so that a batch is in few pages"


async def test_a_member_gets_one_row_for_the_nearest_shop(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """A member gets one row, for the nearest of their matching shops, also when they are a coordinator; a member who
    stopped gets none."""
    member, colleague, stopped = [await new_member() for _ in range(3)]
    for distance in (900, 400):
        await new_shop(member, metres=distance, branch=Branch.OPTICIAN)
    await new_shop(member, point=None)
    await new_shop(stopped)
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        await uow.members.save(replace(stopped, stopped_at=now))
        everybody = [member.id, colleague.id, stopped.id]
        reach = await uow.deliveries.reach(target_of(revision.content), everybody, now=now)
        assert await _fan_out(uow, revision, now, *everybody) == 2
        assert await _fan_out(uow, revision, now, *everybody) == 0
    assert set(reach.by_branch) == {BranchCount(Branch.OPTICIAN, 1), BranchCount(None, 1)}
    assert (reach.members, reach.nearest_m, reach.farthest_m) == (2, 400, 400)
    claimed = await _claim(storage, now)
    assert [(one.ref, one.distance_m) for one in claimed] == [("1001", 400), ("1002", None)]
    async with storage.reading() as uow:
        key = f"alert:{revision.alert_id}:1:{member.address.id}"
        assert await uow.deliveries.by_key(key) == (claimed[0].id, DeliveryState.SENDING)


async def test_who_has_no_chat_gets_no_copy(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """A coordinator without a chat is neither counted nor queued for; a reach of coordinators alone too."""
    police = await new_member()
    for tlp in (Tlp.AMBER, Tlp.RED):
        revision = await new_live_alert(tlp=tlp)
        async with storage.transaction() as uow:
            silent = await uow.members.add(
                channel=CONSOLE, ref=tlp.value, language=Language.DUTCH, now=now, is_active=False
            )
            listed = [police.id, silent.id]
            assert 1 == (await uow.deliveries.reach(target_of(revision.content), listed, now=now)).members
            assert 1 == await _fan_out(uow, revision, now, *listed)
            assert None is await uow.deliveries.by_key(f"alert:{revision.alert_id}:1:{silent.address.id}")


@pytest.mark.parametrize("tlp", [Tlp.AMBER_STRICT, Tlp.RED])
async def test_the_narrowest_labels_are_for_coordinators(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert, tlp: Tlp
) -> None:
    """No shop gets an alert with the narrowest labels, wherever it is."""
    member, police = await new_member(), await new_member()
    await new_shop(member)
    revision = await new_live_alert(tlp=tlp)
    async with storage.transaction() as uow:
        assert (await uow.deliveries.reach(target_of(revision.content), now=now)).members == 0
        assert await _fan_out(uow, revision, now, police.id) == 1
    assert [one.ref for one in await _claim(storage, now)] == [police.address.ref]


async def test_who_blocked_the_bot_keeps_a_row_that_says_so(
    storage: Storage, now: datetime, new_member: NewMember, new_shop: NewShop, new_live_alert: NewAlert
) -> None:
    """A member who blocked the bot has a row with that reason, which the sender reads; one who stopped gets answers
    only."""
    blocked, stopped = await new_member(), await new_member()
    for member in (blocked, stopped):
        await new_shop(member)
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        await uow.members.set_active("telegram", blocked.address.ref, active=False, now=now)
        assert await _fan_out(uow, revision, now) == 2
        await uow.members.save(replace(stopped, stopped_at=now))
        await uow.deliveries.enqueue([_notice(stopped.address.id, "bye", now)], now)
    both = [*await _sent(storage, now), *await _claim(storage, now)]
    active = {(one.ref, one.revision_id): one.is_active for one in both}
    assert active == {("1001", revision.id): False, ("1002", revision.id): False, ("1002", None): True}


async def test_a_later_revision_waits_for_an_earlier_one(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """A later revision waits for an open earlier one at the same address, and for no other."""
    one, other = await new_member(), await new_member()
    first = await new_live_alert()
    async with storage.transaction() as uow:
        await _fan_out(uow, first, now, one.id)
    (sending,) = await _claim(storage, now)
    async with storage.transaction() as uow:
        alert = await uow.alerts.save(await uow.alerts.get(first.alert_id))
        approval = await uow.alerts.request_approval(alert, ApprovalKind.TEMPLATE, one.id, None, now)
        second = await uow.alerts.add_revision(alert, RevisionKind.CORRECTION, approval.id, one.id, now)
        assert await _fan_out(uow, second, now, one.id, other.id) == 2
    assert [claimed.ref for claimed in await _claim(storage, now)] == [other.address.ref]
    later = now + timedelta(minutes=1)
    async with storage.transaction() as uow:
        await uow.deliveries.settle(sending.id, Retry(later), now)
    assert await _claim(storage, now) == []
    async with storage.reading() as uow:
        assert await uow.deliveries.next_due() == later
    (again,) = await _claim(storage, later)
    assert (again.revision_id, again.attempts) == (first.id, 1)
    async with storage.transaction() as uow:
        await uow.deliveries.settle(again.id, Sent("7", "1001"), later)
    assert [claimed.revision_id for claimed in await _claim(storage, later)] == [second.id]


async def test_a_change_waits_for_the_message_that_it_changes(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A change waits for the message that it changes, and then knows its id and chat."""
    to = (await new_member()).address.id
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue([_notice(to, "first", now)], now)
        found = await uow.deliveries.by_key("first")
        assert found is not None
        edit = _notice(to, "edit", now, operation=Operation.EDIT, target=found[0], priority=Priority.P1)
        await uow.deliveries.enqueue([edit], now)
    (first,) = await _claim(storage, now)
    assert first.id == found[0]
    again = now + CHAT_SPACING
    async with storage.transaction() as uow:
        assert await claim(uow, 100, "owner", now, spacing=CHAT_SPACING) == []
        assert await uow.deliveries.next_due() == again, "it is not asked for in vain meanwhile"
        await uow.deliveries.settle(first.id, Sent("55", "-100777"), now)
    (claimed,) = await _claim(storage, again)
    assert (claimed.operation, claimed.target_ref, claimed.target_message) == (Operation.EDIT, "-100777", "55")


async def test_what_became_of_a_row_is_settled_once(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A delivery is settled once. A retry comes back when it is due, and counts only after a failure."""
    to = (await new_member()).address.id
    later = now + timedelta(seconds=30)
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue([_notice(to, "a", now)], now)
        assert await uow.deliveries.next_due() == now
    for outcome, attempts in ((Retry(later, is_fault=False), 0), (Retry(later), 1)):
        (claimed,) = await _claim(storage, later)
        async with storage.transaction() as uow:
            await uow.deliveries.settle(claimed.id, outcome, now)
            assert await uow.deliveries.next_due() == later
        assert await _claim(storage, later - timedelta(seconds=1)) == []
        (claimed,) = await _claim(storage, later)
        assert claimed.attempts == attempts
        async with storage.transaction() as uow:
            await uow.deliveries.hold(claimed.id, now, "paused")
    async with storage.transaction() as uow:
        await uow.deliveries.settle(claimed.id, Settled(DeliveryState.FAILED, "gone", "Forbidden"), now)
        assert await uow.deliveries.next_due() is None
        assert await uow.deliveries.by_key("a") == (claimed.id, DeliveryState.FAILED)
        with pytest.raises(Conflict):
            await uow.deliveries.settle(claimed.id, Sent("1", "1"), now)
        with pytest.raises(Conflict):
            await uow.deliveries.hold(claimed.id, later, "paused")


async def test_claims_of_a_dead_owner_are_void(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Claims of a dead owner are void: what may be repeated is queued again, and the rest is unknown."""
    to, other = (await new_member()).address.id, (await new_member()).address.id
    rows = [_notice(to, "again", now), _notice(other, "not again", now, on_unknown=OnUnknown.GIVE_UP)]
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue(rows, now)
        assert await uow.deliveries.void_claims(now) == 0
    await _claim(storage, now)
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue([_notice(other, "queued", now)], now)
        assert await uow.deliveries.void_claims(now) == 2
        states = [await uow.deliveries.by_key(key) for key in ("again", "not again", "queued")]
    assert [state and state[1] for state in states] == [
        DeliveryState.QUEUED,
        DeliveryState.UNKNOWN,
        DeliveryState.QUEUED,
    ]
    assert len(await _claim(storage, now)) == 2


async def test_however_often_a_process_is_killed_a_message_has_one_repeat(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A message has one repeat, however often a process is killed and however it was put back; a change may be repeated
    without limit."""
    to, other = (await new_member()).address.id, (await new_member()).address.id
    rows = [_notice(to, "message", now), _notice(other, "change", now, operation=Operation.EDIT)]
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue(rows, now)
    expected = {"message": DeliveryState.QUEUED, "change": DeliveryState.QUEUED}
    for kill in range(5):
        claimed = await _claim(storage, now)
        if kill == 1:  # its chat was full, which does not count as a try
            async with storage.transaction() as uow:
                await uow.deliveries.settle_all([(one.id, Retry(now, is_fault=False)) for one in claimed], now)
            claimed = await _claim(storage, now)
            expected["message"] = DeliveryState.UNKNOWN
        assert (2 if kill < 2 else 1) == len(claimed)
        async with storage.transaction() as uow:
            assert len(claimed) == await uow.deliveries.void_claims(now)
            found = {key: await uow.deliveries.by_key(key) for key in expected}
        assert expected == {key: one and one[1] for key, one in found.items()}


@pytest.mark.parametrize("only_its_own", [True, False])
async def test_what_waited_for_a_chat_that_is_open_again_is_due(
    storage: Storage, now: datetime, new_member: NewMember, *, only_its_own: bool
) -> None:
    """When a chat, or all chats, open again, the rows that waited for that are due; others go on waiting."""
    one, other = await new_member(), await new_member()
    async with storage.transaction() as uow:
        rows = [_notice(to.address.id, name, now) for to in (one, other) for name in (f"a{to.id}", f"b{to.id}")]
        await uow.deliveries.enqueue(rows, now)
    later = now + timedelta(minutes=15)
    async with storage.transaction() as uow:
        await uow.closures.put(one.address.ref, 900, now)
    for claimed in await _claim(storage, now):
        async with storage.transaction() as uow:
            await uow.deliveries.settle(claimed.id, Retry(later, is_fault=False), now)
    assert [] == await _claim(storage, now)
    async with storage.transaction() as uow:
        released = await uow.deliveries.release_closed(now, one.address.ref if only_its_own else None)
    assert released >= (1 if only_its_own else 2)
    found = {claimed.ref for claimed in await _claim(storage, now)}
    assert ({one.address.ref} if only_its_own else {one.address.ref, other.address.ref}) == found


async def test_a_last_try_is_not_made_again(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """After its last try a delivery that may have arrived is given up, also when the process is killed during the
    try."""
    to = (await new_member()).address.id
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue([_notice(to, "a", now)], now)
    (first,) = await _claim(storage, now)
    assert OnUnknown.RESEND is first.on_unknown
    async with storage.transaction() as uow:
        await uow.deliveries.settle(first.id, Retry(now, is_fault=False), now)
    (again,) = await _claim(storage, now)
    assert OnUnknown.RESEND is again.on_unknown
    async with storage.transaction() as uow:
        await uow.deliveries.settle(again.id, Retry(now, is_last=True), now)
    (last,) = await _claim(storage, now)
    assert OnUnknown.GIVE_UP is last.on_unknown
    async with storage.transaction() as uow:
        assert 1 == await uow.deliveries.void_claims(now)
        assert (last.id, DeliveryState.UNKNOWN) == await uow.deliveries.by_key("a")


async def test_what_changed_is_counted_anew_once(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """A fan-out, a settlement (alone or of many), a pause and a press mark their alert for counting; a claim does
    not."""
    members = [await new_member() for _ in range(5)]
    revision, other = await new_live_alert(), await new_live_alert()
    alert = revision.alert_id
    async with storage.transaction() as uow:
        await _fan_out(uow, revision, now, *(member.id for member in members))
        await uow.deliveries.fan_out_to_chats(other, [members[0].address.id], deadline=now, now=now)
        await uow.deliveries.enqueue([_notice(members[0].address.id, "a", now)], now)

    assert [alert, other.alert_id] == sorted(await _counted(storage))
    ids = [one.id for one in await _claim(storage, now) if one.alert_id == alert]
    assert [] == await _counted(storage)
    async with storage.transaction() as uow:
        await uow.deliveries.settle_sent([(one, Sent("1", "1")) for one in ids[:2]], now)
    assert [alert] == await _counted(storage)
    async with storage.transaction() as uow:
        await uow.deliveries.settle(ids[2], Sent("1", "1"), now)
    assert [alert] == await _counted(storage)
    async with storage.transaction() as uow:
        await uow.deliveries.hold(ids[3], now, "paused")
    assert [alert] == await _counted(storage)
    async with storage.transaction() as uow:
        await uow.alerts.mark_seen(alert, members[0].id, now)
    assert [alert] == await _counted(storage)


async def _counted(storage: Storage) -> list[AlertId]:
    async with storage.transaction() as uow:
        changed = await uow.deliveries.to_recount()
        await uow.deliveries.mark_counted(changed)
        assert [] == await uow.deliveries.to_recount()
    return changed


async def test_counting_is_about_recipients(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """Counts are by state and reason, also of held rows, and leave out what coordinators are told about the alert."""
    *members, told = [await new_member() for _ in range(6)]
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        await _fan_out(uow, revision, now, *(member.id for member in members))
        await uow.deliveries.enqueue([_notice(told.address.id, "a", now, alert_id=revision.alert_id)], now)
    _, first, second, third, fourth, _ = await _claim(storage, now)
    async with storage.transaction() as uow:
        await uow.deliveries.settle(first.id, Sent("1", "1"), now)
        await uow.deliveries.settle(second.id, Settled(DeliveryState.SKIPPED, "muted"), now)
        await uow.deliveries.settle(third.id, Settled(DeliveryState.SKIPPED, "muted"), now)
        await uow.deliveries.hold(fourth.id, now + timedelta(hours=1), "paused")
        assert await uow.deliveries.counts(revision.alert_id) == [
            DeliveryCount(DeliveryState.QUEUED, "paused", 1),
            DeliveryCount(DeliveryState.SENDING, "", 1),
            DeliveryCount(DeliveryState.SENT, "", 1),
            DeliveryCount(DeliveryState.SKIPPED, "muted", 2),
        ]
