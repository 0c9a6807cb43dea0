"""/aanmeldingen: the shops in scope that wait for verification, and the buttons that verify them."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PremisesId
from alerts.premises import Premises
from alerts.role import Action
from alerts.services.permission.locate_matter import shop_matter
from alerts.services.shop.find_signups import find_signups
from alerts.services.shop.find_twin import Twin, find_twin
from alerts.services.shop.verify_premises import verify_premises
from alerts.services.shop.withdraw_verification import verified_premises, withdraw_verification
from bot.conversation.callbacks import button, safe_id
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Button, Keyboard, Message
from bot.conversation.replies import Edit, Replies, Reply, Say, Toast
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.my_overview import LABEL_LENGTH
from bot.render.shop import signup_card, signup_card_now, undo_question
from texts.html import lines, paragraphs
from texts.phrases import Phrases
from texts.shops import facts, name_of, signup_notes

AT_ONCE = MOST - 2  # beside the buttons for more and for crowded shops


def handlers() -> list[Handler]:
    """List the handlers: the list, a button in a notice (`verify`) or in the list (`vouch`, or `signup` first where
    there is a twin), and those that withdraw a verification."""
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
    """Show the first page of the list."""
    return [Say(await _list(context.request, PremisesId(0)))]


async def more(_update: Update, context: Context) -> Replies:
    """Show the page after the shop that the button names, or the first page."""
    return [Edit(await _list(context.request, PremisesId(context.press.entity_id)))]


async def verify(_update: Update, context: Context) -> Replies:
    """Verify a shop from a notice or card and update that card; the button names the twin that it showed."""
    number, _, shown = context.press.entity.partition(".")
    premises_id = PremisesId(safe_id(number))
    toast = await _vouch(context, premises_id, next((one for one in Twin if one == shown), None))
    return [toast, Edit(await _card(context.request, premises_id))]


async def look(_update: Update, context: Context) -> Replies:
    """Show a shop that resembles another one, with what is known, before the button that verifies it."""
    request, premises_id = context.request, PremisesId(context.press.entity_id)
    await request.check_may(Action.VERIFY_PREMISES)
    premises = await request.uow.premises.get(premises_id)
    await request.check_reach(Action.VERIFY_PREMISES, await shop_matter(request.uow, premises.place, premises.branch))
    card = await _card(request, premises_id)
    rows = card.keyboard.rows if isinstance(card.keyboard, Keyboard) else ()
    return [Edit(card.with_keyboard(*rows, (button(request.t.plain("nav-back"), "signups"),)))]


async def ask_back(_update: Update, context: Context) -> Replies:
    """Ask to confirm that the verification is withdrawn."""
    request, press = context.request, context.press
    premises = PremisesId(press.entity_id)
    verified = await verified_premises(request.uow, request.actor, premises, version=press.version, now=request.now)
    return [Edit(undo_question(verified, request.t))]


async def take_back(_update: Update, context: Context) -> Replies:
    """Withdraw the verification."""
    request, press = context.request, context.press
    premises = PremisesId(press.entity_id)
    await withdraw_verification(request.uow, request.actor, premises, version=press.version, now=request.now)
    return [Edit(Message(request.t("unverify-done")))]


async def keep(_update: Update, context: Context) -> Replies:
    """Keep the verification and show the card again."""
    request, press = context.request, context.press
    premises = PremisesId(press.entity_id)
    verified = await verified_premises(request.uow, request.actor, premises, version=press.version, now=request.now)
    return [Edit(signup_card(verified, request.t))]


async def vouch(_update: Update, context: Context) -> Replies:
    """Verify a shop from the list and show the rest of the list."""
    premises_id, _, behind = context.press.entity.partition(".")
    toast = await _vouch(context, PremisesId(safe_id(premises_id)))
    return [toast, Edit(await _list(context.request, PremisesId(safe_id(behind))))]


async def _vouch(context: Context, premises_id: PremisesId, shown: Twin | None = None) -> Reply:
    """Verify the shop; if a colleague was first or the shop has changed, return a toast that says so."""
    request, version = context.request, context.press.version
    try:
        await verify_premises(request.uow, request.actor, premises_id, version=version, shown=shown, now=request.now)
    except IllegalTransition as error:
        request.refuse(error)
        return Toast(request.t.plain(error.text_id, **error.fields), is_alert=True)
    except Conflict as error:
        request.refuse(error)
        return Toast(request.t.plain("signup-changed"), is_alert=True)
    return Toast(request.t.plain("signup-thanks"))


async def _card(request: Request, premises_id: PremisesId) -> Message:
    premises = await request.uow.premises.get(premises_id)
    return await signup_card_now(request.uow, premises, request.now, request.t)


async def _list(request: Request, behind: PremisesId) -> Message:
    """Render one page of the list: the shops after the id `behind`."""
    t = request.t
    await request.check_may(Action.VERIFY_PREMISES)
    waiting = [one for one in await find_signups(request.uow, request.actor, request.now) if one.id > behind]
    crowds = (button(t.plain("signups-crowds"), "crowds"),)
    from_start = (((button(t.plain("signups-from-start"), "signups")),),) if behind else ()
    if not waiting:
        return Message(t("signups-all" if behind else "signups-none")).with_keyboard(*from_start, crowds)
    shown = waiting[:AT_ONCE]
    rest = t("signups-more", count=str(len(waiting) - AT_ONCE)) if len(waiting) > AT_ONCE else ""
    twins = [await find_twin(request.uow, one, request.now) for one in shown]
    cards = [
        lines(
            facts(one, t),
            t("signup-check") if one.needs_check else "",
            await signup_notes(request.uow, one, twin, request.now, t),
        )
        for one, twin in zip(shown, twins, strict=True)
    ]
    buttons = [(_button(one, twin, behind, t),) for one, twin in zip(shown, twins, strict=True)]
    text = paragraphs(t("signups-title"), *cards, rest, t("signup-how"))
    onwards = ((button(t.plain("signups-show-more"), "signups", shown[-1].id),),) if rest else from_start
    return Message(text, is_protected=True).with_keyboard(*buttons, *onwards, crowds)


def _button(premises: Premises, twin: Twin | None, behind: PremisesId, t: Phrases) -> Button:
    """Make the button that verifies a shop; a shop with a twin gets one that shows it first."""
    name = name_of(premises, t)
    if twin is not None:
        return button(t.plain("signups-look", name=name)[:LABEL_LENGTH], "signup", premises.id)
    label = t.plain("signups-verify", name=name)[:LABEL_LENGTH]
    return button(label, "vouch", f"{premises.id}.{behind}", premises.version)
