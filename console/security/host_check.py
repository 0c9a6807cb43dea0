"""The host check: only requests for the console's own address are handled."""

from aiohttp import web
from aiohttp.typedefs import Handler

from console.site import SITE


@web.middleware
async def check_host(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a request whose Host is not the console's: links and origins are never built from what a client sends, and
    another name for this port (DNS rebinding) reaches nothing."""
    if request.headers.get("Host", "").lower() != request.app[SITE].address.host:
        raise web.HTTPMisdirectedRequest
    return await handler(request)
