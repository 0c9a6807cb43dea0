"""Tests of the outbox on a real database, with a messenger that the test controls."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import AlertState
from alerts.errors import DeliveryError, Migrated, RecipientGone, Temporary, Throttled, Undeliverable, Unknown
from alerts.ids import MemberId
from alerts.ports import Storage
from alerts.services.alert.end_alert import end_due_alerts
from alerts.services.alert.report_progress import report_progress
from alerts.severity import Severity
from bot.conversation.message import Message
from bot.telegram_api.rate_limiter import EVERYTHING
from tests.bot.outbox_world import SHOPS, START, World
from tests.patience import PATIENCE


async def test_nearest_first_protected_with_their_own_distance(world: World) -> None:
    """Everybody gets the alert once, nearest first, protected above CLEAR, with the distance to their own shop."""
    progress = await world.deliver()
    assert progress.sent == SHOPS
    assert [str(number) for number in range(1, SHOPS + 1)] == world.messenger.recipients()
    messages = {ref: message for ref, message in world.messenger.sent if "(TLP:" in message.text}
    assert all(message.is_protected for message in messages.values())
    assert "300 m" in messages["3"].text
    assert "1,2 km" in messages["12"].text


async def test_a_blocked_recipient_fails_and_becomes_inactive(world: World) -> None:
    """When a recipient blocked the bot, the reason is stored, the address is not tried again, and the others go on."""
    world.messenger.answer = lambda ref: RecipientGone("Forbidden: bot was blocked by the user") if ref == "4" else None
    progress = await world.deliver()
    assert progress.sent == SHOPS - 1
    assert [(one.reason, one.count) for one in progress.failed] == [("gone", 1)]
    async with world.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", "4")
    assert member is not None
    assert not member.address.is_active


@pytest.mark.parametrize("error", [Throttled(0), Temporary("refused"), Unknown("dropped")])
async def test_what_may_still_arrive_is_tried_again(world: World, error: DeliveryError) -> None:
    """A 429, a refused connection and a dropped connection each end in a delivery."""
    failed: list[str] = []

    def once(ref: str) -> DeliveryError | None:
        if ref == "2" and not failed:
            failed.append(ref)
            return error
        world.clock.moment += timedelta(seconds=2)
        return None

    world.messenger.answer = once
    progress = await world.deliver()
    assert progress.sent == SHOPS
    assert failed == ["2"]


async def test_a_refused_text_is_recorded_and_others_are_not_affected(world: World) -> None:
    """A 400 for one recipient is recorded and affects no other."""
    world.messenger.answer = lambda ref: Undeliverable("Bad Request: x") if ref == "5" else None
    progress = await world.deliver()
    assert [(one.reason, one.count) for one in progress.failed] == [("refused", 1)]
    assert progress.sent == SHOPS - 1


async def test_a_moved_address_is_followed(world: World) -> None:
    """A group that became a supergroup gets the alert at its new address, once."""
    world.messenger.answer = lambda ref: Migrated("-1006") if ref == "6" else None
    progress = await world.deliver()
    assert progress.sent == SHOPS
    assert world.messenger.recipients().count("-1006") == 1


async def test_a_pause_holds_and_a_mute_of_p3_does_not_touch_p2(world: World) -> None:
    """A member who paused gets the alert when the pause ends, if it is still live; a mute of P3 does not affect a P2,
    and the final counts do not wait."""
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1")
        assert member is not None
        await uow.members.save(replace(member, paused_until=START + timedelta(hours=1), muted=frozenset({Severity.P3})))
    progress = await world.deliver()
    assert (progress.sent, progress.held) == (SHOPS - 1, 1)
    world.clock.moment = START + timedelta(hours=1, seconds=1)
    progress = await world.deliver(lambda now: now.sent == SHOPS)
    assert world.messenger.recipients()[-1] == "1"


async def test_after_its_end_nothing_is_sent(world: World) -> None:
    """After an alert's end queued deliveries are skipped, and the sender is told that it ended."""
    world.clock.moment = START + timedelta(hours=4)
    async with world.storage.transaction() as uow:
        await end_due_alerts(uow, world.clock.now())
        assert AlertState.ENDED is (await uow.alerts.get(world.alert)).state
    progress = await world.deliver()
    assert progress.sent == 0
    assert {"expired", "ended"} >= {one.reason for one in progress.skipped}
    assert world.messenger.recipients() == []
    assert any("afgelopen" in message.text for ref, message in world.messenger.sent if ref == "900")


async def test_the_senders_message_keeps_counting_and_a_report_follows(world: World) -> None:
    """The sender's message is edited as the numbers change, and the final counts come once."""
    await world.deliver()
    async with world.storage.transaction() as uow:
        await report_progress(uow, world.clock.now())
        await report_progress(uow, world.clock.now())
    await world.deliver(lambda _: len(world.messenger.edited) >= 1)
    member = MemberId(1)
    async with world.storage.transaction() as uow:
        assert await uow.alerts.mark_seen(world.alert, member, world.clock.now())
        await report_progress(uow, world.clock.now())
    await world.deliver(lambda _: len(world.messenger.edited) >= 2)
    assert [ref for ref, _ in world.messenger.edited] == ["900", "900"]
    assert f"Verstuurd: {SHOPS}" in world.messenger.edited[0][1].text
    assert "Gelezen: 1" in world.messenger.edited[1][1].text
    reports = [message for ref, message in world.messenger.sent if ref == "900" and "eindverslag" in message.text]
    assert len(reports) == 1
    assert "is bezorgd" in world.messenger.edited[0][1].text
    assert reports[0].keyboard is None, "the buttons are under the message with the counts"


async def test_the_report_of_a_sender_whose_first_message_was_lost_has_the_counts(world: World) -> None:
    """Without a message to point at, the report shows the counts and has the buttons."""
    world.messenger.answer = lambda ref: Undeliverable("too old") if ref == "900" else None
    await world.deliver(lambda progress: progress.sent == SHOPS)
    await world.deliver()
    world.messenger.answer = lambda _ref: None
    async with world.storage.transaction() as uow:
        await report_progress(uow, world.clock.now())
    await world.deliver(lambda _: any(ref == "900" for ref, _ in world.messenger.sent))
    (report,) = [message for ref, message in world.messenger.sent if ref == "900"]
    assert f"Verstuurd: {SHOPS}" in report.text
    assert report.keyboard is not None


async def test_of_the_senders_message_one_edit_waits_however_often_the_count_changes(world: World) -> None:
    """At most one edit of the sender's message waits, with the newest counts; an edit for each change would fill the
    sender's chat."""
    await world.deliver()
    for member in range(1, SHOPS + 1):
        async with world.storage.transaction() as uow:
            assert await uow.alerts.mark_seen(world.alert, MemberId(member), world.clock.now())
            await report_progress(uow, world.clock.now())
    async with world.storage.reading() as uow:
        waiting = await uow.deliveries.depth(world.clock.now())
    assert 2 == waiting.queued + waiting.held, "the edit, and the report once"
    await world.deliver(lambda _: bool(world.messenger.edited))
    assert f"Gelezen: {SHOPS}" == _seen_in(world.messenger.edited[0][1])


async def test_what_changes_while_an_edit_is_under_way_follows(world: World) -> None:
    """A change during an edit is followed by another edit."""
    await world.deliver()
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    world.messenger.edit_gate.clear()
    await _seen_by(world, 1)
    async with asyncio.timeout(PATIENCE):
        await world.messenger.edit_knocked.acquire()
    await _seen_by(world, 2)
    world.messenger.edit_gate.set()
    async with asyncio.timeout(PATIENCE):
        while not any("Gelezen: 2" in message.text for _, message in world.messenger.edited):
            async with world.storage.transaction() as uow:
                await report_progress(uow, world.clock.now())
            outbox.wake()
            await asyncio.sleep(0.01)
    await world.deliver(outbox=outbox, running=running)
    assert ["Gelezen: 1", "Gelezen: 2"] == [_seen_in(message) for _, message in world.messenger.edited]


async def test_who_left_the_shop_or_lost_the_role_does_not_get_what_was_queued(world: World) -> None:
    """Above CLEAR the permission is checked again when the message is sent; a recipient who left the shop or lost the
    role is skipped with a counted reason."""
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "3")
        assert member is not None
        (following,) = await uow.premises.followings(member.id)
        await uow.premises.leave(following.premises.id, member.id, START)
    progress = await world.deliver()
    assert SHOPS - 1 == progress.sent
    assert [("not-meant", 1)] == [(one.reason, one.count) for one in progress.skipped]
    assert "3" not in world.messenger.recipients()


@pytest.mark.parametrize("is_among_others", [True, False], ids=["another process", "before the start"])
async def test_what_was_told_to_be_left_is_left(world: World, *, is_among_others: bool) -> None:
    """A stored 429 holds in all processes and after a restart, for its chat and no other."""
    closed = {"1", "2"}
    await _close(world.storage, *closed)
    outbox = world.outbox()
    outbox.is_among_others = is_among_others
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(PATIENCE):
        while (await _next_due(world.storage)) < START + timedelta(seconds=500):
            outbox.wake()
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await outbox.finish()
    assert SHOPS - 2 == len(world.messenger.recipients())
    assert not set(world.messenger.recipients()) & closed


async def test_while_everything_is_closed_nothing_is_marked(world: World) -> None:
    """While another process closed everything, this one learns of it in its next round, and marks nothing in the one
    after that."""
    outbox = world.outbox()
    outbox.is_among_others = True
    await outbox.round()
    await asyncio.gather(*outbox.under_way)
    sent = len(world.messenger.sent)
    await _close(world.storage, EVERYTHING)
    while await outbox.round() or outbox.in_flight:
        await asyncio.gather(*outbox.under_way)
    assert sent == len(world.messenger.sent) < SHOPS
    async with world.storage.reading() as uow:
        assert 0 == (await uow.deliveries.depth(START)).sending


async def test_a_429_is_stored_for_other_processes(world: World) -> None:
    """A 429 is stored with its chat and its duration."""
    world.messenger.answer = lambda ref: Throttled(600) if ref == "3" else None
    await world.deliver(lambda progress: progress.sent == SHOPS - 1)
    assert [("3", 600.0)] == await _closed(world.storage)


async def test_that_everything_is_closed_is_stored_too(world: World) -> None:
    """A closure of everything is stored by the 429 that caused it."""

    def one_too_many(_ref: str) -> DeliveryError:
        world.messenger.closures.close_for(EVERYTHING, 600)
        return Throttled(600)

    world.messenger.answer = one_too_many
    outbox = world.outbox()
    await outbox.round()
    await asyncio.gather(*outbox.under_way)
    assert not await outbox.round()  # this round stores the closure, and marks nothing
    assert EVERYTHING in dict(await _closed(world.storage))


async def _close(storage: Storage, *refs: str) -> None:
    async with storage.transaction() as uow:
        for ref in refs:
            await uow.closures.put(ref, 600, START)


async def _closed(storage: Storage) -> list[tuple[str, float]]:
    async with storage.reading() as uow:
        return await uow.closures.left(START)


async def _next_due(storage: Storage) -> datetime:
    async with storage.reading() as uow:
        return await uow.deliveries.next_due() or START + timedelta(days=1)


async def _seen_by(world: World, member: int) -> None:
    async with world.storage.transaction() as uow:
        assert await uow.alerts.mark_seen(world.alert, MemberId(member), world.clock.now())
        await report_progress(uow, world.clock.now())


def _seen_in(message: Message) -> str:
    return next(line for line in message.text.splitlines() if line.startswith("Gelezen"))
