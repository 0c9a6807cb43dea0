"""Error pages: what went wrong in plain words. A fault of ours has a number that is in the log, and no detail."""

import secrets
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web
from aiohttp.typedefs import Handler

from alerts.errors import Conflict, LimitReached, NotAllowed, NotFound, OutOfReach, Rejected, Unavailable
from console.log import logger
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal, route_of
from texts.html import Html

TOLD = frozenset({400, 403, 404, 405, 408, 409, 413, 415, 421, 429})

log = logger()


@dataclass(frozen=True, slots=True)
class ErrorView:
    """An error: its status, and the number of its line in the log (empty where the request was at fault)."""

    template: ClassVar[str] = "layout/error.html"
    status: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class RefusedView:
    """What was refused, in the words of the use case."""

    template: ClassVar[str] = "layout/refused.html"
    told: Html


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
    except (Rejected, NotFound, Conflict) as error:
        return await _refused(request, error)
    except Exception:
        return _failed(request, 500, exc_info=True)


async def _refused(request: web.Request, error: Rejected | NotFound | Conflict) -> web.Response:
    """Say what was refused and record it, as the chat does; what is not there and what is not for this person are one
    answer."""
    await note_refusal(request, error)
    if isinstance(error, NotFound | OutOfReach):
        return respond(request, ErrorView(404), status=404)
    if isinstance(error, Conflict):
        return respond(request, ErrorView(409), status=409)
    status = 429 if isinstance(error, LimitReached) else 403 if isinstance(error, NotAllowed) else 409
    told = phrases_of(request)(error.text_id, **error.fields)
    return respond(request, RefusedView(told), status=status)


def _failed(request: web.Request, status: int, **more: object) -> web.Response:
    number = secrets.token_hex(4).upper()
    log.error("console_failed", number=number, method=request.method, route=route_of(request), **more)
    return respond(request, ErrorView(status, number), status=status)
