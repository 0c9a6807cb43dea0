"""The screen of figures: a line for each kind of report with its outcomes, the notices by kind, outcome and branch,
shares, and buttons for other months."""

from datetime import date

from alerts.figures import KINDS, Figures, month_after, month_before
from alerts.notice_figures import NoticeFigures
from alerts.services.tally.find_tallies import Month
from alerts.services.tally.show_figures import MonthOfFigures
from alerts.services.tally.show_shares import MonthOfShares
from alerts.tally import OF_REPORTS
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from texts.figures import in_time_words, month_words, notice_lists
from texts.html import Html, joined, lines, paragraphs
from texts.phrases import Phrases
from texts.shares import area_rows, in_time_share, satisfied_share


def figures_screen(shown: MonthOfFigures, shares: MonthOfShares, care: Html, t: Phrases) -> Message:
    """Render the figures of a month: every number that may be shown, and nothing in place of the others. They are
    protected, because figures of several scopes together say more than each."""
    figures = shown.figures
    rows, notices = _rows(figures, t), _notices(shown.notices, t)
    reports = [t("figures-what"), *rows, in_time_words(figures, t)] if rows else [t("figures-none")]
    of_shares = [satisfied_share(shares, t), _areas(shares, t)]
    hints = [t("figures-hint") if rows or notices else "", t("shares-hint") if any(of_shares) else ""]
    return _message([*reports, *of_shares, notices, care, *hints], shares.month, t)


def shares_screen(shares: MonthOfShares, care: Html, t: Phrases) -> Message:
    """Render the shares of a month, for who may not see the figures."""
    told = [in_time_share(shares, t), satisfied_share(shares, t), _areas(shares, t)]
    of_shares = [*told, t("shares-hint")] if any(told) else []
    return _message([*of_shares, care] if of_shares or care else [t("figures-none")], shares.month, t)


def _message(parts: list[Html | str], month: Month, t: Phrases) -> Message:
    title = t("figures-title", **month_words(month.first, t))
    return Message(paragraphs(title, *parts), is_protected=True).with_keyboard(*_months(month, t))


def _areas(shares: MonthOfShares, t: Phrases) -> Html:
    rows = area_rows(shares, t)
    told = [t("shares-area", name=name, in_time=in_time, satisfied=satisfied) for name, in_time, satisfied in rows]
    return lines(t("shares-areas"), *told) if told else Html("")


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


def _notices(notices: NoticeFigures, t: Phrases) -> Html:
    """Render how many notices there were, and a line for each list of which anything is shown; empty for too few."""
    if notices.total is None:
        return Html("")
    told = [
        t(f"figures-notices-{name}", numbers=joined(" · ", *(f"{label} {count}" for label, count in counts)))
        for name, counts in notice_lists(notices, t).items()
        if counts
    ]
    return lines(t("figures-notices", number=str(notices.total)), *told)


def _months(month: Month, t: Phrases) -> list[tuple[Button, ...]]:
    earlier = [_to(t.plain("figures-earlier"), month_before(month.first))] if month.has_earlier else []
    later = [_to(t.plain("figures-later"), month_after(month.first))] if month.has_later else []
    return [tuple(row) for row in ([*earlier, *later],) if row]


def _to(label: str, month: date) -> Button:
    return button(label, "figures", f"{month:%Y-%m}")
