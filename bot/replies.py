"""What a handler answers: values, said after its transaction has committed."""

from collections.abc import Sequence
from dataclasses import dataclass

from alerts.ports import DialogueKey
from bot.message import Keyboard, Message


@dataclass(frozen=True, slots=True)
class Say:
    """A new message in the chat of the update."""

    message: Message


@dataclass(frozen=True, slots=True)
class Edit:
    """The pressed message, changed; a new one when there is none to change."""

    message: Message


@dataclass(frozen=True, slots=True)
class Strip:
    """An earlier message of ours loses its buttons."""

    message_ref: str


@dataclass(frozen=True, slots=True)
class Buttons:
    """Other buttons under the pressed message; its text stays."""

    keyboard: Keyboard


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a press; `is_alert` waits for OK."""

    text: str
    is_alert: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """The question of a dialogue; that it was sent is remembered. `in_place` changes the pressed message."""

    key: DialogueKey
    version: int
    messages: tuple[Message, ...]
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """The command menu of this chat from now on: names and what they do."""

    commands: tuple[tuple[str, str], ...]


Reply = Say | Edit | Strip | Buttons | Toast | Prompt | Menu
Replies = Sequence[Reply]
