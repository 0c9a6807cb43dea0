"""The form check: an unsafe request counts only when it comes from a page of the console's own."""

import asyncio
import hmac
import re
import secrets

from aiohttp import web
from aiohttp.typedefs import Handler

from console.site import SITE

COOKIE = "__Host-form"
FIELD = "form_token"
MOST_BYTES = 1 << 16
BODY_SECONDS = 10.0
SAFE = ("GET", "HEAD")
NOTHING = "\0"  # no browser sends it, and PostgreSQL stores it nowhere
FROM_MAIL = "/mail/"  # mail programs press the button there (RFC 8058): they have no page, and the path is the secret
FORM_TYPE = "application/x-www-form-urlencoded"
TOKEN: web.RequestKey[str] = web.RequestKey("form_token", str)
_TOKEN_FORM = re.compile(r"[A-Za-z0-9_-]{22}")


@web.middleware
async def check_form(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Know the token of the browser, or a new one for its next page; refuse an unsafe request from elsewhere, or one
    without the token."""
    known = request.cookies.get(COOKIE, "")
    token = known if _TOKEN_FORM.fullmatch(known) else secrets.token_urlsafe(16)
    request[TOKEN] = token
    if any(NOTHING in value for value in request.query.values()):
        raise web.HTTPBadRequest
    if request.method not in SAFE and not request.path.startswith(FROM_MAIL):
        await _check(request, known)
    return await handler(request)


async def _check(request: web.Request, token: str) -> None:
    if request.headers.get("Origin") != request.app[SITE].address.origin:
        raise web.HTTPForbidden
    if request.content_type != FORM_TYPE:
        raise web.HTTPUnsupportedMediaType
    try:
        async with asyncio.timeout(BODY_SECONDS):
            form = await request.post()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except (ValueError, ConnectionError):  # bytes that are no text, or the client is gone
        raise web.HTTPBadRequest from None
    if any(NOTHING in str(value) for value in form.values()):
        raise web.HTTPBadRequest
    given = str(form.get(FIELD, "")).partition(".")[0]  # what follows says whose page it was (kept_form.py)
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise web.HTTPForbidden


def keep_token(response: web.StreamResponse, token: str) -> None:
    """Give the browser the token of its forms, until it is closed."""
    response.set_cookie(COOKIE, token, path="/", secure=True, httponly=True, samesite="Lax")
