"""A KVO group's chat is made, tied, set up, entered, moved, lost and tied again."""

import re

from tests.scenarios.steps import make_group, subscribe, verify
from tests.scenarios.world import World

NAME = "De Koperwiek"
JOIN_LINK = re.compile(r"https://t\.me/\+\S+")


async def test_a_group_chat_from_its_making_to_its_second_life(world: World) -> None:
    """Every step works as Telegram reports it, with the program as a process."""
    words, playground = world.words, world.playground
    police = await world.coordinator()
    shop = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, shop)
    made, choose, role_link = await make_group(world, police, NAME, "2903, 2904 AB")
    assert "Er hoort 1 zaak bij, geverifieerd: 1." in made.text
    manager = await world.given_role(role_link)

    basic = await playground.post(
        "groups",
        title="Winkels Koperwiek",
        type="group",
        hidden_history=True,
        join_by_request=True,
        members=[manager.user_id],
    )
    chat = manager.in_group(basic["id"])
    await manager.follow(choose.partition("&admin=")[0], group=basic["id"])
    await chat.expect(words("group-tied", name=NAME))
    assert words("chat-lacks-admin") in (await chat.received())[-1].text

    since = playground.seq
    await _bot_becomes(world, basic["id"], "administrator")
    await playground.called("getChatMember", chat=basic["id"], after=since)
    await manager.type("/groepen")
    await manager.expect(words("groups-title"))
    await manager.tap(NAME)
    card = await manager.expect(words("chat-lacks-supergroup"))
    assert words("chat-lacks-admin") not in card.text

    moved = (await playground.post("migrate", chat=basic["id"]))["chat"]
    await manager.tap(words("group-look"))
    await manager.expect(lambda seen: "in orde" in seen.text and words("group-link") in seen.labels)

    await shop.type("/mijn")
    mine = await shop.expect(NAME)
    [join_link] = JOIN_LINK.findall(mine.text)
    await playground.post("join", user=shop.user_id, link=join_link)
    await playground.called("approveChatJoinRequest", chat=moved)
    assert shop.user_id in await _members(world, moved)

    stranger = await playground.person("Onbekende", started=True)
    asked = await playground.post("join", user=stranger.user_id, link=join_link)
    assert asked["requested"] is True
    await manager.expect("wil in de groepschat")
    await stranger.expect(words("entry-asked", name=NAME))
    assert stranger.user_id not in await _members(world, moved)
    await manager.tap(words("join-admit"))
    await manager.expect("is toegelaten")
    await playground.called("approveChatJoinRequest", chat=moved, times=2)
    assert stranger.user_id in await _members(world, moved)

    await world.restart()
    await _bot_becomes(world, moved, "kicked")
    for phone in (police, manager):
        await phone.expect(words("chat-lost", name=NAME))
    await manager.tap(words("group-code"))
    tie = await manager.expect(words("group-tie", name=NAME))
    await manager.follow(tie.links[0], group=moved)
    again = await manager.in_group(moved).expect(words("group-tied", name=NAME))
    assert words("group-tied-well") in again.text


async def _bot_becomes(world: World, chat: int, status: str) -> None:
    state = await world.playground.get("state")
    await world.playground.post("members", chat=chat, user=state["bots"][0]["id"], status=status)


async def _members(world: World, chat: int) -> set[int]:
    chats = (await world.playground.get("state"))["chats"]
    [found] = [one for one in chats if one["id"] == chat]
    return {one["user"] for one in found["members"]}
