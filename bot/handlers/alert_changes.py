"""Changing sent alerts: the buttons *Aanvullen*, *Corrigeren*, *Verlengen*, *Einde alert* and *Intrekken*, and /lopend
with the live alerts in scope."""

from telegram import Update

from alerts.alert import Alert, RevisionKind
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.find_changeable import find_proposable
from alerts.services.alert.read_alert import may_read_in_office
from alerts.services.permission.locate_matter import alert_matter
from alerts.severity import Severity
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.alert import closing, correction, extension
from bot.handlers.matching import Handler, command, pressed
from bot.render.alert import alert_line
from bot.render.alert_change import change_buttons
from texts.html import lines


def handlers() -> list[Handler]:
    """List the handlers for changes to sent alerts."""
    return [
        command("lopend", "running", show_running),
        pressed("update", update),
        pressed("correct", correct),
        pressed("extend", extend),
        pressed("allclear", all_clear),
        pressed("retract", retract),
    ]


async def show_running(_update: Update, context: Context) -> Replies:
    """Show each live alert that this person may change, or propose to change; the newest comes last, at the thumb."""
    request = context.request
    await request.check_may(Action.DRAFT_ALERT)
    waiting = {one.alert_id for one in await request.uow.alerts.undecided() if one.is_change}
    running = [
        Say(await _running(alert, request, is_waiting=alert.id in waiting))
        for alert in reversed(await request.uow.alerts.live_by_place(request.now))
        if await request.may(Action.DRAFT_ALERT, alert_matter(alert.content))
        and await may_read_in_office(request.uow, alert, request.person().id, request.grants, request.now)
    ]
    return running or [Say(Message(request.t("running-none")))]


async def _running(alert: Alert, request: Request, *, is_waiting: bool) -> Message:
    t, is_acute = request.t, alert.content.severity is Severity.P1 and not alert.content.is_drill
    may_save = is_acute and await request.may(Action.APPROVE_ALERT, alert_matter(alert.content))
    text = lines(alert_line(alert, t, request.zone), t("running-waits") if is_waiting else "")
    save = (button(t.plain("template-save"), "tplfrom", alert.id),)
    template = (save,) if may_save else ()
    return Message(text, is_protected=True).with_keyboard(*change_buttons(alert, t), *template)


async def update(_update: Update, context: Context) -> Replies:
    """Begin an update: what is known now is typed."""
    await _check(context, RevisionKind.UPDATE)
    words = f"{RevisionKind.UPDATE}.{context.press.entity_id}"
    return await dialogues.begin(correction.NAME, context.request, words)


async def extend(_update: Update, context: Context) -> Replies:
    """Begin the form that lets the alert last longer."""
    await _check(context, RevisionKind.EXTENSION)
    return await dialogues.begin(extension.NAME, context.request, str(context.press.entity_id))


async def correct(_update: Update, context: Context) -> Replies:
    """Begin a correction; a version in the button means one's own returned request, whose text is reused."""
    press = context.press
    await _check(context)
    returned = f".{press.version}" if press.version else ""
    words = f"{RevisionKind.CORRECTION}.{press.entity_id}{returned}"
    return await dialogues.begin(correction.NAME, context.request, words)


async def all_clear(_update: Update, context: Context) -> Replies:
    """Begin the form that ends the alert because the danger is over."""
    return await _close(context, RevisionKind.ALL_CLEAR)


async def retract(_update: Update, context: Context) -> Replies:
    """Begin the form that retracts the alert because it was wrong."""
    return await _close(context, RevisionKind.RETRACTION)


async def _close(context: Context, kind: RevisionKind) -> Replies:
    await _check(context, kind)
    return await dialogues.begin(closing.NAME, context.request, f"{kind}.{context.press.entity_id}")


async def _check(context: Context, kind: RevisionKind = RevisionKind.CORRECTION) -> None:
    """Check that the change may be proposed, before any open form is mentioned. Raises what `find_proposable`
    raises."""
    request = context.request
    await find_proposable(request.uow, request.actor, AlertId(context.press.entity_id), request.now, kind=kind)
