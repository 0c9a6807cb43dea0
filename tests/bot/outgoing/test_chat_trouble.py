"""Tests of a group's chat that refuses messages: they go elsewhere or wait, its managers are told why, and they are
retried."""

from typing import Any

import pytest

from alerts.errors import ChatRefuses, DeliveryError, RecipientGone, Throttled, TopicGone
from alerts.kvo_group import ChatTrouble, KvoGroup
from alerts.role import Role
from bot.conversation.message import Message
from bot.metrics import Meter
from bot.telegram_api.chat_errors import refusal_of_chat
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from tests.bot.bot_api import Raw, running_bot_api
from tests.bot.chats import tick
from tests.bot.group_chats import GroupChat, manager_of, stored, tied_group
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Person, Town
from texts.html import Html

LOST = [one for one in ChatTrouble if one is not ChatTrouble.TOPIC_CLOSED]
TOPIC = 7


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Bad Request: TOPIC_CLOSED", ChatTrouble.TOPIC_CLOSED),
        ("Bad Request: CHAT_RESTRICTED", ChatTrouble.RESTRICTED),
        ("Bad Request: CHAT_WRITE_FORBIDDEN", ChatTrouble.NO_RIGHTS),
        ("Forbidden: CHAT_WRITE_FORBIDDEN", ChatTrouble.NO_RIGHTS),
        ("Bad Request: not enough rights to send text messages to the chat", ChatTrouble.NO_RIGHTS),
        ("Bad Request: not enough rights to send photos to the chat", ChatTrouble.NO_RIGHTS),
        ("Bad Request: have no rights to send a message", ChatTrouble.NO_RIGHTS),
        ("Bad Request: need administrator rights in the channel chat", ChatTrouble.NO_RIGHTS),
        ("Bad Request: CHAT_ADMIN_REQUIRED", ChatTrouble.NO_RIGHTS),
        ("Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", ChatTrouble.NO_RIGHTS),
        ("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", ChatTrouble.NO_RIGHTS),
        ("Bad Request: CHAT_GUEST_SEND_FORBIDDEN", ChatTrouble.NO_RIGHTS),
        ("Bad Request: USER_BANNED_IN_CHANNEL", ChatTrouble.RESTRICTED),
        ("Bad Request: ALLOW_PAYMENT_REQUIRED_10", ChatTrouble.PAID),
        ("Bad Request: message thread not found", TopicGone),
        ("Bad Request: TOPIC_DELETED", TopicGone),
        ("Bad Request: TOPIC_ID_INVALID", TopicGone),
        ("Bad Request: group chat was deactivated", RecipientGone),
        ("Forbidden: the group chat was deleted", RecipientGone),
        ("Bad Request: CHANNEL_PRIVATE", RecipientGone),
        ("Bad Request: SLOWMODE_WAIT_30", Throttled),
        ("Bad Request: can't parse entities: unsupported start tag", None),
        ("Bad Request: message is too long", None),
        ("Bad Request: BUTTON_DATA_INVALID", None),
        ("Forbidden: bot was kicked from the group chat", None),
    ],
)
def test_the_words_of_a_refusal_say_whether_it_is_about_the_chat(
    said: str, meant: ChatTrouble | type[DeliveryError] | None
) -> None:
    """The words of a refusal, as Telegram writes them and in any case, say whether it is about the chat."""
    for text in (said, said.removeprefix("Bad Request: ").capitalize()):
        error = refusal_of_chat(text)
        if isinstance(meant, ChatTrouble):
            assert isinstance(error, ChatRefuses)
            assert meant is error.trouble
        else:
            assert (None if error is None else type(error)) is meant


async def test_only_the_chat_of_a_group_can_refuse_like_that() -> None:
    """In a person's chat the same words are about that message only."""
    body = b'{"ok":false,"error_code":400,"description":"Bad Request: not enough rights to send text messages"}'
    async with running_bot_api() as (api, bot, _):
        messenger = Messenger(bot, RateLimiter(1e6, 1e6, chat_rate=1e6), Meter())
        api.raw = Raw(body, 400)
        with pytest.raises(ChatRefuses):
            await messenger.send("-5", Message(Html("x")))
        with pytest.raises(DeliveryError) as caught:
            await messenger.send("5", Message(Html("x")))
    assert not isinstance(caught.value, ChatRefuses)


async def _group(town: Town) -> tuple[Person, Person, GroupChat, KvoGroup]:
    """Return the police, the manager, and a group with a topic of its own for notices."""
    police = await town.coordinator(1)
    chat = GroupChat(town, is_forum=True)
    group = await tied_group(police, chat)
    await chat.hears(police, "/koppel", topic=TOPIC)
    manager = await manager_of(group, town, 2)
    manager.news()
    return police, manager, chat, group


async def _warn(town: Town, police: Person, chat: GroupChat, *refusals: DeliveryError) -> None:
    """Send a notice, of which the chat refuses the first tries."""
    town.screens.refusals[chat.ref] = list(refusals)
    await to_preview(police, tlp="GREEN ·", audience="Alle zaken")
    await send_alone(police)


async def _goes_by(town: Town, **time: float) -> None:
    town.clock.pass_by(**time)
    await town.deliver()


async def test_a_closed_topic_does_not_keep_a_notice_away(town: Town) -> None:
    """With a closed topic the notice goes to the general one; the manager reads why once, and sees it on the card until
    it is resolved."""
    police, manager, chat, group = await _group(town)
    before = len(chat.bubbles)
    await _warn(town, police, chat, ChatRefuses(ChatTrouble.TOPIC_CLOSED))
    assert [0] == [bubble.topic for bubble in chat.bubbles[before:]]
    await tick(town)
    assert any("In 1 groepschat" in bubble.text for bubble in police.bubbles)
    told = manager.news()
    assert manager.t("chat-refused", name=group.name) in told
    assert manager.t("group-trouble-topic_closed") in told
    await manager.types("/groepen")
    assert [f"⚠️ {group.name}"] == [one.label for one in manager.last.buttons if group.name in one.label]
    await manager.taps(group.name)
    assert manager.t("group-trouble-topic_closed") in manager.last.text
    manager.news()

    await _warn(town, police, chat, ChatRefuses(ChatTrouble.TOPIC_CLOSED))
    assert manager.t("chat-refused", name=group.name) not in manager.news()
    await _warn(town, police, chat)
    assert TOPIC == chat.last.topic
    assert manager.t("chat-works", name=group.name) in manager.news()
    assert (await stored(town, group)).trouble is None


async def test_when_the_general_topic_is_closed_too_the_notice_waits(town: Town) -> None:
    """When the general topic is closed too, both are reported and the notice waits for either."""
    police, manager, chat, group = await _group(town)
    closed = ChatRefuses(ChatTrouble.TOPIC_CLOSED)
    before = len(chat.bubbles)
    await _warn(town, police, chat, closed, closed)
    assert before == len(chat.bubbles)
    assert manager.t("group-trouble-no_topic") in manager.news()
    await _goes_by(town, minutes=5, seconds=1)
    assert [TOPIC] == [bubble.topic for bubble in chat.bubbles[before:]]
    assert manager.t("chat-works", name=group.name) in manager.news()


@pytest.mark.parametrize("trouble", LOST)
async def test_a_notice_waits_for_a_chat_that_refuses_it(town: Town, trouble: ChatTrouble) -> None:
    """When a chat refuses a notice, the sender reads that it is not there and the managers read why; it is sent five
    minutes later when the chat accepts it."""
    police, manager, chat, group = await _group(town)
    shop = await jeweller(town, 3, police)
    before = len(chat.bubbles)
    await _warn(town, police, chat, ChatRefuses(trouble), ChatRefuses(trouble))
    await tick(town)
    assert "scooter" in shop.last.text
    assert any("Niet in 1 groepschat" in bubble.text for bubble in police.bubbles)
    assert any("eindverslag" in bubble.text for bubble in police.bubbles), "nobody waits for it to be mended"
    assert manager.t(f"group-trouble-{trouble}") in manager.news()
    assert trouble is (await stored(town, group)).trouble
    await _goes_by(town, minutes=5, seconds=1)
    assert before == len(chat.bubbles)
    assert "" == manager.news(), "it is said once"
    await _goes_by(town, minutes=5, seconds=1)
    assert before + 1 == len(chat.bubbles)
    assert manager.t("chat-works", name=group.name) in manager.news()


async def test_a_chat_that_stays_as_it_is_gets_no_old_notice(town: Town) -> None:
    """A notice for a chat that keeps refusing is given up when its time is over."""
    police, _, chat, _ = await _group(town)
    before = len(chat.bubbles)
    await _warn(town, police, chat, ChatRefuses(ChatTrouble.RESTRICTED))
    town.clock.pass_by(days=4)
    town.screens.refusals[chat.ref] = []
    await town.deliver()
    assert before == len(chat.bubbles)


@pytest.mark.parametrize("how", ["rights", "topic", "general topic", "card", "chosen anew"])
async def test_when_it_may_be_mended_it_is_tried_at_once(town: Town, how: str) -> None:
    """Changed rights or a reopened topic, which Telegram reports, and a manager's button retry at once."""
    police, manager, chat, group = await _group(town)
    before = len(chat.bubbles)
    await _warn(town, police, chat, ChatRefuses(ChatTrouble.NO_RIGHTS))
    assert before == len(chat.bubbles)
    match how:
        case "rights":
            await chat.bot_becomes("administrator", police, was="member")
        case "topic":
            where: dict[str, Any] = {"message_thread_id": TOPIC, "is_topic_message": True}
            await police.sends(chat=chat.shape, forum_topic_reopened={}, **where)
        case "general topic":
            await police.sends(chat=chat.shape, general_forum_topic_unhidden={})
        case "card":
            await manager.presses(f"group-look:{group.id}:0")
        case _:
            await chat.hears(police, "/koppel", topic=TOPIC)
    assert any("scooter" in bubble.text for bubble in chat.bubbles[before:])


async def test_a_topic_that_was_removed_is_told(town: Town) -> None:
    """A removed topic is reported, and later notices go to the chat itself."""
    police, manager, chat, group = await _group(town)
    before = len(chat.bubbles)
    await _warn(town, police, chat, TopicGone())
    assert [0] == [bubble.topic for bubble in chat.bubbles[before:]]
    assert manager.t("chat-topic-gone", name=group.name) in manager.news()


async def test_who_has_no_manager_has_somebody_who_hears_it(town: Town) -> None:
    """In a group without a manager whoever made it is told; others are not, and may not check it."""
    police = await town.coordinator(1)
    chat = GroupChat(town)
    group = await tied_group(police, chat)
    elsewhere = await town.coordinator(5, Role.CITY_MARSHAL, "3000-3099")
    elsewhere.news()
    police.news()
    await _warn(town, police, chat, ChatRefuses(ChatTrouble.PAID))
    assert police.t("group-trouble-paid") in police.news()
    assert "" == elsewhere.news()
    await elsewhere.presses(f"group-look:{group.id}:0")
    assert ChatTrouble.PAID is (await stored(town, group)).trouble


async def test_a_chat_that_is_tied_anew_has_no_trouble_any_more(town: Town) -> None:
    """Tying another chat clears the trouble."""
    police, _, chat, group = await _group(town)
    await _warn(town, police, chat, ChatRefuses(ChatTrouble.RESTRICTED))
    async with town.storage.transaction() as uow:
        await uow.kvo_groups.tie(group.id, channel="telegram", ref="-1002", topic=0)
    assert (await stored(town, group)).trouble is None
