"""Why two reports may be about the same event, in words."""

from datetime import timedelta

from alerts.duplicates import Likeness
from texts.html import Html, joined
from texts.phrases import Phrases
from texts.times_and_distances import distance, duration

_AT_ONCE = timedelta(minutes=1)


def likeness_words(alike: Likeness, t: Phrases) -> Html:
    """Name the reasons: kind, signals, place and time, the other report as seen from this one."""
    kind = t("alike-kind" if alike.is_same_kind else "alike-robbery") if alike.has_like_kind else ""
    signals = t("alike-signals", count=len(alike.shared)) if alike.shared else ""
    return joined(", ", kind, signals, _place(alike, t), _time(alike, t))


def _place(alike: Likeness, t: Phrases) -> Html:
    if alike.is_same_shop:
        return t("alike-shop")
    return t("alike-postcode") if alike.distance_m is None else distance(alike.distance_m, t)


def _time(alike: Likeness, t: Phrases) -> Html:
    if abs(alike.earlier) < _AT_ONCE:
        return t("alike-at-once")
    is_earlier = alike.earlier > timedelta(0)
    return t("alike-earlier" if is_earlier else "alike-later", duration=duration(abs(alike.earlier), t))
