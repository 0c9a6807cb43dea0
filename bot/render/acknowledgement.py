"""The card on which a shop says which measures it took after a notice."""

from collections.abc import Sequence

from alerts.alert import Alert
from alerts.ids import AlertId
from alerts.measure import Measure
from alerts.premises import Premises
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from bot.render.my_overview import chosen
from texts.html import paragraphs
from texts.measures import measure_words
from texts.phrases import Phrases
from texts.shops import name_of


def shops_card(alert: AlertId, shops: Sequence[Premises], t: Phrases) -> Message:
    """Ask for which shop, where somebody has several."""
    rows = ((button(name_of(shop, t), "act-shop", f"{alert}.{shop.id}"),) for shop in shops)
    return Message(t("act-which-shop"), is_protected=True).with_keyboard(*rows)


def measures_card(
    alert: Alert, shop: Premises, offered: Sequence[Measure], taken: Sequence[str], t: Phrases
) -> Message:
    """List the measures with a button for each; those that were taken have a tick."""
    told = (t("act-measure", number=at, measure=measure_words(one, t)) for at, one in enumerate(offered, 1))
    head = t("act-head", number=alert.number or "", shop=name_of(shop, t))
    rows = [
        (
            button(
                chosen(t.plain("act-button", number=at), t, is_on=one.key in taken),
                "act-measure",
                f"{alert.id}.{shop.id}.{one.key}",
            ),
        )
        for at, one in enumerate(offered, 1)
    ]
    thanks = t("act-thanks", count=len(taken)) if taken else t("act-how")
    return Message(paragraphs(head, *told, thanks), is_protected=True).with_keyboard(*rows)
