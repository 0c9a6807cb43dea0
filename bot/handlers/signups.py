"""/aanmeldingen: who waits to be verified in my scope, and the press that vouches."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.find_coordinators import shop_matter
from alerts.services.find_twin import Twin, find_twin
from alerts.services.verify_premises import verify_premises
from alerts.services.withdraw_verification import verified_premises, withdraw_verification
from bot.callbacks import button, safe_id
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed
from bot.message import Button, Keyboard, Message, lines, paragraphs
from bot.render.mine import LABEL_LENGTH
from bot.render.shop import facts, name_of, signup_card, signup_card_now, signup_notes, undo_question
from bot.replies import Edit, Replies, Reply, Say, Toast
from bot.scene import Scene
from bot.texts import Phrases

AT_ONCE = 8


def handlers() -> list[Handler]:
    """The list, a button in a notice (`verify`) or in the list (`vouch`, or `signup` first where there is a twin), and
    the way back from either."""
    return [
        command("aanmeldingen", "signups", signups),
        pressed("verify", verify),
        pressed("vouch", vouch),
        pressed("signups", more),
        pressed("signup", look),
        pressed("unverify", ask_back),
        pressed("unverified", take_back),
        pressed("verified", keep),
    ]


async def signups(_update: Update, context: Context) -> Replies:
    """The list."""
    return [Say(await _list(context.scene, PremisesId(0)))]


async def more(_update: Update, context: Context) -> Replies:
    """The list behind what was shown, or from its beginning."""
    return [Edit(await _list(context.scene, PremisesId(context.press.entity_id)))]


async def verify(_update: Update, context: Context) -> Replies:
    """Vouch from a notice or a card, which then says that it was done; the button knows which twin was shown."""
    number, _, shown = context.press.entity.partition(".")
    premises_id = PremisesId(safe_id(number))
    toast = await _vouch(context, premises_id, next((one for one in Twin if one == shown), None))
    return [toast, Edit(await _card(context.scene, premises_id))]


async def look(_update: Update, context: Context) -> Replies:
    """One that looks like another: what there is to know, before the tap that vouches."""
    scene, premises_id = context.scene, PremisesId(context.press.entity_id)
    premises = await scene.uow.premises.get(premises_id)
    await scene.check_may(Action.VERIFY_PREMISES, await shop_matter(scene.uow, premises.place, premises.branch))
    card = await _card(scene, premises_id)
    rows = card.keyboard.rows if isinstance(card.keyboard, Keyboard) else ()
    return [Edit(card.with_keyboard(*rows, (button(scene.t.plain("nav-back"), "signups"),)))]


async def ask_back(_update: Update, context: Context) -> Replies:
    """Withdraw the verification: is that really meant?"""
    scene, press = context.scene, context.press
    premises = PremisesId(press.entity_id)
    verified = await verified_premises(scene.uow, scene.actor, premises, version=press.version, now=scene.now)
    return [Edit(undo_question(verified, scene.t))]


async def take_back(_update: Update, context: Context) -> Replies:
    """It is."""
    scene, press = context.scene, context.press
    premises = PremisesId(press.entity_id)
    await withdraw_verification(scene.uow, scene.actor, premises, version=press.version, now=scene.now)
    return [Edit(Message(scene.t("unverify-done")))]


async def keep(_update: Update, context: Context) -> Replies:
    """It is not."""
    scene, press = context.scene, context.press
    premises = PremisesId(press.entity_id)
    verified = await verified_premises(scene.uow, scene.actor, premises, version=press.version, now=scene.now)
    return [Edit(signup_card(verified, scene.t))]


async def vouch(_update: Update, context: Context) -> Replies:
    """Vouch from the list, which then goes on with the others."""
    premises_id, _, behind = context.press.entity.partition(".")
    toast = await _vouch(context, PremisesId(safe_id(premises_id)))
    return [toast, Edit(await _list(context.scene, PremisesId(safe_id(behind))))]


async def _vouch(context: Context, premises_id: PremisesId, shown: Twin | None = None) -> Reply:
    """Somebody may have been ahead, or the shop has changed since: then the screen is renewed all the same."""
    scene, version = context.scene, context.press.version
    try:
        await verify_premises(scene.uow, scene.actor, premises_id, version=version, shown=shown, now=scene.now)
    except IllegalTransition as error:
        scene.refuse(error)
        return Toast(scene.t.plain(error.text_id, **error.fields), is_alert=True)
    except Conflict as error:
        scene.refuse(error)
        return Toast(scene.t.plain("signup-changed"), is_alert=True)
    return Toast(scene.t.plain("signup-thanks"))


async def _card(scene: Scene, premises_id: PremisesId) -> Message:
    premises = await scene.uow.premises.get(premises_id)
    return await signup_card_now(scene.uow, premises, scene.now, scene.t)


async def _list(scene: Scene, behind: PremisesId) -> Message:
    """A page of the list: what was signed up after that one."""
    t = scene.t
    await scene.check_may(Action.VERIFY_PREMISES)
    waiting = [one for one in await _waiting(scene) if one.id > behind]
    from_start = ((button(t.plain("signups-from-start"), "signups"),),) if behind else ()
    if not waiting:
        return Message(t("signups-all" if behind else "signups-none")).with_keyboard(*from_start)
    shown = waiting[:AT_ONCE]
    rest = t("signups-more", count=str(len(waiting) - AT_ONCE)) if len(waiting) > AT_ONCE else ""
    twins = [await find_twin(scene.uow, one, scene.now) for one in shown]
    cards = [
        lines(
            facts(one, t),
            t("signup-check") if one.needs_check else "",
            await signup_notes(scene.uow, one, twin, t),
        )
        for one, twin in zip(shown, twins, strict=True)
    ]
    buttons = [(_button(one, twin, behind, t),) for one, twin in zip(shown, twins, strict=True)]
    text = paragraphs(t("signups-title"), *cards, rest, t("signup-how"))
    onwards = ((button(t.plain("signups-show-more"), "signups", shown[-1].id),),) if rest else from_start
    return Message(text, is_protected=True).with_keyboard(*buttons, *onwards)


def _button(premises: Premises, twin: Twin | None, behind: PremisesId, t: Phrases) -> Button:
    """One tap; what looks like another shop is looked at first."""
    name = name_of(premises, t)
    if twin is not None:
        return button(t.plain("signups-look", name=name)[:LABEL_LENGTH], "signup", premises.id)
    label = t.plain("signups-verify", name=name)[:LABEL_LENGTH]
    return button(label, "vouch", f"{premises.id}.{behind}", premises.version)


async def _waiting(scene: Scene) -> list[Premises]:
    """In scope, with somebody there, and not one's own."""
    found = []
    for premises in await scene.uow.premises.unverified():
        matter = await shop_matter(scene.uow, premises.place, premises.branch)
        if not await scene.may(Action.VERIFY_PREMISES, matter):
            continue
        people = {one.member_id for one in await scene.uow.premises.members_of(premises.id)}
        if people and scene.person().id not in people:
            found.append(premises)
    return found
