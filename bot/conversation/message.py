"""Messages of the bot: text as Telegram HTML, with the keyboard below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from bot.drawing.picture import NoticeMap
from texts.html import Html

B = TypeVar("B")


class Style(StrEnum):
    """The colour of an inline button, as a hint beside its words: an older app shows none."""

    DANGER = "danger"  # red
    SUCCESS = "success"  # green
    PRIMARY = "primary"  # blue: what is usual among several


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: it sends `data` back, opens `url`, copies `copy` (at most 256 characters) on the phone, or
    opens the web app at `app` (https, and in private chats only)."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    app: str | None = None
    style: Style | None = None


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
    """Removes the keyboard under the typing field."""


@dataclass(frozen=True, slots=True)
class MainKeyboard:
    """Buttons in a row under the typing field that stay there; each types its label."""

    labels: tuple[str, ...]


AnyKeyboard = Keyboard | LocationKeyboard | NoKeyboard | MainKeyboard


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes along with a message; it is kept in memory only."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `picture` is a PNG shown above the text, `picture_ref` the platform's reference to one, `drawing`
    one that has to be drawn first, `document` a file with the text below it; `is_protected` forbids forwarding and
    saving."""

    text: Html
    keyboard: AnyKeyboard | None = None
    is_protected: bool = False
    is_silent: bool = False
    picture: bytes | None = None
    picture_ref: str = ""
    drawing: NoticeMap | None = None
    document: Document | None = None

    def with_keyboard(self, *rows: tuple[Button, ...]) -> "Message":
        """Return the message with these rows of inline buttons; without rows, with no keyboard."""
        return replace(self, keyboard=Keyboard(rows) if rows else None)


def in_rows(buttons: Sequence[B], width: int) -> tuple[tuple[B, ...], ...]:
    """Arrange buttons (or choices) in rows of `width`."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
