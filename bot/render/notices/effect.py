"""The message to the sender of a notice about what happened in the thirty days after it."""

from collections.abc import Mapping

from alerts.effect import EffectRow
from alerts.ids import AlertId
from alerts.services.effect.tell_effect import may_read
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView
from texts.effects import count_words, days_words
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases


async def effect(view: View) -> Message:
    """Render what was counted, and that it proves nothing; a sender who may not send there any more gets a refusal."""
    alert_id, t = AlertId(view.number("alert")), view.t
    alert = await view.uow.alerts.get(alert_id)
    counted = await view.uow.effects.of(alert_id)
    if counted is None or not await may_read(view.uow, alert, view.now):
        return Message(t("not-allowed-outside-scope"))
    rows = [_row(one, t) for one in counted.rows]
    head = t("effect-head", number=alert.number or "")
    text = paragraphs(lines(head, days_words(counted, t)), *rows, lines(t("effect-caveat"), t("effect-hint")))
    return Message(text, is_protected=True)


def _row(row: EffectRow, t: Phrases) -> Html:
    here = t("effect-here", after=count_words(row.here_after, t), before=count_words(row.here_before, t))
    elsewhere = t(
        "effect-elsewhere", after=count_words(row.elsewhere_after, t), before=count_words(row.elsewhere_before, t)
    )
    return lines(t(f"effect-{row.what}"), here, elsewhere)


EFFECT_VIEWS: Mapping[str, WriteView] = {"effect": effect}
