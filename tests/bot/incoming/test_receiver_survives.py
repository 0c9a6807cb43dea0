"""Tests that a chat's queue goes on, whatever error an answer meets."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest

from alerts.errors import Unavailable
from alerts.ports import Storage, UnitOfWork
from bot.outgoing.reply_sender import ReplySender
from tests.bot.incoming.test_receiver import inbox_of, running, says
from tests.bot.town import Town

FAILURES: dict[str, Callable[[], BaseException]] = {
    "the database is away": lambda: Unavailable("the server went away"),
    "nobody foresaw it": lambda: RuntimeError("oops"),
    "it takes too long": TimeoutError,
    "an odd value": lambda: KeyError("message_id"),
    "what it waited for was cancelled": asyncio.CancelledError,
}


class _Failing:
    """A storage in which marking a question as asked fails."""

    def __init__(self, storage: Storage, failure: Callable[[], BaseException]) -> None:
        self._storage = storage
        self._failure = failure
        self.failed = 0
        self.reading = storage.reading

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False) -> AsyncIterator[UnitOfWork]:
        self.failed += 1
        async with self._storage.transaction():
            raise self._failure()
        yield


async def _goes_on(town: Town, *, at_once: bool) -> None:
    """Check that a question whose answer fails is followed by the answer to a press for help in the same chat,
    twice."""
    person, send = town.person(1), town.screens.send
    sending, may_go, helped = asyncio.Event(), asyncio.Event(), asyncio.Semaphore(0)

    async def slowly(ref: str, message: Any, **more: Any) -> Any:
        sending.set()
        await may_go.wait()
        sent = await send(ref, message, **more)
        if "0900-8844" in message.text:
            helped.release()
        return sent

    town.screens.send = slowly  # type: ignore[method-assign]
    inbox = inbox_of(town)
    if not at_once:
        await inbox.put([says(town, 1, "/start")])
    async with running(town.receiver):
        while town.receiver._is_behind:  # noqa: ASYNC110 -- has no event
            await asyncio.sleep(0)
        if at_once:
            await inbox.put([says(town, 1, "/start")])
        await sending.wait()
        await inbox.put([says(town, 2, "/hulp")])
        may_go.set()
        await helped.acquire()
        await inbox.put([says(town, 3, "/hulp")])
        await helped.acquire()
    async with town.storage.reading() as uow:
        assert [] == await uow.updates.waiting(10)
    assert person.bubbles


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "stored"])
@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
async def test_an_answer_that_cannot_be_stored_ends_no_queue(
    town: Town, monkeypatch: pytest.MonkeyPatch, failure: Callable[[], BaseException], *, at_once: bool
) -> None:
    """The queue goes on when a question was sent and that cannot be stored."""
    failing = _Failing(town.storage, failure)
    reply_sender = ReplySender(town.screens, cast("Storage", failing), town.chat_check, town.clock)
    monkeypatch.setattr(town.receiver, "_reply_sender", reply_sender)
    await _goes_on(town, at_once=at_once)
    assert failing.failed


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "stored"])
@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
async def test_what_answering_raises_ends_no_queue(
    town: Town, monkeypatch: pytest.MonkeyPatch, failure: Callable[[], BaseException], *, at_once: bool
) -> None:
    """The queue goes on after any exception of the answer."""
    failed, say = 0, town.receiver._reply_sender.say

    async def raising(*given: Any) -> None:
        nonlocal failed
        await say(*given)
        failed += 1
        raise failure()

    monkeypatch.setattr(town.receiver._reply_sender, "say", raising)
    await _goes_on(town, at_once=at_once)
    assert failed >= 2


async def test_being_told_to_stop_ends_a_queue_all_the_same(town: Town) -> None:
    """A request to stop ends the queue, and waiting updates are left for the next start."""
    stuck = asyncio.Event()

    async def hang(*_: Any, **__: Any) -> Any:
        stuck.set()
        await asyncio.Event().wait()

    town.screens.send = hang  # type: ignore[method-assign]
    inbox = inbox_of(town)
    async with running(town.receiver):
        await inbox.put([says(town, 1, "/hulp")])
        await stuck.wait()
        await inbox.put([says(town, 2, "/hulp")])
        (task,) = town.receiver._busy.values()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()
        assert not town.receiver._busy
    async with town.storage.reading() as uow:
        assert [2] == [one.update_id for one in await uow.updates.waiting(10)]
