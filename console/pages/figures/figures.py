"""The figures of a month: the same numbers as in the chat, as tables and as bars, with nothing in place of what is
suppressed."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from aiohttp import web

from alerts.figures import KINDS, Figures, month_after, month_before, read_month
from alerts.role import Action, may
from alerts.services.tally.show_figures import MonthOfFigures, show_figures
from alerts.services.tally.show_shares import MonthOfShares, show_shares
from alerts.tally import OF_REPORTS
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.figures import in_time_words, month_words, notice_lists
from texts.html import Html
from texts.phrases import Phrases
from texts.shares import area_rows, in_time_share, satisfied_share

PATH = "/figures"


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of report, or all together: a number for each outcome and their total; None: not shown. `percent`: how
    long its bar is, of the longest one (None: no bar)."""

    name: str
    numbers: tuple[int | None, ...]
    total: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class NoticeList:
    """The notices counted by one thing: the title of the list, and each number that may be shown with its name."""

    title: str
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of a month; without rows nothing of its reports may be shown, and without `notices` (how many there
    were) nothing of these. `has_figures`: the person may see numbers, not only `shares`; `areas`: the shares of each
    municipality. `earlier` and `later` are paths; empty where there is no such month."""

    template: ClassVar[str] = "pages/figures/figures.html"
    month: dict[str, str]
    has_figures: bool
    outcomes: tuple[str, ...]
    rows: tuple[Row, ...]
    in_time: Html
    notices: int | None
    notice_lists: tuple[NoticeList, ...]
    shares: tuple[Html, ...]
    areas: tuple[tuple[str, str, str], ...]
    earlier: str
    later: str

    @property
    def bars(self) -> tuple[Row, ...]:
        """The kinds of which the total is shown."""
        return tuple(one for one in self.rows if one.percent is not None)


async def show(request: web.Request) -> web.StreamResponse:
    """Show the figures of the month that the address names, or of the last one that is over."""
    site, t, month = request.app[SITE], phrases_of(request), read_month(request.query.get("month", ""))
    actor, now = person(request).actor, site.clock.now()
    async with site.storage.reading() as uow:
        shares = await show_shares(uow, actor, month, now)
        has_figures = may(actor.grants, Action.SEE_FIGURES, None, now=now)
        shown = await show_figures(uow, actor, month, now) if has_figures else None
    return respond(request, _view(shares, shown, t))


def _view(shares: MonthOfShares, shown: MonthOfFigures | None, t: Phrases) -> FiguresView:
    rows = () if shown is None else shown.figures.table.numbers
    is_any = any(count is not None for row in rows for count in row)
    month, told = shares.month, [satisfied_share(shares, t)]
    if shown is None:
        told.insert(0, in_time_share(shares, t))
    return FiguresView(
        month=month_words(month.first, t),
        has_figures=shown is not None,
        outcomes=tuple(t.plain(f"outcome-{one}") for one in OF_REPORTS),
        rows=_rows(shown.figures, t) if shown is not None and is_any else (),
        in_time=in_time_words(shown.figures, t) if shown is not None and is_any else Html(""),
        notices=None if shown is None else shown.notices.total,
        notice_lists=() if shown is None else _notice_lists(shown, t),
        shares=tuple(one for one in told if one),
        areas=tuple(area_rows(shares, t)),
        earlier=_path(month_before(month.first)) if month.has_earlier else "",
        later=_path(month_after(month.first)) if month.has_later else "",
    )


def _notice_lists(shown: MonthOfFigures, t: Phrases) -> tuple[NoticeList, ...]:
    lists = notice_lists(shown.notices, t).items()
    return tuple(NoticeList(t.plain(f"console-figures-by-{name}"), numbers) for name, numbers in lists if numbers)


def _rows(figures: Figures, t: Phrases) -> tuple[Row, ...]:
    """Return a row for each kind, and one for all together, which has no bar beside its parts."""
    *kinds, total = figures.table.numbers
    longest = max((row[-1] for row in kinds if row[-1] is not None), default=0)
    named = [(t.plain(f"kind-{kind}"), row) for kind, row in zip(KINDS, kinds, strict=True)]
    return (
        *(Row(name, row[:-1], row[-1], _percent(row[-1], longest)) for name, row in named),
        Row(t.plain("figures-total"), total[:-1], total[-1], None),
    )


def _percent(count: int | None, longest: int) -> int | None:
    return None if count is None else round(100 * count / longest)


def _path(month: date) -> str:
    return f"{PATH}?month={month:%Y-%m}"


ROUTES = (web.get(PATH, signed_in(show)),)
