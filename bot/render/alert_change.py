"""Changes of sent alerts: their buttons and their preview."""

from alerts.alert import Alert, AlertState, Approval, IncidentKind, as_asked
from alerts.services.alert.change_alert import next_revision
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, Style
from bot.conversation.view import View
from bot.render.alert import drilled
from bot.render.alert_preview import whole_preview
from texts.phrases import Phrases

_VERBS = ("update", "correct", "extend", "allclear")


def change_buttons(alert: Alert, t: Phrases) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons for the changes that are still possible; a tip can only be retracted."""
    if alert.state not in (AlertState.LIVE, AlertState.ENDED):
        return ()
    retract = retract_button(alert, t)
    if alert.state is not AlertState.LIVE or alert.content.kind is IncidentKind.PREVENTION:
        return ((retract,),)
    update, correct, extend, end = (
        button(drilled(t.plain(f"change-{verb}"), alert.content, t), verb, alert.id) for verb in _VERBS
    )
    return ((update, correct), (extend, end), (retract,))


def retract_button(alert: Alert, t: Phrases) -> Button:
    """Make the button that begins a retraction."""
    return button(drilled(t.plain("change-retract"), alert.content, t), "retract", alert.id, style=Style.DANGER)


async def change_preview(alert: Alert, approval: Approval, nearest_m: int | None, view: View) -> Message:
    """Render the change as the nearest recipient would get it after approval."""
    revision = await next_revision(view.uow, as_asked(alert, approval), approval.revision_kind)
    return await whole_preview(revision, nearest_m, view)


def removed_message(number: str, t: Phrases) -> Message:
    """Render the text that replaces a retracted message that could not be deleted."""
    return Message(t("alert-removed", number=number))
