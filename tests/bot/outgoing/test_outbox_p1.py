"""Tests of a P1 in the outbox: it does not wait for what is under way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import cast

import pytest

from alerts.delivery import NewDelivery, Notice, Priority
from alerts.errors import Unavailable
from alerts.ports import Storage, UnitOfWork
from bot.outgoing.outbox import Outbox
from tests.bot.outbox_world import SHOPS, START, World
from tests.patience import PATIENCE

WINDOW = 4


async def _queue(world: World, priority: Priority, ref: str) -> None:
    async with world.storage.transaction() as uow:
        await _add(uow, priority, ref)


async def _add(uow: UnitOfWork, priority: Priority, ref: str) -> None:
    member = await uow.members.by_ref("telegram", ref)
    assert member is not None
    row = NewDelivery(
        effect_key=f"test:{priority}:{ref}",
        address_id=member.address.id,
        notice=Notice("reports-many"),
        deadline=START + timedelta(days=1),
        priority=priority,
    )
    await uow.deliveries.enqueue([row], START)


async def _knocks(world: World, many: int) -> None:
    async with asyncio.timeout(PATIENCE):
        for _ in range(many):
            await world.messenger.knocked.acquire()


async def _full(world: World, outbox: Outbox) -> asyncio.Task[None]:
    """Fill the window with requests that are not answered."""
    world.messenger.gate.clear()
    running = asyncio.create_task(outbox.run())
    await _knocks(world, WINDOW)
    return running


async def test_a_window_full_of_others_is_no_reason_to_wait(world: World) -> None:
    """While Telegram answers nothing and the window is full of other deliveries, a P1 is sent beside it, and nothing
    else is."""
    outbox = world.outbox(window=WINDOW)
    running = await _full(world, outbox)
    await _queue(world, Priority.PERSON, "11")
    outbox.wake()
    await _queue(world, Priority.P1, "12")
    outbox.wake()
    await _knocks(world, 1)
    assert outbox.in_flight == WINDOW + 1
    assert world.messenger.knocked.locked()
    world.messenger.gate.set()
    progress = await world.deliver(outbox=outbox, running=running)
    assert progress.sent == SHOPS
    assert [ref for ref, _ in world.messenger.sent].index("12") <= WINDOW


class Refusing:
    """A storage that may refuse the next commit."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.is_refusing = False
        self.refused = asyncio.Event()
        self.owner, self.reading = storage.owner, storage.reading

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False, only_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        if self.is_refusing:
            self.is_refusing = False
            self.refused.set()
            raise Unavailable("the disk is full")
        async with self._storage.transaction(is_urgent=is_urgent, only_marks=only_marks) as uow:
            yield uow


async def test_a_p1_whose_mark_failed_is_asked_for_again(world: World) -> None:
    """A P1 that could not be marked is claimed again by the next round, whoever wakes it."""
    refusing = Refusing(world.storage)
    outbox = world.outbox(storage=cast("Storage", refusing), window=WINDOW)
    running = await _full(world, outbox)
    await _queue(world, Priority.P1, "12")
    refusing.is_refusing = True
    outbox.wake()
    async with asyncio.timeout(PATIENCE):
        await refusing.refused.wait()
    for _ in range(20):  # until the round has ended
        await asyncio.sleep(0)
    assert outbox._outage._has_begun
    assert outbox._may_have_p1
    world.messenger.gate.set()
    await world.deliver(outbox=outbox, running=running)


async def test_a_p1_has_as_much_room_as_others_and_no_more(world: World) -> None:
    """A P1 has a window of its own beside a full one, and its further rows wait."""
    outbox = world.outbox(window=WINDOW)
    running = await _full(world, outbox)
    for number in range(1, SHOPS + 1):
        await _queue(world, Priority.P1, str(number))
    outbox.wake()
    await _knocks(world, WINDOW)
    await asyncio.sleep(0.05)
    assert outbox.in_flight == 2 * WINDOW
    world.messenger.gate.set()
    await world.deliver(lambda now: now.is_settled, outbox=outbox, running=running)
    assert outbox.in_flight == 0


async def test_what_waits_for_a_person_goes_out_beside_a_p1(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """During a P1 with many recipients messages for one person still get a place in the window."""
    monkeypatch.setattr("bot.outgoing.in_flight_count.BESIDE_SECONDS", 0.0)  # this P1 is over sooner
    for number in range(1, SHOPS):
        await _queue(world, Priority.P1, str(number))
    await _queue(world, Priority.PERSON, str(SHOPS))
    await world.deliver(outbox=world.outbox(window=WINDOW))
    cards = [ref for ref, message in world.messenger.sent if "(TLP:" not in message.text]
    assert str(SHOPS) in cards[: 2 * WINDOW + 2]
