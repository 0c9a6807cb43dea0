"""Tests that one process leads, and that a leader's work stops when it loses its place."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from alerts.clock import SystemClock
from alerts.errors import Unavailable
from alerts.ports import Standing, Storage
from bot.metrics import Meter
from bot.runtime.leadership import NOT_SURVIVED, Leadership, Place
from storage import open_storage
from storage.database.leader_election import LEADER, LOCKS
from tests.patience import PATIENCE
from tests.postgres import PostgresServer


@dataclass
class Process:
    """A process of the bot that only leads."""

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
    """With a file the only process leads until it is told to stop."""
    async with _running(f"sqlite:///{tmp_path}/wees.db") as process:
        await _soon(process.leads)
    assert process.has_ended.is_set()
    assert process.looks[0] == Standing(is_leader=True, alive=1)


async def test_another_leads_when_the_leader_ends(postgres_url: str) -> None:
    """Another process leads when the leader ends, and not before."""
    async with _running(postgres_url) as second:
        await _soon(second.leads)
        async with _running(postgres_url) as third:
            await _until(lambda: Standing(is_leader=False, alive=2) in third.looks)
            assert not third.leads.is_set()
            second.is_to_end.set()
            await _soon(third.leads)
            assert second.has_stopped.is_set()


async def test_a_leader_that_is_cut_off_stops_before_another_leads(postgres_url: str, postgres: PostgresServer) -> None:
    """A leader that is cut off is told, stops before another one leads, and waits for its turn again without ending the
    bot."""
    async with _running(postgres_url) as one:
        await _soon(one.leads)
        async with _running(postgres_url) as other:
            await _until(lambda: Standing(is_leader=False, alive=2) in other.looks)
            while not other.leads.is_set():  # the leader that was cut off may be back first, and leads again
                await postgres.execute(_CUT_THE_LEADER)
                await _soon(one.has_stopped)
                await _until(lambda: one.leads.is_set() or other.leads.is_set())
                assert not (one.leads.is_set() and other.leads.is_set())
            await _until(lambda: one.looks[-1] == Standing(is_leader=False, alive=2))
            assert not one.leads.is_set()
            assert not one.has_ended.is_set()


_LOCK = f"locktype = 'advisory' AND classid = {LOCKS} AND objid = {LEADER}"
_CUT_THE_LEADER = f"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE {_LOCK}"  # noqa: S608 -- numbers


class Failing:
    """A storage whose looks fail in the given order, the last one repeated."""

    owner = "test"

    def __init__(self, *outcomes: Standing | Exception) -> None:
        self._outcomes = list(outcomes)
        self.looks = 0

    async def heartbeat(self) -> Standing:
        self.looks += 1
        outcome = self._outcomes.pop(0) if len(self._outcomes) > 1 else self._outcomes[0]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def lost(self) -> None:
        await asyncio.Event().wait()


_ALONE = Standing(is_leader=True, alive=1)


async def _never() -> None:
    await asyncio.Event().wait()


async def _nothing() -> None:
    return


@pytest.mark.parametrize(
    "error", [LookupError("nobody thought of this"), TimeoutError(), Unavailable("25006"), OSError(5, "disk")]
)
async def test_whatever_goes_wrong_with_a_place_is_survived(error: Exception) -> None:
    """Any error about its place is shown as long as it lasts, nothing is led meanwhile, and leading resumes
    afterwards."""
    place, leads = Place(), asyncio.Event()
    looks: list[Standing | None] = []

    async def lead() -> None:
        leads.set()
        await _never()

    storage = cast("Storage", Failing(error, _ALONE))
    leadership = Leadership(
        storage, SystemClock(), Meter(), lead=lead, on_look=looks.append, on_end=_nothing, place=place
    )
    running = asyncio.create_task(leadership.run())
    await _until(lambda: looks == [None])
    assert place.problem == str(error)
    await _soon(leads)
    assert (looks[1], place.problem) == (_ALONE, "")
    running.cancel()
    await asyncio.wait([running])


async def test_leading_that_ends_by_an_error_begins_anew() -> None:
    """When leading ends by an error it begins anew, because ending the process would end the others with the same error
    too."""
    begun = asyncio.Semaphore(0)

    async def lead() -> None:
        begun.release()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_raise(LookupError("nobody thought of this")))

    storage = cast("Storage", Failing(_ALONE))
    leadership = Leadership(storage, SystemClock(), Meter(), lead=lead, on_look=lambda _look: None, on_end=_nothing)
    running = asyncio.create_task(leadership.run())
    async with asyncio.timeout(PATIENCE):
        for _ in range(3):
            await begun.acquire()
    assert not running.done()
    running.cancel()
    await asyncio.wait([running])


@pytest.mark.parametrize("where", ["at a look", "while it leads"])
async def test_what_only_a_new_process_helps_against_ends_this_one(where: str) -> None:
    """Only the errors on a short list, which need a new process, end this one."""
    assert (MemoryError,) == NOT_SURVIVED
    fails = where == "at a look"
    storage = cast("Storage", Failing(MemoryError() if fails else _ALONE))
    leadership = Leadership(
        storage,
        SystemClock(),
        Meter(),
        lead=lambda: _raise(MemoryError()),
        on_look=lambda _look: None,
        on_end=_nothing,
    )
    with pytest.raises(MemoryError):
        async with asyncio.timeout(PATIENCE):
            await leadership.run()


async def _raise(error: Exception) -> None:
    raise error
