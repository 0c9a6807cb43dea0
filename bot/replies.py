"""What a handler answers: values, said after its transaction has committed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from alerts.ids import KvoGroupId, MemberId
from alerts.member import Language
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


@dataclass(frozen=True, slots=True)
class Whisper:
    """A message to somebody's own chat, not that of the update. Once: they may not have started the bot."""

    ref: str
    message: Message


class Shown(Enum):
    """What is said after a look at a group's chat."""

    NOTHING = auto()
    IN_CHAT = auto()  # how the chat stands, said there
    CARD = auto()  # the card of the group, in place of what was pressed


@dataclass(frozen=True, slots=True)
class Look:
    """Ask Telegram how a group's chat is set up, and store it; `viewer` is who sees the card."""

    group: KvoGroupId
    shown: Shown = Shown.NOTHING
    viewer: MemberId | None = None
    language: Language = Language.DUTCH


Reply = Say | Edit | Strip | Buttons | Toast | Prompt | Menu | Whisper | Look
Replies = Sequence[Reply]
