"""Invite: the form that makes a one-time link for a role, in the chat or in the console."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from aiohttp import web

from alerts.branch import Branch
from alerts.errors import InvalidText, NotAllowed, Rejected
from alerts.guard import is_blank
from alerts.ids import KvoGroupId
from alerts.invite import FOR_LENGTH, LABEL_LENGTH
from alerts.last_day import end_of_day
from alerts.ports import UnitOfWork
from alerts.role import Action, Function, Role, Scope, ScopeKind
from alerts.role_function import FUNCTIONS, check_function
from alerts.services.invite.create_invite import CreatedInvite
from alerts.services.invite.invite_role import invite_role
from alerts.services.permission.check_may import check_has
from alerts.services.scope.cover_scope import check_covers
from alerts.services.scope.find_scope import find_area
from alerts.shop_name import shop_name
from console.choice import Choice
from console.form_numbers import id_in
from console.moments import told
from console.pages.people.views import Field, InviteView, LinkMadeView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.phrases import Phrases
from texts.roles import RoleOffer, role_choice, role_words

NAMES = ("role", "area", "branch", "group", "function", "label", "day", "way", "whom")
CHAT, CONSOLE = "chat", "console"

T = TypeVar("T")


@dataclass
class _Read:
    """A form as it was sent: what each field means, and what is wrong with it."""

    typed: Mapping[str, str]
    wrong: dict[str, Rejected] = field(default_factory=dict)

    def take(self, name: str, read: Callable[[str], T]) -> T | None:
        """Return what the field means; None when it is empty, or wrong, which is noted."""
        text = self.typed[name].strip()
        try:
            return read(text) if text else None
        except (Rejected, ValueError) as error:
            self.wrong[name] = error if isinstance(error, Rejected) else InvalidText("tap-a-button")
            return None


async def show_invite(request: web.Request) -> web.StreamResponse:
    """Show the empty form."""
    check_has(person(request).actor, Action.ADMINISTER, request.app[SITE].clock.now())
    return respond(request, await _view(request, dict.fromkeys(NAMES, "") | {"way": CHAT}, {}))


async def invite(request: web.Request) -> web.StreamResponse:
    """Make the link and show it once; where something is wrong the form comes back whole. Needs a fresh passkey."""
    site, actor = request.app[SITE], person(request).actor
    now, form = site.clock.now(), await request.post()
    check_has(actor, Action.ADMINISTER, now)
    await require_fresh(request)
    read = _Read({name: str(form.get(name, "")) for name in NAMES})
    made = await _make(request, read, now)
    if made is None:
        for error in read.wrong.values():
            await note_refusal(request, error)
        return respond(request, await _view(request, read.typed, read.wrong), status=422)
    return respond(request, made)


async def _make(request: web.Request, read: _Read, now: datetime) -> LinkMadeView | None:
    """Make the link; None when something is wrong."""
    site, t = request.app[SITE], phrases_of(request)
    role = read.take("role", Role)
    if role is None:
        read.wrong.setdefault("role", InvalidText("tap-a-button"))
    function = read.take("function", Function)
    label = read.take("label", lambda text: shop_name(text, LABEL_LENGTH))
    ends_at = read.take("day", lambda text: end_of_day(_day(text), now, site.zone))
    whom = read.take("whom", lambda text: shop_name(text, FOR_LENGTH))
    is_for_console = read.typed["way"] == CONSOLE
    if is_for_console and is_blank(read.typed["whom"]):
        read.wrong["whom"] = InvalidText("empty")
    if role is not None:
        read.take("function", lambda text: check_function(role, Function(text)))
    async with site.storage.transaction() as uow:
        scope = None if role is None else await _scope(uow, role, read)
        if role is None or scope is None or read.wrong:
            return None
        try:
            created = await invite_role(
                uow,
                person(request).actor,
                role,
                scope,
                label=label,
                ends_at=ends_at,
                now=now,
                function=function,
                for_console=whom if is_for_console else None,
            )
        except (InvalidText, NotAllowed) as error:
            read.wrong[_scope_field(role)] = error
            return None
        title = await role_words(uow, RoleOffer(role, scope, function), t, "console-invited")
    return _made(request, created, title, whom if is_for_console else None)


def _made(request: web.Request, created: CreatedInvite, title: Html, whom: str | None) -> LinkMadeView:
    site, t = request.app[SITE], phrases_of(request)
    chat = f"https://t.me/{site.bot_name}?start={created.secret}"
    return LinkMadeView(
        title=title,
        link=chat if whom is None else f"{site.address.origin}/link/{created.secret}",
        until=told(created.expires_at, t, site.zone, site.clock.now()),
        whom=whom or "",
        how=t("role-invite-means"),
        back="/people",
    )


async def _scope(uow: UnitOfWork, role: Role, read: _Read) -> Scope | None:
    """Return the scope of the form; None, after noting it, when it is wrong or missing."""
    name = _scope_field(role)
    try:
        return await _read_scope(uow, role, read.typed)
    except (Rejected, ValueError) as error:
        read.wrong[name] = error if isinstance(error, Rejected) else InvalidText("tap-a-button")
        return None


def _scope_field(role: Role) -> str:
    return {Role.KVO_MANAGER: "group", Role.TRADE_ASSOCIATION: "branch"}.get(role, "area")


async def _read_scope(uow: UnitOfWork, role: Role, typed: Mapping[str, str]) -> Scope:
    """Return the scope of this role: a group, a branch (for police within an area), or an area. Raises InvalidText, and
    ValueError for what is in no list."""
    if role is Role.KVO_MANAGER:
        group = KvoGroupId(id_in(typed["group"]))
        if group not in {one.id for one in await uow.kvo_groups.all_open()}:
            raise InvalidText("tap-a-button")
        return Scope(ScopeKind.KVO_GROUP, kvo_group_id=group)
    if role is Role.TRADE_ASSOCIATION:
        return Scope(ScopeKind.BRANCH, branch=Branch(typed["branch"]))
    branch = Branch(typed["branch"]) if role is Role.POLICE and typed["branch"] else None
    area = " ".join(typed["area"].split())
    if not area:
        raise InvalidText("empty")
    if area.casefold() in ("landelijk", "national"):
        return Scope(ScopeKind.NATIONAL) if branch is None else Scope(ScopeKind.BRANCH, branch=branch)
    found = await find_area(uow, area)
    if branch is None:
        return found
    if found.kind is not ScopeKind.POSTCODES:
        raise InvalidText("role-postcodes")
    return Scope(ScopeKind.BRANCH, branch=branch, first=found.first, last=found.last)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidText("no-last-day") from error


async def _view(request: web.Request, typed: Mapping[str, str], wrong: Mapping[str, Rejected]) -> InviteView:
    site, t = request.app[SITE], phrases_of(request)
    async with site.storage.reading() as uow:
        known = await uow.kvo_groups.all_open()
        groups = [(str(one.id), one.name) for one in known if await _is_mine(request, uow, one.id)]
        confirm = await confirmation_options(request, uow)
    lists: dict[str, list[tuple[str, str]]] = {
        "role": [(role, role_choice(role, t)) for role in Role],
        "branch": [(one, t.plain(f"branch-{one}")) for one in Branch],
        "group": groups,
    }
    told_wrong = {name: t(error.text_id, **error.fields) for name, error in wrong.items()}
    fields = {
        name: Field(name, typed[name], _options(lists.get(name, []), typed[name]), told_wrong.get(name))
        for name in NAMES
    }
    return InviteView(fields, _functions(t, typed["function"]), confirm)


def _options(found: list[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(key, label, key == chosen) for key, label in found)


def _functions(t: Phrases, chosen: str) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    return tuple(
        (role_choice(role, t), _options([(one, t.plain(f"function-{one}")) for one in fitting], chosen))
        for role, fitting in FUNCTIONS.items()
    )


async def _is_mine(request: web.Request, uow: UnitOfWork, group: KvoGroupId) -> bool:
    scope, now = Scope(ScopeKind.KVO_GROUP, kvo_group_id=group), request.app[SITE].clock.now()
    try:
        await check_covers(uow, person(request).actor, Action.ADMINISTER, scope, now)
    except NotAllowed:
        return False
    return True


ROUTES = (web.get("/people/invite", signed_in(show_invite)), web.post("/people/invite", signed_in(invite)))
