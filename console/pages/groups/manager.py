"""The form that invites somebody to manage a KVO group; whoever uses the link waits for a second person."""

from aiohttp import web

from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.invite import LABEL_LENGTH
from alerts.ports import UnitOfWork
from alerts.role import Function, Role
from alerts.role_function import FUNCTIONS
from alerts.services.invite.create_invite import check_may_invite_manager, invite_group_manager
from alerts.shop_name import shop_name
from console.choice import Choice
from console.moments import told
from console.pages.groups.group import ONE, managed, which
from console.pages.groups.groups import path_of
from console.pages.groups.views import ManagerView
from console.pages.people.views import LinkMadeView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.roles import RoleOffer, role_name


async def show_manager(request: web.Request) -> web.StreamResponse:
    """Show the form. Raises as `check_may_invite_manager`."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow, "", ""))


async def invite_manager(request: web.Request) -> web.StreamResponse:
    """Make the link and show it once; words that are wrong come back with what is wrong. Needs a fresh passkey."""
    site, form, group = request.app[SITE], await request.post(), which(request)
    async with site.storage.reading() as uow:
        await check_may_invite_manager(uow, person(request).actor, group, site.clock.now())
    await require_fresh(request)
    typed, chosen = str(form.get("label", "")).strip(), str(form.get("function", ""))
    try:
        label = await off_loop(shop_name, typed, length=LABEL_LENGTH) if typed else None
    except InvalidText as error:
        await note_refusal(request, error)
        wrong = phrases_of(request)(error.text_id, **error.fields)
        async with site.storage.reading() as uow:
            return respond(request, await _view(request, uow, chosen, typed, wrong), status=422)
    function = next((one for one in FUNCTIONS[Role.KVO_MANAGER] if one == chosen and label is None), None)
    return respond(request, await _made(request, label, function))


async def _made(request: web.Request, label: str | None, function: Function | None) -> LinkMadeView:
    site, actor, t, group = request.app[SITE], person(request).actor, phrases_of(request), which(request)
    now = site.clock.now()
    async with site.storage.transaction() as uow:
        scope = await check_may_invite_manager(uow, actor, group, now)
        created = await invite_group_manager(uow, actor, group, now, label=label, function=function)
        name = (await uow.kvo_groups.get(group)).name
        seen_as = label or await role_name(uow, RoleOffer(Role.KVO_MANAGER, scope, function), t)
    return LinkMadeView(
        title=t("console-group-manager-made", name=name, role=seen_as),
        link=f"https://t.me/{site.bot_name}?start={created.secret}",
        until=told(created.expires_at, t, site.zone, now),
        whom="",
        how=t("console-group-manager-how"),
        back=path_of(group),
    )


async def _view(
    request: web.Request, uow: UnitOfWork, chosen: str, label: str, wrong: Html | None = None
) -> ManagerView:
    t, group = phrases_of(request), await managed(request, uow)
    await check_may_invite_manager(uow, person(request).actor, group.id, request.app[SITE].clock.now())
    fitting = FUNCTIONS[Role.KVO_MANAGER]
    return ManagerView(
        path=path_of(group.id),
        name=group.name,
        functions=tuple(Choice(one, t.plain(f"function-{one}"), one == chosen) for one in fitting),
        label=label,
        wrong=wrong,
        confirm=await confirmation_options(request, uow),
    )


ROUTES = (web.get(f"{ONE}/manager", signed_in(show_manager)), web.post(f"{ONE}/manager", signed_in(invite_manager)))
