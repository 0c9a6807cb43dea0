"""The section with the steps of an incident."""

from aiohttp import web

from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.services.incident.read_incident import sees_only_outline
from console.moments import told
from console.pages.incidents.views import Step, TimelineView
from console.rendering import phrases_of
from console.security.sessions import person
from console.site import SITE
from texts.incidents import step_words


async def section(request: web.Request, uow: UnitOfWork, incident: Incident) -> TimelineView | None:
    """Return the steps; none for who reads an outline only."""
    site, t = request.app[SITE], phrases_of(request)
    now = site.clock.now()
    if await sees_only_outline(uow, person(request).actor, incident, now):
        return None
    events = await uow.incidents.events(incident.id)
    return TimelineView(tuple(Step(step_words(one, t), told(one.at, t, site.zone, now)) for one in events))
