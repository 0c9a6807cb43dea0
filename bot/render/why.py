"""Why a notice came, and how to get fewer of its kind."""

from collections.abc import Sequence

from alerts.alert import Alert
from alerts.services.acknowledgement.explain_alert import Why
from alerts.targeting import Cause
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from texts.html import Html, paragraphs
from texts.phrases import Phrases
from texts.shops import name_of
from texts.times_and_distances import distance


def why_card(alert: Alert, causes: Sequence[Why], roles: Sequence[Html], t: Phrases) -> Message:
    """Say each cause, also the roles (in words) that bring a copy, and offer what makes fewer come."""
    head = t("why-head", number=alert.number or "")
    told = [*(_cause(one, alert, t) for one in causes), *roles] or [t("why-asked")]
    text = paragraphs(head, *told, t("why-how"))
    return Message(text, is_protected=True).with_keyboard(
        (button(t.plain("fewer"), "fewer", alert.id),), (button(t.plain("objections"), "objections"),)
    )


def _cause(one: Why, alert: Alert, t: Phrases) -> Html:
    branches = alert.content.branches
    wanted = ", ".join(sorted(t.plain(f"branch-{branch}") for branch in branches)) or t.plain("alert-all-branches")
    told = {"shop": name_of(one.shop, t), "branches": wanted, "area": one.area}
    if one.metres is None:
        return t("why-reach-unknown" if one.cause is Cause.REACH else f"why-{one.cause}", distance="", **told)
    return t(f"why-{one.cause}", distance=distance(one.metres, t), **told)
