"""Tests of the group settings that a bot can read, and of changes to a group that it is not told of."""

from typing import Any

from .conftest import BOT_ID, Playground
from .test_groups import kinds, refusal


async def test_an_admin_is_told_more_than_a_member(playground: Playground) -> None:
    """Only admins see the visible history and an own invite link; fields that are false are left out."""
    anna = await playground.person()
    chat = await playground.group(anna, bot="member", is_forum=True)
    info = await playground.api("getChat", chat_id=chat)
    assert info["is_forum"] is True
    assert info["permissions"]["can_send_messages"] is True
    assert not {"has_visible_history", "invite_link", "join_by_request"} & info.keys()
    await playground.post("members", chat=chat, user=BOT_ID, status="administrator")
    info = await playground.api("getChat", chat_id=chat)
    assert info["has_visible_history"] is True
    assert info["invite_link"] == (await playground.api("getChat", chat_id=chat))["invite_link"]
    renewed = await playground.api("exportChatInviteLink", chat_id=chat)
    assert renewed == (await playground.api("getChat", chat_id=chat))["invite_link"] != info["invite_link"]
    await playground.post("members", chat=chat, user=BOT_ID, status="administrator", rights={"can_pin_messages": True})
    assert "invite_link" not in await playground.api("getChat", chat_id=chat)


async def test_a_basic_group_has_no_history_setting(playground: Playground) -> None:
    """Only a supergroup has fields on how newcomers read and enter."""
    anna = await playground.person()
    chat = await playground.group(anna, type="group", join_by_request=True)
    info = await playground.api("getChat", chat_id=chat)
    assert not {"has_visible_history", "join_by_request"} & info.keys()


async def test_an_admins_rights(playground: Playground) -> None:
    """Each right of an admin has its name; any admin may manage the chat."""
    anna = await playground.person()
    chat = await playground.group(anna)
    await playground.post("members", chat=chat, user=BOT_ID, status="administrator", rights={"can_invite_users": True})
    place = await playground.api("getChatMember", chat_id=chat, user_id=BOT_ID)
    assert ("administrator", True, True) == (place["status"], place["can_manage_chat"], place["can_invite_users"])
    assert (False, False) == (place["can_pin_messages"], place["can_delete_messages"])
    [group] = (await playground.get("state"))["chats"]
    assert {"user": BOT_ID, "status": "administrator", "rights": {"can_invite_users": True}} in group["members"]


async def test_a_topic_that_is_gone(playground: Playground) -> None:
    """The bot is not told of a removed topic; it learns of it when it writes or changes a message there."""
    anna = await playground.person()
    chat = await playground.group(anna, is_forum=True)
    thread = (await playground.post("topics", chat=chat, name="Meldingen", by=anna))["thread"]
    place: dict[str, Any] = {"chat_id": chat, "message_thread_id": thread}
    sent = await playground.api("sendMessage", **place, text="a")
    await playground.updates()
    await playground.post("topics/remove", chat=chat, thread=thread)
    assert [] == await playground.updates()
    assert [] == (await playground.get("state"))["chats"][0]["topics"]
    assert "400 Bad Request: message thread not found" == await refusal(playground, "sendMessage", **place, text="b")
    edit: dict[str, Any] = {"chat_id": chat, "message_id": sent["message_id"]}
    said = await refusal(playground, "editMessageText", **edit, text="b")
    assert "400 Bad Request: message to edit not found" == said
    assert "b" == (await playground.api("sendMessage", chat_id=chat, text="b"))["text"]
    await playground.post("topics/remove", chat=chat, thread=thread, expect=404)


async def test_everything_in_a_topic(playground: Playground) -> None:
    """Texts as the group, media, locations and their answers go to the writer's topic."""
    anna = await playground.person()
    chat = await playground.group(anna, is_forum=True)
    thread = (await playground.post("topics", chat=chat, name="Meldingen"))["thread"]
    await playground.updates()
    here = {"user": anna, "chat": chat, "thread": thread}
    await playground.post("send_anonymous", **here, text="/stop")
    await playground.post("media", **here, kind="photo", caption="kijk")
    await playground.post("location", **here, latitude=1, longitude=1)
    messages = [update["message"] for update in await playground.updates()]
    assert [thread] * 3 == [message["message_thread_id"] for message in messages]
    reply = {"message_id": messages[0]["message_id"]}
    answer = await playground.api("sendMessage", chat_id=chat, text="a", reply_parameters=reply)
    assert thread == answer["message_thread_id"]


async def test_buttons_of_a_group_message_change(playground: Playground) -> None:
    """The buttons of a group message can be changed and removed; the same buttons again are refused."""
    anna = await playground.person()
    chat = await playground.group(anna)
    markup = {"inline_keyboard": [[{"text": "Gelezen (0)", "callback_data": "s"}]]}
    sent = await playground.api("sendMessage", chat_id=chat, text="a", reply_markup=markup)
    edit: dict[str, Any] = {"chat_id": chat, "message_id": sent["message_id"]}
    said = await refusal(playground, "editMessageReplyMarkup", **edit, reply_markup=markup)
    assert said.startswith("400 Bad Request: message is not modified: specified new message content and reply markup")
    counted = {"inline_keyboard": [[{"text": "Gelezen (1)", "callback_data": "s"}]]}
    edited = await playground.api("editMessageReplyMarkup", **edit, reply_markup=counted)
    assert ("a", counted) == (edited["text"], edited["reply_markup"])
    assert "reply_markup" not in await playground.api("editMessageReplyMarkup", **edit)


async def test_another_title(playground: Playground) -> None:
    """A new title makes a service message, and getChat returns it."""
    anna = await playground.person()
    chat = await playground.group(anna)
    await playground.post("groups/title", chat=chat, title="De Terp", by=anna)
    [update] = await playground.updates()
    assert ("De Terp", anna) == (update["message"]["new_chat_title"], update["message"]["from"]["id"])
    assert "De Terp" == (await playground.api("getChat", chat_id=chat))["title"]
    assert "Anna named the group De Terp" == (await playground.seen(anna, chat=chat))[-1]["service"]
    await playground.post("groups/title", chat=chat, title=" ", expect=400)


async def test_what_a_migrated_group_answers(playground: Playground) -> None:
    """Every method reports that a migrated group has moved; a press on an old message comes from the old chat, and the
    page keeps its frame."""
    anna = await playground.person()
    chat = await playground.group(anna, type="group", phone=True)
    markup = {"inline_keyboard": [[{"text": "Gelezen", "callback_data": "s"}]]}
    old = await playground.api("sendMessage", chat_id=chat, text="oud", reply_markup=markup)
    new = (await playground.post("migrate", chat=chat))["chat"]
    assert ["message", "message"] == kinds(await playground.updates())
    moved = "400 Bad Request: group chat was upgraded to a supergroup chat"
    there: dict[str, Any] = {"chat_id": chat, "message_id": old["message_id"]}
    assert moved == await refusal(playground, "editMessageReplyMarkup", **there)
    assert moved == await refusal(playground, "deleteMessage", **there)
    assert moved == await refusal(playground, "createChatInviteLink", chat_id=chat)
    await playground.post("press", user=anna, chat=chat, message_id=old["message_id"], data="s")
    [update] = await playground.updates()
    assert chat == update["callback_query"]["message"]["chat"]["id"]
    await playground.post("send_anonymous", chat=chat, user=anna, text="a", expect=400)
    chats = {one["id"]: one for one in (await playground.get("state"))["chats"]}
    assert (False, True) == (chats[chat]["phone"], chats[new]["phone"])
    assert (new, chat) == (chats[chat]["migrated_to"], chats[new]["migrated_from"])


async def test_a_group_comes_onto_the_page_and_goes(playground: Playground) -> None:
    """A control call adds a group to the page or removes it, with an event."""
    anna = await playground.person()
    chat = await playground.group(anna)
    seq = (await playground.get("state"))["seq"]
    await playground.post("groups/phone", chat=chat, phone=True)
    event = await playground.wait_for("chat", after=seq)
    assert event["info"]["phone"] is True
    await playground.post("groups/phone", chat=chat, phone=False)
    assert (await playground.get("state"))["chats"][0]["phone"] is False
