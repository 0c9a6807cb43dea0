"""Updates of button presses, such as the one by which a coordinator approves an alert."""

import itertools
import time
from typing import Any

from alerts.alert import Alert
from bench.seed import APPROVER_CHAT

_update_ids = itertools.count(1)


def press(data: str, chat: int, *, message: int = 1) -> dict[str, Any]:
    """Make the update of a button press in a private chat."""
    number = next(_update_ids)
    person = {"id": chat, "is_bot": False, "first_name": "Iemand", "language_code": "nl"}
    shown = {"message_id": message, "date": int(time.time()), "chat": {"id": chat, "type": "private"}, "text": "..."}
    query = {"id": str(number), "from": person, "message": shown, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": query}


def approval_of(alert: Alert) -> dict[str, Any]:
    """Make the update by which the approver sends the alert."""
    return press(f"approve:{alert.id}:{alert.version}", APPROVER_CHAT)
