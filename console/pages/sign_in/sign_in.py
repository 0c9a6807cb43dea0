"""Sign in with a passkey, and sign out."""

import secrets
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.errors import Conflict
from alerts.services.account.end_account import end_session
from alerts.services.account.sign_in import Begun, sign_in
from console.local_path import local_path
from console.rendering import respond
from console.security.challenges import Purpose
from console.security.confirmation import read_proof, record_failure
from console.security.form_check import TOKEN, keep_token
from console.security.passkeys import Ceremony
from console.security.sessions import forget, person, remember, signed_in
from console.site import SITE

TODAY = "/today"  # where signing in leads, unless somebody came for another page


@dataclass(frozen=True, slots=True)
class SignInView:
    """What the browser is asked, where to go afterwards, and whether a try just failed."""

    template: ClassVar[str] = "pages/sign_in/sign_in.html"
    options: str
    back: str
    has_failed: bool = False


async def show_sign_in(request: web.Request) -> web.StreamResponse:
    """Show the page to sign in."""
    options = _ceremony(request).request_options()
    return respond(request, SignInView(options, local_path(request.query.get("back", TODAY))))


async def take_sign_in(request: web.Request) -> web.StreamResponse:
    """Begin a session for the passkey that answered; whatever is wrong has one answer."""
    site, back = request.app[SITE], local_path(str((await request.post()).get("back", "/")))
    proof = await read_proof(request, _ceremony(request))
    if proof is not None:
        try:
            async with site.storage.transaction() as uow:
                begun = await sign_in(uow, proof.passkey, proof.answered, site.clock.now())
            return begun_response(begun, back)
        except Conflict:  # the challenge was answered before, or the passkey is gone
            await record_failure(request, proof.passkey)
    view = SignInView(_ceremony(request).request_options(), back, has_failed=True)
    return respond(request, view, status=403)


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End the session."""
    visitor, site = person(request), request.app[SITE]
    async with site.storage.transaction() as uow:
        await end_session(uow, visitor.member.id, visitor.session.id, site.clock.now())
    response = web.Response(status=303, headers={"Location": "/", "Clear-Site-Data": '"cache"'})
    forget(response)
    return response


def begun_response(begun: Begun, back: str) -> web.Response:
    """Lead to a page in the session that just began. The browser gets a new form token: what was shown before it signed
    in counts no longer."""
    response = web.Response(status=303, headers={"Location": back})
    remember(response, begun.secret)
    keep_token(response, secrets.token_urlsafe(16))
    return response


def _ceremony(request: web.Request) -> Ceremony:
    return Ceremony(request.app[SITE], Purpose.SIGN_IN, request[TOKEN])


ROUTES = (
    web.get("/sign-in", show_sign_in),
    web.post("/sign-in", take_sign_in),
    web.post("/sign-out", signed_in(sign_out)),
)
