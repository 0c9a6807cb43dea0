"""One KVO group: its ground, managers and chat; a code for the chat, a new look at it, and closing the group."""

from dataclasses import replace

from aiohttp import web

from alerts.errors import Conflict
from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action, Role
from alerts.services.chat.tie_chat import new_tie_code
from alerts.services.chat.update_chat import check_anew
from alerts.services.group.find_groups import group_for
from alerts.services.group.find_managers import grants_over
from alerts.services.group.make_group import close_group, may_change
from alerts.services.group.read_ground import MOST_CODES
from console.form_numbers import number_in
from console.message_html import for_browsers
from console.moments import told
from console.pages.groups.groups import PATH, path_of
from console.pages.groups.views import GroupView, TieView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.kvo_groups import branches_words, chat_words, codes_words, managed_by, tie_link


async def show_group(request: web.Request) -> web.StreamResponse:
    """Show a group that this person manages."""
    return respond(request, await _view(request))


async def make_code(request: web.Request) -> web.StreamResponse:
    """Make a new code that ties a chat to the group, and show it once; the earlier code stops working."""
    site, t = request.app[SITE], phrases_of(request)
    now = site.clock.now()
    async with site.storage.transaction() as uow:
        code = await new_tie_code(uow, person(request).actor, which(request), now)
    view = TieView(
        path=path_of(code.group.id),
        name=code.group.name,
        link=tie_link(code.secret, site.bot_name),
        command=t("group-tie-command", bot=site.bot_name, code=code.secret),
        until=told(code.expires_at, t, site.zone, now),
    )
    return respond(request, view)


async def look(request: web.Request) -> web.StreamResponse:
    """Have the chat looked at again, and what waits for it sent."""
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        await check_anew(uow, person(request).actor, which(request), site.clock.now())
    site.after_commit()
    return web.Response(status=303, headers={"Location": path_of(which(request))})


async def close(request: web.Request) -> web.StreamResponse:
    """Close the group as the page showed it; show how it is now if a colleague changed it. Needs a fresh passkey."""
    await require_fresh(request)
    site, actor = request.app[SITE], person(request).actor
    version = number_in((await request.post()).get("version"))
    try:
        async with site.storage.transaction() as uow:
            await close_group(uow, actor, which(request), version=version, now=site.clock.now())
    except Conflict as error:
        await note_refusal(request, error)
        view = replace(await _view(request), problem=phrases_of(request)("console-group-changed"))
        return respond(request, view, status=409)
    site.after_commit()
    return web.Response(status=303, headers={"Location": PATH})


async def managed(request: web.Request, uow: UnitOfWork) -> KvoGroup:
    """Return the group of the address. Raises as `group_for`."""
    now = request.app[SITE].clock.now()
    return await group_for(uow, person(request).actor, Action.MANAGE_KVO_GROUP, which(request), now=now)


async def _view(request: web.Request) -> GroupView:
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now = site.clock.now()
    async with site.storage.reading() as uow:
        group = await managed(request, uow)
        shops, verified = await uow.kvo_groups.shops_held(group.id)
        grants = await grants_over(uow, group, now)
        return GroupView(
            path=path_of(group.id),
            name=group.name,
            version=group.version,
            codes=codes_words(group.codes, t, MOST_CODES),
            branches=branches_words(group.branches, t),
            shops=t("console-group-shops", shops=shops, verified=verified),
            managed=await managed_by(uow, grants, t),
            has_manager=any(one.role is Role.KVO_MANAGER for one in grants),
            chat=for_browsers(chat_words(group, t, site.zone, now)),
            is_tied=group.is_tied,
            join_link=group.join_link or "" if group.is_tied else "",
            may_change=await may_change(uow, actor, group, now),
            is_made="made" in request.query,
            confirm=await confirmation_options(request, uow),
        )


def which(request: web.Request) -> KvoGroupId:
    """Return the group that the address names."""
    return KvoGroupId(int(request.match_info["group"]))


ONE = f"{PATH}/{{group:[1-9][0-9]{{0,17}}}}"
ROUTES = (
    web.get(ONE, signed_in(show_group)),
    web.post(f"{ONE}/code", signed_in(make_code)),
    web.post(f"{ONE}/look", signed_in(look)),
    web.post(f"{ONE}/close", signed_in(close)),
)
