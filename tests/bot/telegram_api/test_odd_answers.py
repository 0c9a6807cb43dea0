"""Tests with invalid answers of Telegram over real HTTP: reception and sending go on, and the trouble is shown."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot
from telegram.error import TelegramError

from alerts.errors import Garbled, Unknown
from bot.conversation.message import Document, Message
from bot.incoming.polling import LONGEST_PAUSE_SECONDS, PAUSE_SECONDS, Poller
from bot.metrics import Meter
from bot.telegram_api.identity import identify
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.retry_after import LONGEST_SECONDS
from bot.telegram_api.transport import MOST_BYTES, AiohttpRequest
from tests.bot.bot_api import Raw, running_bot_api
from tests.bot.odd import some_payloads
from tests.bot.town import Town
from tests.patience import PATIENCE
from texts.html import Html

ODD_RESULTS: list[Any] = [None, "x", "", 7, True, {}, {"update_id": 3}, [None], ["x"], [[]], [{}], [{"update_id": "7"}]]
ODD_RESULTS += [[{"update_id": -1}], [{"update_id": 1 << 40}], [{"update_id": 1.5}], [{"update_id": True}], [7, 8]]
ODD_BODIES = [json.dumps({"ok": True, "result": one}).encode() for one in ODD_RESULTS]
ODD_BODIES += [b"", b"null", b"[]", b"true", b"{}", b'{"ok":true}', b'{"result":null}', b"<html>", b"[" * 100_000]
HELLO = {"message": {"chat": {"id": 5}, "text": "hallo"}}


class _Patient(Poller):
    """A poller that stores how long it would wait, and does not wait."""

    def __init__(self, bot: Bot, transport: AiohttpRequest, town: Town) -> None:
        super().__init__(bot, transport, town.inbox)
        self.pauses: list[float] = []

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


async def _polled(town: Town, *answers: Any, polls: int) -> tuple[_Patient, list[int | None]]:
    """Return what a poller stored of these answers, and the offsets of this number of polls."""
    async with running_bot_api() as (api, bot, transport):
        poller = _Patient(bot, transport, town)
        for answer in answers:
            api.answers.put_nowait(answer)
        running = asyncio.create_task(poller.run())
        async with asyncio.timeout(PATIENCE):
            offsets = [await api.polls.get() for _ in range(polls)]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    return poller, offsets


@pytest.mark.parametrize("body", ODD_BODIES)
async def test_an_odd_answer_is_waited_out_and_no_sign_of_life(town: Town, body: bytes) -> None:
    """After an invalid answer the wait doubles up to a limit, and receiving counts as good only when updates come
    again."""
    times = 8
    poller, offsets = await _polled(town, *[Raw(body)] * times, polls=times + 1)
    assert [None] * (times + 1) == offsets
    assert [min(PAUSE_SECONDS * 2**n, LONGEST_PAUSE_SECONDS) for n in range(times)] == poller.pauses
    assert "Bot API server" in poller.liveness.problem
    assert float("inf") == poller.liveness.age
    poller, _ = await _polled(town, Raw(body), [], polls=3)
    assert "" == poller.liveness.problem
    assert poller.liveness.age < PATIENCE


async def test_one_odd_element_takes_no_other_along(town: Town) -> None:
    """One invalid element of any kind affects no other: the others are stored and acknowledged, and the next poll
    counts as good."""
    among: list[Any] = [{"update_id": 7, **HELLO}, None, [], {}, {"update_id": "8"}, 9, "x", {"update_id": 10, **HELLO}]
    body = json.dumps({"ok": True, "result": among}).encode()
    poller, offsets = await _polled(town, Raw(body), [], polls=3)
    assert [None, 11, 11] == offsets
    assert [7, 10] == [one.update_id for one in town.mailbox.updates]
    assert PAUSE_SECONDS == poller.pauses[0]
    assert "" == poller.liveness.problem


async def test_a_server_that_forgets_what_was_acknowledged_is_no_spin(town: Town) -> None:
    """When a server repeats an acknowledged update, it has its effect once, and each repeat is followed by a wait."""
    again = [{"update_id": 7, **HELLO}]
    poller, offsets = await _polled(town, *[again] * 5, polls=6)
    assert [None, 8, 8, 8, 8, 8] == offsets
    assert [7] == [one.update_id for one in town.mailbox.updates]
    assert [PAUSE_SECONDS * 2**n for n in range(4)] == poller.pauses
    assert poller.liveness.problem


async def test_a_server_that_does_not_wait_for_updates_is_no_spin(town: Town) -> None:
    """When a server answers an empty list at once, it is good and is polled once a second."""
    poller, _ = await _polled(town, *[[]] * 5, polls=6)
    assert [PAUSE_SECONDS] * 4 == poller.pauses
    assert "" == poller.liveness.problem


@pytest.mark.parametrize("wait", [None, -3, 0, "x", 86_400, 99_999_999_999, 1e300])
async def test_a_429_to_a_poll_has_bounds(town: Town, wait: Any) -> None:
    """The wait after a 429 to a poll is at most a quarter of an hour, and never zero."""
    body = {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": wait}}
    poller, _ = await _polled(town, Raw(json.dumps(body).encode(), 429), polls=2)
    assert 1 <= poller.pauses[0] <= LONGEST_SECONDS
    assert "429" in poller.liveness.problem


async def test_a_page_of_a_firewall_does_not_mean_that_the_token_ended(town: Town) -> None:
    """A firewall's page with status 404 does not mean that the token is invalid, and polling goes on."""
    poller, offsets = await _polled(town, Raw(b"<html>404</html>", 404), [{"update_id": 7, **HELLO}], polls=3)
    assert [None, None, 8] == offsets
    assert [PAUSE_SECONDS] == poller.pauses


Act = Callable[[Messenger], Awaitable[object]]
ACTS: dict[str, Act] = {
    "send": lambda messenger: messenger.send("5", Message(Html("x"))),
    "picture": lambda messenger: messenger.send("5", Message(Html("x"), picture=b"x")),
    "document": lambda messenger: messenger.send("5", Message(Html("x"), document=Document("x.txt", b"x"))),
    "edit": lambda messenger: messenger.edit("5", "7", Message(Html("x"))),
    "buttons": lambda messenger: messenger.set_buttons("5", "7", None),
    "delete": lambda messenger: messenger.delete("5", "7"),
    "press": lambda messenger: messenger.answer_press("7", "x", is_alert=True),
    "menu": lambda messenger: messenger.set_menu("5", (("start", "x"),)),
    "settings": lambda messenger: messenger.chat_settings("-5"),
    "link": lambda messenger: messenger.new_join_link("-5"),
    "door": lambda messenger: messenger.settle_request("-5", "7", is_admitted=True),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
async def test_whatever_a_method_is_answered_with_is_an_error_that_is_known(act: Act) -> None:
    """Any answer to any method raises a known error or none, with an unknown outcome where it may have been sent."""
    async with running_bot_api() as (api, bot, _):
        for payload in some_payloads(150):
            api.raw = Raw(payload)
            with contextlib.suppress(Unknown):
                await act(_messenger(bot))


@pytest.mark.parametrize("result", [None, True, [], {}, "x", {"message_id": 7}, {"message_id": "7", "chat": {"id": 5}}])
async def test_a_message_without_a_number_may_have_been_sent(result: Any) -> None:
    """A message in an answer without its id counts as unknown, because it cannot be changed later."""
    async with running_bot_api() as (api, bot, _):
        api.results["sendMessage"] = result
        with pytest.raises(Garbled):
            await _messenger(bot).send("5", Message(Html("x")))


async def test_an_answer_without_end_is_not_read_to_its_end() -> None:
    """An answer that is longer than any of Telegram's is not read to its end."""
    async with running_bot_api() as (api, bot, _):
        api.raw = Raw(b" " * (MOST_BYTES + 1))
        for act in ("send", "press"):
            with pytest.raises(Unknown):
                await ACTS[act](_messenger(bot))


async def test_who_the_bot_is_is_asked_until_it_is_said() -> None:
    """getMe is repeated until it succeeds; invalid answers are errors that the start and the doctor know."""
    async with running_bot_api() as (api, bot, _):
        bot._bot_user = None
        odd: list[Any] = [None, True, [], {}, "x", {"id": 7}, {"id": "x", "is_bot": True, "first_name": "x"}]
        for result in odd:
            api.results["getMe"] = result
            with pytest.raises(TelegramError):
                await identify(bot)
        api.results["getMe"] = {"id": 7, "is_bot": True, "first_name": "x", "username": "wees_alert_bot"}
        await identify(bot)
        assert "wees_alert_bot" == bot.username


def _messenger(bot: Bot) -> Messenger:
    return Messenger(bot, RateLimiter(1e6, 1e6, chat_rate=1e6), Meter())
