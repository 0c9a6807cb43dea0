"""Approving: the notices of colleagues, in one's own scope, never one's own."""

from telegram import Update

from alerts.alert import Decision
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.decide_alert import decide_alert
from alerts.services.find_coordinators import alert_matter
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message
from bot.render.alert_views import approval_message
from bot.render.view import View
from bot.replies import Edit, Replies, Say
from bot.scene import Scene


def handlers() -> list[Handler]:
    """What approvers do."""
    return [
        command("goedkeuren", "approvals", show_pending),
        pressed("approve", approve),
        pressed("return", give_back),
    ]


async def show_pending(_update: Update, context: Context) -> Replies:
    """Everything in scope that waits for somebody else's eyes."""
    scene = context.scene
    await scene.check_may(Action.APPROVE_ALERT)
    member = scene.person()
    view = View({}, scene.t, scene.uow, scene.now, scene.zone)
    waiting = [
        Say(await approval_message(alert, view))
        for alert in await scene.uow.alerts.pending()
        if alert.author_id != member.id and await scene.may(Action.APPROVE_ALERT, alert_matter(alert.content))
    ]
    return waiting or [Say(Message(scene.t("approvals-none")))]


async def approve(_update: Update, context: Context) -> Replies:
    """Send it."""
    decided = await _decide(context, Decision.APPROVED)
    return [Edit(Message(context.scene.t("approval-approved", number=decided[0], recipients=decided[1])))]


async def give_back(_update: Update, context: Context) -> Replies:
    """Back to who wrote it."""
    decided = await _decide(context, Decision.RETURNED)
    return [Edit(Message(context.scene.t("approval-returned", number=decided[0])))]


async def _decide(context: Context, decision: Decision) -> tuple[str, int]:
    scene: Scene = context.scene
    await scene.check_may(Action.APPROVE_ALERT)
    press = context.press
    decided = await decide_alert(
        scene.uow, AlertId(press.entity_id), press.version, scene.person().id, decision, scene.now
    )
    return decided.alert.number or "", decided.recipients
