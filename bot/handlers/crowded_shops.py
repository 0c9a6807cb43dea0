"""How many people belong to a shop: the coordinator's list, and buttons that raise the limit or vouch for new
people."""

from telegram import Update

from alerts.ids import PremisesId
from alerts.role import Action
from alerts.services.shop.limit_people import allow_more, crowded_shops, shop_for, vouch_for_people
from bot.conversation.callbacks import ids
from bot.conversation.likely_choices import MOST
from bot.conversation.replies import Edit, Replies, Toast
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.crowded_shop import crowd_card, crowd_list

AT_ONCE = MOST


def handlers() -> list[Handler]:
    """List the handlers for the list, one shop, and its two buttons."""
    return [
        pressed("crowds", show_list),
        pressed("crowd", show),
        pressed("crowd-vouch", vouch),
        pressed("crowd-more", more),
    ]


async def show_list(_update: Update, context: Context) -> Replies:
    """List the verified shops in scope with the most people."""
    request = context.request
    await request.check_may(Action.VERIFY_PREMISES)
    found = await crowded_shops(request.uow, request.person().id, request.now)
    return [Edit(await crowd_list(found, request.view(), at_once=AT_ONCE))]


async def show(_update: Update, context: Context) -> Replies:
    """Show one crowded shop with its people."""
    request = context.request
    premises = await shop_for(request.uow, request.actor, PremisesId(context.press.entity_id), request.now)
    return [Edit(await crowd_card(premises, request.view()))]


async def vouch(_update: Update, context: Context) -> Replies:
    """Record that the coordinator knows the new people of the shop."""
    request = context.request
    premises = await vouch_for_people(request.uow, request.actor, PremisesId(context.press.entity_id), request.now)
    return [Toast(request.t.plain("crowd-vouched")), Edit(await crowd_card(premises, request.view()))]


async def more(_update: Update, context: Context) -> Replies:
    """Raise the number of people that may belong to the shop."""
    request, (number, most) = context.request, ids(context.press, 2)
    premises = await allow_more(request.uow, request.actor, PremisesId(number), most, request.now)
    return [Toast(request.t.plain("crowd-allowed")), Edit(await crowd_card(premises, request.view()))]
