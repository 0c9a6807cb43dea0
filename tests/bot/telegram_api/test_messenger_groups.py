"""Tests of the messenger in group chats, against the Telegram stand-in."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from telegram import Bot

from alerts.errors import RecipientGone, TopicGone, Undeliverable
from alerts.kvo_group import ChatSetting
from bot.conversation.message import Document, Message
from bot.metrics import Meter
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.transport import AiohttpRequest
from tests.playground.conftest import BOT_ID, TOKEN, Playground, run_playground
from texts.html import Html

ALL_BUT_HISTORY = {"hidden_history": False, "join_by_request": True}
OF_A_SUPERGROUP = {ChatSetting.SUPERGROUP, ChatSetting.JOIN_BY_REQUEST, ChatSetting.HIDDEN_HISTORY}
WELL = {"hidden_history": True, "join_by_request": True}


@dataclass(frozen=True, slots=True)
class Connected:
    """A messenger with its stand-in."""

    messenger: Messenger
    playground: Playground


@pytest.fixture
async def connected() -> AsyncIterator[Connected]:
    """The messenger as the program makes it."""
    async for playground in run_playground():
        base, files = f"{playground.url}/bot", f"{playground.url}/file/bot"
        async with Bot(TOKEN, base_url=base, base_file_url=files, request=AiohttpRequest()) as bot:
            yield Connected(Messenger(bot, RateLimiter(1000, 1000), Meter()), playground)


@pytest.mark.parametrize(
    ("settings", "rights", "lacks"),
    [
        (WELL, {"can_invite_users": True}, set()),
        (ALL_BUT_HISTORY, {"can_invite_users": True}, {ChatSetting.HIDDEN_HISTORY}),
        ({"hidden_history": True}, {"can_invite_users": True}, {ChatSetting.JOIN_BY_REQUEST}),
        (WELL, {"can_pin_messages": True}, {ChatSetting.INVITE_RIGHT}),
        (WELL, None, {ChatSetting.ADMIN, ChatSetting.INVITE_RIGHT, ChatSetting.HIDDEN_HISTORY}),
        ({**WELL, "type": "group"}, {"can_invite_users": True}, OF_A_SUPERGROUP),
    ],
)
async def test_what_a_chat_lacks(
    connected: Connected, settings: dict[str, Any], rights: dict[str, bool] | None, lacks: set[ChatSetting]
) -> None:
    """Each setting of a chat is checked by itself; one that only an admin is told counts as lacking for a member."""
    playground = connected.playground
    chat = await playground.group(await playground.person(), bot=None, **settings)
    status = {"status": "member"} if rights is None else {"status": "administrator", "rights": rights}
    await playground.post("members", chat=chat, user=BOT_ID, **status)
    assert lacks == await connected.messenger.chat_settings(str(chat))


async def test_a_chat_that_is_gone_or_moved(connected: Connected) -> None:
    """A removed chat raises as a failed sending does; the old id of a moved chat answers, and lacks what a basic group
    lacks."""
    playground, anna = connected.playground, await connected.playground.person()
    basic = await playground.group(anna, type="group")
    moved = (await playground.post("migrate", chat=basic))["chat"]
    assert await connected.messenger.chat_settings(str(basic)) >= OF_A_SUPERGROUP
    await playground.post("members", chat=moved, user=BOT_ID, status="kicked")
    with pytest.raises(RecipientGone):
        await connected.messenger.chat_settings(str(moved))


async def test_a_message_goes_to_its_topic(connected: Connected) -> None:
    """A message goes to its topic, and without one to the chat itself."""
    playground, anna = connected.playground, await connected.playground.person()
    chat = await playground.group(anna, is_forum=True)
    thread = (await playground.post("topics", chat=chat, name="Meldingen"))["thread"]
    for topic in (thread, 0):
        await connected.messenger.send(str(chat), Message(Html("hallo")), topic=topic)
    said = [one.get("thread") for one in await playground.seen(anna, chat=chat) if one.get("text") == "hallo"]
    assert [thread, None] == said


async def test_a_topic_that_is_gone_is_said(connected: Connected) -> None:
    """A removed topic is reported as such, and not as a refused text, because the message may go without the topic."""
    playground, anna = connected.playground, await connected.playground.person()
    chat = await playground.group(anna, is_forum=True)
    thread = (await playground.post("topics", chat=chat, name="Meldingen"))["thread"]
    await playground.post("topics/remove", chat=chat, thread=thread)
    with pytest.raises(TopicGone):
        await connected.messenger.send(str(chat), Message(Html("hallo")), topic=thread)


async def test_the_door_of_a_chat(connected: Connected) -> None:
    """A chat has an invite link with requests, which are accepted or declined; a request that was settled before is no
    failure."""
    playground, messenger = connected.playground, connected.messenger
    anna, bram, cor = [await playground.person() for _ in range(3)]
    chat = await playground.group(anna)
    link = await messenger.new_join_link(str(chat))
    for person in (bram, cor):
        asked = await playground.post("join", user=person, link=link)
        assert asked["requested"] is True
    for _ in range(2):
        await messenger.settle_request(str(chat), str(bram), is_admitted=True)
        await messenger.settle_request(str(chat), str(cor), is_admitted=False)
    members = {one["user"] for one in (await playground.get("state"))["chats"][0]["members"]}
    assert (True, False) == (bram in members, cor in members)


async def test_a_person_who_is_gone_is_no_chat_that_is_gone(connected: Connected) -> None:
    """A missing person makes a join request undeliverable; a chat that removed the bot raises RecipientGone."""
    playground, messenger = connected.playground, connected.messenger
    chat = await playground.group(await playground.person())
    with pytest.raises(Undeliverable):
        await messenger.settle_request(str(chat), "77", is_admitted=True)
    await playground.post("members", chat=chat, user=BOT_ID, status="member")
    with pytest.raises(Undeliverable):
        await messenger.settle_request(str(chat), "77", is_admitted=True)
    await playground.post("members", chat=chat, user=BOT_ID, status="kicked")
    for request in (messenger.settle_request(str(chat), "77", is_admitted=True), messenger.new_join_link(str(chat))):
        with pytest.raises(RecipientGone):
            await request


async def test_a_document_goes_out_of_memory(connected: Connected) -> None:
    """A document is sent from memory with its name and a caption, and cannot be forwarded."""
    playground = connected.playground
    anna = await playground.person()
    message = Message(Html("Alles over jou"), is_protected=True, document=Document("alles.json", b'{"a": 1}'))
    sent = await connected.messenger.send(str(anna), message)
    shown = (await playground.seen(anna))[-1]
    assert (sent.message_ref, "alles.json") == (str(shown["message_id"]), shown["media"]["name"])
    assert ("Alles over jou", True) == (shown["caption"], shown["protected"])
