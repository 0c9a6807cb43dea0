"""The rosters that this person keeps; one is opened at once, and one's own scopes without one can begin it."""

from aiohttp import web

from alerts.errors import NotFound
from alerts.services.duty.keep_roster import begin_roster
from alerts.services.duty.read_roster import rosters_for, scopes_without
from console.choice import Choice
from console.pages.roster.views import RosterLine, RostersView
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.roles import scope_words

PATH = "/roster"


async def show_rosters(request: web.Request) -> web.StreamResponse:
    """Show the rosters, and where one can be begun; lead on to the only one."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now = site.clock.now()
    async with site.storage.reading() as uow:
        kept = await rosters_for(uow, actor, now)
        without = await scopes_without(uow, actor, now)
    if len(kept) == 1 and not without:
        return web.Response(status=303, headers={"Location": path_of(kept[0].id)})
    view = RostersView(
        lines=tuple(RosterLine(path_of(one.id), scope_words(one.scope, t)) for one in kept),
        without=tuple(Choice(str(one), scope_words(one, t)) for one in without),
    )
    return respond(request, view)


async def begin(request: web.Request) -> web.StreamResponse:
    """Begin the roster of one of this person's own scopes."""
    site, actor, wanted = request.app[SITE], person(request).actor, str((await request.post()).get("scope", ""))
    now = site.clock.now()
    async with site.storage.transaction() as uow:
        kept = await rosters_for(uow, actor, now)
        scopes = [*(one.scope for one in kept), *await scopes_without(uow, actor, now)]
        scope = next((one for one in scopes if str(one) == wanted), None)
        if scope is None:
            raise NotFound
        roster = await begin_roster(uow, actor, scope, now)
    return web.Response(status=303, headers={"Location": path_of(roster.id)})


def path_of(roster: int) -> str:
    """Return where the page of a roster is."""
    return f"{PATH}/{roster}"


ROUTES = (web.get(PATH, signed_in(show_rosters)), web.post(PATH, signed_in(begin)))
