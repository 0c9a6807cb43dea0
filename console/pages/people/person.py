"""One person: their roles, which end now or on a day, their sessions, and a new link for who lost the passkeys."""

from dataclasses import replace
from datetime import date, datetime

from aiohttp import web

from alerts.errors import InvalidText, NotFound
from alerts.ids import MemberId, RoleId
from alerts.last_day import end_of_day
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant
from alerts.services.account.bind_identity import remove_identities_of
from alerts.services.account.recover_account import ask_recovery, open_recovery
from alerts.services.account.revoke_sessions import held_in_scope, revoke_sessions
from alerts.services.permission.check_may import check_has
from alerts.services.role.end_role import end_role, end_role_on, role_in_scope
from console.moments import told
from console.pages.people.recoveries import recovery_of
from console.pages.people.views import HeldRole, PersonView
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.persons import function_of, person_words
from texts.roles import role_words


async def show_person(request: web.Request) -> web.StreamResponse:
    """Show the person; who is out of scope is like nobody."""
    return respond(request, await _view(request))


async def end_now(request: web.Request) -> web.StreamResponse:
    """End a role now. Needs a fresh passkey."""
    await require_fresh(request)
    site, actor, role = request.app[SITE], person(request).actor, await _role(request)
    async with site.storage.transaction() as uow:
        await end_role(uow, actor, role, site.clock.now())
        remains = await _is_looked_after(request, uow)
    site.after_commit()
    return _to(f"/people/{_member(request)}" if remains else "/people")


async def set_last_day(request: web.Request) -> web.StreamResponse:
    """Set the last day of a role, or remove it (no day); a later one waits for a second person. Needs a fresh
    passkey."""
    await require_fresh(request)
    site, actor, role = request.app[SITE], person(request).actor, await _role(request)
    typed, now = str((await request.post()).get("day", "")), site.clock.now()
    try:
        ends_at = _end_of(request, typed) if typed else None
    except InvalidText as error:
        await note_refusal(request, error)
        view, wrong = await _view(request), phrases_of(request)(error.text_id, **error.fields)
        roles = tuple(replace(one, typed=typed, wrong=wrong) if one.id == role else one for one in view.roles)
        return respond(request, replace(view, roles=roles), status=422)
    async with site.storage.transaction() as uow:
        await end_role_on(uow, actor, role, ends_at, now=now)
    site.after_commit()
    return _to(f"/people/{_member(request)}")


async def end_sessions(request: web.Request) -> web.StreamResponse:
    """End all sessions of the person. Needs a fresh passkey."""
    await require_fresh(request)
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        await revoke_sessions(uow, person(request).actor, _member(request), site.clock.now())
    return _to(f"/people/{_member(request)}")


async def unbind(request: web.Request) -> web.StreamResponse:
    """Remove the person's identities at the provider. Needs a fresh passkey."""
    await require_fresh(request)
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        await remove_identities_of(uow, person(request).actor, _member(request), site.clock.now())
    return _to(f"/people/{_member(request)}")


async def recover(request: web.Request) -> web.StreamResponse:
    """Ask a second person to confirm a new link. Needs a fresh passkey."""
    site = request.app[SITE]
    check_has(person(request).actor, Action.ADMINISTER, site.clock.now())
    await require_fresh(request)
    async with site.storage.transaction() as uow:
        await ask_recovery(uow, person(request).actor, _member(request), site.clock.now())
    site.after_commit()
    return _to(f"/people/{_member(request)}")


async def _view(request: web.Request) -> PersonView:
    """Return what the page shows. Raises NotAllowed and NotFound as `held_in_scope`."""
    site, visitor, t, member = request.app[SITE], person(request), phrases_of(request), _member(request)
    now = site.clock.now()
    async with site.storage.reading() as uow:
        held = await held_in_scope(uow, visitor.actor, member, now)
        known = await uow.members.get(member)
        found = await uow.accounts.sessions_of(member, now)
        asked = await open_recovery(uow, member, now)
        return PersonView(
            path=f"/people/{member}",
            person=await person_words(uow, member, t),
            profile=f"tg://user?id={known.address.ref}" if known.address.ref.isdecimal() else "",
            roles=tuple([await _held(request, uow, one) for one in held]),
            passkeys=len(await uow.accounts.passkeys_of(member)),
            identities=len(await uow.accounts.identities_of(member)),
            sessions=tuple(
                (told(one.created_at, t, site.zone, now), told(one.seen_at, t, site.zone, now)) for one in found
            ),
            recovery=None if asked is None else recovery_of(asked, visitor.member.id),
            may_recover=member != visitor.member.id and any(one.member_id == member for one in held),
            confirm=await confirmation_options(request, uow),
        )


async def _held(request: web.Request, uow: UnitOfWork, grant: Grant) -> HeldRole:
    site, t, me = request.app[SITE], phrases_of(request), person(request).member.id
    now = site.clock.now()
    return HeldRole(
        id=grant.id,
        path=f"/people/{_member(request)}/roles/{grant.id}",
        words=await role_words(uow, grant, t, "console-role"),
        label=grant.label or "",
        person=await person_words(uow, grant.member_id, t),
        deputy="" if grant.deputy_id is None else await person_words(uow, grant.deputy_id, t),
        giver=await _somebody(request, uow, grant.granted_by),
        confirmer=await _somebody(request, uow, grant.confirmed_by),
        since=told(grant.starts_at, t, site.zone, now),
        until=None if grant.ends_at is None else told(grant.ends_at, t, site.zone, now),
        is_own=grant.is_of(me),
    )


async def _somebody(request: web.Request, uow: UnitOfWork, member: MemberId | None) -> str:
    if member is None:
        return ""
    t, now = phrases_of(request), request.app[SITE].clock.now()
    return t.plain("audit-person", function=await function_of(uow, member, t, now), number=member)


async def _role(request: web.Request) -> RoleId:
    """Return the role of the address, which is one of this person's. Raises as `role_in_scope`, and NotFound."""
    site, role = request.app[SITE], RoleId(int(request.match_info["role"]))
    async with site.storage.reading() as uow:
        grant = await role_in_scope(uow, person(request).actor, role, site.clock.now())
    if not grant.is_of(_member(request)):
        raise NotFound
    return role


async def _is_looked_after(request: web.Request, uow: UnitOfWork) -> bool:
    try:
        await held_in_scope(uow, person(request).actor, _member(request), request.app[SITE].clock.now())
    except NotFound:
        return False
    return True


def _end_of(request: web.Request, typed: str) -> datetime:
    site = request.app[SITE]
    try:
        day = date.fromisoformat(typed)
    except ValueError as error:
        raise InvalidText("no-last-day") from error
    return end_of_day(day, site.clock.now(), site.zone)


def _member(request: web.Request) -> MemberId:
    return MemberId(int(request.match_info["member"]))


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})


_NUMBER = "[1-9][0-9]{0,17}"
_ONE = f"/people/{{member:{_NUMBER}}}"
_ROLE = f"{_ONE}/roles/{{role:{_NUMBER}}}"
ROUTES = (
    web.get(_ONE, signed_in(show_person)),
    web.post(f"{_ROLE}/end", signed_in(end_now)),
    web.post(f"{_ROLE}/last-day", signed_in(set_last_day)),
    web.post(f"{_ONE}/sessions/end", signed_in(end_sessions)),
    web.post(f"{_ONE}/identities/remove", signed_in(unbind)),
    web.post(f"{_ONE}/recover", signed_in(recover)),
)
