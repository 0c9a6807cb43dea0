"""Stopping alerts that are still being sent, without showing their text, and reopening chats that a 429 answer
closed."""

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.resume_sending import resume_sending
from alerts.services.alert.stop_sending import still_sending, stop_sending
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context
from bot.handlers.matching import Handler, command, pressed
from bot.render.admin import back_home, sending_list, stop_question


def handlers() -> list[Handler]:
    """List the handlers; /hervat is a command because it must work while no answer can be sent."""
    return [
        command("hervat", "resume", resume),
        pressed("admin-live", show),
        pressed("admin-stop", ask),
        pressed("admin-stopped", stop),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """List the alerts in scope that are still being sent."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    return [Edit(sending_list(await still_sending(request.uow, request.actor, request.now), request.t))]


async def ask(_update: Update, context: Context) -> Replies:
    """Ask to confirm that this alert's sending stops. Raises IllegalTransition if all of it was sent."""
    request, alert = context.request, context.press.entity_id
    await request.check_may(Action.ADMINISTER)
    found = [one for one in await still_sending(request.uow, request.actor, request.now) if one.alert.id == alert]
    if not found:
        raise IllegalTransition("all-sent")
    return [Edit(stop_question(found[0], request.t))]


async def stop(_update: Update, context: Context) -> Replies:
    """Cancel the deliveries of this alert that are still queued."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    stopped = await stop_sending(request.uow, request.actor, AlertId(context.press.entity_id), request.now)
    return [Edit(Message(request.t("admin-stop-done", count=stopped)).with_keyboard(back_home(request.t)))]


async def resume(_update: Update, context: Context) -> Replies:
    """Retry at once the chats that closed after a 429 answer."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    opened = await resume_sending(request.uow, request.actor, request.now)
    return [Say(Message(request.t("admin-resumed" if opened else "admin-resumed-nothing", count=opened)))]
