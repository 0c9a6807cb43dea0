"""/aanmeldingen: who waits to be verified in my scope, and the press that vouches."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.premises import Premises
from alerts.role import Action, Actor
from alerts.services.verify_premises import verify_premises
from bot.callbacks import button
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message, paragraphs
from bot.render.mine import LABEL_LENGTH
from bot.render.shop import facts, name_of, signup_card
from bot.replies import Edit, Replies, Reply, Say, Toast
from bot.scene import Scene

AT_ONCE = 8


def handlers() -> list[Handler]:
    """The list, and a button in a notice (`verify`) or in the list (`vouch`)."""
    return [
        command("aanmeldingen", "signups", signups),
        pressed("verify", verify),
        pressed("vouch", vouch),
        pressed("signups", refresh),
    ]


async def signups(_update: Update, context: Context) -> Replies:
    """The list."""
    return [Say(await _list(context.scene))]


async def refresh(_update: Update, context: Context) -> Replies:
    """The list as it is now."""
    return [Edit(await _list(context.scene))]


async def verify(_update: Update, context: Context) -> Replies:
    """Vouch from a notice, which then says that it was done."""
    toast = await _vouch(context)
    premises = await context.scene.uow.premises.get(PremisesId(context.press.entity_id))
    return [toast, Edit(signup_card(premises, context.scene.t))]


async def vouch(_update: Update, context: Context) -> Replies:
    """Vouch from the list, which then goes on with the others."""
    toast = await _vouch(context)
    return [toast, Edit(await _list(context.scene))]


async def _vouch(context: Context) -> Reply:
    """Somebody may have been ahead, or the shop has changed since: then the screen is renewed all the same."""
    scene, press = context.scene, context.press
    actor = Actor(scene.person(), scene.grants)
    try:
        await verify_premises(scene.uow, actor, PremisesId(press.entity_id), version=press.version, now=scene.now)
    except IllegalTransition as error:
        return Toast(scene.t.plain(error.text_id, **error.fields), is_alert=True)
    except Conflict:
        return Toast(scene.t.plain("signup-changed"), is_alert=True)
    return Toast(scene.t.plain("signup-thanks"))


async def _list(scene: Scene) -> Message:
    t = scene.t
    await scene.check_may(Action.VERIFY_PREMISES)
    waiting = await _waiting(scene)
    if not waiting:
        return Message(t("signups-none"))
    shown = waiting[:AT_ONCE]
    rest = t("signups-more", count=str(len(waiting) - AT_ONCE)) if len(waiting) > AT_ONCE else ""
    cards = [paragraphs(facts(one, t), t("signup-check") if one.needs_check else "") for one in shown]
    buttons = [
        (button(t.plain("signups-verify", name=name_of(one, t))[:LABEL_LENGTH], "vouch", one.id, one.version),)
        for one in shown
    ]
    text = paragraphs(t("signups-title"), *cards, rest, t("signup-how"))
    more = ((button(t.plain("signups-refresh"), "signups"),),) if rest else ()
    return Message(text, is_protected=True).with_keyboard(*buttons, *more)


async def _waiting(scene: Scene) -> list[Premises]:
    """In scope, with somebody there, and not one's own."""
    found = []
    for premises in await scene.uow.premises.unverified():
        if not await scene.may(Action.VERIFY_PREMISES, premises.place):
            continue
        people = {one.member_id for one in await scene.uow.premises.members_of(premises.id)}
        if people and scene.person().id not in people:
            found.append(premises)
    return found
