"""The list of possible patterns among reports, for police in their own scope."""

from aiohttp import web

from alerts.patterns import PatternState
from alerts.services.pattern.read_pattern import SeenPattern, patterns_in_scope
from console.moments import told
from console.pages.patterns.views import Line, PatternsView, Tab
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.patterns import place_words, summary

PATH = "/patterns"


async def show_patterns(request: web.Request) -> web.StreamResponse:
    """Show the patterns in the chosen state; there are few, as each lives no longer than its reports."""
    site, t = request.app[SITE], phrases_of(request)
    state = next((one for one in PatternState if one == request.query.get("state")), PatternState.OPEN)
    async with site.storage.reading() as uow:
        found = await patterns_in_scope(uow, person(request).actor, site.clock.now(), state=state)
    tabs = tuple(Tab(f"{PATH}?state={one}", t.plain(f"console-patterns-{one}"), one is state) for one in PatternState)
    return respond(request, PatternsView(tabs, tuple(_line(request, one) for one in found), state))


def _line(request: web.Request, seen: SeenPattern) -> Line:
    site, t = request.app[SITE], phrases_of(request)
    places = ", ".join(dict.fromkeys(place_words(one, t) for one in seen.reports.values()))
    return Line(
        path=f"{PATH}/{seen.pattern.id}",
        words=t("console-patterns-line", number=str(seen.pattern.id), count=seen.count, places=places),
        summary=summary(seen, t),
        last=told(seen.sightings[-1].at, t, site.zone, site.clock.now()),
    )


ROUTES = (web.get(PATH, signed_in(show_patterns)),)
