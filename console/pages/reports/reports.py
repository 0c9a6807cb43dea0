"""The board of reports: new, taken and closed ones that this person may deal with, the most urgent first."""

import re
from datetime import timedelta
from urllib.parse import urlencode

from aiohttp import web

from alerts.branch import Branch
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportFilter, ReportKind, ReportMark, ReportState
from alerts.services.report.list_reports import list_reports
from console.choice import Choice, Select
from console.moments import told
from console.pages.reports.views import Line, ReportsView, Tab
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.phrases import Phrases

PATH = "/reports"
PERIODS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}
FIELDS = ("kind", "branch", "period")
_MARK = re.compile(r"([0-3])\.([1-9][0-9]{0,17})")


async def show_reports(request: web.Request) -> web.StreamResponse:
    """Show one page of the reports in the chosen state that fit the filter."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now, query = site.clock.now(), request.query
    state = next((one for one in ReportState if one == query.get("state")), ReportState.RECEIVED)
    period = PERIODS.get(query.get("period", ""))
    wanted = ReportFilter(
        state,
        kind=next((one for one in ReportKind if one == query.get("kind")), None),
        branch=next((one for one in Branch if one == query.get("branch")), None),
        since=now - period if period else None,
    )
    after = _mark(query.get("after", ""))
    async with site.storage.reading() as uow:
        found, mark = await list_reports(uow, visitor.actor, wanted, now, after=after)
        lines = tuple([await _line(request, uow, one) for one in found])
    chosen = {name: query[name] for name in FIELDS if query.get(name)}
    view = ReportsView(
        state=state,
        tabs=tuple(Tab(_path(one, chosen), t.plain(f"console-reports-{one}"), one is state) for one in ReportState),
        selects=_selects(wanted, query.get("period", ""), t),
        lines=lines,
        onwards=_path(state, chosen, after=f"{mark.urgency}.{mark.report}") if mark else "",
        from_start=_path(state, chosen) if after else "",
        is_filtered=bool(chosen),
    )
    return respond(request, view)


async def _line(request: web.Request, uow: UnitOfWork, report: Report) -> Line:
    site, t, now = request.app[SITE], phrases_of(request), request.app[SITE].clock.now()
    return Line(
        path=f"{PATH}/{report.id}",
        number=report.number,
        kind=t.plain(f"kind-{report.kind}"),
        place=report.place.pc4 or t.plain("place-shared"),
        is_acute=report.kind.is_robbery,
        is_confirmed=report.is_confirmed,
        sent=told(report.created_at, t, site.zone, now),
        standing=await site.write_standing(uow, report, t, person(request).member.id),
    )


def _selects(wanted: ReportFilter, period: str, t: Phrases) -> tuple[Select, ...]:
    kinds = [Choice(one, t.plain(f"kind-{one}"), one is wanted.kind) for one in ReportKind]
    branches = [Choice(one, t.plain(f"branch-{one}"), one is wanted.branch) for one in Branch]
    periods = [Choice(one, t.plain(f"console-reports-period-{one}"), one == period) for one in PERIODS]
    named = {"kind": kinds, "branch": sorted(branches, key=lambda one: one.label.casefold()), "period": periods}
    return tuple(
        Select(name, t.plain(f"console-reports-by-{name}"), (Choice("", t.plain("console-reports-any")), *choices))
        for name, choices in named.items()
    )


def _path(state: ReportState, chosen: dict[str, str], **more: str) -> str:
    return f"{PATH}?{urlencode({'state': state.value, **chosen, **more})}"


def _mark(text: str) -> ReportMark | None:
    match = _MARK.fullmatch(text)
    return ReportMark(int(match[1]), ReportId(int(match[2]))) if match else None


ROUTES = (web.get(PATH, signed_in(show_reports)),)
