"""The one reminder to somebody who has not seen a P1 or P2."""

from collections.abc import Mapping

from alerts.ids import AlertId
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from bot.render.alert import alert_buttons


async def unread(view: View) -> Message:
    """Ask whether the notice above was seen, with its buttons; what it says stands there, and only there."""
    alert, t = await view.uow.alerts.get(AlertId(view.number("alert"))), view.t
    revision = await view.uow.alerts.latest_revision(alert.id)
    text = t("unread", number=alert.number or "")
    return Message(text, is_protected=True).with_keyboard(
        *alert_buttons(alert.id, 1 if revision is None else revision.number, alert.content, t)
    )


UNREAD_VIEWS: Mapping[str, WriteView] = {"unread": unread}
