"""Below a notice: why it came, its map, how to get fewer, and what the shop did after it."""

from telegram import Update

from alerts.ids import AlertId, PremisesId
from alerts.services.acknowledgement.act_on_alert import (
    alert_to_act_on,
    offered_measures,
    taken_measures,
    toggle_measure,
)
from alerts.services.acknowledgement.explain_alert import explain_alert, roles_behind
from alerts.services.acknowledgement.get_fewer import get_fewer, take_back, ways_to_get_fewer
from alerts.services.alert.send_map import send_map
from alerts.services.shop.find_premises import own_premises
from bot.conversation.callbacks import button, id_and_choice, ids, safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.acknowledgement import measures_card, shops_card
from bot.render.fewer import fewer_card, fewer_done
from bot.render.settings import pause_until
from bot.render.why import why_card
from texts.roles import role_words


def handlers() -> list[Handler]:
    """List the handlers of the buttons."""
    return [
        command("waarom", "why", why_newest),
        pressed("why", why),
        pressed("map", show_map),
        pressed("fewer", fewer),
        pressed("fewer-do", choose_fewer),
        pressed("fewer-undo", undo_fewer),
        pressed("act", act),
        pressed("act-shop", choose_shop),
        pressed("act-measure", toggle),
    ]


async def why_newest(_update: Update, context: Context) -> Replies:
    """Say why the newest notice came."""
    request = context.request
    newest = await request.uow.deliveries.newest_for(request.person().address.id)
    if newest is None:
        held = (button(request.t.plain("objections"), "objections"),)
        return [Say(Message(request.t("why-none")).with_keyboard(held))]
    return [Say(await _why(request, newest))]


async def why(_update: Update, context: Context) -> Replies:
    """Say why this notice came."""
    return [Say(await _why(context.request, AlertId(context.press.entity_id)))]


async def _why(request: Request, number: AlertId) -> Message:
    uow, member = request.uow, request.person().id
    alert, causes = await explain_alert(uow, member, number)
    roles = [
        await role_words(uow, one, request.t, "why-role") for one in await roles_behind(uow, member, alert, request.now)
    ]
    return why_card(alert, causes, roles, request.t)


async def show_map(_update: Update, context: Context) -> Replies:
    """Have the map follow, behind all texts that are being sent."""
    request = context.request
    await send_map(request.uow, request.person(), AlertId(context.press.entity_id), request.now)
    return [Toast(request.t.plain("map-comes"))]


async def fewer(_update: Update, context: Context) -> Replies:
    """Offer what makes fewer notices like this one come."""
    request = context.request
    number = AlertId(context.press.entity_id)
    return [Say(fewer_card(*await ways_to_get_fewer(request.uow, request.person(), number, request.now), request.t))]


async def choose_fewer(_update: Update, context: Context) -> Replies:
    """Do what the button says at once, and offer to take it back."""
    request, (number, key) = context.request, id_and_choice(context.press)
    until = pause_until("week", request.now, request.zone) or request.now
    alert, way = await get_fewer(
        request.uow, request.person(), AlertId(number), key, pause_until=until, now=request.now
    )
    return [Edit(fewer_done(alert, way, until, request.t, request.zone))]


async def undo_fewer(_update: Update, context: Context) -> Replies:
    """Take it back, and offer the ways again."""
    request, (number, key) = context.request, id_and_choice(context.press)
    await take_back(request.uow, request.person(), AlertId(number), key, now=request.now)
    request.member = await request.uow.members.get(request.person().id)
    alert, ways = await ways_to_get_fewer(request.uow, request.member, AlertId(number), request.now)
    return [Edit(fewer_card(alert, ways, request.t, is_taken_back=True))]


async def act(_update: Update, context: Context) -> Replies:
    """Show the measures of the shop below the notice; where somebody has several shops, ask first for which."""
    request, number = context.request, AlertId(context.press.entity_id)
    await alert_to_act_on(request.uow, request.person().id, number)
    shops = [one.premises for one in await request.uow.premises.followings(request.person().id)]
    if not shops:
        return [Say(Message(request.t("act-no-shop")))]
    if len(shops) > 1:
        return [Say(shops_card(number, shops, request.t))]
    return [Say(await _card(request, number, shops[0].id))]


async def choose_shop(_update: Update, context: Context) -> Replies:
    """Show the measures of the chosen shop."""
    number, shop = ids(context.press, 2)
    return [Edit(await _card(context.request, AlertId(number), PremisesId(shop)))]


async def toggle(_update: Update, context: Context) -> Replies:
    """Note that the measure was taken, or take that back."""
    request = context.request
    number, rest = id_and_choice(context.press)
    shop, _, key = rest.partition(".")
    alert, premises = AlertId(number), PremisesId(safe_id(shop))
    await toggle_measure(request.uow, request.person().id, alert, premises, key, request.now)
    return [Edit(await _card(request, alert, premises))]


async def _card(request: Request, number: AlertId, shop: PremisesId) -> Message:
    alert = await alert_to_act_on(request.uow, request.person().id, number)
    premises = (await own_premises(request.uow, request.person().id, shop)).premises
    offered = await offered_measures(request.uow, alert, premises)
    taken = await taken_measures(request.uow, alert, premises, request.now)
    return measures_card(alert, premises, offered, taken, request.t)
