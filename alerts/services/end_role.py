"""End a role: now, or on a date. Its holder and its deputy hear it, and their menus are renewed."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, InvalidText, NotAllowed
from alerts.ids import MemberId, RoleId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Grant, Scope
from alerts.services.cover_scope import check_covers, covers_scope
from alerts.services.keep_administrator import check_can_end
from alerts.services.name_deputy import dismiss_deputy
from alerts.services.tell import tell


async def roles_in_scope(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Grant]:
    """The roles that are held now and that this administrator looks after, longest in office first."""
    scopes = [one.scope for one in actor.grants if one.is_active(now) and Action.ADMINISTER in one.actions]
    return [
        grant
        for grant in await uow.roles.active(now)
        if any([await covers_scope(uow, scope, grant.scope) for scope in scopes])
    ]


async def role_in_scope(uow: UnitOfWork, actor: Actor, role: RoleId, now: datetime) -> Grant:
    """One of them. Raises NotAllowed, and IllegalTransition when it has ended."""
    grant = await uow.roles.get(role)
    await check_covers(uow, actor, Action.ADMINISTER, grant.scope, now)
    if not grant.is_active(now):
        raise IllegalTransition("role-ended")
    return grant


async def end_role(uow: UnitOfWork, actor: Actor, role: RoleId, now: datetime) -> None:
    """From this moment on. Raises NotAllowed, also for the last administrator, and IllegalTransition."""
    grant = await role_in_scope(uow, actor, role, now)
    await check_can_end(uow, grant, now)
    await _end(uow, grant, actor.member.id, now)


async def end_role_on(uow: UnitOfWork, actor: Actor, role: RoleId, ends_at: datetime | None, *, now: datetime) -> Grant:
    """On a date, or (None) on none. Raises NotAllowed and IllegalTransition as above, InvalidText for what is past.

    Who holds it or stands in does not make it longer: that would be giving oneself a role.
    """
    grant = await role_in_scope(uow, actor, role, now)
    is_longer = grant.ends_at is not None and (ends_at is None or ends_at > grant.ends_at)
    if is_longer and grant.is_of(actor.member.id):
        raise NotAllowed("own-role-longer")
    if ends_at is not None:
        if ends_at <= now:
            raise InvalidText("moment-past")
        await check_can_end(uow, grant, now)
    await uow.roles.end_at(role, ends_at)
    details = {"ends_at": ends_at.isoformat() if ends_at else ""}
    await uow.audit.append(AuditEvent("role.end_set", "role", role, actor.member.id, details), now)
    notice = Notice("role-will-end" if ends_at else "role-stays", {"role": role})
    key = f"role-end-set:{role}:{details['ends_at']}:{int(now.timestamp())}"
    await tell(uow, [grant.member_id], notice, key, now)
    return await uow.roles.get(role)


async def lay_down(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """Every role that this member holds ends, and whoever administers there hears it.

    Nobody is asked, so the last administrator is for the caller to check.
    """
    for grant in await uow.roles.of_member(member):
        if grant.member_id == member and grant.is_active(now):
            await _end(uow, grant, member, now)
            notice = Notice("role-laid-down", {"role": grant.id})
            await tell(uow, await _administrators(uow, grant.scope, now), notice, f"role-laid-down:{grant.id}", now)


async def end_roles_over(uow: UnitOfWork, scope: Scope, by: MemberId, now: datetime) -> None:
    """Those for exactly this scope, which is no more."""
    for grant in await uow.roles.active(now):
        if grant.scope == scope:
            await _end(uow, grant, by, now)


async def has_ended_roles(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a date has come."""
    return bool(await uow.roles.ended(now))


async def end_due_roles(uow: UnitOfWork, now: datetime) -> None:
    """The roles whose date has come; they gave no right any more since that moment."""
    for grant in await uow.roles.ended(now):
        await uow.audit.append(AuditEvent("role.ended", "role", grant.id), now)
        await _close(uow, grant, now)


async def _administrators(uow: UnitOfWork, scope: Scope, now: datetime) -> list[MemberId]:
    active = [one for one in await uow.roles.active(now) if Action.ADMINISTER in one.actions]
    return [one.member_id for one in active if await covers_scope(uow, one.scope, scope)]


async def _end(uow: UnitOfWork, grant: Grant, by: MemberId, now: datetime) -> None:
    await uow.roles.end_at(grant.id, now)
    await uow.audit.append(AuditEvent("role.ended", "role", grant.id, by), now)
    await _close(uow, grant, now)


async def _close(uow: UnitOfWork, grant: Grant, now: datetime) -> None:
    if grant.deputy_id is not None:
        await dismiss_deputy(uow, grant, grant.deputy_id, None, now)
    await uow.invites.revoke_for_deputies(grant.id, now)
    await uow.roles.close(grant.id, now)
    await uow.menus.mark(grant.member_id, now)
    await tell(uow, [grant.member_id], Notice("role-ended", {"role": grant.id}), f"role-ended:{grant.id}", now)
