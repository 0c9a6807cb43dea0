"""Answers to the half-yearly question whether a shop is still as it was verified."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.services.shop.attest_premises import attest
from alerts.services.shop.find_premises import owned_premises
from bot.conversation.replies import Edit, Replies, Toast
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.attestation import attest_card
from bot.render.my_overview import shop_menu


def handlers() -> list[Handler]:
    """List the handlers for the answers yes and no."""
    return [pressed("attest", still_right), pressed("attest-no", has_changed)]


async def still_right(_update: Update, context: Context) -> Replies:
    """Confirm that the shop is unchanged; if it changed since the question, show it again first."""
    request, press = context.request, context.press
    premises = PremisesId(press.entity_id)
    try:
        await attest(request.uow, request.person(), premises, version=press.version, now=request.now)
        toast = Toast(request.t.plain("attest-thanks"))
    except IllegalTransition as error:
        request.refuse(error)
        toast = Toast(request.t.plain(error.text_id, **error.fields), is_alert=True)
    except Conflict as error:
        request.refuse(error)
        toast = Toast(request.t.plain("attest-changed"), is_alert=True)
    return [toast, Edit(attest_card(await request.uow.premises.get(premises), request.t))]


async def has_changed(_update: Update, context: Context) -> Replies:
    """Show the menu in which the owner changes the shop."""
    request = context.request
    following = await owned_premises(request.uow, request.person().id, PremisesId(context.press.entity_id))
    return [Edit(shop_menu(following, request.t))]
