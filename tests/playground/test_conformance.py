"""Tests that python-telegram-bot's Bot gets the same from the playground as from Telegram itself.

Set WEES_ALERT_CONFORMANCE_TOKEN (a test bot) and WEES_ALERT_CONFORMANCE_CHAT (the id of somebody who started it) to run
every test against the real Bot API as well.
"""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MenuButtonCommands,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken

from .conftest import TOKEN, run_playground

REAL_TOKEN = os.environ.get("WEES_ALERT_CONFORMANCE_TOKEN", "")
REAL_CHAT = int(os.environ.get("WEES_ALERT_CONFORMANCE_CHAT", "0"))
BACKENDS = ["playground", *(["telegram"] if REAL_TOKEN and REAL_CHAT else [])]
NOBODY = 1


@dataclass(frozen=True, slots=True)
class Target:
    """A bot that may write to one person."""

    bot: Bot
    chat: int

    async def say(self, text: str = "a") -> Message:
        """Send a message for the test to work on."""
        return await self.bot.send_message(self.chat, text)


@pytest.fixture(params=BACKENDS)
async def target(request: pytest.FixtureRequest) -> AsyncIterator[Target]:
    """The playground, and Telegram when its settings are given."""
    if request.param == "telegram":
        async with Bot(REAL_TOKEN) as bot:
            yield Target(bot, REAL_CHAT)
        return
    async for playground in run_playground():
        chat = await playground.person(first_name="Anna", username="anna")
        base, files = f"{playground.url}/bot", f"{playground.url}/file/bot"
        async with Bot(TOKEN, base_url=base, base_file_url=files) as bot:
            yield Target(bot, chat)


def buttons(data: str = "yes") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data=data)]])


async def test_get_me(target: Target) -> None:
    """getMe returns the bot itself."""
    me = await target.bot.get_me()
    assert me.is_bot
    assert me.id == target.bot.id
    assert me.username


async def test_a_message_comes_back_as_it_is(target: Target) -> None:
    """A sent message comes back with its entities in UTF-16 units, buttons and protection."""
    text = "😀 <b>Let <i>op</i></b>: &lt;5&gt; <a href='https://example.com'>hier</a> /help"
    sent = await target.bot.send_message(
        target.chat, text, ParseMode.HTML, reply_markup=buttons(), protect_content=True
    )
    assert sent.text == "😀 Let op: <5> hier /help"
    assert [(e.type, e.offset, e.length, e.url) for e in sent.entities] == [
        ("bold", 3, 6, None),
        ("italic", 7, 2, None),
        ("text_link", 15, 4, "https://example.com/"),
        ("bot_command", 20, 5, None),
    ]
    assert sent.text_html.startswith("😀 <b>Let <i>op</i></b>: &lt;5&gt;")
    assert sent.reply_markup == buttons()
    assert sent.has_protected_content
    assert (sent.chat.id, sent.chat.type) == (target.chat, ChatType.PRIVATE)
    assert sent.from_user
    assert sent.from_user.id == target.bot.id


async def test_blanks_around_a_text_go(target: Target) -> None:
    """Telegram removes blanks around a text."""
    sent = await target.bot.send_message(target.chat, " \n <b>a</b> b \n ", ParseMode.HTML)
    assert sent.text == "a b"
    assert [(e.offset, e.length) for e in sent.entities] == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("", None, "message text is empty"),
        ("x" * 4097, None, "message is too long"),
        ("<x>a</x>", "HTML", 'can\'t parse entities: unsupported start tag "x" at byte offset 0'),
        ("é<b>a", "HTML", "can't parse entities: can't find end tag corresponding to start tag \"b\""),
        (
            "<b>a</i>",
            "HTML",
            'can\'t parse entities: unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ("a</b>", "HTML", "can't parse entities: unexpected end tag at byte offset 1"),
        ("a < b", "HTML", 'can\'t parse entities: unsupported start tag "" at byte offset 2'),
    ],
)
async def test_refused_texts(target: Target, text: str, mode: str | None, words: str) -> None:
    """Texts are refused in the same words."""
    with pytest.raises(BadRequest) as refused:
        await target.bot.send_message(target.chat, text, mode)
    assert refused.value.message.lower() == words


async def test_refused_chats_and_buttons(target: Target) -> None:
    """Unknown chats and button data that is too long are refused."""
    with pytest.raises(BadRequest, match="Chat not found"):
        await target.bot.send_message(NOBODY, "a")
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await target.bot.send_message(target.chat, "a", reply_markup=buttons("x" * 65))
    with pytest.raises(Forbidden, match="bots can't send messages to bots"):
        await target.bot.send_message(target.bot.id, "a")


async def test_keyboards_are_taken(target: Target) -> None:
    """Reply keyboard, force reply and removal are accepted; messages with them cannot be edited."""
    keyboard = ReplyKeyboardMarkup(
        [[KeyboardButton("Waar", request_location=True), "Nee"]],
        one_time_keyboard=True,
        resize_keyboard=True,
        input_field_placeholder="Kies",
    )
    for markup in (keyboard, ForceReply(selective=True), ReplyKeyboardRemove()):
        sent = await target.bot.send_message(target.chat, "a", reply_markup=markup)
        assert sent.reply_markup is None
    first = await target.bot.send_message(target.chat, "a", reply_markup=keyboard)
    await target.bot.send_message(target.chat, "a", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await target.bot.edit_message_text("b", target.chat, first.message_id)


async def test_editing(target: Target) -> None:
    """Text and buttons can be edited; the same content again, and a missing message, are refused."""
    sent = await target.say()
    edited = await sent.edit_text("<b>b</b>", ParseMode.HTML, reply_markup=buttons())
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup, edited.message_id) == ("b", buttons(), sent.message_id)
    assert edited.edit_date is not None
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply markup"):
        await sent.edit_text("<b>b</b>", ParseMode.HTML, reply_markup=buttons())
    bare = await sent.edit_reply_markup(None)
    assert isinstance(bare, Message)
    assert (bare.text, bare.reply_markup) == ("b", None)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await sent.edit_caption("c")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await target.bot.edit_message_text("c", target.chat, sent.message_id + 1000)


async def test_deleting(target: Target) -> None:
    """A message is deleted once, and many can be deleted in one call."""
    one, two, three = [await target.say() for _ in range(3)]
    assert await one.delete()
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await one.delete()
    assert await target.bot.delete_messages(target.chat, [one.message_id, two.message_id, three.message_id])


async def test_replies(target: Target) -> None:
    """A reply to an existing message is sent, and one to a missing message is refused."""
    first = await target.say()
    reply = await first.reply_text("b", do_quote=True)
    assert reply.reply_to_message
    assert reply.reply_to_message.message_id == first.message_id
    await first.delete()
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await target.bot.send_message(target.chat, "b", reply_parameters=ReplyParameters(first.message_id))
    lenient = ReplyParameters(first.message_id, allow_sending_without_reply=True)
    sent = await target.bot.send_message(target.chat, "b", reply_parameters=lenient)
    assert sent.reply_to_message is None


async def test_forwarding_and_copying(target: Target) -> None:
    """A forward names its origin and a copy does not; protected content allows neither."""
    open_one = await target.say()
    forwarded = await open_one.forward(target.chat)
    assert forwarded.forward_origin is not None
    copied = await open_one.copy(target.chat)
    assert copied.message_id > forwarded.message_id
    secret = await target.bot.send_message(target.chat, "s", protect_content=True)
    with pytest.raises(BadRequest):
        await secret.forward(target.chat)
    with pytest.raises(BadRequest):
        await secret.copy(target.chat)


async def test_documents(target: Target) -> None:
    """A document is uploaded, downloaded, sent again by its id, and gets another caption."""
    sent = await target.bot.send_document(
        target.chat, b"a,b\n1,2\n", caption="<i>lijst</i>", parse_mode=ParseMode.HTML, filename="lijst.csv"
    )
    assert sent.document
    assert (sent.document.file_name, sent.caption, sent.caption_entities[0].length) == ("lijst.csv", "lijst", 5)
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"a,b\n1,2\n"
    again = await target.bot.send_document(target.chat, sent.document.file_id)
    assert again.document
    assert again.document.file_size == 8
    edited = await sent.edit_caption("kort")
    assert isinstance(edited, Message)
    assert edited.caption == "kort"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await sent.edit_text("b")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await target.bot.send_document(target.chat, sent.document.file_id, caption="x" * 1025)


async def test_unknown_files(target: Target) -> None:
    """An unknown file id is refused."""
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id or the file is temporarily unavailable|invalid file_id"):
        await target.bot.get_file("nothing")


async def test_location_action_and_pin(target: Target) -> None:
    """A location, a chat action and a pin are accepted."""
    sent = await target.bot.send_location(target.chat, 51.9, 4.5)
    assert sent.location
    assert (round(sent.location.latitude, 3), round(sent.location.longitude, 3)) == (51.9, 4.5)
    assert await target.bot.send_chat_action(target.chat, ChatAction.TYPING)
    assert await sent.pin(disable_notification=True)
    chat = await target.bot.get_chat(target.chat)
    assert chat.pinned_message
    assert chat.pinned_message.message_id == sent.message_id
    assert await sent.unpin()


async def test_get_chat(target: Target) -> None:
    """getChat returns a person, and refuses an unknown id."""
    chat = await target.bot.get_chat(target.chat)
    assert (chat.id, chat.type) == (target.chat, ChatType.PRIVATE)
    with pytest.raises(BadRequest, match="Chat not found"):
        await target.bot.get_chat(NOBODY)


async def test_queries_that_nobody_asked(target: Target) -> None:
    """An answer to an unknown callback query is refused."""
    words = "Query is too old and response timeout expired or query id is invalid"
    with pytest.raises(BadRequest, match=words):
        await target.bot.answer_callback_query("1", "a")


async def test_commands(target: Target) -> None:
    """Each scope and language has its own list of commands."""
    commands = [BotCommand("meld", "Iets melden"), BotCommand("stop", "Stoppen")]
    scopes = [None, BotCommandScopeAllPrivateChats(), BotCommandScopeChat(target.chat)]
    for index, scope in enumerate(scopes):
        assert await target.bot.set_my_commands(commands[: 1 + index % 2], scope, "nl")
    lists = [await target.bot.get_my_commands(scope, "nl") for scope in scopes]
    assert [len(found) for found in lists] == [1, 2, 1]
    assert lists[1] == tuple(commands)
    for scope in scopes:
        assert await target.bot.delete_my_commands(scope, "nl")
        assert await target.bot.get_my_commands(scope, "nl") == ()
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await target.bot.set_my_commands([BotCommand("Groot!", "x")])


async def test_menu_button_and_description(target: Target) -> None:
    """The menu button and the description are returned as they were set."""
    assert await target.bot.set_chat_menu_button(target.chat, MenuButtonCommands())
    assert await target.bot.get_chat_menu_button(target.chat) == MenuButtonCommands()
    assert await target.bot.set_my_description("Wat het is", "nl")
    assert (await target.bot.get_my_description("nl")).description == "Wat het is"
    assert await target.bot.set_my_short_description("Kort", "nl")
    assert (await target.bot.get_my_short_description("nl")).short_description == "Kort"


async def test_webhook_info_without_a_webhook(target: Target) -> None:
    """getWebhookInfo without a webhook has an empty address, and polling works."""
    assert await target.bot.delete_webhook()
    assert (await target.bot.get_webhook_info()).url == ""
    assert isinstance(await target.bot.get_updates(limit=1, timeout=0), tuple)


async def test_a_wrong_token(target: Target) -> None:
    """A wrong token is refused at the first call."""
    root = target.bot.base_url.removesuffix(target.bot.token)
    stranger = Bot(f"{target.bot.id}:wrong", base_url=root)
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
