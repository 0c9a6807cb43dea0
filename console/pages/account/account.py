"""My account: the passkeys, identities and sessions of whoever is signed in."""

from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from alerts.account import MOST_PASSKEYS
from alerts.errors import Conflict, NotFound, Rejected
from alerts.grant_request import GrantKind
from alerts.ids import IdentityId, PasskeyId, SessionId
from alerts.services.account.bind_identity import remove_identity
from alerts.services.account.end_account import end_session, remove_passkey
from alerts.services.account.enrol_passkey import enrol_passkey
from console.rendering import phrases_of, respond
from console.security.challenges import Purpose
from console.security.confirmation import FIELD, confirmation_options, record_failure, require_fresh
from console.security.passkeys import Ceremony, WrongPasskey
from console.security.sessions import forget, person, signed_in
from console.site import SITE
from texts.html import Html
from texts.roles import function_words, role_words
from texts.times_and_distances import moment

_WAITS = {
    GrantKind.ROLE: "console-role-waits",
    GrantKind.DEPUTY: "grant-waits-deputy",
    GrantKind.RECOVERY: "console-recovery-asked",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A passkey, identity or session: its number, when it began and was used last (empty: never), whether it is this
    one, for an identity whose provider it is of, and whether it is a session from the chat."""

    number: int
    began: Html
    used: Html
    is_this: bool
    issuer: str = ""
    is_from_chat: bool = False


@dataclass(frozen=True, slots=True)
class AccountView:
    """Who is signed in, with which roles, passkeys and sessions. `confirm`: what the browser is asked before a change
    (empty: the passkey was used just now); `create`: what it is asked for one more passkey (empty: not yet);
    `waiting`: what waits for a second person about them."""

    template: ClassVar[str] = "pages/account/account.html"
    function: str
    roles: tuple[Html, ...]
    passkeys: tuple[Line, ...]
    identities: tuple[Line, ...]
    sessions: tuple[Line, ...]
    confirm: str
    create: str
    is_full: bool
    waiting: tuple[Html, ...]
    has_chat: bool


async def show_account(request: web.Request) -> web.StreamResponse:
    """Show the account."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now, me = site.clock.now(), visitor.session

    def told(at: object) -> Html:
        return Html("") if at is None else moment(at, t, site.zone, now)  # type: ignore[arg-type]

    async with site.storage.reading() as uow:
        function = await function_words(uow, visitor.grants, t)
        roles = tuple([await role_words(uow, one, t, "console-role") for one in visitor.grants])
        keys = await uow.accounts.passkeys_of(visitor.member.id)
        bound = await uow.accounts.identities_of(visitor.member.id)
        sessions = await uow.accounts.sessions_of(visitor.member.id, now)
        confirm = await confirmation_options(request, uow)
        asked = await uow.grant_requests.undecided_for(visitor.member.id)
        waiting = tuple([await role_words(uow, one, t, _WAITS[one.kind]) for one in asked if one.kind in _WAITS])
    is_full = len(keys) >= MOST_PASSKEYS
    create = "" if is_full or not me.is_fresh(now) else _ceremony(request).creation_options(function, keys)
    view = AccountView(
        function=function,
        roles=roles,
        passkeys=tuple(Line(k.id, told(k.created_at), told(k.used_at), k.id == me.passkey_id) for k in keys),
        identities=tuple(
            Line(one.id, told(one.created_at), told(one.used_at), one.id == me.identity_id, one.issuer) for one in bound
        ),
        sessions=tuple(
            Line(s.id, told(s.created_at), told(s.seen_at), s.id == me.id, is_from_chat=s.is_from_chat)
            for s in sessions
        ),
        confirm=confirm,
        create=create,
        is_full=is_full,
        waiting=waiting,
        has_chat=not visitor.member.is_in_console_only,
    )
    return respond(request, view)


async def confirm_account(request: web.Request) -> web.StreamResponse:
    """Take a fresh passkey, so that changes need no further one for ten minutes."""
    await require_fresh(request)
    return _back()


async def add_passkey(request: web.Request) -> web.StreamResponse:
    """Store one more passkey. Needs a fresh one."""
    site, visitor = request.app[SITE], person(request)
    now = site.clock.now()
    if not visitor.session.is_fresh(now):
        raise Rejected("only-in-browser" if visitor.session.is_from_chat else "fresh-passkey")
    try:
        made = _ceremony(request).enrolled(str((await request.post()).get(FIELD, "")))
        async with site.storage.transaction() as uow:
            await uow.accounts.use_challenge(made.challenge_hash, made.expires_at, now)
            await enrol_passkey(uow, visitor.member.id, made.passkey, now)
    except (WrongPasskey, Conflict):
        await record_failure(request, None)
        raise Rejected("enrolment") from None
    return _back()


async def drop_passkey(request: web.Request) -> web.StreamResponse:
    """Remove a passkey, with the sessions that began with it. Needs a fresh one."""
    await require_fresh(request)
    site, visitor = request.app[SITE], person(request)
    number = PasskeyId(await _number(request))
    async with site.storage.transaction() as uow:
        await remove_passkey(uow, visitor.member.id, number, site.clock.now())
    return _gone() if number == visitor.session.passkey_id else _back()


async def drop_identity(request: web.Request) -> web.StreamResponse:
    """Remove an identity, with the sessions that began with it. Needs a fresh sign-in."""
    await require_fresh(request)
    site, visitor = request.app[SITE], person(request)
    number = IdentityId(await _number(request))
    async with site.storage.transaction() as uow:
        await remove_identity(uow, visitor.member.id, number, site.clock.now())
    return _gone() if number == visitor.session.identity_id else _back()


async def drop_session(request: web.Request) -> web.StreamResponse:
    """End one of the sessions."""
    site, visitor = request.app[SITE], person(request)
    number = SessionId(await _number(request))
    async with site.storage.transaction() as uow:
        await end_session(uow, visitor.member.id, number, site.clock.now())
    return _gone() if number == visitor.session.id else _back()


async def _number(request: web.Request) -> int:
    given = str((await request.post()).get("number", ""))
    if not given.isascii() or not given.isdigit() or len(given) > 18:
        raise NotFound
    return int(given)


def _back() -> web.Response:
    return web.Response(status=303, headers={"Location": "/account"})


def _gone() -> web.Response:
    response = web.Response(status=303, headers={"Location": "/"})
    forget(response)
    return response


def _ceremony(request: web.Request) -> Ceremony:
    return Ceremony(request.app[SITE], Purpose.ENROL, f"session {person(request).session.id}")


ROUTES = (
    web.get("/account", signed_in(show_account)),
    web.post("/account/confirm", signed_in(confirm_account)),
    web.post("/account/passkeys", signed_in(add_passkey)),
    web.post("/account/passkeys/remove", signed_in(drop_passkey)),
    web.post("/account/identities/remove", signed_in(drop_identity)),
    web.post("/account/sessions/end", signed_in(drop_session)),
)
