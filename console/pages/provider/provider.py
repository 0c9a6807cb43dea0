"""Signing in at the identity provider: by the page to sign in, by a one-time link, and again to confirm."""

from aiohttp import web

from alerts.account import Identity, ProvedIdentity
from alerts.errors import Conflict, NotFound, Rejected
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.services.account.bind_identity import bind_by_link, bind_identity
from alerts.services.account.enrol_passkey import find_link
from alerts.services.account.sign_in import (
    begin_at_provider,
    confirm_at_provider,
    note_unknown,
    sign_in_at_provider,
)
from alerts.services.invite.accept_invite import accept_in_console, find_console_invite
from console.identity_provider import ProviderDown, TooWeak, WrongProof
from console.languages import language_of
from console.pages.provider.leave import leave, provider_of
from console.pages.provider.outcome import failed
from console.pages.sign_in.kept import CARRIED
from console.pages.sign_in.sign_in import TODAY, begun_response
from console.security.confirmation import record_failure
from console.security.kept_form import FIELD as KEPT
from console.security.limits import LIMITS, address_of
from console.security.provider_login import Errand, Login, drop_login, login_of, new_login
from console.security.sessions import person, signed_in, visitor_of
from console.site import SITE


async def go_to_sign_in(request: web.Request) -> web.StreamResponse:
    """Lead to the provider, and from there to the page for which somebody came."""
    provider_of(request)
    form = await request.post()
    back, kept = str(form.get("back", "")) or TODAY, str(form.get(KEPT, ""))
    return await leave(request, new_login(request, Errand.SIGN_IN, back, has_kept=bool(kept)), kept)


async def go_to_bind(request: web.Request) -> web.StreamResponse:
    """Lead to the provider, to bind who signs in there to the member of the link. The link is used when they return."""
    provider_of(request)
    site, secret = request.app[SITE], request.match_info["secret"]
    now = site.clock.now()
    async with site.storage.reading() as uow:
        if await uow.accounts.link(hashed(secret), now) is not None:
            await find_link(uow, secret, now)
        else:
            await find_console_invite(uow, secret, now)
    return await leave(request, new_login(request, Errand.BIND, "/account", secret=secret))


async def go_to_confirm(request: web.Request) -> web.StreamResponse:
    """Lead to the provider, where the person signs in once more."""
    provider_of(request)
    form, session = await request.post(), person(request).session.id
    back, kept = str(form.get("back", "")), str(form.get(KEPT, ""))
    return await leave(request, new_login(request, Errand.CONFIRM, back, session=session, has_kept=bool(kept)), kept)


async def come_back(request: web.Request) -> web.StreamResponse:
    """Take what the provider sent the browser back with; only the browser that went there can bring it, once."""
    provider_of(request)
    limits, address = request.app[LIMITS], address_of(request)
    if limits.failures.is_spent(address) or limits.by_address.is_spent(address):
        raise web.HTTPTooManyRequests
    limits.by_address.add(address)
    login = login_of(request)
    if login is None:
        return await _wrong(request, "failed", "no login of this browser")
    response = await _proved(request, login)
    drop_login(response)
    return response


async def _proved(request: web.Request, login: Login) -> web.StreamResponse:
    """Ask the provider who signed in, and let them in, or say why not."""
    site, provider = request.app[SITE], provider_of(request)
    answer = {name: request.query[name] for name in ("iss", "code", "error") if name in request.query}
    try:
        if len(request.query) != len(set(request.query)):
            raise WrongProof("a parameter came twice")
        proved = await provider.proved(login.request, answer, site.clock.now())
    except ProviderDown as error:
        return failed(request, "down", reason=str(error))
    except TooWeak as error:
        return await _wrong(request, "weak", str(error))
    except WrongProof as error:
        return await _wrong(request, "failed", str(error))
    return await _let_in(request, login, proved)


async def _let_in(request: web.Request, login: Login, proved: ProvedIdentity) -> web.StreamResponse:
    """Do what the login was for: all or nothing, and once for each login."""
    try:
        match login.errand:
            case Errand.SIGN_IN:
                return await _sign_in(request, login, proved)
            case Errand.BIND:
                return await _bind(request, login, proved)
            case Errand.CONFIRM:
                return await _confirm(request, login, proved)
    except Conflict:
        return await _wrong(request, "failed", "it was used before, or what it was for is gone")


async def _sign_in(request: web.Request, login: Login, proved: ProvedIdentity) -> web.StreamResponse:
    site, now = request.app[SITE], request.app[SITE].clock.now()
    try:
        async with site.storage.transaction() as uow:
            await uow.accounts.use_challenge(login.state_hash, login.expires_at, now)
            begun = await sign_in_at_provider(uow, proved, now)
    except NotFound:
        return await _unknown(request)
    return begun_response(begun, login.back, has_kept=login.has_kept)


async def _bind(request: web.Request, login: Login, proved: ProvedIdentity) -> web.StreamResponse:
    """Use up the link, bind the identity and begin a session. Raises NotFound where the link works no longer."""
    site, now = request.app[SITE], request.app[SITE].clock.now()
    try:
        async with site.storage.transaction() as uow:
            await uow.accounts.use_challenge(login.state_hash, login.expires_at, now)
            identity = await _bound(request, uow, login.secret, proved)
            begun = await begin_at_provider(uow, identity, proved, now)
    except (NotFound, Rejected):
        await record_failure(request, None)
        raise
    site.after_commit()
    return begun_response(begun, login.back)


async def _bound(request: web.Request, uow: UnitOfWork, secret: str, proved: ProvedIdentity) -> Identity:
    """Bind the identity to the link's member; an invitation makes the member first. Raises as the use cases do."""
    now = request.app[SITE].clock.now()
    if await uow.accounts.link(hashed(secret), now) is not None:
        return await bind_by_link(uow, secret, proved, now)
    member = await accept_in_console(uow, secret, language=language_of(request), now=now)
    return await bind_identity(uow, member.id, proved, now)


async def _confirm(request: web.Request, login: Login, proved: ProvedIdentity) -> web.StreamResponse:
    site, visitor = request.app[SITE], visitor_of(request)
    if visitor is None or visitor.session.id != login.session:
        return await _wrong(request, "failed", "the session is over, or another")
    now = site.clock.now()
    try:
        async with site.storage.transaction() as uow:
            await uow.accounts.use_challenge(login.state_hash, login.expires_at, now)
            await confirm_at_provider(uow, visitor.session, proved, now)
    except NotFound:
        return await _wrong(request, "another", "not the identity of the session's member")
    return web.Response(status=303, headers={"Location": CARRIED if login.has_kept else login.back})


async def _wrong(request: web.Request, outcome: str, reason: str) -> web.StreamResponse:
    """Count and record a failure, and say what to do."""
    await record_failure(request, None)
    return failed(request, outcome, reason=reason)


async def _unknown(request: web.Request) -> web.StreamResponse:
    """Record that somebody came who is nobody here, up to a number an hour, and say what to do. No account is made."""
    limits, site = request.app[LIMITS], request.app[SITE]
    limits.failures.add(address_of(request))
    if not limits.recorded.is_spent(""):
        limits.recorded.add("")
        async with site.storage.transaction() as uow:
            await note_unknown(uow, site.clock.now())
    return failed(request, "unknown")


ROUTES = (
    web.post("/sign-in/provider", go_to_sign_in),
    web.post("/link/{secret}/provider", go_to_bind),
    web.post("/account/provider", signed_in(go_to_confirm)),
    web.get("/sign-in/return", come_back, allow_head=False),
)
