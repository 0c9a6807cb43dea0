"""Tests of web apps: the button, and what a phone tells the app that it opens."""

from datetime import UTC, datetime
from hmac import digest
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from console.security.init_data import read_init_data

from .conftest import TOKEN, Playground, Refused

APP = "https://console.example.nl/telegram"


def opens(url: Any) -> dict[str, Any]:
    """A keyboard with one button that opens this app."""
    return {"inline_keyboard": [[{"text": "Open", "web_app": {"url": url}}]]}


async def test_a_phone_opens_the_app_with_who_it_is(playground: Playground) -> None:
    """The page has the button; pressing it gives an address with what Telegram tells, which the console accepts."""
    anna = await playground.person()
    sent = await playground.api("sendMessage", chat_id=anna, text="a", reply_markup=opens(APP))
    [seen] = (await playground.get("messages", viewer=anna))["messages"]
    assert [[{"text": "Open", "app": APP}]] == seen["buttons"]
    opened = await playground.post("web_app", user=anna, message_id=sent["message_id"], label="Open")
    assert opened["url"].startswith(f"{APP}#")
    [told] = parse_qs(urlsplit(opened["url"]).fragment)["tgWebAppData"]
    key = digest(b"WebAppData", TOKEN.encode(), "sha256")
    read = read_init_data(told, key, datetime.fromtimestamp(playground.clock.now, UTC))
    assert anna == read.user_id
    await playground.post("web_app", user=anna, message_id=sent["message_id"], label="Anders", expect=404)


@pytest.mark.parametrize("url", ["http://console.example.nl/telegram", "https://", "", None, 5])
async def test_only_https_is_opened(playground: Playground, url: Any) -> None:
    """Any other address is refused, as Telegram does."""
    anna = await playground.person()
    with pytest.raises(Refused) as refused:
        await playground.api("sendMessage", chat_id=anna, text="a", reply_markup=opens(url))
    assert "Only HTTPS links are allowed" in refused.value.description


async def test_a_group_opens_none(playground: Playground) -> None:
    """Such a button stands in private chats only, also after an edit."""
    anna = await playground.person()
    group = await playground.group(anna)
    with pytest.raises(Refused, match="BUTTON_TYPE_INVALID"):
        await playground.api("sendMessage", chat_id=group, text="a", reply_markup=opens(APP))
    sent = await playground.api("sendMessage", chat_id=group, text="a")
    with pytest.raises(Refused, match="BUTTON_TYPE_INVALID"):
        await playground.api(
            "editMessageText", chat_id=group, message_id=sent["message_id"], text="b", reply_markup=opens(APP)
        )
