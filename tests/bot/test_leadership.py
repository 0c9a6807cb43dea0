"""One process leads, and what only a leader does stops with its place."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from alerts.clock import SystemClock
from alerts.ports import Standing, Storage
from bot.leadership import Leadership
from bot.metrics import Meter
from storage import open_storage
from storage.locks import LEADER, LOCKS
from tests.patience import PATIENCE
from tests.postgres import PostgresServer


@dataclass
class Process:
    """One of those that run the bot; leading is all that it does."""

    storage: Storage
    is_to_end: asyncio.Event = field(default_factory=asyncio.Event)
    leads: asyncio.Event = field(default_factory=asyncio.Event)
    has_stopped: asyncio.Event = field(default_factory=asyncio.Event)
    has_ended: asyncio.Event = field(default_factory=asyncio.Event)
    looks: list[Standing | None] = field(default_factory=list)

    async def lead(self) -> None:
        self.leads.set()
        self.has_stopped.clear()
        try:
            await asyncio.Event().wait()
        finally:
            self.leads.clear()
            self.has_stopped.set()

    async def end(self) -> None:
        assert self.has_stopped.is_set()
        self.has_ended.set()


async def _run(process: Process) -> None:
    leadership = Leadership(
        process.storage,
        SystemClock(),
        Meter(),
        lead=process.lead,
        on_look=process.looks.append,
        on_end=process.end,
    )
    running = asyncio.create_task(leadership.run())
    try:
        await process.is_to_end.wait()
    finally:
        running.cancel()
        await asyncio.wait([running])
        await process.storage.close()


@asynccontextmanager
async def _running(url: str) -> AsyncIterator[Process]:
    process = Process(await open_storage(url, owner=True))
    running = asyncio.create_task(_run(process))
    try:
        yield process
    finally:
        process.is_to_end.set()
        await running


async def _soon(event: asyncio.Event) -> None:
    async with asyncio.timeout(PATIENCE):
        await event.wait()


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 -- a look has no event
            await asyncio.sleep(0.05)


async def test_with_a_file_the_only_process_leads(tmp_path: Path) -> None:
    """Until it is told to stop."""
    async with _running(f"sqlite:///{tmp_path}/wees.db") as process:
        await _soon(process.leads)
    assert process.has_ended.is_set()
    assert process.looks[0] == Standing(is_leader=True, alive=1)


async def test_another_leads_when_the_leader_ends(postgres_url: str) -> None:
    """And not before."""
    async with _running(postgres_url) as second:
        await _soon(second.leads)
        async with _running(postgres_url) as third:
            await _until(lambda: Standing(is_leader=False, alive=2) in third.looks)
            assert not third.leads.is_set()
            second.is_to_end.set()
            await _soon(third.leads)
            assert second.has_stopped.is_set()


async def test_a_leader_that_is_cut_off_stops_before_another_leads(postgres_url: str, postgres: PostgresServer) -> None:
    """It hears that its connection is gone, and comes back as one of those that wait. That is not the bot's end."""
    async with _running(postgres_url) as one:
        await _soon(one.leads)
        async with _running(postgres_url) as other:
            await _until(lambda: Standing(is_leader=False, alive=2) in other.looks)
            await postgres.execute(_CUT_THE_LEADER)
            await _soon(one.has_stopped)
            await _soon(other.leads)
            await _until(lambda: one.looks[-1] == Standing(is_leader=False, alive=2))
            assert not one.leads.is_set()
            assert not one.has_ended.is_set()


_LOCK = f"locktype = 'advisory' AND classid = {LOCKS} AND objid = {LEADER}"
_CUT_THE_LEADER = f"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE {_LOCK}"  # noqa: S608 -- numbers
