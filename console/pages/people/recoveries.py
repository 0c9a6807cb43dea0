"""New links for colleagues who lost their passkeys and have no chat: asked for, and made once a second person has
confirmed it."""

from aiohttp import web

from alerts.account import LINK_LASTS
from alerts.grant_request import GrantRequest
from alerts.ids import GrantRequestId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.account.recover_account import (
    Recoverable,
    ask_recovery,
    make_recovery_link,
    open_recovery,
    recoverable,
)
from console.moments import told
from console.pages.people.views import LinkMadeView, RecoveriesView, Recovery, RecoveryLine
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.persons import person_words
from texts.roles import role_words

PATH = "/recoveries"


async def show_recoveries(request: web.Request) -> web.StreamResponse:
    """Show the colleagues without a chat for whom this person may ask a new link."""
    site, actor = request.app[SITE], person(request).actor
    async with site.storage.reading() as uow:
        found = await recoverable(uow, actor, site.clock.now())
        lines = tuple([await _line(request, uow, one) for one in found])
        confirm = await confirmation_options(request, uow)
    return respond(request, RecoveriesView(lines, confirm))


async def ask(request: web.Request) -> web.StreamResponse:
    """Ask a second person to confirm a new link. Needs a fresh passkey."""
    await require_fresh(request)
    site, member = request.app[SITE], MemberId(int(request.match_info["member"]))
    async with site.storage.transaction() as uow:
        await ask_recovery(uow, person(request).actor, member, site.clock.now())
    site.after_commit()
    return web.Response(status=303, headers={"Location": PATH})


async def make_link(request: web.Request) -> web.StreamResponse:
    """Make the link of a confirmed recovery, and show it once. Needs a fresh passkey."""
    await require_fresh(request)
    site, t = request.app[SITE], phrases_of(request)
    now, asked = site.clock.now(), GrantRequestId(int(request.match_info["asked"]))
    async with site.storage.transaction() as uow:
        secret = await make_recovery_link(uow, person(request).actor, asked, now)
        whom = await person_words(uow, (await uow.grant_requests.get(asked)).member_id, t)
    view = LinkMadeView(
        title=t("console-recovery-made"),
        link=f"{site.address.origin}/link/{secret}",
        until=told(now + LINK_LASTS, t, site.zone, now),
        whom=whom,
        how=t("console-recovery-made-how"),
        back=PATH,
    )
    return respond(request, view)


def recovery_of(asked: GrantRequest, me: MemberId) -> Recovery:
    """Return how a recovery stands for this member."""
    is_ready = asked.decision is not None and asked.given_by == me
    return Recovery(f"{PATH}/{asked.id}/link" if is_ready else "")


async def _line(request: web.Request, uow: UnitOfWork, one: Recoverable) -> RecoveryLine:
    site, me, t = request.app[SITE], person(request).member.id, phrases_of(request)
    asked = await open_recovery(uow, one.member, site.clock.now())
    return RecoveryLine(
        path=f"{PATH}/{one.member}/ask",
        person=await person_words(uow, one.member, t),
        roles=tuple([await role_words(uow, grant, t, "console-role") for grant in one.roles]),
        recovery=None if asked is None else recovery_of(asked, me),
    )


_NUMBER = "[1-9][0-9]{0,17}"
ROUTES = (
    web.get(PATH, signed_in(show_recoveries)),
    web.post(f"{PATH}/{{member:{_NUMBER}}}/ask", signed_in(ask)),
    web.post(f"{PATH}/{{asked:{_NUMBER}}}/link", signed_in(make_link)),
)
