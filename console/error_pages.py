"""Error pages: what went wrong in plain words. A fault of ours has a number that is in the log, and no detail."""

import secrets
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web
from aiohttp.typedefs import Handler

from alerts.errors import Unavailable
from console.log import logger
from console.rendering import respond

TOLD = frozenset({400, 403, 404, 405, 408, 413, 415, 421})

log = logger()


@dataclass(frozen=True, slots=True)
class ErrorView:
    """An error: its status, and the number of its line in the log (empty where the request was at fault)."""

    template: ClassVar[str] = "layout/error.html"
    status: int
    number: str = ""


@web.middleware
async def show_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer every error with a page."""
    try:
        return await handler(request)
    except web.HTTPException as answer:
        status = answer.status if answer.status in TOLD else 400
        response = respond(request, ErrorView(status), status=status)
        if "Allow" in answer.headers:
            response.headers["Allow"] = answer.headers["Allow"]
        return response
    except Unavailable as error:
        return _failed(request, 503, reason=str(error))
    except Exception:
        return _failed(request, 500, exc_info=True)


def _failed(request: web.Request, status: int, **more: object) -> web.Response:
    number = secrets.token_hex(4).upper()
    resource = request.match_info.route.resource
    route = resource.canonical if resource is not None else ""
    log.error("console_failed", number=number, method=request.method, route=route, **more)
    return respond(request, ErrorView(status, number), status=status)
