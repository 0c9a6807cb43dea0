"""Replies: the values that a handler returns, carried out after its transaction has committed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from telegram import Update

from alerts.delivery import ShownText
from alerts.ids import KvoGroupId, MemberId
from alerts.member import Language
from alerts.ports import DialogueKey
from bot.conversation.message import Keyboard, Message
from texts.html import Html


@dataclass(frozen=True, slots=True)
class Say:
    """Send a new message in the chat of the update. `shown`: it is a text of an alert, stored so that a change of the
    alert finds it. `reply_to` is the id of a message there that it answers."""

    message: Message
    shown: ShownText | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Change the pressed message; send a new one when there is none to change.

    With `takes_place` the pressed message is deleted where it cannot be changed into this one.
    """

    message: Message
    takes_place: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """Remove the buttons of an earlier message of ours."""

    message_ref: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Delete an earlier message of ours, unless it is the pressed one and another reply takes its place; remove its
    buttons where it cannot be deleted."""

    message_ref: str


@dataclass(frozen=True, slots=True)
class Buttons:
    """Replace the buttons under the pressed message; its text stays."""

    keyboard: Keyboard


@dataclass(frozen=True, slots=True)
class Toast:
    """Answer a press with a short notice; with `is_alert` it stays until OK is tapped."""

    text: str
    is_alert: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """Ask the question of a dialogue, and store that it was sent. `in_place` changes the pressed message."""

    key: DialogueKey
    version: int
    messages: tuple[Message, ...]
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """Set the command menu of this chat: names and descriptions."""

    commands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Whisper:
    """Send a message to somebody's private chat instead of that of the update. Tried once: they may not have started
    the bot."""

    ref: str
    message: Message


class Shown(Enum):
    """What is shown after a check of a group's chat."""

    NOTHING = auto()
    IN_CHAT = auto()  # a message in the chat about its settings
    CARD = auto()  # the card of the group, in place of the pressed message


@dataclass(frozen=True, slots=True)
class CheckChat:
    """Ask Telegram how a group's chat is set up, and store it; `viewer` is the member who sees the card."""

    group: KvoGroupId
    shown: Shown = Shown.NOTHING
    viewer: MemberId | None = None
    language: Language = Language.DUTCH


Reply = Say | Edit | Strip | Withdraw | Buttons | Toast | Prompt | Menu | Whisper | CheckChat
Replies = Sequence[Reply]


def spoken(update: Update, html: Html, plain: str) -> Replies:
    """Make a one-line reply to the sender of this update: on the pressed button where it fits, else as a message. Empty
    for a message outside a private chat."""
    if update.effective_chat is None or (update.effective_chat.type != "private" and not update.callback_query):
        return []
    if update.callback_query is not None and len(plain) <= 200:
        return [Toast(plain, is_alert=True)]
    return [Say(Message(html))]
