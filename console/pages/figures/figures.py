"""The figures of a month: the same numbers as in the chat, as a table and as bars, with nothing in place of what is
suppressed."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from aiohttp import web

from alerts.figures import KINDS, Figures, month_after, month_before, read_month
from alerts.services.tally.show_figures import show_figures
from alerts.tally import OF_REPORTS
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.figures import in_time_words, month_words
from texts.html import Html
from texts.phrases import Phrases

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
class FiguresView:
    """The figures of a month; without rows nothing of it may be shown. `earlier` and `later` are paths; empty where
    there is no such month."""

    template: ClassVar[str] = "pages/figures/figures.html"
    month: dict[str, str]
    outcomes: tuple[str, ...]
    rows: tuple[Row, ...]
    in_time: Html
    earlier: str
    later: str

    @property
    def bars(self) -> tuple[Row, ...]:
        """The kinds of which the total is shown."""
        return tuple(one for one in self.rows if one.percent is not None)


async def show(request: web.Request) -> web.StreamResponse:
    """Show the figures of the month that the address names, or of the last one that is over."""
    site, t, month = request.app[SITE], phrases_of(request), read_month(request.query.get("month", ""))
    async with site.storage.reading() as uow:
        shown = await show_figures(uow, person(request).actor, month, site.clock.now())
    figures = shown.figures
    is_any = any(count is not None for row in figures.table.numbers for count in row)
    view = FiguresView(
        month=month_words(figures, t),
        outcomes=tuple(t.plain(f"outcome-{one}") for one in OF_REPORTS),
        rows=_rows(figures, t) if is_any else (),
        in_time=in_time_words(figures, t) if is_any else Html(""),
        earlier=_path(month_before(figures.month)) if shown.has_earlier else "",
        later=_path(month_after(figures.month)) if shown.has_later else "",
    )
    return respond(request, view)


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
