"""Tests of the supervisor: a poller that dies or hangs is restarted, and other processes can read its state."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.ports import Storage, UnitOfWork
from bot.incoming.inbox import Inbox
from bot.incoming.liveness import Liveness
from bot.incoming.polling import REVOKED, TWO_POLLERS, WEBHOOK_SET, Poller
from bot.incoming.supervisor import Heartbeat, Source, Supervisor, last_heartbeat
from bot.metrics import Meter
from tests.bot.bot_api import BotApi, running_bot_api
from tests.bot.town import Town, open_flood_control

UPDATE = {"update_id": 7, "message": {"chat": {"id": 5}, "text": "hallo"}}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings by which half a minute passes in a moment."""
    for name in (
        "bot.incoming.supervisor.CHECK_SECONDS",
        "bot.incoming.supervisor.PAUSE_SECONDS",
        "bot.incoming.polling.PAUSE_SECONDS",
    ):
        monkeypatch.setattr(name, 0.02)
    monkeypatch.setattr("bot.incoming.polling.CONFLICT_SECONDS", 0.02)


@asynccontextmanager
async def _watched(town: Town, source: Source, inbox: Inbox) -> AsyncIterator[Supervisor]:
    supervisor = Supervisor(source, inbox, storage=town.storage, clock=town.clock, meter=Meter(), is_polling=True)
    running = asyncio.create_task(supervisor.run())
    try:
        async with asyncio.timeout(20):
            yield supervisor
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@asynccontextmanager
async def _polling(town: Town, storage: Any = None) -> AsyncIterator[tuple[BotApi, Supervisor]]:
    inbox = Inbox(
        storage or town.storage,
        town.clock,
        bot_id=1,
        handler=town.mailbox,
        flood_control=open_flood_control(),
        strangers=town.strangers,
    )
    async with (
        running_bot_api() as (api, bot, transport),
        _watched(town, Poller(bot, transport, inbox), inbox) as supervisor,
    ):
        yield api, supervisor


class _Mortal:
    """A source that dies of an exception that no loop catches, and works the second time."""

    def __init__(self) -> None:
        self.liveness = Liveness()
        self.lives = 0
        self.works = asyncio.Event()

    async def run(self) -> None:
        self.lives += 1
        if self.lives == 1:
            raise RuntimeError("silently")
        self.liveness.succeeded()
        self.works.set()
        await asyncio.Event().wait()


async def test_a_poller_that_dies_is_started_again(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """A poller that dies is restarted, with a line in the log and the time for the doctor."""
    source = _Mortal()
    async with _watched(town, source, town.inbox) as supervisor:
        await source.works.wait()
        await supervisor.write_heartbeat()
    assert "receiving_restarted" in capsys.readouterr().out
    beat = await _heartbeat(town)
    assert (1, town.clock.now(), "", False) == (beat.restarts, beat.restarted_at, beat.problem, beat.has_stopped)


async def test_a_poller_whose_answer_never_comes_is_started_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A poller whose answer comes byte by byte, so that no socket times out, is restarted, and polls again without a
    loss."""
    monkeypatch.setattr("bot.incoming.polling.POLL_SECONDS", 0)
    monkeypatch.setattr("bot.incoming.polling.ANSWER_SECONDS", 0.5)
    async with _polling(town) as (api, supervisor):
        api.answers.put_nowait(None)
        assert [None, None] == [await api.polls.get() for _ in range(2)]
        assert 1 <= supervisor.restarts


class _StuckOnce:
    """A database that does not answer the first time."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._calls = 0

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False) -> AsyncIterator[UnitOfWork]:
        self._calls += 1
        if self._calls == 1:
            await asyncio.Event().wait()
        async with self._storage.transaction() as uow:
            yield uow


async def test_a_poller_stuck_in_the_database_is_started_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A poller whose commit never returns is restarted, and the update is delivered again and stored."""
    monkeypatch.setattr("bot.incoming.polling.STORE_SECONDS", 0.2)
    async with _polling(town, _StuckOnce(town.storage)) as (api, supervisor):
        api.answers.put_nowait([UPDATE])
        polls = [await api.polls.get() for _ in range(2)]
        monkeypatch.setattr("bot.incoming.polling.STORE_SECONDS", 20.0)
        api.answers.put_nowait([UPDATE])
        polls.append(await api.polls.get())
        assert [None, None, 8] == polls
        assert 1 == supervisor.restarts
    assert [7] == [one.update_id for one in town.mailbox.updates]


@pytest.mark.parametrize(
    ("code", "description", "said"),
    [
        (401, "Unauthorized", REVOKED),
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            TWO_POLLERS,
        ),
        (409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first", WEBHOOK_SET),
    ],
    ids=["revoked", "two pollers", "webhook"],
)
async def test_trouble_with_the_token_is_named(
    town: Town, capsys: pytest.CaptureFixture[str], code: int, description: str, said: str
) -> None:
    """Trouble with the token is logged once, in a line that says what to do; a webhook is removed."""
    async with _polling(town) as (api, supervisor):
        for _ in range(3):
            api.answers.put_nowait((code, description))
        for _ in range(4):
            await api.polls.get()
        assert supervisor.received.problem == said
        assert said == supervisor.problem, "it never worked"
        api.answers.put_nowait([])
        await api.polls.get()
        assert "" == supervisor.problem
        deleted = [api.calls.get_nowait()[0] for _ in range(api.calls.qsize())]
    assert ["deleteWebhook"] * (4 if said == WEBHOOK_SET else 1) == deleted
    assert 1 == capsys.readouterr().out.count(said)


async def test_it_is_known_at_once_whether_polling_works(town: Town) -> None:
    """The first poll is answered at once, so the doctor need not wait for the next heartbeat."""
    async with _polling(town) as (api, supervisor):
        api.answers.put_nowait([])
        assert [0, 25] == [await api.patience.get() for _ in range(2)]
        while (beat := await _last_heartbeat(town)) is None or beat.problem:  # noqa: ASYNC110 -- a row has no event
            await asyncio.sleep(0.01)
        assert "" == supervisor.problem


async def _heartbeat(town: Town) -> Heartbeat:
    beat = await _last_heartbeat(town)
    assert beat is not None
    return beat


async def _last_heartbeat(town: Town) -> Heartbeat | None:
    async with town.storage.reading() as uow:
        return await last_heartbeat(uow)


async def test_the_heartbeat_says_when_updates_last_came(town: Town) -> None:
    """The heartbeat says when updates last came (never, at first), and whether the program was stopped rather than
    killed."""
    source = _Mortal()
    supervisor = Supervisor(source, town.inbox, storage=town.storage, clock=town.clock, meter=Meter(), is_polling=True)
    await supervisor.write_heartbeat()
    beat = await _heartbeat(town)
    assert beat.received_at is None
    assert "no poll has succeeded" in beat.problem
    source.liveness.succeeded()
    await supervisor.write_heartbeat(has_stopped=True)
    beat = await _heartbeat(town)
    assert beat.has_stopped
    assert "" == beat.problem
    assert isinstance(beat.received_at, datetime)
    assert abs(beat.received_at - town.clock.now()) < timedelta(minutes=1)
