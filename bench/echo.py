"""The sent message as Telegram returns it: plain text with entities, the buttons, and the sender.

Peers that parse answers into objects pay for every field, so the answer has every field.
"""

import json
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

_ENTITY_OF = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "s": "strikethrough"}
_ENTITY_OF |= {"code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler"}
BOT = {"id": 1, "is_bot": True, "first_name": "Wees Alert", "username": "wees_alert_bot"}


class _Html(HTMLParser):
    """A parser of Telegram's HTML into text and entities (offsets and lengths in UTF-16 units)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        self._open: list[dict[str, Any]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an entity."""
        entity: dict[str, Any] = {"offset": _units(self.text), "length": 0, "type": _ENTITY_OF.get(tag, "bold")}
        if tag == "a":
            entity["url"] = dict(attrs).get("href")
        self._open.append(entity)

    def handle_endtag(self, tag: str) -> None:
        """Close the entity."""
        if self._open:
            entity = self._open.pop()
            self.entities.append({**entity, "length": _units(self.text) - entity["offset"]})

    def handle_data(self, data: str) -> None:
        """Append text."""
        self.text += data


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@lru_cache(maxsize=4_096)
def echo(text: str, markup: str, *, is_protected: bool) -> bytes:
    """Return the members of the message's JSON that do not depend on the chat, without braces."""
    html = _Html()
    html.feed(text)
    html.close()
    message: dict[str, Any] = {"from": BOT, "text": html.text, "link_preview_options": {"is_disabled": True}}
    if html.entities:
        message["entities"] = sorted(html.entities, key=lambda entity: int(entity["offset"]))
    buttons = json.loads(markup) if markup else {}
    if "inline_keyboard" in buttons:
        message["reply_markup"] = buttons
    if is_protected:
        message["has_protected_content"] = True
    return json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode()[1:-1]
