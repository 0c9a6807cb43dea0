"""Tips for a KVO group or a branch: /preventie, and what police and a second manager can do with a tip."""

from telegram import Update

from alerts.alert import RevisionKind
from alerts.errors import IllegalTransition, NotFound, OutOfReach
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.change_alert import close_alert, newest_number
from alerts.services.prevention.hold_tip import send_tip, stop_tip, tips_to_send
from alerts.services.scope.find_ground import may_somewhere_on
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.prevention import NAME
from bot.handlers.matching import Handler, command, pressed
from bot.render.tip import settled_tip, tip_card

AT_ONCE = 5  # tips that wait, shown at once
_WHY = "facts"  # the note under a tip that police take back


def handlers() -> list[Handler]:
    """List the handlers: writing a tip, sending or stopping one that is held back, and retracting one that was sent."""
    return [
        command("preventie", "prevention", write),
        pressed("tip-send", send),
        pressed("tip-stop", stop),
        pressed("tip-retract", retract),
    ]


async def write(_update: Update, context: Context) -> Replies:
    """Show the tips that wait for a second manager, then begin the form for a tip."""
    request = context.request
    await request.check_may(Action.SEND_PREVENTION)
    waiting = await tips_to_send(request.uow, request.person().id, request.now)
    cards = [Say(await tip_card(alert, approval, request.view())) for alert, approval in waiting[:AT_ONCE]]
    return [*cards, *await dialogues.begin(NAME, request)]


async def send(_update: Update, context: Context) -> Replies:
    """Send a tip that was held back."""
    request, press = context.request, context.press
    await request.check_may(Action.SEND_PREVENTION)
    alert, member = AlertId(press.entity_id), request.person().id
    try:
        _, recipients = await send_tip(request.uow, alert, press.version, member, request.now)
    except IllegalTransition as error:
        return await _too_late(error, context)
    toast = Toast(request.t.plain("approval-approved", recipients=recipients))
    return [toast, Edit(await _settled(context))]


async def stop(_update: Update, context: Context) -> Replies:
    """Stop a tip that was held back, so that it is not sent."""
    request, press = context.request, context.press
    await request.check_may(Action.SEND_PREVENTION)
    try:
        await stop_tip(request.uow, AlertId(press.entity_id), press.version, request.person().id, request.now)
    except IllegalTransition as error:
        return await _too_late(error, context)
    return [Edit(await _settled(context))]


async def retract(_update: Update, context: Context) -> Replies:
    """Retract a tip that was sent: police do so in one tap."""
    request, number = context.request, AlertId(context.press.entity_id)
    await request.check_may(Action.APPROVE_ALERT)
    alert = await request.uow.alerts.get(number)
    member = request.person().id
    if not await may_somewhere_on(request.uow, member, Action.APPROVE_ALERT, alert.content, request.now):
        raise OutOfReach("outside-scope")
    if not alert.content.is_tip:
        raise NotFound
    revision = await newest_number(request.uow, number)
    done = await close_alert(request.uow, number, revision, member, RevisionKind.RETRACTION, request.now, note=_WHY)
    text = request.t("closing-goes-retraction", number=alert.number or "", count=done.recipients)
    return [Edit(Message(text))]


async def _too_late(error: IllegalTransition, context: Context) -> Replies:
    request = context.request
    request.refuse(error)
    return [Toast(request.t.plain("tip-too-late"), is_alert=True), Edit(await _settled(context))]


async def _settled(context: Context) -> Message:
    request, press = context.request, context.press
    alert = await request.uow.alerts.get(AlertId(press.entity_id))
    approval = await request.uow.alerts.approval_of(alert.id, press.version)
    if approval is None:
        raise NotFound
    return await settled_tip(alert, approval, request.view())
