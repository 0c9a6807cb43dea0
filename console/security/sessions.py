"""Sessions: who a request is of, by its cookie and by what is stored now."""

from dataclasses import dataclass
from functools import wraps
from urllib.parse import quote

from aiohttp import web
from aiohttp.typedefs import Handler

from alerts.account import SEEN_STEP, Session
from alerts.errors import NotFound
from alerts.invite import hashed
from alerts.member import Member
from alerts.role import Actor, Grant
from console.security.form_check import SAFE
from console.security.kept_form import has_words
from console.security.limits import LIMITS
from console.site import SITE

COOKIE = "__Host-session"
SIGN_IN = "/sign-in"
SIGN_IN_AGAIN = "/sign-in/again"
LIVE_PATH = "/live"
REFRESH = "X-Live"  # a header of requests that a page makes by itself


@dataclass(frozen=True, slots=True)
class Visitor:
    """A member who is signed in, with the grants that they hold at this moment."""

    session: Session
    member: Member
    grants: tuple[Grant, ...]

    @property
    def actor(self) -> Actor:
        """The member and the grants, as use cases take them."""
        return Actor(self.member, self.grants)


VISITOR = web.RequestKey("visitor", Visitor)


@web.middleware
async def load_session(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Find who the request is of; a cookie that counts no longer is taken back."""
    secret = request.cookies.get(COOKIE, "")
    visitor = await _visitor(request, secret) if secret else None
    if visitor is not None:
        request[VISITOR] = visitor
    response = await handler(request)
    if secret and visitor is None and COOKIE not in response.cookies:
        forget(response)
    return response


def visitor_of(request: web.Request) -> Visitor | None:
    """Return who the request is of; None for who is not signed in."""
    return request.get(VISITOR)


def signed_in(handler: Handler) -> Handler:
    """Make a handler that only members who are signed in reach; others are sent to sign in, and come back."""

    @wraps(handler)
    async def checked(request: web.Request) -> web.StreamResponse:
        visitor = visitor_of(request)
        if visitor is None:
            return await _to_sign_in(request)
        limit, account = request.app[LIMITS].by_account, str(visitor.member.id)
        if request.method not in SAFE:
            if limit.is_spent(account):
                raise web.HTTPTooManyRequests
            limit.add(account)
        return await handler(request)

    return checked


async def _to_sign_in(request: web.Request) -> web.Response:
    """Send somebody to sign in, and then back. A form with words is sent on, so that they are kept meanwhile."""
    if request.method in SAFE:
        return _leads(303, f"{SIGN_IN}?back={quote(request.path_qs, safe='/')}")
    if await has_words(request):
        return _leads(307, f"{SIGN_IN_AGAIN}?action={quote(request.path, safe='/')}")
    return _leads(303, f"{SIGN_IN}?back=/")


def _leads(status: int, path: str) -> web.Response:
    return web.Response(status=status, headers={"Location": path})


def person(request: web.Request) -> Visitor:
    """Return who the request of a `signed_in` handler is of."""
    visitor = visitor_of(request)
    assert visitor is not None, "the handler is for members who are signed in"
    return visitor


def remember(response: web.StreamResponse, secret: str) -> None:
    """Give the browser the secret of its session, until it is closed."""
    response.set_cookie(COOKIE, secret, path="/", secure=True, httponly=True, samesite="Lax")


def forget(response: web.StreamResponse) -> None:
    """Have the browser forget its session."""
    response.del_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="Lax")


async def _visitor(request: web.Request, secret: str) -> Visitor | None:
    site = request.app[SITE]
    now = site.clock.now()
    async with site.storage.reading() as uow:
        session = await uow.accounts.session(hashed(secret), now)
        if session is None:
            return None
        try:
            member = await uow.members.get(session.member_id)
        except NotFound:
            return None
        grants = tuple(one for one in await uow.roles.of_member(member.id) if one.is_active(now))
    if now - session.seen_at >= SEEN_STEP and not _is_by_itself(request):
        async with site.storage.transaction() as uow:
            await uow.accounts.note_seen(session.id, now)
    return Visitor(session, member, grants)


def _is_by_itself(request: web.Request) -> bool:
    """Whether the page asks by itself, so that it keeps no session alive that nobody uses."""
    return request.path == LIVE_PATH or REFRESH in request.headers
