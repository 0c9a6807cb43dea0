"""The section with the place of an incident on the map."""

from aiohttp import web

from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.services.incident.read_incident import sees_only_outline
from console.pages.incidents.views import MapView
from console.pages.map.small import small_map
from console.security.sessions import person
from console.site import SITE


async def section(request: web.Request, uow: UnitOfWork, incident: Incident) -> MapView | None:
    """Return the map; none for who reads an outline only, and where the table of postcodes does not have the place."""
    if await sees_only_outline(uow, person(request).actor, incident, request.app[SITE].clock.now()):
        return None
    drawn = await small_map(request, uow, incident.place)
    return None if drawn is None else MapView(drawn)
