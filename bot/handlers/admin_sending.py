"""Stopping what is still being sent, without a word of what it says."""

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.stop_sending import still_sending, stop_sending
from bot.context import Context
from bot.handlers.matching import Handler, pressed
from bot.message import Message
from bot.render.admin import back_home, sending_list, stop_question
from bot.replies import Edit, Replies


def handlers() -> list[Handler]:
    """The list, the question, and the stop."""
    return [
        pressed("admin-live", show),
        pressed("admin-stop", ask),
        pressed("admin-stopped", stop),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """What waits to be sent in scope."""
    scene = context.scene
    await scene.check_may(Action.ADMINISTER)
    return [Edit(sending_list(await still_sending(scene.uow, scene.actor, scene.now), scene.t))]


async def ask(_update: Update, context: Context) -> Replies:
    """Is that really meant?"""
    scene, alert = context.scene, context.press.entity_id
    await scene.check_may(Action.ADMINISTER)
    found = [one for one in await still_sending(scene.uow, scene.actor, scene.now) if one.alert.id == alert]
    if not found:
        raise IllegalTransition("all-sent")
    return [Edit(stop_question(found[0], scene.t))]


async def stop(_update: Update, context: Context) -> Replies:
    """It is."""
    scene = context.scene
    await scene.check_may(Action.ADMINISTER)
    stopped = await stop_sending(scene.uow, scene.actor, AlertId(context.press.entity_id), scene.now)
    return [Edit(Message(scene.t("admin-stop-done", count=stopped)).with_keyboard(back_home(scene.t)))]
