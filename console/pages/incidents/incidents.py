"""The list of incidents that go on or are over, newest first, by age."""

from datetime import timedelta
from urllib.parse import urlencode

from aiohttp import web

from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentFilter, IncidentState
from alerts.services.incident.list_incidents import list_incidents
from console.choice import Choice, Select
from console.form_numbers import number_in
from console.moments import told
from console.pages.incidents.views import IncidentsView, Line, Tab
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.phrases import Phrases

PATH = "/incidents"
OPEN, OVER = "open", "over"
STATES = {OPEN: IncidentFilter().states, OVER: frozenset(IncidentState) - IncidentFilter().states}
PERIODS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}


async def show_incidents(request: web.Request) -> web.StreamResponse:
    """Show one page of the incidents that this person may read."""
    site, t, query = request.app[SITE], phrases_of(request), request.query
    which = OVER if query.get("state") == OVER else OPEN
    period = query.get("period", "") if query.get("period") in PERIODS else ""
    since = site.clock.now() - PERIODS[period] if period else None
    number = number_in(query.get("after", ""))
    after = IncidentId(number) if number else None
    async with site.storage.reading() as uow:
        page = await list_incidents(
            uow, person(request).actor, IncidentFilter(STATES[which], since), site.clock.now(), after=after
        )
    chosen = {"period": period} if period else {}
    view = IncidentsView(
        which=which,
        tabs=tuple(Tab(_path(one, chosen), t.plain(f"console-incidents-{one}"), one == which) for one in STATES),
        select=_select(period, t),
        lines=tuple(_line(request, one) for one in page.incidents),
        onwards=_path(which, {**chosen, "after": str(page.after)}) if page.after is not None else "",
        is_filtered=bool(period),
    )
    return respond(request, view)


def _line(request: web.Request, incident: Incident) -> Line:
    site, t = request.app[SITE], phrases_of(request)
    return Line(
        path=f"{PATH}/{incident.id}",
        number=incident.number,
        kind=t.plain(f"kind-{incident.kind}"),
        place=incident.place.pc4 or t.plain("place-shared"),
        state=t.plain(f"incident-state-{incident.state}"),
        is_unconfirmed=incident.state is IncidentState.UNCONFIRMED,
        happened=told(incident.happened_at, t, site.zone, site.clock.now()),
    )


def _select(period: str, t: Phrases) -> Select:
    periods = (Choice(one, t.plain(f"console-incidents-period-{one}"), one == period) for one in PERIODS)
    any_time = Choice("", t.plain("console-incidents-any"))
    return Select("period", t.plain("console-incidents-by-period"), (any_time, *periods))


def _path(which: str, chosen: dict[str, str]) -> str:
    return f"{PATH}?{urlencode({'state': which, **chosen})}"


ROUTES = (web.get(PATH, signed_in(show_incidents)),)
