"""The chat that replies go to, as an update of Telegram names it."""

from dataclasses import dataclass

from telegram import Message as TelegramMessage
from telegram import Update

CHANNEL = "telegram"
# User ids that Telegram puts in place of a sender, and that have no rights: for an admin who posts as the group, for
# somebody who posts as a channel, and for the posts of a channel that is linked to the group.
ANONYMOUS_ADMIN, CHANNEL_BOT, LINKED_CHANNEL = 1087968824, 136817688, 777000
STAND_INS = frozenset({ANONYMOUS_ADMIN, CHANNEL_BOT, LINKED_CHANNEL})


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat that replies go to (`topic` 0: none), with the pressed message, if any, and whether that is protected
    from forwarding. `is_stranger`: the person answered has no role and no verified shop."""

    ref: str
    pressed_message: str | None = None
    is_protected: bool = False
    query_id: str | None = None
    topic: int = 0
    is_stranger: bool = False


def chat_of(update: Update) -> Chat | None:
    """Return the chat of an update; None when there is nobody to answer."""
    query, chat = update.callback_query, update.effective_chat
    if chat is None:
        return None
    message = query.message if query else None
    pressed = str(message.message_id) if message else None
    is_protected = isinstance(message, TelegramMessage) and bool(message.has_protected_content)
    return Chat(str(chat.id), pressed, is_protected, query.id if query else None, topic_of(update))


def topic_of(update: Update) -> int:
    """Return the topic of a forum in which something was said or pressed; 0 for none."""
    message = update.effective_message
    return (message.message_thread_id or 0) if isinstance(message, TelegramMessage) and message.is_topic_message else 0
