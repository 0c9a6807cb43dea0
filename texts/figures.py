"""Figures in words: their month, and how many of those who reported knew in time what became of it."""

from alerts.figures import Figures, Nearly
from texts.html import Html
from texts.phrases import Phrases


def month_words(figures: Figures, t: Phrases) -> dict[str, str]:
    """Return the variables `month` and `year` of a sentence."""
    return {"month": t.plain(f"month-{figures.month.month}"), "year": str(figures.month.year)}


def in_time_words(figures: Figures, t: Phrases) -> Html:
    """Say of how many reports the reporter knew within 48 hours what became of it; empty where that is not shown."""
    part, total = figures.in_time, figures.table.total
    if part is None or total is None:
        return Html("")
    if isinstance(part, Nearly):
        return t(f"figures-in-time-{part.name.lower()}")
    percent = str((200 * part + total) // (2 * total))  # rounded half up
    return t("figures-in-time", part=str(part), total=str(total), percent=percent)
