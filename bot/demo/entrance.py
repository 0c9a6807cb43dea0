"""The demo's way into the console: one-time addresses, and no authenticator.

Nothing else leads past a passkey. Only the demo adds this to a console, the one of its own made-up neighbourhood: the
program that runs for real is put together below this folder, and cannot import it (the import contracts hold that).
"""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiohttp import web
from aiohttp.typedefs import Handler

from alerts.account import NewPasskey, Passkey
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.services.account.enrol_passkey import enrol_passkey
from alerts.services.account.sign_in import begin_session
from console.pages.sign_in.sign_in import TODAY, begun_response
from console.security.sessions import VISITOR, visitor_of
from console.site import SITE

Used = Callable[[MemberId], Awaitable[None]]


class Entrance:
    """One-time addresses of the console, each for one member. `on_used` is told whose was used."""

    def __init__(self, on_used: Used) -> None:
        self._on_used = on_used
        self._open: dict[str, MemberId] = {}
        self._credentials: dict[MemberId, str] = {}

    def add_to(self, app: web.Application) -> None:
        """Let this console be entered here. Whoever is signed in counts as having used their passkey just now."""
        app.middlewares.append(_stay_fresh)
        app.add_routes([web.get("/demo/{secret}", self._enter)])

    def offer(self, member: MemberId) -> str:
        """Return the path of a new one-time address for this member."""
        secret = secrets.token_urlsafe(16)
        self._open[secret] = member
        return f"/demo/{secret}"

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        member = self._open.pop(request.match_info["secret"], None)
        if member is None:
            raise web.HTTPNotFound
        site = request.app[SITE]
        now = site.clock.now()
        async with site.storage.transaction() as uow:
            if (passkey := await self._passkey(uow, member)) is None:
                made = NewPasskey(secrets.token_urlsafe(16), secrets.token_urlsafe(16), 0)
                passkey = await enrol_passkey(uow, member, made, now)
                self._credentials[member] = made.credential_id
            begun = await begin_session(uow, passkey, now)
        await self._on_used(member)
        return begun_response(begun, TODAY)

    async def _passkey(self, uow: UnitOfWork, member: MemberId) -> Passkey | None:
        """Return the passkey that stands for this member's entries, which nobody has a private key for."""
        known = self._credentials.get(member)
        return None if known is None else await uow.accounts.passkey(known)


@web.middleware
async def _stay_fresh(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Take each request of somebody who is signed in as confirmed: the demo's browser may have no authenticator."""
    visitor = visitor_of(request)
    if visitor is not None:
        session = replace(visitor.session, fresh_at=request.app[SITE].clock.now())
        request[VISITOR] = replace(visitor, session=session)
    return await handler(request)
