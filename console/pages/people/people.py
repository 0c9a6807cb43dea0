"""People: the roles that an administrator looks after, fifty a page."""

from aiohttp import web

from alerts.ports import UnitOfWork
from alerts.role import Action, Grant
from alerts.services.permission.check_may import check_has
from alerts.services.role.end_role import roles_in_scope
from alerts.services.support.edit_support import may_edit_country
from console.form_numbers import id_in
from console.moments import told
from console.pages.people.views import PeopleView, RoleLine
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.persons import person_words
from texts.roles import role_words

AT_ONCE = 50


async def show_people(request: web.Request) -> web.StreamResponse:
    """Show a page of roles, from the start or after the role that the address names."""
    site, actor = request.app[SITE], person(request).actor
    now, after = site.clock.now(), id_in(request.query.get("after", ""))
    check_has(actor, Action.ADMINISTER, now)
    async with site.storage.reading() as uow:
        rest = [one for one in await roles_in_scope(uow, actor, now) if one.id > after]
        shown = rest[:AT_ONCE]
        lines = tuple([await _line(request, uow, one) for one in shown])
        edits_country = await may_edit_country(uow, actor, now)
    last = shown[-1].id if len(rest) > AT_ONCE else None
    return respond(request, PeopleView(lines, last, is_first=not after, edits_country=edits_country))


async def _line(request: web.Request, uow: UnitOfWork, grant: Grant) -> RoleLine:
    site, t = request.app[SITE], phrases_of(request)
    now = site.clock.now()
    return RoleLine(
        path=f"/people/{grant.member_id}",
        words=await role_words(uow, grant, t, "console-role"),
        person=await person_words(uow, grant.member_id, t),
        since=told(grant.starts_at, t, site.zone, now),
        until=None if grant.ends_at is None else told(grant.ends_at, t, site.zone, now),
    )


ROUTES = (web.get("/people", signed_in(show_people)),)
