"""Tests that a group chat is tied to a KVO group, and of what the bot does not answer there."""

import pytest

from alerts.kvo_group import ChatSetting
from tests.bot.group_chats import NOBODY, GroupChat, code_on, make_group, manager_of, stored, tied_group
from tests.bot.police import jeweller
from tests.bot.town import BOT_NAME, Town

ALL = frozenset(ChatSetting)


@pytest.mark.parametrize("command", ["/koppel {}", f"/koppel@{BOT_NAME} {{}}", "/tie {}", f"/start@{BOT_NAME} {{}}"])
async def test_a_code_ties_the_chat_and_its_topic(town: Town, command: str) -> None:
    """A code ties the chat and its topic, by the command or the link, and the answer goes to that topic."""
    police, chat = await town.coordinator(90), GroupChat(town, is_forum=True)
    group = await make_group(police)
    await chat.hears(police, command.format(code_on(police)), topic=7)
    tied = await stored(town, group)
    assert tied.chat is not None
    assert (chat.ref, 7, True) == (tied.chat.ref, tied.chat.topic, tied.chat.is_active)
    assert 7 == chat.last.topic
    assert police.t("group-tied", name="De Koperwiek") in chat.last.text
    assert police.t("group-tied-topic") in chat.last.text
    assert police.t("group-tied-well") in chat.last.text


async def test_the_link_of_a_bot_that_is_meant_by_nobody_is_left_alone(town: Town) -> None:
    """In a group `/start` without the bot's name, or with another's, is not answered."""
    police, chat = await town.coordinator(90), GroupChat(town)
    await make_group(police)
    for text in (f"/start {code_on(police)}", f"/koppel@another_bot {code_on(police)}"):
        await chat.hears(police, text)
    assert chat.bubbles == []


async def test_a_code_works_once_and_for_a_week(town: Town) -> None:
    """A code works once and for a week; used, replaced, expired and forged ones are refused."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    used = code_on(police)
    await police.presses(f"group-code:{group.id}:0")
    replaced = code_on(police)
    await police.presses(f"group-code:{group.id}:0")
    for code in (used, replaced, "x", "' OR 1=1"):
        await chat.hears(police, f"/koppel {code}")
        assert chat.last.text == police.t("code-unknown")
    town.clock.pass_by(days=7)
    await chat.hears(police, f"/koppel {code_on(police)}")
    assert chat.last.text == police.t("code-expired")


async def test_who_may_not_hears_so_and_the_code_still_works(town: Town) -> None:
    """A stranger, a shop, a coordinator elsewhere and an anonymous admin are refused, and the code stays valid and
    secret."""
    police, chat, stranger = await town.coordinator(90), GroupChat(town), town.person(5)
    shop = await jeweller(town, 1, police)
    other = await town.coordinator(91, scope="3000-3099")
    group = await make_group(police)
    code = code_on(police)
    unknown, nobody = "code-unknown", "not-allowed-manage_kvo_group"
    for person, text in ((stranger, nobody), (shop, nobody), (other, unknown)):
        for tried in (code, "made-up"):
            await chat.hears(person, f"/koppel {tried}")
            assert chat.last.text == police.t(text)
    for command in ("/koppel", f"/start@{BOT_NAME}", f"/koppel@{BOT_NAME}"):
        await chat.hears_anonymously(f"{command} {code}")
        assert chat.last.text == police.t("tie-anonymous")
    assert (await stored(town, group)).chat is None
    await chat.hears(police, f"/koppel {code}")
    assert (await stored(town, group)).is_tied


async def test_a_chat_has_one_group(town: Town) -> None:
    """A tied chat refuses another group's code, which still works elsewhere; in private a code has no use."""
    police, chat, another = await town.coordinator(90), GroupChat(town), GroupChat(town, -1001000000002)
    group = await tied_group(police, chat)
    second = await make_group(police, name="De Terp")
    await police.types(f"/koppel {code_on(police)}")
    assert police.last.text == police.t("tie-in-group")
    await chat.hears(police, f"/koppel {code_on(police)}")
    assert chat.last.text == police.t("too-late-chat-taken")
    assert (await stored(town, group)).is_tied
    await another.hears(police, f"/koppel {code_on(police)}")
    assert (await stored(town, second)).is_tied


async def test_another_topic_is_chosen_by_who_manages(town: Town) -> None:
    """Managers choose another topic in it, without a code; a shop or a stranger cannot, and an untied chat has none."""
    police, chat = await town.coordinator(90), GroupChat(town, is_forum=True)
    shop = await jeweller(town, 1, police)
    await chat.hears(police, "/koppel", topic=3)
    assert chat.last.text == police.t("code-missing")
    group = await tied_group(police, chat)
    manager = await manager_of(group, town, 91)
    for person in (shop, town.person(5)):
        await chat.hears(person, "/koppel", topic=3)
        assert chat.last.text == police.t("not-allowed-manage_kvo_group")
    await chat.hears(manager, "/koppel", topic=4)
    tied = await stored(town, group)
    assert tied.chat is not None
    assert 4 == tied.chat.topic == chat.last.topic
    assert chat.last.text == police.t("group-topic-chosen", name="De Koperwiek")
    await manager.types("/groepen")
    await manager.taps("De Koperwiek")
    assert manager.t("group-chat-topic") in manager.last.text


async def test_an_admin_without_a_name_presses_nothing(town: Town) -> None:
    """An anonymous admin can press no button in the group."""
    police, chat = await town.coordinator(90), GroupChat(town)
    town.screens.lacks[chat.ref] = ALL
    group = await tied_group(police, chat)
    for verb in ("look-here", "group", "group-code", "group-closed", "let-enter"):
        town.screens.toasts.clear()
        message = {"message_id": chat.last.id, "date": 1, "chat": chat.shape}
        data = f"{verb}:{group.id}:{group.version}"
        query = {"id": "q", "from": NOBODY, "chat_instance": "c", "data": data, "message": message}
        await town.receive({"callback_query": query})
        assert town.screens.toasts == [police.t.plain("unexpected-anonymous")]
    assert group == await stored(town, group)


async def test_being_added_says_once_what_to_do(town: Town) -> None:
    """The bot says once what to do when it is added, and then nothing, whatever happens in the group."""
    police, chat = await town.coordinator(90), GroupChat(town)
    await chat.bot_becomes("member", police)
    assert [police.t("group-added")] == [one.text for one in chat.bubbles]
    await chat.bot_becomes("administrator", police, was="member")
    for text in ("hallo", "/hulp", "/alert@another_bot", "2903AB"):
        await chat.hears(police, text)
    guest = {"id": 7, "is_bot": False, "first_name": "Gast"}
    await police.sends(chat=chat.shape, new_chat_members=[guest])
    await police.sends(chat=chat.shape, left_chat_member=guest)
    await chat.becomes_a_supergroup(-1001000000009)
    assert chat.bubbles == []
    assert 1 == len(town.screens.bubbles["-1001000000001"])
    await chat.bot_becomes("kicked", police, was="administrator")
    await chat.bot_becomes("administrator", police, was="kicked")
    assert [police.t("group-added")] == [one.text for one in chat.bubbles]


async def test_a_command_for_private_gets_one_short_answer(town: Town) -> None:
    """A command for private chats that names the bot gets one short answer in its topic, with a link to the private
    chat."""
    police, chat = await town.coordinator(90), GroupChat(town, is_forum=True)
    await chat.hears(police, f"/groepen@{BOT_NAME}", topic=5)
    [answer] = chat.bubbles
    assert (police.t("group-only-private"), 5) == (answer.text, answer.topic)
    assert f"https://t.me/{BOT_NAME}" == answer.buttons[0].url
    await chat.hears(police, f"/start@{BOT_NAME}")
    assert police.t("group-only-private") == chat.last.text
