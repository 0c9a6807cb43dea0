"""The record of refusals: each goes into the audit record as it does in the chat, in our own keys."""

from aiohttp import web

from alerts.errors import AlertsError
from alerts.refusal import Refusal, reason_of
from alerts.services.audit.record_refusal import record_refusal
from console.security.sessions import visitor_of
from console.site import SITE


async def note_refusal(request: web.Request, error: AlertsError) -> None:
    """Record what was refused to a member who is signed in, unless it is a slip."""
    reason, visitor, site = reason_of(error), visitor_of(request), request.app[SITE]
    if reason is not None and visitor is not None:
        async with site.storage.transaction() as uow:
            await record_refusal(uow, visitor.member.id, Refusal(route_of(request), reason), site.clock.now())


def route_of(request: web.Request) -> str:
    """Return the path of the request's route, with names for what varies in it."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else ""
