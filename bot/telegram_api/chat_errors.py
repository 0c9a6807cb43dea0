"""Refusals about a group's chat: recognises, by their words, which refusals of Telegram are not about the message.

The description is all that Telegram gives; these were seen in its Bot API server and in reports of others.
"""

import re

from alerts.errors import ChatRefuses, DeliveryError, RecipientGone, Throttled, TopicGone
from alerts.kvo_group import ChatTrouble

_TROUBLE = (
    ("topic_closed", ChatTrouble.TOPIC_CLOSED),
    ("chat_restricted", ChatTrouble.RESTRICTED),
    ("user_banned_in_channel", ChatTrouble.RESTRICTED),
    ("payment_required", ChatTrouble.PAID),
    ("chat_write_forbidden", ChatTrouble.NO_RIGHTS),
    ("chat_guest_send_forbidden", ChatTrouble.NO_RIGHTS),
    ("chat_admin_required", ChatTrouble.NO_RIGHTS),
    ("not enough rights to send", ChatTrouble.NO_RIGHTS),
    ("no rights to send", ChatTrouble.NO_RIGHTS),
    ("need administrator rights", ChatTrouble.NO_RIGHTS),
    ("bot is restricted", ChatTrouble.NO_RIGHTS),
)
_SEND_FORBIDDEN = re.compile(r"chat_send_\w+_forbidden")  # of texts, photos, ...: what members may not send
_NO_TOPIC = ("message thread not found", "topic_deleted", "topic_id_invalid", "topic not found")
_GONE = ("chat was deactivated", "chat was deleted", "channel_private", "chat_forbidden", "chat_id_invalid")
_SLOW = re.compile(r"slowmode_wait_(\d+)")


def refusal_of_chat(description: str) -> DeliveryError | None:
    """Translate the description of a 400 or 403 to a group's chat into an error; None when it is about the message."""
    said = description.lower()
    if (slow := _SLOW.search(said)) is not None:
        return Throttled(float(slow[1]))
    if any(text in said for text in _NO_TOPIC):
        return TopicGone(description)
    if any(text in said for text in _GONE):
        return RecipientGone(description)
    if _SEND_FORBIDDEN.search(said):
        return ChatRefuses(ChatTrouble.NO_RIGHTS)
    return next((ChatRefuses(trouble) for text, trouble in _TROUBLE if text in said), None)
