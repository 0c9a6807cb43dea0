"""Invite somebody to a role, as an administrator within the own scope; whoever uses the link has the role once a second
person has confirmed it."""

from datetime import datetime

from alerts.errors import IllegalTransition, InvalidInvite, InvalidText
from alerts.invite import Invite
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Function, Role, Scope
from alerts.services.invite.create_invite import CreatedInvite, create_role_invite
from alerts.services.role.find_granting_role import giving_grants
from alerts.services.role.request_grant import check_can_be_confirmed
from alerts.services.scope.cover_scope import check_covers
from alerts.services.scope.find_scope import check_ground, has_ground


async def check_may_invite_to(uow: UnitOfWork, actor: Actor, role: Role, scope: Scope, now: datetime) -> None:
    """Raise NotAllowed outside the own scope or where nobody else could confirm it, IllegalTransition for a closed
    group, InvalidText where the scope does not fit the role or covers nothing."""
    await check_covers(uow, actor, Action.ADMINISTER, scope, now)
    if not scope.fits(role):
        raise InvalidText("scope-misfit")
    if scope.kvo_group_id is not None and (await uow.kvo_groups.get(scope.kvo_group_id)).closed_at is not None:
        raise IllegalTransition("group-closed")
    await check_ground(uow, scope)
    await check_can_be_confirmed(uow, role, scope, [actor.member.id], now)


async def invite_role(
    uow: UnitOfWork,
    actor: Actor,
    role: Role,
    scope: Scope,
    *,
    label: str | None,
    ends_at: datetime | None,
    now: datetime,
    function: Function | None = None,
    for_console: str | None = None,
) -> CreatedInvite:
    """Create a one-time link that gives the role, until `ends_at` if there is one. `for_console`: for whom a link is
    that works in the console only. Raises as `check_may_invite_to`, and InvalidText for a moment in the past."""
    await check_may_invite_to(uow, actor, role, scope, now)
    if ends_at is not None and ends_at <= now:
        raise InvalidText("moment-past")
    return await create_role_invite(
        uow,
        role,
        scope,
        now=now,
        label=label,
        by=actor.member.id,
        ends_at=ends_at,
        intended_for=for_console,
        function=function,
        for_console=for_console is not None,
    )


async def check_still_given(uow: UnitOfWork, invite: Invite, now: datetime) -> None:
    """Raise InvalidInvite when who made the link could not give the role any more, or its scope covers nothing."""
    assert invite.role is not None, "the invitation is for a role"
    assert invite.scope is not None, "a role has a scope"
    group = invite.scope.kvo_group_id
    if group is not None and (await uow.kvo_groups.get(group)).closed_at is not None:
        raise InvalidInvite("group-closed")
    if not await has_ground(uow, invite.scope):
        raise InvalidInvite("no-ground")
    if invite.role_ends_at is not None and invite.role_ends_at <= now:
        raise InvalidInvite("expired")
    if invite.created_by is not None and not await giving_grants(uow, invite.created_by, invite.scope, now):
        raise InvalidInvite("revoked")
