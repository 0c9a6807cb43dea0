"""The periodic question whether a shop is still as it was verified, and the notices when nobody answers."""

from collections.abc import Mapping

from alerts.ids import PremisesId
from alerts.premises import Premises
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.view import View, WriteView
from bot.render.shop import runs_it, signup_notice, standing
from texts.html import paragraphs
from texts.phrases import Phrases
from texts.shops import facts, name_of


def attest_card(premises: Premises, t: Phrases) -> Message:
    """Render the question to an owner while it is open; otherwise the shop's status."""
    if not premises.askings:
        return Message(paragraphs(facts(premises, t), standing(premises, t)), is_protected=True)
    question = t("attest-question" if premises.askings == 1 else "attest-reminder")
    changed = button(t.plain("attest-no"), "attest-no", premises.id, premises.version)
    text = paragraphs(question, facts(premises, t), t("attest-why"))
    return Message(text, is_protected=True).with_keyboard((attest_button(premises, t),), (changed,))


def attest_button(premises: Premises, t: Phrases) -> Button:
    """Make the button that confirms the shop's details."""
    return button(t.plain("attest-yes"), "attest", premises.id, premises.version)


async def asked(view: View) -> Message:
    """Ask an owner whether the details are still right."""
    return attest_card(await _premises(view), view.t)


async def lapsed(view: View) -> Message:
    """Tell a shop's people that its verification lapsed, and what to do."""
    premises = await _premises(view)
    way_out = "" if await runs_it(view, premises) else view.t("attest-lapsed-colleague")
    lapsed = view.t("attest-lapsed", name=name_of(premises, view.t))
    return Message(paragraphs(lapsed, standing(premises, view.t), way_out))


async def shop_lapsed(view: View) -> Message:
    """Tell coordinators that a shop's verification lapsed and must be renewed."""
    return await signup_notice(view, "signup-lapsed")


async def _premises(view: View) -> Premises:
    return await view.uow.premises.get(PremisesId(view.number("premises")))


ATTESTATION_VIEWS: Mapping[str, WriteView] = {
    "attest": asked,
    "lapsed": lapsed,
    "shop-lapsed": shop_lapsed,
}
