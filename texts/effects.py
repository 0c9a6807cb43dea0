"""What happened after a notice in words: the days that are counted, and numbers of which small ones are not shown."""

from datetime import date

from alerts.effect import DAYS, Effect
from texts.html import Html
from texts.phrases import Phrases


def count_words(count: int | None, t: Phrases) -> str:
    """Write a count; words for one that is too small to be shown."""
    return t.plain("effect-few") if count is None else str(count)


def days_words(effect: Effect, t: Phrases) -> Html:
    """Say which days are counted, and beside what."""
    return t("effect-days", first=_day(effect.first, t), last=_day(effect.last, t), days=DAYS)


def _day(day: date, t: Phrases) -> str:
    return t.plain("day", day=str(day.day), month=t.plain(f"month-{day.month}"), year=str(day.year))
