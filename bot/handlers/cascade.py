"""The buttons of a cascade's card: *Gezien*, *Ik neem dit op mij*, and the whole cascade."""

from telegram import Update

from alerts.ids import IncidentId
from alerts.services.cascade.acknowledge import acknowledge, take_on
from alerts.services.cascade.read_cascade import cascade_in_scope
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.cascade import cascade_card, whole_cascade


def handlers() -> list[Handler]:
    """List the handlers of the three buttons."""
    return [pressed("cascade-seen", see), pressed("cascade-take", take), pressed("cascade-whole", show)]


async def see(_update: Update, context: Context) -> Replies:
    """Note that the presser has seen it."""
    request, number = context.request, IncidentId(context.press.entity_id)
    cascade = await acknowledge(request.uow, request.actor, number, request.now)
    incident = await request.uow.incidents.get(number)
    toast = Toast(request.t.plain("cascade-seen-now"))
    return [toast, Edit(await cascade_card(incident, cascade, request.view()))]


async def take(_update: Update, context: Context) -> Replies:
    """Note that the presser takes it on."""
    request, number = context.request, IncidentId(context.press.entity_id)
    cascade = await take_on(request.uow, request.actor, number, request.now)
    incident = await request.uow.incidents.get(number)
    toast = Toast(request.t.plain("cascade-taken-now"))
    return [toast, Edit(await cascade_card(incident, cascade, request.view()))]


async def show(_update: Update, context: Context) -> Replies:
    """Show the whole cascade with its times, below the card."""
    request, number = context.request, IncidentId(context.press.entity_id)
    incident, cascade = await cascade_in_scope(request.uow, request.actor, number, request.now)
    return [Say(await whole_cascade(incident, cascade, request.view()))]
