"""The page that a form was on: as the form names it, else from the addresses that its request gives."""

from aiohttp import web

from console.local_path import local_path
from console.security.kept_form import PAGE_FIELD
from console.site import SITE


async def page_of_form(request: web.Request, action: str) -> str:
    """Return the path of the page that a form was on: the page that the form or the browser names, else the nearest
    above the address to which the form was sent."""
    told = local_path(str((await request.post()).get(PAGE_FIELD, "")))
    for named in (told, _named(request)):
        if named not in ("", "/") and _is_page(request.app, named.partition("?")[0]):
            return named
    path = local_path(action)
    while path and not _is_page(request.app, path):
        path = path.rpartition("/")[0]
    return path or "/"


def _named(request: web.Request) -> str:
    """Return what follows the console's origin in the address that the request came from; empty when it is another."""
    origin, referer = request.app[SITE].address.origin, request.headers.get("Referer", "")
    path = referer.removeprefix(origin)
    return path if path != referer else ""


def _is_page(app: web.Application, path: str) -> bool:
    """Whether some page is shown at this path."""
    return any(_matches(route.resource, path) for route in app.router.routes() if route.method == "GET")


def _matches(resource: web.AbstractResource | None, path: str) -> bool:
    if resource is None:
        return False
    told = resource.get_info()
    pattern = told.get("pattern")
    return told.get("path") == path or (pattern is not None and pattern.fullmatch(path) is not None)
