"""The answers to whether a shop is still as it was verified."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.services.attest_premises import attest
from alerts.services.find_premises import owned_premises
from bot.context import Context
from bot.handlers.matching import Handler, pressed
from bot.render.attestation import attest_card
from bot.render.mine import shop_menu
from bot.replies import Edit, Replies, Toast


def handlers() -> list[Handler]:
    """Yes, and no."""
    return [pressed("attest", still_right), pressed("attest-no", has_changed)]


async def still_right(_update: Update, context: Context) -> Replies:
    """All as it was; what has changed since it was shown is shown again first."""
    scene, press = context.scene, context.press
    premises = PremisesId(press.entity_id)
    try:
        await attest(scene.uow, scene.person(), premises, version=press.version, now=scene.now)
        toast = Toast(scene.t.plain("attest-thanks"))
    except IllegalTransition as error:
        scene.refuse(error)
        toast = Toast(scene.t.plain(error.text_id, **error.fields), is_alert=True)
    except Conflict as error:
        scene.refuse(error)
        toast = Toast(scene.t.plain("attest-changed"), is_alert=True)
    return [toast, Edit(attest_card(await scene.uow.premises.get(premises), scene.t))]


async def has_changed(_update: Update, context: Context) -> Replies:
    """The menu in which the owner changes it, with the same answer below."""
    scene = context.scene
    following = await owned_premises(scene.uow, scene.person().id, PremisesId(context.press.entity_id))
    return [Edit(shop_menu(following, scene.t))]
