"""Confirmations: what waits for this person as a second pair of eyes, and confirming or refusing it."""

from aiohttp import web

from alerts.grant_request import GrantRequest
from alerts.ids import GrantRequestId
from alerts.ports import UnitOfWork
from alerts.services.role.confirm_grant import confirm_grant, grants_to_confirm, refuse_grant
from console.moments import told
from console.pages.people.views import ConfirmationsView, Waiting
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.persons import function_of, person_words
from texts.roles import role_words

WAYS = {"confirm": confirm_grant, "refuse": refuse_grant}


async def show_confirmations(request: web.Request) -> web.StreamResponse:
    """Show what this person can confirm, which for whoever may confirm nothing is an empty list."""
    site, me = request.app[SITE], person(request).member.id
    async with site.storage.reading() as uow:
        found = await grants_to_confirm(uow, me, site.clock.now())
        waiting = tuple([await _line(request, uow, one) for one in found])
        confirm = await confirmation_options(request, uow) if waiting else ""
    return respond(request, ConfirmationsView(waiting, confirm))


async def decide(request: web.Request) -> web.StreamResponse:
    """Confirm or refuse one. Needs a fresh passkey."""
    await require_fresh(request)
    site, asked = request.app[SITE], GrantRequestId(int(request.match_info["asked"]))
    async with site.storage.transaction() as uow:
        await WAYS[request.match_info["way"]](uow, asked, person(request).member.id, site.clock.now())
    site.after_commit()
    return web.Response(status=303, headers={"Location": "/confirmations"})


async def _line(request: web.Request, uow: UnitOfWork, asked: GrantRequest) -> Waiting:
    site, t = request.app[SITE], phrases_of(request)
    now = site.clock.now()
    who = await person_words(uow, asked.member_id, t)
    giver = await function_of(uow, asked.given_by, t, now)
    return Waiting(
        path=f"/confirmations/{asked.id}",
        what=await role_words(uow, asked, t, f"grant-what-{asked.kind}", person=who, giver=giver),
        means=t(f"grant-means-{asked.kind}"),
        label=asked.label or "",
        until=None if asked.ends_at is None else told(asked.ends_at, t, site.zone, now),
        asked=told(asked.asked_at, t, site.zone, now),
    )


ROUTES = (
    web.get("/confirmations", signed_in(show_confirmations)),
    web.post(r"/confirmations/{asked:[1-9][0-9]{0,17}}/{way:confirm|refuse}", signed_in(decide)),
)
