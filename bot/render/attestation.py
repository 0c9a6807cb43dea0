"""Whether a shop is still as it was verified: the question, and what becomes of it without an answer."""

from collections.abc import Mapping

from alerts.ids import PremisesId
from alerts.premises import Premises
from bot.callbacks import button
from bot.message import Button, Message, paragraphs
from bot.render.shop import facts, name_of, signup_card_now, standing
from bot.render.shop_views import runs_it
from bot.render.view import View, WriteView
from bot.texts import Phrases


def attest_card(premises: Premises, t: Phrases) -> Message:
    """The question to an owner while it is open; else how the shop stands."""
    if not premises.askings:
        return Message(paragraphs(facts(premises, t), standing(premises, t)), is_protected=True)
    question = t("attest-question" if premises.askings == 1 else "attest-reminder")
    changed = button(t.plain("attest-no"), "attest-no", premises.id, premises.version)
    text = paragraphs(question, facts(premises, t), t("attest-why"))
    return Message(text, is_protected=True).with_keyboard((attest_button(premises, t),), (changed,))


def attest_button(premises: Premises, t: Phrases) -> Button:
    """All is as it is shown."""
    return button(t.plain("attest-yes"), "attest", premises.id, premises.version)


async def asked(view: View) -> Message:
    """To an owner: is it still right."""
    return attest_card(await _premises(view), view.t)


async def lapsed(view: View) -> Message:
    """To a shop's people: verified no longer, and what to do."""
    premises = await _premises(view)
    way_out = "" if await runs_it(view, premises) else view.t("attest-lapsed-colleague")
    lapsed = view.t("attest-lapsed", name=name_of(premises, view.t))
    return Message(paragraphs(lapsed, standing(premises, view.t), way_out))


async def shop_lapsed(view: View) -> Message:
    """To coordinators: a shop to be verified anew."""
    return await signup_card_now(view.uow, await _premises(view), view.now, view.t, "signup-lapsed")


async def _premises(view: View) -> Premises:
    return await view.uow.premises.get(PremisesId(view.number("premises")))


ATTESTATION_VIEWS: Mapping[str, WriteView] = {
    "attest": asked,
    "lapsed": lapsed,
    "shop-lapsed": shop_lapsed,
}
