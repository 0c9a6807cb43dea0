"""A check of every screen as Telegram would parse it: its markup, and the text that a reader sees."""

from dataclasses import dataclass, field
from typing import Any

from alerts.delivery import Sent
from alerts.typed_text import utf16_length
from bot.conversation.message import Keyboard, Message
from playground.html import parse_html
from tests.bot.town import Town

# What our texts use.
MARKUP = {
    *("bold", "italic", "underline", "strikethrough", "code", "text_link", "text_mention"),
    *("blockquote", "date_time"),
}
LINKS = ("https://t.me/", "tg://user?id=", "https://", "tel:")


@dataclass
class Seen:
    """The texts of screens, without their markup."""

    texts: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)  # chat, message, callback data
    chats: set[str] = field(default_factory=set)  # in which a message was sent or edited

    def must_have(self, literally: str) -> None:
        """Check that a reader saw this text as it was written."""
        assert any(literally in text for text in self.texts), f"nobody reads {literally!r}"


def inspect(town: Town) -> Seen:
    """Parse every message and edit from now on; each must be valid for Telegram."""
    seen, send, edit = Seen(), town.screens.send, town.screens.edit

    async def look_and_send(ref: str, message: Message, **more: Any) -> Sent:
        seen.texts.append(look(message))
        seen.chats.add(ref)
        sent = await send(ref, message, **more)
        seen.buttons += [(ref, sent.message_ref, data) for data in buttons_of(message)]
        return sent

    async def look_and_edit(ref: str, message_ref: str, message: Message) -> Sent:
        seen.texts.append(look(message))
        seen.chats.add(ref)
        seen.buttons += [(ref, message_ref, data) for data in buttons_of(message)]
        return await edit(ref, message_ref, message)

    town.screens.send = look_and_send  # type: ignore[method-assign]
    town.screens.edit = look_and_edit  # type: ignore[method-assign]
    return seen


def buttons_of(message: Message) -> list[str]:
    """Return the callback data of a message's buttons."""
    keyboard = message.keyboard
    return [one.data for row in keyboard.rows for one in row if one.data] if isinstance(keyboard, Keyboard) else []


def look(message: Message) -> str:
    """Return the text that a reader sees. Raises for markup that Telegram would refuse."""
    text, entities = parse_html(message.text)
    assert utf16_length(text) <= (1024 if message.picture or message.document else 4096), "it fits"
    kinds = {entity["type"] for entity in entities}
    assert kinds <= MARKUP, kinds - MARKUP
    assert all(entity["url"].startswith(LINKS) for entity in entities if entity["type"] == "text_link")
    if isinstance(message.keyboard, Keyboard):
        for button in (one for row in message.keyboard.rows for one in row):
            assert button.label.strip(), "a button has a label"
            assert len((button.data or "").encode()) <= 64, button.data
    return text
