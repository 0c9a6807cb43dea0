"""Changing what was sent: *Corrigeren*, *Einde alert*, *Intrekken*, and /lopend with what is live in one's scope."""

from telegram import Update

from alerts.alert import Alert, RevisionKind
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.find_coordinators import alert_matter
from alerts.services.read_alert import may_read_in_office
from alerts.severity import Severity
from bot.callbacks import button
from bot.context import Context
from bot.forms import closing, correction, dialogues
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message, lines
from bot.render.alert import alert_line
from bot.render.change import change_buttons
from bot.replies import Replies, Say
from bot.scene import Scene


def handlers() -> list[Handler]:
    """What drafters and police do after it was sent."""
    return [
        command("lopend", "running", show_running),
        pressed("correct", correct),
        pressed("allclear", all_clear),
        pressed("retract", retract),
    ]


async def show_running(_update: Update, context: Context) -> Replies:
    """Each live alert that this person may change, or propose to change."""
    scene = context.scene
    await scene.check_may(Action.DRAFT_ALERT)
    waiting = {one.alert_id for one in await scene.uow.alerts.undecided() if one.is_change}
    running = [
        Say(await _running(alert, scene, is_waiting=alert.id in waiting))
        for alert in await scene.uow.alerts.live_by_place(scene.now)
        if await scene.may(Action.DRAFT_ALERT, alert_matter(alert.content))
        and await may_read_in_office(scene.uow, alert, scene.person().id, scene.grants, scene.now)
    ]
    return running or [Say(Message(scene.t("running-none")))]


async def _running(alert: Alert, scene: Scene, *, is_waiting: bool) -> Message:
    t, is_acute = scene.t, alert.content.severity is Severity.P1
    may_save = is_acute and await scene.may(Action.APPROVE_ALERT, alert_matter(alert.content))
    text = lines(alert_line(alert, t, scene.zone), t("running-waits") if is_waiting else "")
    save = (button(t.plain("template-save"), "tplfrom", alert.id),)
    template = (save,) if may_save else ()
    return Message(text, is_protected=True).with_keyboard(*change_buttons(alert, t), *template)


async def correct(_update: Update, context: Context) -> Replies:
    """Other words; with a version: those of one's own request that was returned."""
    press = context.press
    await _check(context)
    words = f"{press.entity_id}.{press.version}" if press.version else str(press.entity_id)
    return await dialogues.begin(correction.NAME, context.scene, words)


async def all_clear(_update: Update, context: Context) -> Replies:
    """It is over."""
    return await _close(context, RevisionKind.ALL_CLEAR)


async def retract(_update: Update, context: Context) -> Replies:
    """It was wrong."""
    return await _close(context, RevisionKind.RETRACTION)


async def _close(context: Context, kind: RevisionKind) -> Replies:
    await _check(context)
    return await dialogues.begin(closing.NAME, context.scene, f"{kind}.{context.press.entity_id}")


async def _check(context: Context) -> None:
    """Asked before a form that is under way is brought up."""
    alert = await context.scene.uow.alerts.get(AlertId(context.press.entity_id))
    await context.scene.check_may(Action.DRAFT_ALERT, alert_matter(alert.content))
