"""Sign in with a passkey, and sign out."""

import secrets
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.errors import Conflict
from alerts.services.account.end_account import end_session
from alerts.services.account.sign_in import Begun, sign_in
from console.local_path import local_path
from console.pages.sign_in.kept import CARRIED, show_kept
from console.rendering import respond
from console.security.challenges import Purpose
from console.security.confirmation import read_proof, record_failure
from console.security.form_check import TOKEN, keep_token
from console.security.form_page import page_of_form
from console.security.kept_form import FIELD as KEPT
from console.security.kept_form import KeptForm, seal, unseal
from console.security.passkeys import Ceremony
from console.security.sessions import SIGN_IN_AGAIN, forget, person, remember, signed_in
from console.site import SITE

TODAY = "/today"  # where signing in leads, unless somebody came for another page


@dataclass(frozen=True, slots=True)
class SignInView:
    """What the browser is asked, where to go afterwards, and whether a try just failed. `kept`: a form whose session
    had ended, sealed; `has_words`: there was one, also when it was too long to keep; `provider`: where one may sign in
    instead (empty: nowhere)."""

    template: ClassVar[str] = "pages/sign_in/sign_in.html"
    options: str
    back: str
    provider: str
    has_failed: bool = False
    has_words: bool = False
    kept: str = ""


async def show_sign_in(request: web.Request) -> web.StreamResponse:
    """Show the page to sign in."""
    options = _ceremony(request).request_options()
    return respond(request, SignInView(options, local_path(request.query.get("back", TODAY)), _provider(request)))


async def keep_words(request: web.Request) -> web.StreamResponse:
    """Show the page to sign in to whom a form brought here whose session had ended; it carries that form, sealed."""
    action = local_path(request.query.get("action", "/"))
    page = await page_of_form(request, action)
    kept = await seal(request, page, action)
    options = _ceremony(request).request_options()
    return respond(request, SignInView(options, page, _provider(request), has_words=True, kept=kept), status=403)


async def take_sign_in(request: web.Request) -> web.StreamResponse:
    """Begin a session for the passkey that answered; whatever is wrong has one answer."""
    site, form = request.app[SITE], await request.post()
    back, kept = local_path(str(form.get("back", "/"))), str(form.get(KEPT, ""))
    proof = await read_proof(request, _ceremony(request))
    if proof is not None:
        try:
            async with site.storage.transaction() as uow:
                begun = await sign_in(uow, proof.passkey, proof.answered, site.clock.now())
            if not kept:
                return begun_response(begun, back)
            words = unseal(request, kept, begun.session.member_id)
            return begun_response(begun, TODAY) if words is None else _begun_with(request, begun, words)
        except Conflict:  # the challenge was answered before, or the passkey is gone
            await record_failure(request, proof.passkey)
    options = _ceremony(request).request_options()
    view = SignInView(options, back, _provider(request), has_failed=True, has_words=bool(kept), kept=kept)
    return respond(request, view, status=403)


async def sign_out(request: web.Request) -> web.StreamResponse:
    """End the session."""
    visitor, site = person(request), request.app[SITE]
    async with site.storage.transaction() as uow:
        await end_session(uow, visitor.member.id, visitor.session.id, site.clock.now())
    response = web.Response(status=303, headers={"Location": "/", "Clear-Site-Data": '"cache"'})
    forget(response)
    return response


def begun_response(begun: Begun, back: str, *, has_kept: bool = False) -> web.Response:
    """Lead to a page in the session that just began. The browser gets a new form token: what was shown before it signed
    in counts no longer. Where its script carries a form (`has_kept`), which opens by the old token, that comes next."""
    response = web.Response(status=303, headers={"Location": CARRIED if has_kept else back})
    remember(response, begun.secret)
    if not has_kept:
        keep_token(response, secrets.token_urlsafe(16))
    return response


def _begun_with(request: web.Request, begun: Begun, words: KeptForm) -> web.Response:
    """Show what was typed, in the session that just began, with a new form token."""
    request[TOKEN] = secrets.token_urlsafe(16)
    response = show_kept(request, words)
    remember(response, begun.secret)
    return response


def _provider(request: web.Request) -> str:
    provider = request.app[SITE].provider
    return "" if provider is None else provider.name


def _ceremony(request: web.Request) -> Ceremony:
    return Ceremony(request.app[SITE], Purpose.SIGN_IN, request[TOKEN])


ROUTES = (
    web.get("/sign-in", show_sign_in),
    web.post("/sign-in", take_sign_in),
    web.post(SIGN_IN_AGAIN, keep_words),
    web.post("/sign-out", signed_in(sign_out)),
)
