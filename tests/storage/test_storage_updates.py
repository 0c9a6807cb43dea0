"""Raw updates: stored once, handled in the order of their lane, erased when done."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.errors import NotFound
from alerts.ports import RawUpdate, Storage

BOT = 110201543000


async def _store(storage: Storage, now: datetime, *updates: RawUpdate, bot: int = BOT) -> int:
    async with storage.transaction() as uow:
        return await uow.updates.store(bot, updates, now)


async def test_an_update_is_kept_once_per_bot(storage: Storage, now: datetime) -> None:
    """Telegram sends again what was not acknowledged; another bot may use the same number."""
    one, two = RawUpdate(1, "5", "{}"), RawUpdate(2, "5", "{}")
    assert await _store(storage, now, one, two) == 2
    assert await _store(storage, now, two, RawUpdate(3, "5", "{}")) == 1
    assert await _store(storage, now, one, bot=7) == 1
    assert await _store(storage, now) == 0


async def test_lanes_keep_their_order(storage: Storage, now: datetime) -> None:
    """The lane that has waited longest comes first, and within a lane the oldest update."""
    await _store(storage, now, RawUpdate(10, "b", "1"), RawUpdate(11, "a", "2"), RawUpdate(12, "b", "3"))
    async with storage.transaction() as uow:
        assert await uow.updates.lanes() == ["b", "a"]
        first = await uow.updates.next_in("b")
        assert first is not None
        assert (first.update_id, first.body, first.attempts) == (10, "1", 0)
        await uow.updates.mark_done(first.id, now)
        assert await uow.updates.lanes() == ["a", "b"]
        second = await uow.updates.next_in("b")
        assert second is not None
        assert second.update_id == 12
        assert await uow.updates.next_in("c") is None


async def test_a_failure_is_counted_and_the_update_still_waits(storage: Storage, now: datetime) -> None:
    """What failed is tried again, until somebody sets it aside."""
    await _store(storage, now, RawUpdate(1, "a", "x"))
    async with storage.transaction() as uow:
        update = await uow.updates.next_in("a")
        assert update is not None
        assert [await uow.updates.record_failure(update.id) for _ in range(3)] == [1, 2, 3]
        again = await uow.updates.next_in("a")
        assert again is not None
        assert again.attempts == 3
        await uow.updates.set_aside(update.id, now)
        assert await uow.updates.next_in("a") is None


async def test_settled_updates_keep_no_body(storage: Storage, now: datetime, query: Callable[[str], list[Any]]) -> None:
    """Done or set aside, the row stays to recognise a repeat, without what was said."""
    await _store(storage, now, RawUpdate(1, "a", "secret"), RawUpdate(2, "a", "secret"))
    async with storage.transaction() as uow:
        await uow.updates.mark_done(1, now)
        await uow.updates.set_aside(2, now)
    assert query("SELECT state, body FROM updates ORDER BY id") == [("done", None), ("set_aside", None)]


async def test_an_unknown_update_cannot_be_settled(storage: Storage, now: datetime) -> None:
    """A mistake is not passed over in silence."""
    async with storage.transaction() as uow:
        with pytest.raises(NotFound):
            await uow.updates.mark_done(99, now)
        with pytest.raises(NotFound):
            await uow.updates.record_failure(99)


async def test_pruning_forgets_what_is_settled_and_old(storage: Storage, now: datetime) -> None:
    """Only while nothing waits: see `SqlUpdates.prune`."""
    await _store(storage, now - timedelta(days=8), RawUpdate(1, "a", "x"), RawUpdate(2, "a", "y"))
    await _store(storage, now, RawUpdate(3, "a", "z"))
    async with storage.transaction() as uow:
        for update in (1, 3):
            await uow.updates.mark_done(update, now)
        assert await uow.updates.prune(now - timedelta(days=7)) == 0
        await uow.updates.mark_done(2, now)
        assert await uow.updates.prune(now - timedelta(days=7)) == 2
    assert await _store(storage, now, RawUpdate(3, "a", "z"), RawUpdate(1, "a", "x")) == 1
