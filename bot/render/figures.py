"""The screen of figures: a line for each kind of report with its outcomes, and buttons for other months."""

from datetime import date

from alerts.figures import KINDS, Figures, month_after, month_before
from alerts.services.tally.show_figures import MonthOfFigures
from alerts.tally import OF_REPORTS
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from texts.figures import in_time_words, month_words
from texts.html import Html, joined, lines, paragraphs
from texts.phrases import Phrases


def figures_screen(shown: MonthOfFigures, t: Phrases) -> Message:
    """Render the figures of a month: every number that may be shown, and nothing in place of the others. They are
    protected, because figures of several scopes together say more than each."""
    figures = shown.figures
    title = t("figures-title", **month_words(figures, t))
    rows = _rows(figures, t)
    parts = [t("figures-what"), *rows, in_time_words(figures, t), t("figures-hint")] if rows else [t("figures-none")]
    return Message(paragraphs(title, *parts), is_protected=True).with_keyboard(*_months(shown, t))


def _rows(figures: Figures, t: Phrases) -> list[Html]:
    """Render a paragraph for each kind of which anything is shown, and one for all together."""
    names = [*(t.plain(f"kind-{kind}") for kind in KINDS), t.plain("figures-total")]
    rows = zip(names, figures.table.numbers, strict=True)
    return [_row(name, row, t) for name, row in rows if any(count is not None for count in row)]


def _row(name: str, row: tuple[int | None, ...], t: Phrases) -> Html:
    *of_outcomes, total = row
    told = [
        t("figures-outcome", outcome=t.plain(f"outcome-{outcome}"), number=str(count))
        for outcome, count in zip(OF_REPORTS, of_outcomes, strict=True)
        if count is not None
    ]
    heading = t("figures-row-open", name=name) if total is None else t("figures-row", name=name, number=str(total))
    return lines(heading, joined(" · ", *told))


def _months(shown: MonthOfFigures, t: Phrases) -> list[tuple[Button, ...]]:
    month = shown.figures.month
    earlier = [_to(t.plain("figures-earlier"), month_before(month))] if shown.has_earlier else []
    later = [_to(t.plain("figures-later"), month_after(month))] if shown.has_later else []
    return [tuple(row) for row in ([*earlier, *later],) if row]


def _to(label: str, month: date) -> Button:
    return button(label, "figures", f"{month:%Y-%m}")
