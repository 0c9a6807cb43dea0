"""Tests of the outbox and its marks on disk: kills, a locked or unavailable database, a request to stop."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from alerts.delivery import Claimed, DeliveryState
from alerts.errors import (
    Unavailable,
)
from alerts.ids import DeliveryId
from alerts.ports import Storage, UnitOfWork
from tests.bot.outbox_world import SHOPS, START, World
from tests.patience import PATIENCE


async def test_what_was_under_way_at_a_kill_is_sent_again(world: World) -> None:
    """After a kill the rows left `sending` are queued again at the next start; nobody is lost, and only those in flight
    repeat."""
    world.messenger.gate.clear()
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(PATIENCE):
        await world.messenger.knocked.acquire()
    running.cancel()
    await asyncio.gather(running, *(_killed(task) for task in outbox.under_way), return_exceptions=True)
    assert world.messenger.recipients() == []
    world.messenger.gate.set()
    await world.deliver()
    assert len(set(world.messenger.recipients())) == SHOPS


class Lockable:
    """A storage whose file another process may lock."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.is_locked = False
        self.refused = asyncio.Semaphore(0)
        self.owner, self.reading = storage.owner, storage.reading

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False, only_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        if self.is_locked:
            self.refused.release()
            raise TimeoutError("database is locked")
        async with self._storage.transaction(is_urgent=is_urgent, only_marks=only_marks) as uow:
            yield uow


async def test_what_could_not_be_settled_is_settled_later(world: World) -> None:
    """When the database is locked after a send, nothing more is sent, no row stays `sending`, and nobody gets it
    twice."""
    lockable = Lockable(world.storage)
    outbox = world.outbox(storage=cast("Storage", lockable), window=4)
    world.messenger.gate.clear()
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(PATIENCE):
        for _ in range(4):
            await world.messenger.knocked.acquire()
        lockable.is_locked = True
        world.messenger.gate.set()
        for _ in range(2):
            await lockable.refused.acquire()
    assert 4 == len(world.messenger.sent)
    lockable.is_locked = False
    progress = await world.deliver(outbox=outbox, running=running)
    assert SHOPS == progress.sent
    assert SHOPS == len(world.messenger.recipients())


class Meanwhile:
    """A storage that runs a callback once, when the first marks were read."""

    def __init__(self, storage: Storage, happens: Callable[[], Awaitable[None]]) -> None:
        self._storage, self.owner = storage, storage.owner
        self._happens = happens
        self.has_happened = False
        self.transaction = storage.transaction

    @asynccontextmanager
    async def reading(self, *, of_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        async with self._storage.reading(of_marks=of_marks) as uow:
            is_first = not self.has_happened and (await uow.deliveries.depth(START)).sending > 0
            yield uow
        if is_first:
            self.has_happened = True
            await self._happens()


@pytest.mark.parametrize(("is_taken", "sent"), [(False, SHOPS), (True, 0)], ids=["its own", "another's meanwhile"])
async def test_what_was_marked_and_could_not_be_read_is_read_later(world: World, *, is_taken: bool, sent: int) -> None:
    """Marked rows that could not be read are read and sent later, unless their lease ran out and another process sends
    them."""

    async def goes_away() -> None:
        if is_taken:
            async with world.storage.transaction() as uow:
                await uow.deliveries.void_claims(START)
                await uow.deliveries.claim(100, "another", timedelta(minutes=2), START)
        raise Unavailable("the server went away")

    outbox = world.outbox(storage=cast("Storage", Meanwhile(world.storage, goes_away)))
    with pytest.raises(Unavailable):
        await outbox.round()
    while await outbox.round() or outbox.in_flight:
        await asyncio.gather(*outbox.under_way)
    assert sent == len(world.messenger.recipients())


async def test_who_is_erased_between_the_mark_and_its_end_stops_nobody_else(world: World) -> None:
    """An erasure between the mark and the settlement stops no other delivery, also of rows held for the end of a
    pause."""
    async with world.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", "1")
        assert member is not None
        await uow.members.save(replace(member, paused_until=START + timedelta(hours=1)))
    gone = member.id

    async def is_erased() -> None:
        async with world.storage.transaction() as uow:
            await uow.personal.erase(gone, START)

    outbox = world.outbox(storage=cast("Storage", Meanwhile(world.storage, is_erased)))
    while await outbox.round() or outbox.in_flight:
        await asyncio.gather(*outbox.under_way)
    assert SHOPS - 1 == len(world.messenger.recipients())


async def test_being_told_to_stop_while_rows_are_marked_leaves_none_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a request to stop the marked rows are still sent and settled."""
    outbox, marked = world.outbox(), asyncio.Event()
    check = outbox.policy_check.check

    async def tell_and_check(ids: Sequence[DeliveryId]) -> list[Claimed]:
        marked.set()
        return await check(ids)

    monkeypatch.setattr(outbox.policy_check, "check", tell_and_check)
    running = asyncio.create_task(outbox.run())
    await marked.wait()
    running.cancel()  # the marked rows are being read now
    await asyncio.gather(running, return_exceptions=True)
    await outbox.finish()
    async with world.storage.reading() as uow:
        states = {one.state for one in await uow.deliveries.counts(world.alert)}
    assert DeliveryState.SENT in states
    assert DeliveryState.SENDING not in states


async def _killed(task: asyncio.Task[None]) -> None:
    task.cancel()
    await task
