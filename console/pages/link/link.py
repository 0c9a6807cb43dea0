"""The page of a one-time link: enrols a passkey, uses up the link, and begins a session."""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from aiohttp import web

from alerts.account import Passkey
from alerts.errors import Conflict, NotFound
from alerts.ports import UnitOfWork
from alerts.services.account.enrol_passkey import enrol_by_link, find_link
from alerts.services.account.sign_in import begin_session
from console.pages.sign_in.sign_in import begun_response
from console.rendering import phrases_of, respond
from console.security.challenges import Purpose
from console.security.confirmation import FIELD, record_failure
from console.security.form_check import TOKEN
from console.security.limits import LIMITS, address_of
from console.security.passkeys import Ceremony, WrongPasskey
from console.site import SITE
from texts.roles import function_words


@dataclass(frozen=True, slots=True)
class LinkView:
    """As what the reader is known, what the browser is asked, and whether a try just failed."""

    template: ClassVar[str] = "pages/link/link.html"
    function: str
    options: str
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
            passkey = await enrol_by_link(uow, _secret(request), made.passkey, now)
            begun = await begin_session(uow, passkey, now)
    except NotFound:
        request.app[LIMITS].failures.add(address_of(request))
        raise
    except (WrongPasskey, Conflict):
        await record_failure(request, None)
        return await _show(request, has_failed=True)
    return begun_response(begun, "/account")


async def _show(request: web.Request, *, has_failed: bool) -> web.StreamResponse:
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        function, known = await _whose(request, uow)
    view = LinkView(function, _ceremony(request).creation_options(function, known), has_failed)
    return respond(request, view, status=403 if has_failed else 200)


async def _whose(request: web.Request, uow: UnitOfWork) -> tuple[str, list[Passkey]]:
    """Return as what the link's member is known, and the passkeys that they have. Raises NotFound."""
    now = request.app[SITE].clock.now()
    member = await find_link(uow, _secret(request), now)
    grants = [one for one in await uow.roles.of_member(member) if one.is_active(now)]
    return await function_words(uow, grants, phrases_of(request)), await uow.accounts.passkeys_of(member)


def _secret(request: web.Request) -> str:
    return request.match_info["secret"]


def _ceremony(request: web.Request) -> Ceremony:
    bound_to = f"{request[TOKEN]} {sha256(_secret(request).encode()).hexdigest()}"
    return Ceremony(request.app[SITE], Purpose.ENROL, bound_to)


ROUTES = (web.get("/link/{secret}", show_link), web.post("/link/{secret}", take_link))
