"""Newer means of the Bot API, and a server that does not know them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from telegram import Bot

from alerts.errors import Undeliverable
from bot.conversation.message import Button, Message, Style
from bot.metrics import Meter
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.transport import AiohttpRequest
from tests.playground.conftest import TOKEN, Playground, run_playground
from texts.html import Html

KEYBOARD = (
    (Button("Intrekken", data="retract:1:0", style=Style.DANGER),),
    (Button("Kopieer M-2026-0001", copy="M-2026-0001"),),
)
RICH = Message(Html('Tot <tg-time unix="1795537800">24 november</tg-time>.')).with_keyboard(*KEYBOARD)
WITH_ALL = [
    [{"text": "Intrekken", "data": "retract:1:0", "style": "danger"}],
    [{"text": "Kopieer M-2026-0001", "copy": "M-2026-0001"}],
]
PLAIN = [[{"text": "Intrekken", "data": "retract:1:0"}]]
REFUSALS = [
    'can\'t parse entities: Unsupported start tag "tg-time" at byte offset 4',
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    "invalid button style specified",
]


@dataclass(frozen=True, slots=True)
class Connected:
    """A messenger with its stand-in, and somebody to write to."""

    messenger: Messenger
    playground: Playground
    anna: int

    async def seen(self) -> dict[str, Any]:
        """The newest message on Anna's phone."""
        newest: dict[str, Any] = (await self.playground.seen(self.anna))[-1]
        return newest

    async def refuses(self, method: str, description: str) -> None:
        """Have the next call of this method refused like that."""
        rule = {"fault": "400", "method": method, "times": 1, "description": description}
        await self.playground.post("faults", rules=[rule])


@pytest.fixture
async def connected() -> AsyncIterator[Connected]:
    """The messenger as the program has it."""
    async for playground in run_playground():
        base, files = f"{playground.url}/bot", f"{playground.url}/file/bot"
        async with Bot(TOKEN, base_url=base, base_file_url=files, request=AiohttpRequest()) as bot:
            anna = await playground.person()
            yield Connected(Messenger(bot, RateLimiter(1000, 1000, chat_rate=1000), Meter()), playground, anna)


async def test_a_new_message_and_an_edit_have_styles_copy_buttons_and_moments(connected: Connected) -> None:
    """A new message is written without PTB, an edit with it: both say the same."""
    sent = await connected.messenger.send(str(connected.anna), RICH)
    first = await connected.seen()
    assert WITH_ALL == first["buttons"]
    assert 1795537800 == first["entities"][0]["unix_time"]
    await connected.messenger.set_buttons(str(connected.anna), sent.message_ref, None)
    await connected.messenger.edit(str(connected.anna), sent.message_ref, RICH)
    edited = await connected.seen()
    assert (first["buttons"], first["html"]) == (edited["buttons"], edited["html"])


@pytest.mark.parametrize("refusal", REFUSALS)
async def test_what_an_older_server_refuses_is_sent_without_the_newer_means(connected: Connected, refusal: str) -> None:
    """It arrives once; from then on nothing is refused any more, and no request is made in vain."""
    await connected.refuses("sendMessage", refusal)
    sent = await connected.messenger.send(str(connected.anna), RICH)
    seen = await connected.seen()
    assert (PLAIN, "Tot 24 november.") == (seen["buttons"], seen["html"])
    assert 1 == len(await connected.playground.seen(connected.anna))
    await connected.messenger.set_buttons(str(connected.anna), sent.message_ref, None)
    edited = await connected.messenger.edit(str(connected.anna), sent.message_ref, RICH)
    assert edited.message_ref == sent.message_ref
    assert PLAIN == (await connected.seen())["buttons"]
    calls = (await connected.playground.get("calls"))["calls"]
    assert [False, True] == [one["ok"] for one in calls if one["method"] == "sendMessage"]
    assert [True] == [one["ok"] for one in calls if one["method"] == "editMessageText"]


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
async def test_a_refused_edit_is_made_without_the_newer_means_too(connected: Connected, method: str) -> None:
    """Whichever of the edits meets the older server first."""
    ref = str(connected.anna)
    sent = await connected.messenger.send(ref, Message(Html("Wacht.")))
    await connected.refuses(method, REFUSALS[1])
    if method == "editMessageText":
        await connected.messenger.edit(ref, sent.message_ref, RICH)
    else:
        assert RICH.keyboard is not None
        await connected.messenger.set_buttons(ref, sent.message_ref, RICH.keyboard)  # type: ignore[arg-type]
    assert PLAIN == (await connected.seen())["buttons"]


async def test_another_refusal_is_none_of_the_servers_age(connected: Connected) -> None:
    """It is raised as ever, and the next message has its styles."""
    await connected.refuses("sendMessage", "message is too long")
    with pytest.raises(Undeliverable):
        await connected.messenger.send(str(connected.anna), RICH)
    await connected.messenger.send(str(connected.anna), RICH)
    assert WITH_ALL == (await connected.seen())["buttons"]
