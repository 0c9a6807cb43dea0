"""Words for the result of a drill."""

from datetime import timedelta

from alerts.drill import Reactions
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.times_and_distances import duration


def reaction_words(reactions: Reactions, t: Phrases) -> Html:
    """Say how many read a drill within how many minutes, and how long half of them took."""
    if reactions.half_s is None:
        return t("drill-nobody")
    within = (t("drill-within", minutes=most, count=count, sent=reactions.sent) for most, count in reactions.within)
    half = duration(timedelta(seconds=reactions.half_s), t)
    return lines(t("drill-result"), *within, t("drill-half", duration=half))
