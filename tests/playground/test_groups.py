"""Tests of groups: members, what the bot reads, entry, topics, migration."""

from typing import Any

import pytest

from .conftest import BOT_ID, OTHER_ID, Playground, Refused


async def refusal(playground: Playground, method: str, **params: Any) -> str:
    with pytest.raises(Refused) as refused:
        await playground.api(method, **params)
    return f"{refused.value.code} {refused.value.description}"


def kinds(updates: list[Any]) -> list[str]:
    return [next(kind for kind in update if kind != "update_id") for update in updates]


async def test_the_bot_comes_and_goes(playground: Playground) -> None:
    """my_chat_member is sent each time the bot comes or goes, and calls for a group without it are refused in
    Telegram's words."""
    anna = await playground.person()
    chat = (await playground.post("groups", title="Hart", type="supergroup", members=[anna]))["id"]
    message: dict[str, Any] = {"chat_id": chat, "text": "a"}
    assert await refusal(playground, "sendMessage", **message) == "400 Bad Request: chat not found"
    await playground.post("members", chat=chat, user=BOT_ID, status="member")
    added, greeted = await playground.updates()
    change = added["my_chat_member"]
    assert (change["from"]["id"], change["old_chat_member"]["status"]) == (anna, "left")
    assert change["new_chat_member"] == {"user": change["new_chat_member"]["user"], "status": "member"}
    assert greeted["message"]["new_chat_members"][0]["id"] == BOT_ID
    await playground.api("sendMessage", **message)
    await playground.post("members", chat=chat, user=BOT_ID, status="left", by=anna)
    gone = await refusal(playground, "sendMessage", **message)
    assert gone == "403 Forbidden: bot is not a member of the supergroup chat"
    await playground.post("members", chat=chat, user=BOT_ID, status="kicked", by=anna)
    kicked = await refusal(playground, "sendMessage", **message)
    assert kicked == "403 Forbidden: bot was kicked from the supergroup chat"
    assert await refusal(playground, "getChat", chat_id=chat) == kicked
    assert kinds(await playground.updates()) == ["my_chat_member", "my_chat_member"]


async def test_a_bot_without_the_right_to_write(playground: Playground) -> None:
    """A restricted bot cannot write."""
    anna = await playground.person()
    chat = await playground.group(anna, bot="member")
    rights = {"can_send_messages": False}
    await playground.post("members", chat=chat, user=BOT_ID, status="member", rights=rights)
    said = await refusal(playground, "sendMessage", chat_id=chat, text="a")
    assert said == "400 Bad Request: not enough rights to send text messages to the chat"
    assert (await playground.api("getChatMember", chat_id=chat, user_id=BOT_ID))["status"] == "restricted"


async def test_privacy_mode(playground: Playground) -> None:
    """A bot that is an ordinary member gets commands and replies to it only; an admin gets everything."""
    anna = await playground.person()
    chat = await playground.group(anna, bot="member")
    await playground.post("members", chat=chat, user=OTHER_ID, status="member")
    own = await playground.api("sendMessage", chat_id=chat, text="?")
    await playground.updates()
    say = {"user": anna, "chat": chat}
    assert (await playground.post("send", **say, text="gewoon"))["update_id"] is None
    assert (await playground.post("location", **say, latitude=1, longitude=1))["update_id"] is None
    await playground.post("send", **say, text="/meld")
    await playground.post("send", **say, text="/meld@playground_bot")
    await playground.post("send", **say, text="/meld@other_bot")
    await playground.post("send", **say, text="ja", reply_to=own["message_id"])
    got = await playground.updates()
    assert [update["message"]["text"] for update in got] == ["/meld", "/meld@playground_bot", "ja"]
    assert got[-1]["message"]["reply_to_message"]["message_id"] == own["message_id"]
    await playground.post("members", chat=chat, user=BOT_ID, status="administrator")
    await playground.post("send", **say, text="gewoon")
    assert kinds(await playground.updates()) == ["my_chat_member", "message"]


async def test_members_change(playground: Playground) -> None:
    """Service messages about members are always sent, chat_member when the bot is admin and asked for it."""
    anna, bram = await playground.person(), await playground.person(first_name="Bram")
    chat = await playground.group(anna)
    await playground.post("members", chat=chat, user=bram, status="member")
    [joined] = await playground.updates(allowed_updates=["message", "chat_member"])
    assert joined["message"]["new_chat_members"][0]["id"] == bram
    await playground.post("members", chat=chat, user=bram, status="administrator", rights={"can_pin_messages": True})
    [promoted] = await playground.updates()
    member = promoted["chat_member"]["new_chat_member"]
    assert (member["status"], member["can_pin_messages"], member["can_invite_users"]) == ("administrator", True, False)
    await playground.post("members", chat=chat, user=bram, status="kicked", by=anna)
    assert kinds(await playground.updates()) == ["chat_member", "message"]
    assert await playground.seen(bram, chat=chat) == []
    await playground.post("send", user=bram, chat=chat, text="hoi", expect=400)
    services = [message.get("service") for message in await playground.seen(anna, chat=chat)]
    assert services == ["Wees joined", "Bram joined", "Bram left"]
    await playground.post("members", chat=chat, user=bram, status="emperor", expect=400)


async def test_a_basic_group_tells_a_bot_that_it_was_removed(playground: Playground) -> None:
    """A basic group tells a removed bot by my_chat_member and by the service message, which a supergroup does not
    send."""
    anna = await playground.person()
    for kind, expected in (("group", ["my_chat_member", "message"]), ("supergroup", ["my_chat_member"])):
        chat = await playground.group(anna, type=kind)
        await playground.post("members", chat=chat, user=BOT_ID, status="kicked", by=anna)
        assert kinds(await playground.updates()) == expected
        said = await refusal(playground, "sendMessage", chat_id=chat, text="a")
        assert said == f"403 Forbidden: bot was kicked from the {kind} chat"


async def test_wrong_groups_are_refused(playground: Playground) -> None:
    """An invalid group is refused with 400 or 404, and no group is made."""
    anna = await playground.person()
    await playground.post("groups", title="x", type="channel", members=[anna], expect=400)
    await playground.post("groups", title="x", type="group", is_forum=True, members=[anna], expect=400)
    await playground.post("groups", title="x", members=[99], expect=404)
    await playground.post("groups", title="x", members=anna, expect=400)
    assert (await playground.get("state"))["chats"] == []
    chat = await playground.group(anna)
    await playground.post("members", chat=chat, user=anna, status="member", by=99, expect=404)
    await playground.post("members", chat=-1, user=anna, status="member", expect=404)


async def test_looking_at_a_group(playground: Playground) -> None:
    """getChat, member, administrators and count describe the group."""
    anna, bram = await playground.person(), await playground.person()
    chat = await playground.group(anna, bram, hidden_history=True, join_by_request=True)
    info = await playground.api("getChat", chat_id=chat)
    assert (info["type"], info["title"], info["join_by_request"]) == ("supergroup", "Winkelhart", True)
    assert "has_visible_history" not in info
    assert await playground.api("getChatMemberCount", chat_id=chat) == 3
    admins = await playground.api("getChatAdministrators", chat_id=chat)
    assert [(admin["user"]["id"], admin["status"]) for admin in admins] == [
        (anna, "creator"),
        (BOT_ID, "administrator"),
    ]
    assert (await playground.api("getChatMember", chat_id=chat, user_id=bram))["status"] == "member"
    stranger = await playground.person()
    assert (await playground.api("getChatMember", chat_id=chat, user_id=stranger))["status"] == "left"
    said = await refusal(playground, "getChatMember", chat_id=chat, user_id=5)
    assert said == "400 Bad Request: PARTICIPANT_ID_INVALID"
    assert await playground.api("leaveChat", chat_id=chat) is True
    said = await refusal(playground, "getChat", chat_id=chat)
    assert said == "403 Forbidden: bot is not a member of the supergroup chat"


async def test_history_is_hidden_from_newcomers(playground: Playground) -> None:
    """History is hidden from newcomers only if the group says so."""
    anna, bram = await playground.person(), await playground.person()
    for hidden, expected in ((True, ["nieuw"]), (False, ["oud", "nieuw"])):
        chat = await playground.group(anna, hidden_history=hidden)
        await playground.api("sendMessage", chat_id=chat, text="oud")
        await playground.post("members", chat=chat, user=bram, status="member")
        await playground.api("sendMessage", chat_id=chat, text="nieuw")
        seen = await playground.seen(bram, chat=chat)
        assert [message["text"] for message in seen if "text" in message] == expected


async def test_anybody_who_sees_a_message_may_press(playground: Playground) -> None:
    """Anybody who sees a group message may press its buttons; a person who left may not."""
    anna, bram = await playground.person(), await playground.person()
    chat = await playground.group(anna, bram)
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    sent = await playground.api("sendMessage", chat_id=chat, text="?", reply_markup=markup)
    press = {"user": bram, "chat": chat, "message_id": sent["message_id"], "data": "y"}
    await playground.post("press", **press)
    [update] = await playground.updates()
    assert update["callback_query"]["from"]["id"] == bram
    assert update["callback_query"]["message"]["chat"]["id"] == chat
    await playground.post("members", chat=chat, user=bram, status="left")
    await playground.post("press", **press, expect=404)


async def test_an_anonymous_admin(playground: Playground) -> None:
    """An anonymous admin posts as the group; other members cannot."""
    anna, bram = await playground.person(), await playground.person()
    chat = await playground.group(anna, bram)
    await playground.post("send_anonymous", chat=chat, user=anna, text="/stop")
    [update] = await playground.updates()
    message = update["message"]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (1087968824, chat)
    await playground.post("send_anonymous", chat=chat, user=bram, text="/stop", expect=400)


async def test_a_group_becomes_a_supergroup(playground: Playground) -> None:
    """A migration makes two service messages, and the old id answers with the new one."""
    anna = await playground.person()
    chat = await playground.group(anna, type="group")
    old = await playground.api("sendMessage", chat_id=chat, text="oud")
    new = (await playground.post("migrate", chat=chat))["chat"]
    to, from_ = [update["message"] for update in await playground.updates()]
    assert (to["chat"]["id"], to["migrate_to_chat_id"]) == (chat, new)
    assert (from_["chat"]["id"], from_["migrate_from_chat_id"]) == (new, chat)
    for method, params in (
        ("sendMessage", {"text": "a"}),
        ("editMessageText", {"text": "a", "message_id": old["message_id"]}),
    ):
        with pytest.raises(Refused) as refused:
            await playground.api(method, chat_id=chat, **params)
        assert refused.value.description == "Bad Request: group chat was upgraded to a supergroup chat"
        assert refused.value.parameters == {"migrate_to_chat_id": new}
    sent = await playground.api("sendMessage", chat_id=new, text="nieuw")
    assert sent["chat"]["type"] == "supergroup"
    assert new < -1_000_000_000_000
    await playground.post("migrate", chat=new, expect=400)
    await playground.post("send", user=anna, chat=chat, text="hoi", expect=400)


async def test_join_requests(playground: Playground) -> None:
    """A link with join requests, a request, its acceptance and refusal, and the answers for settled requests work as
    Telegram's."""
    anna, bram, cor = [await playground.person(started=False, first_name=name) for name in ("Anna", "Bram", "Cor")]
    chat = await playground.group(anna)
    link = await playground.api("createChatInviteLink", chat_id=chat, name="deur", creates_join_request=True)
    assert link["creates_join_request"] is True
    url = link["invite_link"]
    for person in (bram, cor):
        asked = await playground.post("join", user=person, link=url)
        assert asked == {"joined": False, "requested": True}
    first, _ = await playground.updates(allowed_updates=["chat_join_request", "message", "chat_member"])
    request = first["chat_join_request"]
    assert (request["from"]["id"], request["user_chat_id"]) == (bram, bram)
    assert request["invite_link"]["invite_link"] == url
    await playground.api("sendMessage", chat_id=bram, text="Bent u deelnemer?")
    assert await playground.api("approveChatJoinRequest", chat_id=chat, user_id=bram) is True
    joined, served = await playground.updates()
    assert joined["chat_member"]["via_join_request"] is True
    assert joined["chat_member"]["new_chat_member"]["user"]["id"] == bram
    assert served["message"]["new_chat_members"][0]["id"] == bram
    assert await playground.api("declineChatJoinRequest", chat_id=chat, user_id=cor) is True
    target: dict[str, Any] = {"chat_id": chat, "user_id": bram}
    said = await refusal(playground, "approveChatJoinRequest", **target)
    assert said == "400 Bad Request: USER_ALREADY_PARTICIPANT"
    for method in ("approveChatJoinRequest", "declineChatJoinRequest"):
        said = await refusal(playground, method, chat_id=chat, user_id=cor)
        assert said == "400 Bad Request: HIDE_REQUESTER_MISSING"
    said = await refusal(playground, "sendMessage", chat_id=cor, text="a")
    assert said == "403 Forbidden: bot can't initiate conversation with a user"


async def test_open_links(playground: Playground) -> None:
    """An open link admits at once, with a limit, an end and a revocation."""
    anna, bram, cor = [await playground.person(first_name=name) for name in ("Anna", "Bram", "Cor")]
    chat = await playground.group(anna)
    link = await playground.api("createChatInviteLink", chat_id=chat, member_limit=1)
    assert (await playground.post("join", user=bram, link=link["invite_link"]))["joined"] is True
    await playground.post("join", user=cor, link=link["invite_link"], expect=400)
    brief = await playground.api("createChatInviteLink", chat_id=chat, expire_date=int(playground.clock.now) + 60)
    playground.clock.now += 61
    await playground.post("join", user=cor, link=brief["invite_link"], expect=400)
    url = await playground.api("exportChatInviteLink", chat_id=chat)
    revoked = await playground.api("revokeChatInviteLink", chat_id=chat, invite_link=url)
    assert revoked["is_revoked"] is True
    await playground.post("join", user=cor, link=url, expect=400)
    await playground.post("join", user=cor, link="https://t.me/+nothing", expect=404)
    await playground.post("members", chat=chat, user=BOT_ID, status="member")
    said = await refusal(playground, "createChatInviteLink", chat_id=chat)
    assert said == "400 Bad Request: not enough rights to manage chat invite link"


async def test_banning(playground: Playground) -> None:
    """A banned person is out, and comes back by a link only after unbanning."""
    anna, bram = await playground.person(), await playground.person()
    chat = await playground.group(anna, bram)
    url = await playground.api("exportChatInviteLink", chat_id=chat)
    target: dict[str, Any] = {"chat_id": chat, "user_id": bram}
    assert await playground.api("banChatMember", **target) is True
    assert (await playground.api("getChatMember", **target))["status"] == "kicked"
    await playground.post("join", user=bram, link=url, expect=400)
    assert await playground.api("unbanChatMember", **target, only_if_banned=True) is True
    assert (await playground.post("join", user=bram, link=url))["joined"] is True
    said = await refusal(playground, "banChatMember", chat_id=chat, user_id=anna)
    assert said == "400 Bad Request: can't remove chat owner"


async def test_topics(playground: Playground) -> None:
    """People and the bot make topics, and messages carry their topic."""
    anna = await playground.person()
    chat = await playground.group(anna, is_forum=True)
    thread = (await playground.post("topics", chat=chat, name="Meldingen"))["thread"]
    [made] = await playground.updates()
    assert made["message"]["forum_topic_created"]["name"] == "Meldingen"
    await playground.post("send", user=anna, chat=chat, text="hoi", thread=thread)
    [update] = await playground.updates()
    assert (update["message"]["message_thread_id"], update["message"]["is_topic_message"]) == (thread, True)
    assert update["message"]["chat"]["is_forum"] is True
    topic = await playground.api("createForumTopic", chat_id=chat, name="P1")
    sent = await playground.api("sendMessage", chat_id=chat, text="a", message_thread_id=topic["message_thread_id"])
    assert sent["message_thread_id"] == topic["message_thread_id"]
    names = [topic["name"] for topic in (await playground.get("state"))["chats"][0]["topics"]]
    assert names == ["Meldingen", "P1"]
    said = await refusal(playground, "sendMessage", chat_id=chat, text="a", message_thread_id=999)
    assert said == "400 Bad Request: message thread not found"
    plain = await playground.group(anna)
    said = await refusal(playground, "createForumTopic", chat_id=plain, name="x")
    assert said == "400 Bad Request: the chat is not a forum"
    await playground.post("topics", chat=plain, name="x", expect=400)
    await playground.post("send", user=anna, chat=chat, text="hoi", thread=999, expect=404)


async def test_an_admin_deletes_and_pins(playground: Playground) -> None:
    """An admin with the rights for it deletes and pins messages."""
    anna = await playground.person()
    chat = await playground.group(anna, bot="member")
    foreign = (await playground.post("send", user=anna, chat=chat, text="hoi"))["message_id"]
    target: dict[str, Any] = {"chat_id": chat, "message_id": foreign}
    assert await refusal(playground, "deleteMessage", **target) == "400 Bad Request: message can't be deleted"
    said = await refusal(playground, "pinChatMessage", **target)
    assert said == "400 Bad Request: not enough rights to manage pinned messages in the chat"
    await playground.post("members", chat=chat, user=BOT_ID, status="administrator")
    assert await playground.api("pinChatMessage", **target) is True
    assert (await playground.get("state"))["chats"][0]["pinned"] == [foreign]
    assert await playground.api("deleteMessage", **target) is True
    assert (await playground.get("state"))["chats"][0]["pinned"] == []
