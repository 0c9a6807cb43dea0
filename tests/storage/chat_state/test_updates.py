"""Tests of raw updates: stored once, handled in the order of their lane, erased when done."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.errors import NotFound
from alerts.ports import RawUpdate, Storage

BOT = 110201543000


async def _store(storage: Storage, now: datetime, *updates: RawUpdate, bot: int = BOT) -> int:
    async with storage.transaction() as uow:
        return len(await uow.updates.store(bot, updates, now))


async def test_an_update_is_kept_once_per_bot(storage: Storage, now: datetime) -> None:
    """An update is stored once for each bot: Telegram repeats it, and another bot may use the same number."""
    one, two = RawUpdate(1, "5", "{}"), RawUpdate(2, "5", "{}")
    assert await _store(storage, now, one, two) == 2
    assert await _store(storage, now, two, RawUpdate(3, "5", "{}")) == 1
    assert await _store(storage, now, one, bot=7) == 1
    assert await _store(storage, now) == 0


async def test_what_waits_is_read_in_the_order_of_arrival(storage: Storage, now: datetime) -> None:
    """Waiting updates are read oldest first, as many as asked for; settled ones are left out."""
    given = [RawUpdate(12, "b", "1"), RawUpdate(11, "a", "2"), RawUpdate(10, "b", "3")]
    async with storage.transaction() as uow:
        stored = await uow.updates.store(BOT, given, now)
    assert [(12, "b", "1", 0), (11, "a", "2", 0), (10, "b", "3", 0)] == [
        (one.update_id, one.lane, one.body, one.attempts) for one in stored
    ]
    async with storage.transaction() as uow:
        assert stored == await uow.updates.waiting(10)
        assert stored[:2] == await uow.updates.waiting(2)
        assert await uow.updates.mark_done(stored[0].id, now)
        assert stored[1:] == await uow.updates.waiting(10)


async def test_an_update_has_its_effect_once(storage: Storage, now: datetime) -> None:
    """An update has its effect once: the second handler gets an error, and its transaction is rolled back."""
    await _store(storage, now, RawUpdate(1, "a", "x"))
    async with storage.transaction() as uow:
        [update] = await uow.updates.waiting(1)
        assert await uow.updates.mark_done(update.id, now)
    async with storage.transaction() as uow:
        assert not await uow.updates.mark_done(update.id, now)
        assert not await uow.updates.set_aside(update.id, now)


async def test_a_failure_is_counted_and_the_update_still_waits(storage: Storage, now: datetime) -> None:
    """A failure is counted and the update still waits, until it is set aside."""
    await _store(storage, now, RawUpdate(1, "a", "x"))
    async with storage.transaction() as uow:
        [update] = await uow.updates.waiting(1)
        assert [await uow.updates.record_failure(update.id) for _ in range(3)] == [1, 2, 3]
        [again] = await uow.updates.waiting(1)
        assert again.attempts == 3
        assert await uow.updates.set_aside(update.id, now)
        assert [] == await uow.updates.waiting(1)


async def test_settled_updates_keep_no_body(storage: Storage, now: datetime, query: Callable[[str], list[Any]]) -> None:
    """A settled update keeps its row, to recognise a repeat, without its body."""
    await _store(storage, now, RawUpdate(1, "a", "secret"), RawUpdate(2, "a", "secret"))
    async with storage.transaction() as uow:
        await uow.updates.mark_done(1, now)
        await uow.updates.set_aside(2, now)
    assert query("SELECT state, body FROM updates ORDER BY id") == [("done", None), ("set_aside", None)]


async def test_an_unknown_update_cannot_be_settled(storage: Storage, now: datetime) -> None:
    """Settling an unknown update raises an error."""
    async with storage.transaction() as uow:
        assert not await uow.updates.mark_done(99, now)
        with pytest.raises(NotFound):
            await uow.updates.record_failure(99)


async def test_pruning_forgets_what_is_settled_and_old(storage: Storage, now: datetime) -> None:
    """Pruning removes old settled updates, only while none waits: see `SqlUpdates.prune`."""
    await _store(storage, now - timedelta(days=8), RawUpdate(1, "a", "x"), RawUpdate(2, "a", "y"))
    await _store(storage, now, RawUpdate(3, "a", "z"))
    async with storage.transaction() as uow:
        for update in (1, 3):
            await uow.updates.mark_done(update, now)
        assert await uow.updates.prune(now - timedelta(days=7)) == 0
        await uow.updates.mark_done(2, now)
        assert await uow.updates.prune(now - timedelta(days=7)) == 2
    assert await _store(storage, now, RawUpdate(3, "a", "z"), RawUpdate(1, "a", "x")) == 1


async def test_what_is_limited_has_had_its_effect(storage: Storage, now: datetime) -> None:
    """A limited update is recognised when it comes again, waits for nobody, and changes no stored update."""
    late = now + timedelta(minutes=10)
    await _store(storage, now, RawUpdate(1, "a", "x"))
    async with storage.transaction() as uow:
        await uow.updates.store_limited(BOT, [RawUpdate(1, "a", "x"), RawUpdate(2, "a", "y")], now)
        await uow.updates.store_limited(BOT, [RawUpdate(2, "a", "y"), RawUpdate(3, "a", "z")], late)
        await uow.updates.store_limited(BOT, [], late)
    assert await _store(storage, late, RawUpdate(2, "a", "y")) == 0
    async with storage.reading() as uow:
        assert [1] == [one.update_id for one in await uow.updates.waiting(10)]
        assert (1, 2) == (await uow.updates.limited(now, late), await uow.updates.limited(now - timedelta(1), late))


async def test_whose_it_was_is_not_kept(storage: Storage, now: datetime, query: Callable[[str], list[Any]]) -> None:
    """The sender of an update is erased when it is done, limited or set aside."""
    async with storage.transaction() as uow:
        later, aside = await uow.updates.store(1, [RawUpdate(1, "1001", "{}"), RawUpdate(2, "1001", "{}")], now)
        await uow.updates.store_done(1, RawUpdate(3, "1001", "{}"), now)
        await uow.updates.store_limited(1, [RawUpdate(4, "1001", "{}")], now)
        await uow.updates.mark_done(later.id, now)
        await uow.updates.set_aside(aside.id, now)
    assert [("", None)] * 4 == query("SELECT lane, body FROM updates")
