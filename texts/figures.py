"""Figures in words: their month, how many of those who reported knew in time what became of it, and by what notices are
counted."""

from collections.abc import Sequence
from datetime import date

from alerts.figures import Figures, Nearly
from alerts.notice_figures import FOR_BRANCHES, NOTICE_KINDS, OF_NOTICES, NoticeFigures
from texts.html import Html
from texts.phrases import Phrases


def month_words(month: date, t: Phrases) -> dict[str, str]:
    """Return the variables `month` and `year` of a sentence, of a month by its first day."""
    return {"month": t.plain(f"month-{month.month}"), "year": str(month.year)}


def in_time_words(figures: Figures, t: Phrases) -> Html:
    """Say of how many reports the reporter knew within 48 hours what became of it; empty where that is not shown."""
    part, total = figures.in_time, figures.table.total
    if part is None or total is None:
        return Html("")
    if isinstance(part, Nearly):
        return t(f"figures-in-time-{part.name.lower()}")
    percent = str((200 * part + total) // (2 * total))  # rounded half up
    return t("figures-in-time", part=str(part), total=str(total), percent=percent)


def notice_lists(notices: NoticeFigures, t: Phrases) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the numbers of notices that are shown, each list under the name of what it is counted by; the largest
    number first."""
    branches = {"several": "figures-branches-several", "every": "alert-all-branches"}
    named = {
        "kind": ([t.plain(f"kind-{one}") for one in NOTICE_KINDS], notices.by_kind),
        "outcome": ([t.plain(f"figures-notice-{one}") for one in OF_NOTICES], notices.by_outcome),
        "branches": ([t.plain(branches.get(one, f"branch-{one}")) for one in FOR_BRANCHES], notices.by_branches),
    }
    return {name: _largest_first(labels, counts) for name, (labels, counts) in named.items()}


def _largest_first(labels: Sequence[str], counts: Sequence[int | None]) -> tuple[tuple[str, int], ...]:
    shown = [(label, count) for label, count in zip(labels, counts, strict=True) if count is not None]
    return tuple(sorted(shown, key=lambda one: -one[1]))
