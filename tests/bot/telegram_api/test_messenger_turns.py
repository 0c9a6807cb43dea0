"""Tests that messages to one chat keep their order, and that a chat that must wait holds up no other."""

import asyncio
import json
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Bot

from alerts.errors import Throttled
from bot.conversation.message import Message
from bot.metrics import Meter
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import EVERYTHING, RateLimiter
from bot.telegram_api.send_queue import SendClass
from tests.patience import PATIENCE
from texts.html import Html

HELLO = Message(Html("hallo"))


class Recorder:
    """A transport that records what it was told to send, the first time after a moment."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    async def post_json(self, url: str, body: bytes) -> dict[str, Any]:
        await asyncio.sleep(0 if self.sent else 0.01)
        self.sent.append(json.loads(body))
        return {"message_id": len(self.sent), "chat": {"id": self.sent[-1]["chat_id"]}}


def _messenger(recorder: Recorder, limiter: RateLimiter) -> Messenger:
    return Messenger(cast("Bot", SimpleNamespace(base_url="http://x", request=recorder)), limiter, Meter())


async def test_a_chat_that_must_wait_holds_up_no_other() -> None:
    """A 429 for one chat is no pause for all: an answer for that chat waits, and a delivery is put back."""
    recorder, limiter = Recorder(), RateLimiter(1000, 500)
    messenger = _messenger(recorder, limiter)
    limiter.close("1", asyncio.get_running_loop().time(), seconds=1)
    assert await messenger.acquire_slot("1") > 0.1
    assert 0 == await messenger.acquire_slot("2")
    with pytest.raises(Throttled):
        await messenger.send("1", HELLO, has_slot=True)
    await asyncio.gather(messenger.send("1", HELLO), messenger.send("2", HELLO))
    assert [2, 1] == [one["chat_id"] for one in recorder.sent]


async def test_who_waits_for_a_turn_when_everything_closes_goes_back() -> None:
    """A delivery that waits for its turn when everything closes is put back, so that its row is not marked for the
    whole closure."""
    limiter = RateLimiter(10, 10)
    messenger = _messenger(Recorder(), limiter)
    assert 0 == await messenger.acquire_slot("1")
    waiting = [asyncio.create_task(messenger.acquire_slot(chat)) for chat in ("2", "3")]
    await asyncio.sleep(0)
    limiter.close_for(EVERYTHING, asyncio.get_running_loop().time(), seconds=600)
    async with asyncio.timeout(PATIENCE):
        assert 500 < min(await asyncio.gather(*waiting))


async def test_a_delivery_that_is_written_after_its_turn_counts_from_when_it_leaves() -> None:
    """A delivery counts from when it leaves after it was written; otherwise the next one would be too near for
    Telegram's limit."""
    recorder, limiter = Recorder(), RateLimiter(2, 2)
    messenger = _messenger(recorder, limiter)
    assert 0 == await messenger.acquire_slot("1")
    taken = limiter.broadcast_wait(now := asyncio.get_running_loop().time())
    await asyncio.sleep(taken / 2)  # the time that writing takes
    await messenger.send("1", HELLO, has_slot=True)
    assert limiter.broadcast_wait(now) > 1.2 * taken


async def test_messages_to_one_chat_arrive_in_the_order_of_the_calls() -> None:
    """Deliveries and answers to one chat arrive in the order of the calls."""
    recorder = Recorder()
    messenger = _messenger(recorder, RateLimiter(1000, 1000, chat_rate=200))
    wanted = [str(number) for number in range(10)]
    async with asyncio.TaskGroup() as tasks:
        for number, text in enumerate(wanted):
            tasks.create_task(messenger.send("7", Message(Html(text)), has_slot=number % 2 == 0))
            await asyncio.sleep(0)
    assert wanted == [one["text"] for one in recorder.sent]


@pytest.mark.parametrize(("rate", "is_paid"), [(28, False), (1000, True)])
async def test_only_faster_broadcasts_are_paid_for(rate: float, is_paid: bool) -> None:
    """Only a broadcast above the free rate is marked as paid, and an answer to a person never is."""
    recorder = Recorder()
    messenger = _messenger(recorder, RateLimiter(1000, rate))
    await messenger.send("1", HELLO, has_slot=True)
    await messenger.send("2", HELLO)
    assert [is_paid, False] == ["allow_paid_broadcast" in one for one in recorder.sent]


async def test_who_waits_for_an_answer_is_counted_from_the_call_to_the_request() -> None:
    """A waiting answer is counted from the call to the request, also behind others in the same chat, and not after it
    failed or left."""
    limiter = RateLimiter(1000, 1000)
    messenger = _messenger(Recorder(), limiter)
    limiter.close("7", asyncio.get_running_loop().time(), seconds=1)
    answers = [asyncio.create_task(messenger.send("7", HELLO)) for _ in range(3)]
    delivery = asyncio.create_task(messenger.send("8", HELLO, has_slot=True))
    stranger = asyncio.create_task(messenger.send("7", HELLO, send_class=SendClass.STRANGER))
    await delivery
    assert [3, 1] == [messenger.waits.count(one) for one in (SendClass.ANSWER, SendClass.STRANGER)]
    assert 0 < messenger.waits.longest(SendClass.ANSWER) < PATIENCE
    stranger.cancel()
    await asyncio.gather(*answers, stranger, return_exceptions=True)
    assert [0, 0] == [messenger.waits.count(one) for one in (SendClass.ANSWER, SendClass.STRANGER)]
    assert 0 == messenger.waits.longest(SendClass.ANSWER)
