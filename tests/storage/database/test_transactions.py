"""Tests that transactions are atomic and run in order of arrival, and that readers block nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy.exc import DBAPIError

from alerts.alert import AlertContent
from alerts.member import Member
from alerts.ports import Storage
from storage import open_storage

WRITERS = 32


async def _count_up(storage: Storage, *, slowly: bool = False) -> None:
    async with storage.transaction() as uow:
        value = int(await uow.facts.get("n") or 0)
        if slowly:
            await asyncio.sleep(0.001)
        await uow.facts.put("n", str(value + 1))


async def _counted(storage: Storage) -> int:
    async with storage.reading() as uow:
        return int(await uow.facts.get("n") or 0)


async def test_no_update_is_lost_among_many_writers(storage: Storage) -> None:
    """No update is lost when many writers each read a number, wait a little and write it plus one."""
    await asyncio.gather(*(_count_up(storage, slowly=True) for _ in range(WRITERS)))
    assert await _counted(storage) == WRITERS


async def test_no_update_is_lost_between_processes(storage: Storage, url: str) -> None:
    """No update is lost between processes: a tool beside the running bot waits for its turn at the file."""
    tool = await open_storage(url, owner=False)
    await asyncio.gather(*(_count_up(each, slowly=True) for each in (storage, tool) * 8))
    assert await _counted(tool) == 16
    await tool.close()


async def test_writers_come_in_order_of_arrival(storage: Storage) -> None:
    """Writers run in order of arrival, so none starves."""
    order: list[int] = []

    async def write(number: int) -> None:
        async with storage.transaction() as uow:
            await uow.facts.put("n", str(number))
            order.append(number)

    await asyncio.gather(*(write(number) for number in range(WRITERS)))
    assert order == list(range(WRITERS))


async def test_an_error_rolls_everything_back(storage: Storage) -> None:
    """An error rolls the whole transaction back, and the next one can write."""

    async def fail() -> None:
        async with storage.transaction() as uow:
            await uow.facts.put("n", "99")
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await _counted(storage) == 0
    await _count_up(storage)
    assert await _counted(storage) == 1


@pytest.mark.parametrize("turns", range(12))
async def test_a_cancelled_transaction_rolls_back(storage: Storage, turns: int) -> None:
    """A transaction that is cancelled while it waits, begins, writes or is idle rolls back, and the next one can
    write."""
    everything_written = asyncio.Event()

    async def write_and_hang() -> None:
        async with storage.transaction() as uow:
            for _ in range(3):
                await uow.facts.put("n", "99")
            everything_written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_hang())
    for _ in range(turns):
        await asyncio.sleep(0.0004)
    if turns == 11:
        await everything_written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await _counted(storage) == 0
    await _count_up(storage)
    assert await _counted(storage) == 1


async def test_a_writer_that_gives_up_waiting_leaves_the_queue_intact(storage: Storage) -> None:
    """When a writer stops waiting, its turn passes to the next one."""
    async with storage.transaction() as uow:
        waiting = [asyncio.create_task(_count_up(storage)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        await uow.facts.put("n", "10")
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [isinstance(result, asyncio.CancelledError) for result in results] == [True, False, False]
    assert await _counted(storage) == 12


async def test_readers_see_one_moment(storage: Storage) -> None:
    """A reader sees one moment without waiting; the next reading sees what was committed meanwhile."""
    await _count_up(storage)
    async with storage.reading() as uow:
        assert await uow.facts.get("n") == "1"
        await _count_up(storage)
        assert await uow.facts.get("n") == "1"
    assert await _counted(storage) == 2


async def test_nothing_is_seen_before_the_commit(storage: Storage) -> None:
    """A reader sees nothing of an open transaction."""
    async with storage.transaction() as uow:
        await uow.facts.put("n", "5")
        assert await _counted(storage) == 0
    assert await _counted(storage) == 5


async def test_many_readers_take_turns(storage: Storage) -> None:
    """More readers than there are connections take turns."""
    await _count_up(storage)
    assert await asyncio.gather(*(_counted(storage) for _ in range(40))) == [1] * 40


async def test_a_reading_cannot_write(storage: Storage) -> None:
    """A reading transaction cannot write: the connection itself refuses."""
    async with storage.reading() as uow:
        with pytest.raises(DBAPIError):
            await uow.facts.put("n", "1")


async def test_a_transaction_inside_another_is_refused(storage: Storage) -> None:
    """A transaction inside another is refused, because it would wait for itself for ever."""
    async with storage.transaction():
        with pytest.raises(RuntimeError):
            await _count_up(storage)


async def test_a_closed_storage_stays_closed(url: str) -> None:
    """Closing waits for readers, twice is harmless, and a closed storage cannot be used again."""
    storage = await open_storage(url, owner=True)
    async with storage.reading() as uow:
        closing = asyncio.create_task(storage.close())
        await asyncio.sleep(0.01)
        assert not closing.done()
        assert await uow.facts.get("n") is None
    await closing
    await storage.close()
    with pytest.raises(RuntimeError):
        await _count_up(storage)
    with pytest.raises(RuntimeError):
        await _counted(storage)


async def test_a_time_without_a_zone_is_refused(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]], content: AlertContent
) -> None:
    """A time without a zone is refused, in a column and in an alert's content."""
    naive = now.replace(tzinfo=None)
    author = await new_member()
    async with storage.transaction() as uow:
        for said in (replace(content, until=naive), replace(content, occurred_at=naive)):
            with pytest.raises(Exception, match="without a zone"):
                await uow.alerts.add(author.id, said, now)
        with pytest.raises(Exception, match="without a zone"):
            await uow.alerts.add(author.id, content, naive)
