"""Tests of changes to sent texts: each address with the text gets them once, in order."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import AlertState, ApprovalKind, Revision, RevisionKind
from alerts.delivery import Claimed, DeliveryState, Notice, Operation, Priority, Sent, Settled, priority_of
from alerts.ids import DeliveryId
from alerts.member import Member
from alerts.ports import DeliveryCount, Received, Storage, UnitOfWork
from alerts.premises import Following
from alerts.targeting import target_of
from tests.storage.claiming import LEASE, claim

NewMember = Callable[..., Awaitable[Member]]
NewShop = Callable[..., Awaitable[Following]]
NewAlert = Callable[..., Awaitable[Revision]]
Shops = Callable[..., Awaitable[list[Member]]]
STUB = Notice("alert-removed", {"alert": 1})


@pytest.fixture
def shops(new_member: NewMember, new_shop: NewShop) -> Shops:
    """Add this number of jewellers, each 100 m farther than the one before."""

    async def add(count: int) -> list[Member]:
        members = [await new_member() for _ in range(count)]
        for number, member in enumerate(members, start=1):
            await new_shop(member, metres=100 * number)
        return members

    return add


async def _send(storage: Storage, revision: Revision, now: datetime) -> None:
    said = revision.content
    async with storage.transaction() as uow:
        await uow.deliveries.fan_out(
            revision, target_of(said), [], priority=priority_of(said), deadline=said.until, now=now
        )


async def _change(uow: UnitOfWork, first: Revision, kind: RevisionKind, now: datetime) -> tuple[Revision, int]:
    state = {RevisionKind.RETRACTION: AlertState.RETRACTED, RevisionKind.ALL_CLEAR: AlertState.ENDED}
    alert = await uow.alerts.get(first.alert_id)
    saved = await uow.alerts.save(replace(alert, state=state.get(kind, AlertState.LIVE)))
    approval = await uow.alerts.request_approval(
        saved, ApprovalKind.SOLE_ON_DUTY, saved.author_id, "x", now, revision_kind=kind, content=saved.content
    )
    revision = await uow.alerts.add_revision(saved, kind, approval.id, saved.author_id, now)
    until = revision.content.until
    return revision, await uow.deliveries.fan_out_change(revision, priority=Priority.P2, deadline=until, now=now)


async def _claim(storage: Storage, now: datetime, limit: int = 100) -> list[Claimed]:
    async with storage.transaction() as uow:
        return await claim(uow, limit, "owner", now)


async def _arrived(storage: Storage, *claimed: Claimed, now: datetime) -> None:
    async with storage.transaction() as uow:
        for one in claimed:
            await uow.deliveries.settle(one.id, Sent(f"m{one.id}", one.ref), now)


async def test_a_change_goes_to_who_has_it_nearest_first(
    storage: Storage, now: datetime, shops: Shops, new_live_alert: NewAlert
) -> None:
    """A change goes once to each address that has the text, nearest first, also to members who stopped; not where the
    text failed."""
    near, gone, far = await shops(3)
    first = await new_live_alert()
    await _send(storage, first, now)
    one, two, three = await _claim(storage, now)
    await _arrived(storage, one, three, now=now)
    async with storage.transaction() as uow:
        await uow.deliveries.settle(two.id, Settled(DeliveryState.FAILED, "gone"), now)
        await uow.members.save(replace(far, stopped_at=now))
        assert Received(2, 100) == await uow.deliveries.received(first.alert_id)
        revision, count = await _change(uow, first, RevisionKind.CORRECTION, now)
        assert 2 == count
        again = await uow.deliveries.fan_out_change(
            revision, priority=Priority.P2, deadline=first.content.until, now=now
        )
        assert 0 == again
    claimed = await _claim(storage, now)
    assert [near.id, far.id] == [one.member_id for one in claimed]
    assert [f"m{one.id}", f"m{three.id}"] == [one.target_message for one in claimed]
    assert all(one.is_active and one.is_change and one.revision_kind is RevisionKind.CORRECTION for one in claimed)
    assert gone.id not in {one.member_id for one in claimed}


@pytest.mark.parametrize(
    ("kind", "reason", "count"),
    [
        (RevisionKind.CORRECTION, "replaced", 2),
        (RevisionKind.ALL_CLEAR, "ended", 1),
        (RevisionKind.RETRACTION, "retracted", 1),
    ],
)
async def test_what_still_waits_is_skipped(
    storage: Storage, now: datetime, shops: Shops, new_live_alert: NewAlert, kind: RevisionKind, reason: str, count: int
) -> None:
    """A correction replaces a text that still waits; an end or a retraction cancels it, and nothing is sent."""
    await shops(2)
    first = await new_live_alert()
    await _send(storage, first, now)
    (sent,) = await _claim(storage, now, limit=1)
    await _arrived(storage, sent, now=now)
    async with storage.transaction() as uow:
        assert count == (await _change(uow, first, kind, now))[1]
        counts = await uow.deliveries.counts(first.alert_id)
    skipped = [one for one in counts if one.state is DeliveryState.SKIPPED]
    assert [DeliveryCount(DeliveryState.SKIPPED, reason, 1)] == skipped
    assert [True, False][:count] == [one.is_change for one in await _claim(storage, now)]


async def test_what_waits_is_skipped_and_what_is_under_way_goes_on(
    storage: Storage, now: datetime, new_live_alert: NewAlert, shops: Shops
) -> None:
    """Stopping an alert skips its waiting deliveries with a counted reason; those under way, and other alerts, go
    on."""
    await shops(3)
    first, other = await new_live_alert(), await new_live_alert()
    await _send(storage, first, now)
    await _claim(storage, now, limit=1)
    await _send(storage, other, now)
    async with storage.transaction() as uow:
        assert [2, 3] == [await uow.deliveries.waiting(one.alert_id) for one in (first, other)]
        assert 2 == await uow.deliveries.skip_waiting(first.alert_id, "stopped", now)
        assert 0 == await uow.deliveries.skip_waiting(first.alert_id, "stopped", now)
        counted = {(one.state, one.reason): one.count for one in await uow.deliveries.counts(first.alert_id)}
        assert {(DeliveryState.SENDING, ""): 1, (DeliveryState.SKIPPED, "stopped"): 2} == counted
        assert 3 == await uow.deliveries.waiting(other.alert_id)
        assert first.alert_id in await uow.deliveries.to_recount()


async def test_a_change_waits_for_what_is_under_way(
    storage: Storage, now: datetime, shops: Shops, new_live_alert: NewAlert
) -> None:
    """A change waits for a text under way at the same address, so that it never overtakes it."""
    await shops(1)
    first = await new_live_alert()
    await _send(storage, first, now)
    (under_way,) = await _claim(storage, now)
    async with storage.transaction() as uow:
        assert 1 == (await _change(uow, first, RevisionKind.CORRECTION, now))[1]
    assert [] == await _claim(storage, now)
    await _arrived(storage, under_way, now=now)
    (claimed,) = await _claim(storage, now)
    assert f"m{under_way.id}" == claimed.target_message


async def test_what_is_retracted_is_removed_behind_the_reply(
    storage: Storage, now: datetime, shops: Shops, new_live_alert: NewAlert
) -> None:
    """Each text at an address is deleted only after the retraction was settled there."""
    await shops(2)
    first = await new_live_alert()
    await _send(storage, first, now)
    await _arrived(storage, *await _claim(storage, now), now=now)
    async with storage.transaction() as uow:
        await _change(uow, first, RevisionKind.CORRECTION, now)
    corrected, under_way = await _claim(storage, now)
    await _arrived(storage, corrected, now=now)
    async with storage.transaction() as uow:
        retraction, count = await _change(uow, first, RevisionKind.RETRACTION, now)
        assert 2 == count
        removed = [
            await uow.deliveries.remove_earlier(retraction, STUB, deadline=now + LEASE, now=now) for _ in range(2)
        ]
    assert [4, 0] == removed
    (reply,) = await _claim(storage, now)  # at the other address a correction is still under way
    await _arrived(storage, under_way, now=now)
    (other,) = await _claim(storage, now)
    assert {RevisionKind.RETRACTION} == {reply.revision_kind, other.revision_kind}
    await _arrived(storage, reply, now=now)
    here = await _one_by_one(storage, now)
    assert {reply.ref} == {one.ref for one in here}
    assert {Operation.DELETE} == {one.operation for one in here}
    await _arrived(storage, other, now=now)
    there = await _one_by_one(storage, now)
    assert 4 == len({*_targets(here), *_targets(there)})
    assert STUB == there[0].notice


async def _one_by_one(storage: Storage, now: datetime) -> list[Claimed]:
    """Return all deliveries for one chat, each claimed after the one before it arrived."""
    gone: list[Claimed] = []
    while claimed := await _claim(storage, now):
        (one,) = claimed
        await _arrived(storage, one, now=now)
        gone.append(one)
    return gone


def _targets(claimed: list[Claimed]) -> list[tuple[DeliveryId, str | None]]:
    return [(one.id, one.target_message) for one in claimed]


async def test_a_text_that_was_asked_for_is_answered_and_removed(
    storage: Storage, now: datetime, new_member: NewMember, new_live_alert: NewAlert
) -> None:
    """Once its message is known; until then it may have arrived. It counts as no delivery."""
    known, unknown = [await new_member() for _ in range(2)]
    first = await new_live_alert()
    async with storage.transaction() as uow:
        shown = await uow.deliveries.add_shown(first, known.address.id, now)
        await uow.deliveries.add_shown(first, unknown.address.id, now)
        await uow.deliveries.settle_shown(shown.id, Sent("m7", "c7"))
        assert [] == await uow.deliveries.counts(first.alert_id)
        assert not await uow.deliveries.addressed_to(first.alert_id, known.id)
        revision, count = await _change(uow, first, RevisionKind.RETRACTION, now)
        assert 2 == count
        await uow.deliveries.remove_earlier(revision, STUB, deadline=now, now=now)
    answered = {one.address_id: one for one in await _claim(storage, now)}
    assert {known.address.id: "m7", unknown.address.id: None} == {
        address: one.target_message for address, one in answered.items()
    }
    assert all(one.is_change for one in answered.values())
    await _arrived(storage, *answered.values(), now=now)
    removed = [one for one in await _claim(storage, now) if one.operation is Operation.DELETE]
    assert {"m7", None} == {one.target_message for one in removed}


async def test_an_edit_that_waits_holds_up_no_later_text(
    storage: Storage, now: datetime, shops: Shops, new_live_alert: NewAlert
) -> None:
    """What a change replaces is edited behind it, once; a later change says it anew in place of an edit that waits, so
    that a retraction waits for none."""
    await shops(1)
    first = await new_live_alert()
    await _send(storage, first, now)
    await _arrived(storage, *await _claim(storage, now), now=now)
    marked = []
    for _ in range(2):
        async with storage.transaction() as uow:
            update, _count = await _change(uow, first, RevisionKind.UPDATE, now)
            marked.append(await uow.deliveries.mark_earlier(update, due_at=now, deadline=now + LEASE, now=now))
        (text,) = await _claim(storage, now)
        await _arrived(storage, text, now=now)
    assert [1, 2] == marked
    (edit,) = await _claim(storage, now)
    assert (Operation.EDIT, "alert-replaced") == (edit.operation, edit.notice and edit.notice.view)
    await _arrived(storage, edit, now=now)
    async with storage.transaction() as uow:
        await _change(uow, first, RevisionKind.RETRACTION, now)
    (reply,) = await _claim(storage, now)
    assert RevisionKind.RETRACTION is reply.revision_kind
    await _arrived(storage, reply, now=now)
    assert [] == await _claim(storage, now)


async def test_edits_are_looked_at_once_the_texts_are_out(
    storage: Storage, now: datetime, shops: Shops, new_live_alert: NewAlert
) -> None:
    """Until their time, edits of what an update replaces are not looked at; the texts of the update go at once."""
    await shops(2)
    first = await new_live_alert()
    await _send(storage, first, now)
    await _arrived(storage, *await _claim(storage, now), now=now)
    async with storage.transaction() as uow:
        update, _count = await _change(uow, first, RevisionKind.UPDATE, now)
        later = now + timedelta(seconds=10)
        await uow.deliveries.mark_earlier(update, due_at=later, deadline=now + LEASE, now=now)
    texts = await _claim(storage, now)
    assert [RevisionKind.UPDATE] * 2 == [one.revision_kind for one in texts]
    await _arrived(storage, *texts, now=now)
    assert [] == await _claim(storage, later - timedelta(seconds=1))
    assert [Operation.EDIT] * 2 == [one.operation for one in await _claim(storage, later)]
