"""What the bot says: text as Telegram HTML with what can be tapped below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TypeVar

B = TypeVar("B")


class Html(str):
    """Text in which every value was escaped; only `texts.py` and `render/` make it."""

    __slots__ = ()

    def __add__(self, other: str) -> "Html":
        return Html(str(self) + (other if isinstance(other, Html) else escape(other, quote=False)))


def paragraphs(*parts: str) -> Html:
    """The parts with an empty line between them; empty ones fall out, unescaped ones are escaped."""
    return joined("\n\n", *parts)


def lines(*parts: str) -> Html:
    """The parts on a line each; empty ones fall out, unescaped ones are escaped."""
    return joined("\n", *parts)


def joined(between: str, *parts: str) -> Html:
    """The parts with something between; empty ones fall out, unescaped ones are escaped."""
    return Html(between.join(part if isinstance(part, Html) else escape(part, quote=False) for part in parts if part))


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: it sends `data` back, or opens `url`."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Rows of inline buttons."""

    rows: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class LocationKeyboard:
    """One button under the typing field that shares the person's location."""

    label: str
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class NoKeyboard:
    """Take the keyboard under the typing field away."""


@dataclass(frozen=True, slots=True)
class MainKeyboard:
    """One button under the typing field that stays there and types its label."""

    label: str


AnyKeyboard = Keyboard | LocationKeyboard | NoKeyboard | MainKeyboard


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes along with a message; it is kept in memory only."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `picture` is a PNG shown above the text, `document` a file with the text below it; `is_protected`
    forbids forwarding and saving."""

    text: Html
    keyboard: AnyKeyboard | None = None
    is_protected: bool = False
    is_silent: bool = False
    picture: bytes | None = None
    document: Document | None = None

    def with_keyboard(self, *rows: tuple[Button, ...]) -> "Message":
        """The same with these rows of inline buttons."""
        return replace(self, keyboard=Keyboard(rows) if rows else None)


def utf16_length(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def in_rows(buttons: Sequence[B], width: int) -> tuple[tuple[B, ...], ...]:
    """The buttons (or choices) in rows of so many."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
