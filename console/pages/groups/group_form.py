"""The form that makes a KVO group, or changes its name, ground or branches."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from alerts.branch import Branch
from alerts.errors import Conflict, InvalidPostcode, InvalidText, LimitReached, NotAllowed, Rejected
from alerts.guard.off_loop import off_loop
from alerts.kvo_group import NAME_LENGTH, KvoGroup, NewKvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.group.make_group import change_group, changeable_group, make_group, may_make_groups
from alerts.services.group.read_ground import MOST_CODES, read_ground
from alerts.services.permission.check_may import check_has
from alerts.shop_name import shop_name
from console.choice import Choice
from console.form_numbers import number_in
from console.pages.groups.group import ONE, which
from console.pages.groups.groups import PATH, path_of
from console.pages.groups.views import GroupFormView, Known
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.kvo_groups import branches_words, codes_words

NEW = f"{PATH}/new"


@dataclass(slots=True)
class _Typed:
    """A form as it was sent: what was typed, the group that it describes as far as that was read, and what is wrong, by
    field."""

    version: int
    name: str
    codes: str
    is_all: bool
    branches: frozenset[Branch]
    told: NewKvoGroup = field(default_factory=lambda: NewKvoGroup("", frozenset(), frozenset()))
    wrong: dict[str, Rejected] = field(default_factory=dict)


async def show_new(request: web.Request) -> web.StreamResponse:
    """Show the empty form. Raises NotAllowed for whoever may make no group."""
    _check_may_make(request)
    return respond(request, _view(request, _Typed(0, "", "", is_all=False, branches=frozenset())))


async def make(request: web.Request) -> web.StreamResponse:
    """Make the group and show it; where something is wrong the form comes back with it."""
    _check_may_make(request)
    site, typed = request.app[SITE], await _typed(request)
    async with site.storage.reading() as uow:
        await _read(request, uow, typed, None)
    if typed.wrong:
        return await _show_wrong(request, typed, None)
    async with site.storage.transaction() as uow:
        group = await make_group(uow, person(request).actor, typed.told, site.clock.now())
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{path_of(group.id)}?made"})


async def show_change(request: web.Request) -> web.StreamResponse:
    """Show the form with how the group is now."""
    t = phrases_of(request)
    async with request.app[SITE].storage.reading() as uow:
        group = await _changeable(request, uow)
    codes = codes_words(group.codes, t, MOST_CODES)
    typed = _Typed(group.version, group.name, codes, is_all=not group.branches, branches=group.branches)
    return respond(request, _view(request, typed, group))


async def change(request: web.Request) -> web.StreamResponse:
    """Store what was typed; where a colleague changed the group meanwhile, show that beside what was typed."""
    site, typed = request.app[SITE], await _typed(request)
    async with site.storage.reading() as uow:
        group = await _changeable(request, uow)
        await _read(request, uow, typed, group)
    if typed.wrong:
        return await _show_wrong(request, typed, group)
    try:
        async with site.storage.transaction() as uow:
            actor, now = person(request).actor, site.clock.now()
            await change_group(uow, actor, group.id, typed.told, version=typed.version, now=now)
    except Conflict as error:
        await note_refusal(request, error)
        return await _show_changed(request, typed)
    site.after_commit()
    return web.Response(status=303, headers={"Location": path_of(group.id)})


async def _typed(request: web.Request) -> _Typed:
    form = await request.post()
    branches = {str(one) for one in form.getall("branches", [])}
    return _Typed(
        version=number_in(form.get("version")),
        name=str(form.get("name", "")),
        codes=str(form.get("codes", "")),
        is_all=form.get("which") == "all",
        branches=frozenset(one for one in Branch if one in branches),
    )


async def _read(request: web.Request, uow: UnitOfWork, typed: _Typed, group: KvoGroup | None) -> None:
    """Read every field, so that all that is wrong is told at once."""
    t, name, codes = phrases_of(request), "", frozenset[str]()
    try:
        name = await off_loop(shop_name, typed.name, length=NAME_LENGTH)
    except InvalidText as error:
        typed.wrong["name"] = error
    try:
        codes = await read_ground(
            uow,
            person(request).actor,
            typed.codes,
            had=group.codes if group else frozenset(),
            tell=lambda error: t.plain(error.text_id, **error.fields),
            now=request.app[SITE].clock.now(),
        )
    except (InvalidPostcode, LimitReached) as error:
        typed.wrong["codes"] = error
    if not typed.is_all and not typed.branches:
        typed.wrong["branches"] = InvalidText("no-branch")
    typed.told = NewKvoGroup(name, codes, frozenset() if typed.is_all else typed.branches)


async def _changeable(request: web.Request, uow: UnitOfWork) -> KvoGroup:
    return await changeable_group(uow, person(request).actor, which(request), now=request.app[SITE].clock.now())


async def _show_wrong(request: web.Request, typed: _Typed, group: KvoGroup | None) -> web.StreamResponse:
    for error in typed.wrong.values():
        await note_refusal(request, error)
    return respond(request, _view(request, typed, group), status=422)


async def _show_changed(request: web.Request, typed: _Typed) -> web.StreamResponse:
    """Show what was typed, ready to be sent again, beside how the group is now."""
    t = phrases_of(request)
    async with request.app[SITE].storage.reading() as uow:
        group = await _changeable(request, uow)
    typed.version = group.version
    codes, branches = codes_words(group.codes, t, MOST_CODES), branches_words(group.branches, t)
    return respond(request, _view(request, typed, group, Known(group.name, codes, branches)), status=409)


def _view(
    request: web.Request, typed: _Typed, group: KvoGroup | None = None, now: Known | None = None
) -> GroupFormView:
    t = phrases_of(request)
    wrong: Mapping[str, Rejected] = typed.wrong
    listed = [Choice(one, t.plain(f"branch-{one}"), one in typed.branches) for one in Branch]
    return GroupFormView(
        path=path_of(group.id) if group else "",
        version=typed.version,
        name=typed.name,
        codes=typed.codes,
        is_all=typed.is_all,
        branches=tuple(sorted(listed, key=lambda one: one.label.casefold())),
        wrong={name: t(error.text_id, **error.fields) for name, error in wrong.items()},
        now=now,
    )


def _check_may_make(request: web.Request) -> None:
    actor, now = person(request).actor, request.app[SITE].clock.now()
    check_has(actor, Action.MANAGE_KVO_GROUP, now)
    if not may_make_groups(actor, now):
        raise NotAllowed("new-group")


ROUTES = (
    web.get(NEW, signed_in(show_new)),
    web.post(NEW, signed_in(make)),
    web.get(f"{ONE}/change", signed_in(show_change)),
    web.post(f"{ONE}/change", signed_in(change)),
)
