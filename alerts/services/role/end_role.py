"""End a role, now or on a date. Its holder and deputy are told, and their menus are updated.

A role that was given by a role with an end date ends with it.
"""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, InvalidText, NotAllowed, OutOfReach
from alerts.grant_request import GrantKind, GrantRequest, NewGrantRequest
from alerts.ids import MemberId, RoleId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Grant, Scope
from alerts.services.permission.check_may import check_has
from alerts.services.role.check_last_administrator import check_can_end
from alerts.services.role.end_grant import CONFIRM_ANEW, close_grant, end_grant, follow_source, set_end
from alerts.services.role.find_confirmers import others_in_scope
from alerts.services.role.find_granting_role import descends_from, giving_grants, no_later, source_of
from alerts.services.role.request_grant import check_can_be_confirmed, request_grant
from alerts.services.scope.cover_scope import covers_scope, may_in_all_of
from alerts.services.tell import tell


async def roles_in_scope(uow: UnitOfWork, actor: Actor, now: datetime) -> list[Grant]:
    """Return the active roles that this administrator looks after, longest in office first."""
    scopes = [one.scope for one in actor.grants if one.is_active(now) and Action.ADMINISTER in one.actions]
    return [
        grant
        for grant in await uow.roles.active(now)
        if any([await covers_scope(uow, scope, grant.scope) for scope in scopes])
    ]


async def role_in_scope(uow: UnitOfWork, actor: Actor, role: RoleId, now: datetime) -> Grant:
    """Return a role that this administrator looks after. Raises NotAllowed, OutOfReach, and IllegalTransition when it
    has ended."""
    check_has(actor, Action.ADMINISTER, now)
    grant = await uow.roles.get(role)
    if not await may_in_all_of(uow, actor, Action.ADMINISTER, grant.scope, now):
        raise OutOfReach("outside-scope")
    if not grant.is_active(now):
        raise IllegalTransition("role-ended")
    return grant


async def end_role(uow: UnitOfWork, actor: Actor, role: RoleId, now: datetime) -> None:
    """End a role now; all others in scope are told. Raises NotAllowed, also for the last administrator, and
    IllegalTransition."""
    grant = await role_in_scope(uow, actor, role, now)
    await check_can_end(uow, grant, now)
    await end_grant(uow, grant, actor.member.id, now)
    involved = (grant.member_id, actor.member.id)
    others = [one for one in await others_in_scope(uow, grant.role, grant.scope, now) if one not in involved]
    await tell(uow, others, Notice("role-dismissed", {"role": grant.id}), f"role-dismissed:{grant.id}", now)


async def end_role_on(uow: UnitOfWork, actor: Actor, role: RoleId, ends_at: datetime | None, *, now: datetime) -> Grant:
    """Set the date on which a role ends, or (None) remove it; return the role as it is stored after that.

    An earlier date takes effect at once, also for what was given by the role; a later one once a second person has
    confirmed it, so the role is returned unchanged. Its holder and deputy cannot extend it: that would be giving
    oneself a role. Raises as `end_role`, and InvalidText for a moment in the past.
    """
    grant = await role_in_scope(uow, actor, role, now)
    is_longer = grant.ends_at is not None and (ends_at is None or ends_at > grant.ends_at)
    if is_longer and grant.is_of(actor.member.id):
        raise NotAllowed("own-role-longer")
    if ends_at is not None and ends_at <= now:
        raise InvalidText("moment-past")
    if is_longer:
        await _ask_longer(uow, grant, ends_at, actor.member.id, now)
        return grant
    if ends_at is not None:
        await check_can_end(uow, grant, now)
    await set_end(uow, grant, ends_at, actor.member.id, now)
    if ends_at is not None:
        await follow_source(uow, grant, ends_at, actor.member.id, now)
    return await uow.roles.get(role)


async def make_longer(uow: UnitOfWork, request: GrantRequest, confirmer: MemberId, now: datetime) -> None:
    """Extend the role of a confirmed request, as far as its giver or the confirmer could give it; all others in scope
    are told."""
    assert request.role_id is not None, "the role that lasts longer"
    grant = await uow.roles.get(request.role_id)
    both = [one for who in (request.given_by, confirmer) for one in await giving_grants(uow, who, grant.scope, now)]
    source = source_of([one for one in both if not await descends_from(uow, one, grant)])
    if source is None and grant.derived_from is not None:
        source = await uow.roles.get(grant.derived_from)
    await uow.roles.derive_from(grant.id, None if source is None else source.id)
    await set_end(uow, grant, no_later(request.ends_at, source), request.given_by, now)
    told = (grant.member_id, request.given_by, confirmer)
    others = [one for one in await others_in_scope(uow, grant.role, grant.scope, now) if one not in told]
    await tell(uow, others, Notice("role-longer", {"role": grant.id}), f"role-longer:{request.id}", now)


async def _ask_longer(uow: UnitOfWork, grant: Grant, ends_at: datetime | None, giver: MemberId, now: datetime) -> None:
    if await uow.grant_requests.undecided_about(grant.id, GrantKind.LONGER):
        raise IllegalTransition("grant-waits")
    await check_can_be_confirmed(uow, grant.role, grant.scope, [giver, grant.member_id], now)
    new = NewGrantRequest(
        kind=GrantKind.LONGER,
        member_id=grant.member_id,
        given_by=giver,
        role=grant.role,
        scope=grant.scope,
        role_id=grant.id,
        ends_at=ends_at,
        function=grant.function,
    )
    await request_grant(uow, new, now)


async def lay_down(uow: UnitOfWork, member: MemberId, now: datetime) -> None:
    """End every role that this member holds; the administrators of its scope are told.

    Nobody is asked: the caller checks for the last administrator.
    """
    for grant in await uow.roles.of_member(member):
        if grant.member_id == member and (await uow.roles.get(grant.id)).is_active(now):
            await end_grant(uow, grant, member, now)
            notice = Notice("role-laid-down", {"role": grant.id})
            await tell(uow, await _administrators(uow, grant.scope, now), notice, f"role-laid-down:{grant.id}", now)


async def end_roles_over(uow: UnitOfWork, scope: Scope, by: MemberId, now: datetime) -> None:
    """End the roles for exactly this scope, which has ceased to exist."""
    for grant in await uow.roles.active(now):
        if grant.scope == scope and (await uow.roles.get(grant.id)).is_active(now):
            await end_grant(uow, grant, by, now)


async def has_ended_roles(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a role has reached its end date, or outlives the role by which it was given."""
    return bool(await uow.roles.ended(now) or await uow.roles.outliving(now, now + CONFIRM_ANEW))


async def end_due_roles(uow: UnitOfWork, now: datetime) -> None:
    """Close the roles whose end date has come; they gave no rights since that moment.

    A role that outlives its source, as nothing was done about it when the source ended, ends in a week unless another
    giver takes it over.
    """
    for grant in await uow.roles.ended(now):
        await uow.audit.append(AuditEvent("role.ended", "role", grant.id), now)
        await close_grant(uow, grant, None, now)
    for grant in await uow.roles.outliving(now, now + CONFIRM_ANEW):
        assert grant.derived_from is not None, "it was given by a role"
        source = await uow.roles.get(grant.derived_from)
        ends_at = source.ends_at if source.is_active(now) else None
        await follow_source(uow, source, ends_at or now + CONFIRM_ANEW, None, now)


async def _administrators(uow: UnitOfWork, scope: Scope, now: datetime) -> list[MemberId]:
    active = [one for one in await uow.roles.active(now) if Action.ADMINISTER in one.actions]
    return [one.member_id for one in active if await covers_scope(uow, one.scope, scope)]
