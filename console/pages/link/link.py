"""The page of a one-time link: enrols a passkey, uses up the link, and begins a session."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import ClassVar

from aiohttp import web

from alerts.account import NewPasskey, Passkey
from alerts.errors import Conflict, NotFound
from alerts.invite import hashed
from alerts.ports import UnitOfWork
from alerts.services.account.enrol_passkey import enrol_by_link, enrol_passkey, find_link
from alerts.services.account.sign_in import begin_session
from alerts.services.invite.accept_invite import accept_in_console, find_console_invite
from console.languages import language_of
from console.pages.sign_in.sign_in import begun_response
from console.rendering import phrases_of, respond
from console.security.challenges import Purpose
from console.security.confirmation import FIELD, record_failure
from console.security.form_check import TOKEN
from console.security.limits import LIMITS, address_of
from console.security.passkeys import Ceremony, WrongPasskey
from console.site import SITE
from texts.html import Html
from texts.roles import RoleOffer, function_words, role_name, role_words


@dataclass(frozen=True, slots=True)
class LinkView:
    """For whom the link is, what the browser is asked, and whether a try just failed. `provider`: where one may sign in
    instead of making a passkey, and the `path` for that (empty: nowhere); `role`: what the link gives to somebody new,
    who needs no chat; `is_confirmed`: a second person confirms it first."""

    template: ClassVar[str] = "pages/link/link.html"
    function: str
    options: str
    provider: str
    path: str
    role: Html | None = None
    is_confirmed: bool = False
    has_failed: bool = False


async def show_link(request: web.Request) -> web.StreamResponse:
    """Show for whom the link is, and ask for a passkey; a link that does not work is like one that never was."""
    return await _show(request, has_failed=False)


async def take_link(request: web.Request) -> web.StreamResponse:
    """Store the passkey, use up the link and begin a session: all or nothing."""
    site, form = request.app[SITE], await request.post()
    now = site.clock.now()
    try:
        made = _ceremony(request).enrolled(str(form.get(FIELD, "")))
        async with site.storage.transaction() as uow:
            await uow.accounts.use_challenge(made.challenge_hash, made.expires_at, now)
            passkey = await _enrol(request, uow, made.passkey)
            begun = await begin_session(uow, passkey, now)
    except NotFound:
        request.app[LIMITS].failures.add(address_of(request))
        raise
    except (WrongPasskey, Conflict):
        await record_failure(request, None)
        return await _show(request, has_failed=True)
    site.after_commit()
    return begun_response(begun, "/account")


async def _enrol(request: web.Request, uow: UnitOfWork, made: NewPasskey) -> Passkey:
    """Enrol the passkey of the link's member; an invitation makes the member first. Raises as the use cases do."""
    now, secret = request.app[SITE].clock.now(), _secret(request)
    if await uow.accounts.link(hashed(secret), now) is not None:
        return await enrol_by_link(uow, secret, made, now)
    member = await accept_in_console(uow, secret, language=language_of(request), now=now)
    return await enrol_passkey(uow, member.id, made, now)


async def _show(request: web.Request, *, has_failed: bool) -> web.StreamResponse:
    site, now = request.app[SITE], request.app[SITE].clock.now()
    async with site.storage.reading() as uow:
        if await uow.accounts.link(hashed(_secret(request)), now) is None:
            view = await _invitation(request, uow)
        else:
            function, known = await _whose(request, uow)
            view = LinkView(function, _ceremony(request).creation_options(function, known), *_provider(request))
    return respond(request, replace(view, has_failed=has_failed), status=403 if has_failed else 200)


async def _invitation(request: web.Request, uow: UnitOfWork) -> LinkView:
    """Return what the page of an invitation shows. Raises NotFound."""
    t = phrases_of(request)
    invite = await find_console_invite(uow, _secret(request), request.app[SITE].clock.now())
    assert invite.role is not None, "a link of the console gives a role"
    assert invite.scope is not None, "a role has a scope"
    offer = RoleOffer(invite.role, invite.scope, invite.function)
    function = invite.label or await role_name(uow, offer, t)
    return LinkView(
        function=invite.intended_for or function,
        options=_ceremony(request).creation_options(function, ()),
        provider=_provider(request)[0],
        path=_provider(request)[1],
        role=await role_words(uow, offer, t, "console-role"),
        is_confirmed=invite.created_by is not None,
    )


async def _whose(request: web.Request, uow: UnitOfWork) -> tuple[str, list[Passkey]]:
    """Return as what the link's member is known, and the passkeys that they have. Raises NotFound."""
    now = request.app[SITE].clock.now()
    member = await find_link(uow, _secret(request), now)
    grants = [one for one in await uow.roles.of_member(member) if one.is_active(now)]
    return await function_words(uow, grants, phrases_of(request)), await uow.accounts.passkeys_of(member)


def _provider(request: web.Request) -> tuple[str, str]:
    """Return the provider's name, and the path that leads there by this link."""
    provider = request.app[SITE].provider
    return ("", "") if provider is None else (provider.name, f"/link/{_secret(request)}/provider")


def _secret(request: web.Request) -> str:
    return request.match_info["secret"]


def _ceremony(request: web.Request) -> Ceremony:
    bound_to = f"{request[TOKEN]} {sha256(_secret(request).encode()).hexdigest()}"
    return Ceremony(request.app[SITE], Purpose.ENROL, bound_to)


ROUTES = (web.get("/link/{secret}", show_link), web.post("/link/{secret}", take_link))
