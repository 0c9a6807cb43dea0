"""Tests of links into and out of groups: a bot added by startgroup, people admitted by an admin."""

from typing import Any

from .conftest import BOT_ID, Playground
from .test_groups import kinds, refusal

LINK = "https://t.me/Playground_Bot?startgroup=KVO-1_x"


async def test_a_startgroup_link_adds_the_bot_and_sends_it_the_payload(playground: Playground) -> None:
    """A startgroup link adds the bot as an ordinary member, by the person who followed it, and sends it the payload."""
    anna = await playground.person()
    chat = await playground.group(anna, bot=None)
    await playground.post("follow", user=anna, link=LINK, chat=chat)
    added, greeted, started = await playground.updates()
    change = added["my_chat_member"]
    assert ("member", anna) == (change["new_chat_member"]["status"], change["from"]["id"])
    assert BOT_ID == greeted["message"]["new_chat_members"][0]["id"]
    message = started["message"]
    assert (anna, chat) == (message["from"]["id"], message["chat"]["id"])
    assert "/start@playground_bot KVO-1_x" == message["text"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 21}]


async def test_a_startgroup_link_to_a_group_that_has_the_bot(playground: Playground) -> None:
    """A startgroup link to a group that has the bot sends only the payload; without one nothing is sent."""
    anna = await playground.person()
    chat = await playground.group(anna)
    await playground.post("follow", user=anna, link=LINK, chat=chat)
    assert ["message"] == kinds(await playground.updates())
    answer = await playground.post("follow", user=anna, link="https://t.me/playground_bot?startgroup", chat=chat)
    assert {"message_id": None, "update_id": None} == answer
    assert [] == await playground.updates()


async def test_a_startgroup_link_can_ask_for_rights(playground: Playground) -> None:
    """A startgroup link can ask for admin rights, and the bot gets those and no others."""
    anna = await playground.person()
    chat = await playground.group(anna, bot=None)
    await playground.post("follow", user=anna, link=f"{LINK}&admin=invite_users+pin_messages", chat=chat)
    place = await playground.api("getChatMember", chat_id=chat, user_id=BOT_ID)
    granted = {name for name, value in place.items() if value is True}
    assert {"can_manage_chat", "can_invite_users", "can_pin_messages"} == granted
    assert ["my_chat_member", "message", "my_chat_member", "message"] == kinds(await playground.updates())


async def test_who_may_not_use_a_startgroup_link(playground: Playground) -> None:
    """A startgroup link is refused for who is no admin or may not make admins, and without a group or a valid
    payload."""
    anna, bram = await playground.person(), await playground.person()
    chat = await playground.group(anna, bram, bot=None)
    await playground.post("follow", user=bram, link=LINK, chat=chat, expect=400)
    await playground.post("members", chat=chat, user=bram, status="administrator", rights={"can_invite_users": True})
    await playground.post("follow", user=bram, link=f"{LINK}&admin=invite_users", chat=chat, expect=400)
    await playground.post("follow", user=anna, link=LINK, expect=400)
    await playground.post("follow", user=anna, link="https://t.me/playground_bot?startgroup=a.b", chat=chat, expect=400)
    await playground.post("follow", user=anna, link="https://t.me/nobody_bot?startgroup=a", chat=chat, expect=404)
    await playground.post("follow", user=anna, link=LINK, chat=-1, expect=404)


async def test_an_admin_settles_join_requests(playground: Playground) -> None:
    """An admin settles a join request as the bot does, once: accepted with via_join_request, or declined."""
    anna, bram, cor = [await playground.person(first_name=name) for name in ("Anna", "Bram", "Cor")]
    chat = await playground.group(anna)
    link = await playground.api("createChatInviteLink", chat_id=chat, creates_join_request=True)
    for who in (bram, cor):
        await playground.post("join", user=who, link=link["invite_link"])
    [group] = (await playground.get("state"))["chats"]
    assert [bram, cor] == group["requests"]
    await playground.updates(allowed_updates=["message", "chat_member", "chat_join_request"])
    await playground.post("requests", chat=chat, user=bram, by=cor, approve=True, expect=400)
    await playground.post("requests", chat=chat, user=bram, by=anna, approve=True)
    joined, _ = await playground.updates()
    assert (True, anna) == (joined["chat_member"]["via_join_request"], joined["chat_member"]["from"]["id"])
    await playground.post("requests", chat=chat, user=cor, by=anna, approve=False)
    assert [] == await playground.updates()
    await playground.post("requests", chat=chat, user=cor, by=anna, approve=True, expect=404)
    target: dict[str, Any] = {"chat_id": chat}
    said = await refusal(playground, "approveChatJoinRequest", **target, user_id=bram)
    assert "400 Bad Request: USER_ALREADY_PARTICIPANT" == said
    said = await refusal(playground, "approveChatJoinRequest", **target, user_id=cor)
    assert "400 Bad Request: HIDE_REQUESTER_MISSING" == said
    said = await refusal(playground, "approveChatJoinRequest", **target, user_id=77)
    assert "400 Bad Request: USER_ID_INVALID" == said
