"""Tests of where SQLite's statements run: marks on the event loop, what may wait or take long in a thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from alerts.ports import Storage
from tests.patience import PATIENCE
from tests.storage.claiming import LEASE


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database in a file."""
    return f"sqlite:///{tmp_path}/wees-alert.db"


class _Turns:
    """How many turns the event loop gave to others."""

    count = 0

    async def run(self) -> None:
        while True:
            self.count += 1
            await asyncio.sleep(0)


@asynccontextmanager
async def _counted() -> AsyncIterator[_Turns]:
    turns = _Turns()
    counting = asyncio.create_task(turns.run())
    await asyncio.sleep(0)
    yield turns
    counting.cancel()


async def test_marks_and_the_look_at_them_take_no_trip_to_a_thread(storage: Storage, now: datetime) -> None:
    """From their beginning to their last statement nobody else has a turn; between those of a handler others have."""
    async with _counted() as turns:
        before = turns.count
        async with storage.transaction(only_marks=True) as uow:
            await uow.deliveries.claim(3, storage.owner, LEASE, now)
            await uow.deliveries.settle_sent([], now)
            assert before == turns.count
        before = turns.count
        async with storage.reading(of_marks=True) as uow:
            await uow.deliveries.next_due()
            assert before == turns.count
        async with storage.transaction() as uow:
            before = turns.count
            await uow.deliveries.claim(3, storage.owner, LEASE, now)
            assert before < turns.count


async def test_marks_that_wait_for_another_program_do_not_stop_the_event_loop(
    storage: Storage, tmp_path: Path, now: datetime
) -> None:
    """A tool that holds the file keeps the marks waiting, and nobody else."""
    tool = sqlite3.connect(tmp_path / "wees-alert.db", isolation_level=None)
    tool.execute("BEGIN IMMEDIATE")

    async def mark() -> None:
        async with storage.transaction(only_marks=True) as uow:
            await uow.deliveries.claim(3, storage.owner, LEASE, now)

    async with _counted() as turns:
        marking = asyncio.create_task(mark())
        async with asyncio.timeout(PATIENCE):
            while turns.count < 200:  # noqa: ASYNC110 -- others have their turns meanwhile
                await asyncio.sleep(0.001)
        assert not marking.done()
        tool.execute("ROLLBACK")
        await marking
    tool.close()


async def test_a_cancellation_during_marks_undoes_them(storage: Storage, now: datetime) -> None:
    """The next transaction finds the writer free and nothing of it."""

    async def mark_and_hang(has_written: asyncio.Event) -> None:
        async with storage.transaction(only_marks=True) as uow:
            await uow.facts.put("n", "99")
            has_written.set()
            await asyncio.Event().wait()

    has_written = asyncio.Event()
    marking = asyncio.create_task(mark_and_hang(has_written))
    await has_written.wait()
    marking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await marking
    async with storage.transaction() as uow:
        assert await uow.facts.get("n") is None
