"""The question to the sender of a notice, a week after a robbery: is a follow-up needed?"""

from collections.abc import Mapping

from alerts.ids import AlertId
from alerts.services.alert.ask_follow_up import may_follow_up
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from texts.html import paragraphs


async def follow_up(view: View) -> Message:
    """Render the question with its button; a sender who may not send there any more gets a refusal."""
    t, alert = view.t, await view.uow.alerts.get(AlertId(view.number("alert")))
    if not await may_follow_up(view.uow, alert, view.now):
        return Message(t("not-allowed-outside-scope"))
    head = t("follow-up-head", number=alert.number or "", kind=t.plain(f"kind-{alert.content.kind}"))
    text = paragraphs(head, t("follow-up-ask"), t("follow-up-else"))
    make = button(t.plain("follow-up"), "follow-up", alert.id)
    return Message(text, is_protected=True).with_keyboard((make,))


FOLLOW_UP_VIEWS: Mapping[str, WriteView] = {"follow-up": follow_up}
