"""Tests of unexpected messages, and of people who come and go."""

from typing import Any

import pytest

from bot.conversation.chat import ANONYMOUS_ADMIN, CHANNEL_BOT, LINKED_CHANNEL
from tests.bot.town import BOT_NAME, Town

PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
FILE = {"file_id": "f", "file_unique_id": "u"}
GROUP = {"id": -100123, "type": "supergroup", "title": "Winkels"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"photo": PHOTO, "caption": "die man daar"}, "unexpected-image"),
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, "unexpected-image"),
        ({"document": FILE}, "unexpected-image"),
        ({"voice": {**FILE, "duration": 1}}, "unexpected-voice"),
        ({"contact": {"phone_number": "0612345678", "first_name": "Jan"}}, "unexpected-contact"),
        (
            {
                "sticker": {
                    **FILE,
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "unexpected-sticker",
        ),
        ({"dice": {"emoji": "🎲", "value": 3}}, "unexpected-other"),
    ],
)
async def test_each_has_a_fitting_answer_and_the_question_stays(town: Town, body: dict[str, Any], text: str) -> None:
    """Each kind of unexpected message gets a fitting answer, and the open question stays; below a caption that is no
    answer it is asked again."""
    els = town.person(1)
    await els.types("/start")
    els.news()
    await els.sends(**body)
    assert els.t(text) in els.news()
    assert ("caption" in body) is els.last.text.endswith(els.t("start-postcode"))
    await els.types("2903AB")
    assert els.last.text == els.t("start-branch")


@pytest.mark.parametrize("body", [{"photo": PHOTO}, {"document": FILE}])
async def test_a_picture_of_an_invitation_is_answered_with_what_to_do(town: Town, body: dict[str, Any]) -> None:
    """Who signs up and sends a picture reads how to use the QR code of an invitation; a member does not, as theirs is
    of something else."""
    stranger, els = town.person(1), town.person(2)
    await stranger.sends(**body)
    assert stranger.t("unexpected-invitation") in stranger.last.text
    await els.subscribes("2903AB", "jeweller", "Goud & Zilver")
    await els.sends(**body)
    assert els.t("unexpected-image") == els.last.text
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.sends(**body)
    assert els.t("unexpected-invitation") in els.news()
    await stranger.sends(voice={**FILE, "duration": 1})
    assert stranger.t("unexpected-voice") == stranger.last.text


async def test_an_edited_message_is_not_read(town: Town) -> None:
    """An edit of a message has no effect."""
    els = town.person(1)
    await els.types("/start")
    await els.sends(kind="edited_message", text="2903AB", edit_date=1)
    assert els.last.text == els.t("unexpected-edit")


async def test_an_album_is_answered_once_and_a_live_location_never(town: Town) -> None:
    """An album is answered once, and updates of a live location are not answered."""
    els = town.person(1)
    for _ in range(3):
        await els.sends(photo=PHOTO, media_group_id="77")
    assert len(els.bubbles) == 1
    await els.sends(kind="edited_message", location={"latitude": 51.9, "longitude": 4.5}, edit_date=1)
    assert len(els.bubbles) == 1


async def test_an_unknown_command_is_answered_with_what_there_is(town: Town) -> None:
    """An unknown command is answered with the available ones."""
    els = town.person(1)
    await els.types("/alarm")
    assert els.t("unexpected-command") in els.last.text
    assert "/hulp" in els.last.text
    assert "/aanmeldingen" not in els.last.text


@pytest.mark.parametrize("data", ["nonsense", "old:1:1", "verify", "a:b:c:d"])
async def test_a_button_that_nobody_knows_is_answered(town: Town, data: str) -> None:
    """A button without a handler is answered."""
    els = town.person(1)
    await els.presses(data)
    assert town.screens.toasts == [els.t.plain("unexpected-button")]
    assert els.bubbles == []


async def test_groups_hear_nothing(town: Town) -> None:
    """Messages, and commands without the name of the bot, are not answered in a group."""
    els = town.person(1)
    for body in ({"text": "hallo"}, {"photo": PHOTO}, {"text": "2903AB"}):
        await els.sends(chat=GROUP, **body)
    await els.types("/hulp", chat=GROUP)
    await els.types("/bestaatniet", chat=GROUP)
    assert town.screens.bubbles == {}


NOBODY = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@pytest.mark.parametrize("sender", [{"from": NOBODY, "sender_chat": GROUP}, {"from": NOBODY}])
async def test_an_anonymous_admin_hears_why_a_command_does_nothing(town: Town, sender: dict[str, Any]) -> None:
    """A command by an anonymous admin is answered with the reason of the refusal."""
    els = town.person(1)
    for text in ("hallo", "/alert", "/alert@some_other_bot"):
        await els.types(text, chat=GROUP, **sender)
    assert town.screens.bubbles == {}
    await els.types(f"/alert@{BOT_NAME}", chat=GROUP, **sender)
    [bubble] = town.screens.bubbles[str(GROUP["id"])]
    assert bubble.text == els.t("unexpected-anonymous")


CHANNEL = {"id": -100_77, "type": "channel", "title": "Politie Capelle"}
CHANNEL_USER = {"id": CHANNEL_BOT, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM = {"id": LINKED_CHANNEL, "is_bot": False, "first_name": "Telegram"}


@pytest.mark.parametrize(
    "sender",
    [
        {"from": CHANNEL_USER, "sender_chat": CHANNEL},
        {"from": CHANNEL_USER},
        {"from": TELEGRAM, "sender_chat": CHANNEL, "is_automatic_forward": True},
        {"from": CHANNEL_USER, "sender_chat": {"id": -100_78, "type": "supergroup", "title": "Andere groep"}},
    ],
)
async def test_who_writes_as_a_channel_hears_why_a_command_does_nothing(town: Town, sender: dict[str, Any]) -> None:
    """A police officer who writes as a channel reads what to tap, which differs from an anonymous admin's answer."""
    els = town.person(1)
    for text in ("hallo", "/alert", "/alert@some_other_bot"):
        await els.types(text, chat=GROUP, **sender)
    assert town.screens.bubbles == {}
    for text, answer in (
        (f"/alert@{BOT_NAME}", "unexpected-channel"),
        (f"/koppel@{BOT_NAME} code", "tie-channel"),
        ("/tie code", "tie-channel"),
        (f"/start@{BOT_NAME} code", "tie-channel"),
    ):
        town.screens.bubbles.clear()
        await els.types(text, chat=GROUP, **sender)
        [bubble] = town.screens.bubbles[str(GROUP["id"])]
        assert els.t(answer) == bubble.text


async def test_nobody_becomes_a_member_in_the_name_of_all_channels(town: Town) -> None:
    """A message of a channel makes nobody a member, and counts for no code, press or role of another person."""
    agent = await town.coordinator(90)
    for _ in range(6):
        await agent.types(f"/koppel@{BOT_NAME} wrong", chat=GROUP, **{"from": CHANNEL_USER, "sender_chat": CHANNEL})
    message = {"message_id": 1, "date": 1, "chat": GROUP}
    query = {"id": "q", "from": CHANNEL_USER, "chat_instance": "c", "data": "seen:1:1", "message": message}
    await town.receive({"callback_query": query})
    assert [agent.t.plain("unexpected-anonymous")] == town.screens.toasts
    async with town.storage.reading() as uow:
        assert await uow.members.by_ref("telegram", str(CHANNEL_BOT)) is None
        assert [] == await uow.invites.failures("telegram", str(CHANNEL_BOT))


async def test_an_anonymous_press_has_no_authority_and_an_answer(town: Town) -> None:
    """A press by an anonymous admin has no effect and is answered."""
    message = {"message_id": 1, "date": 1, "chat": GROUP}
    query = {"id": "q", "from": NOBODY, "chat_instance": "c", "data": "seen:1:1", "message": message}
    await town.receive({"callback_query": query})
    assert town.screens.toasts == [town.person(1).t.plain("unexpected-anonymous")]


async def test_help_needs_nothing(town: Town) -> None:
    """Help works without a sign-up."""
    els = town.person(1)
    for command in ("/hulp", "/help"):
        await els.types(command)
        for number in ("112", "0900-8844", "0800-7000", "0900-0101", "SAAR", "RAAK"):
            assert number in els.last.text


async def test_who_blocks_the_bot_is_not_written_to_until_they_come_back(town: Town) -> None:
    """A person who blocks the bot gets no messages until they unblock it."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller")

    async def is_active() -> bool:
        async with town.storage.reading() as uow:
            member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        return member.address.is_active

    await town.receive(_presence(els.id, "kicked"))
    assert not await is_active()
    await town.receive(_presence(els.id, "member"))
    assert await is_active()


def _presence(person: int, status: str) -> dict[str, Any]:
    bot = {"id": 123456789, "is_bot": True, "first_name": "Wees Alert"}
    until = {"until_date": 0} if status == "kicked" else {}
    return {
        "my_chat_member": {
            "chat": {"id": person, "type": "private", "first_name": "Iemand"},
            "from": {"id": person, "is_bot": False, "first_name": "Iemand"},
            "date": 1,
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": {"user": bot, "status": status, **until},
        }
    }


async def test_a_second_dialogue_asks_which_of_the_two(town: Town) -> None:
    """A second form asks which of the two goes on."""
    agent = await town.coordinator(90)
    await agent.types("/uitnodigen")
    await agent.types("/mijn")
    await agent.taps("Nog een zaak")
    assert agent.last.text == agent.t("dialogue-which", current=agent.t.plain("form-invite"))
    await agent.taps(agent.t.plain("dialogue-restart", wanted=agent.t.plain("form-subscribe")))
    await agent.types("2903AB")
    assert agent.last.text == agent.t("start-branch")
