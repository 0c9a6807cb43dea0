"""Tests of command menus by scope and language, the menu button and descriptions."""

from typing import Any

import pytest

from .conftest import Playground, Refused


def menu(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"Doet {name}"} for name in names]


async def shown(playground: Playground, viewer: int, **query: Any) -> list[str]:
    commands = (await playground.get("messages", viewer=viewer, **query))["commands"]
    return [command["command"] for command in commands]


async def test_the_narrowest_scope_shows(playground: Playground) -> None:
    """The narrowest scope wins, in Telegram's order, with the reader's language first."""
    anna = await playground.person()
    bram = await playground.person(language_code="en")
    chat = await playground.group(anna, bram)
    scopes: list[tuple[str, dict[str, Any]]] = [
        ("default", {"type": "default"}),
        ("groups", {"type": "all_group_chats"}),
        ("admins", {"type": "all_chat_administrators"}),
        ("chat", {"type": "chat", "chat_id": chat}),
        ("chat_admins", {"type": "chat_administrators", "chat_id": chat}),
        ("member", {"type": "chat_member", "chat_id": chat, "user_id": anna}),
    ]
    seen = []
    for name, scope in scopes:
        await playground.api("setMyCommands", commands=menu(name), scope=scope)
        views = [await shown(playground, user, chat=chat) for user in (anna, bram)]
        seen.append([view[0] for view in views])
    assert seen == [
        ["default", "default"],
        ["groups", "groups"],
        ["admins", "groups"],
        ["chat", "chat"],
        ["chat_admins", "chat"],
        ["member", "chat"],
    ]
    assert await shown(playground, anna) == ["default"]
    await playground.api("setMyCommands", commands=menu("private"), scope={"type": "all_private_chats"})
    english: dict[str, Any] = {"scope": {"type": "all_private_chats"}, "language_code": "en"}
    await playground.api("setMyCommands", commands=menu("english"), **english)
    assert (await shown(playground, anna), await shown(playground, bram)) == (["private"], ["english"])
    assert await playground.api("getMyCommands", **english) == menu("english")
    await playground.api("deleteMyCommands", **english)
    assert await playground.api("getMyCommands", **english) == []
    assert await shown(playground, bram) == ["private"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": menu("Groot")}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": menu(*(f"c{i}" for i in range(101)))}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": menu("a"), "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"commands": menu("a"), "scope": {"type": "moon"}}, "unsupported type specified"),
        ({"commands": menu("a"), "language_code": "nederlands"}, "invalid language code specified"),
    ],
)
async def test_refused_menus(playground: Playground, params: dict[str, Any], words: str) -> None:
    """Invalid menus are refused in Telegram's words."""
    with pytest.raises(Refused) as refused:
        await playground.api("setMyCommands", **params)
    assert refused.value.description == f"Bad Request: {words}"


async def test_menu_button(playground: Playground) -> None:
    """The menu button of a chat overrides the default one."""
    anna = await playground.person()
    assert await playground.api("getChatMenuButton") == {"type": "commands"}
    button = {"type": "web_app", "text": "Kaart", "web_app": {"url": "https://x.nl"}}
    assert await playground.api("setChatMenuButton", chat_id=anna, menu_button=button) is True
    assert await playground.api("getChatMenuButton", chat_id=anna) == button
    assert await playground.api("getChatMenuButton") == {"type": "commands"}


async def test_descriptions(playground: Playground) -> None:
    """Descriptions are set by language, and the general one is the fallback."""
    await playground.api("setMyDescription", description="Wat het is")
    await playground.api("setMyDescription", description="What it is", language_code="en")
    await playground.api("setMyShortDescription", short_description="Kort")
    texts = [(await playground.api("getMyDescription", language_code=code))["description"] for code in ("", "en", "de")]
    assert texts == ["Wat het is", "What it is", "Wat het is"]
    assert await playground.api("getMyShortDescription") == {"short_description": "Kort"}
    assert await playground.api("getMyName") == {"name": "Wees"}
    with pytest.raises(Refused, match="short description is too long"):
        await playground.api("setMyShortDescription", short_description="x" * 121)
