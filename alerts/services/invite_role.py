"""Invite somebody to a role: an administrator, within the own scope; the link is for somebody else."""

from datetime import datetime

from alerts.errors import IllegalTransition, InvalidInvite, InvalidText, NotAllowed
from alerts.invite import Invite
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, Role, Scope
from alerts.services.cover_scope import check_covers
from alerts.services.create_invite import CreatedInvite, create_role_invite
from alerts.services.find_groups import group_for


async def check_may_invite_to(uow: UnitOfWork, actor: Actor, role: Role, scope: Scope, now: datetime) -> None:
    """Raise NotAllowed outside the own scope, IllegalTransition for a closed group, InvalidText where the scope does
    not fit the role."""
    await check_covers(uow, actor, Action.ADMINISTER, scope, now)
    if not scope.kind.fits(role):
        raise InvalidText("scope-misfit")
    if scope.kvo_group_id is not None and (await uow.kvo_groups.get(scope.kvo_group_id)).closed_at is not None:
        raise IllegalTransition("group-closed")


async def invite_role(
    uow: UnitOfWork,
    actor: Actor,
    role: Role,
    scope: Scope,
    *,
    label: str | None,
    ends_at: datetime | None,
    now: datetime,
) -> CreatedInvite:
    """A one-time link that gives the role, until `ends_at` if there is one. Raises as above."""
    await check_may_invite_to(uow, actor, role, scope, now)
    if ends_at is not None and ends_at <= now:
        raise InvalidText("moment-past")
    return await create_role_invite(uow, role, scope, now=now, label=label, by=actor.member.id, ends_at=ends_at)


async def check_still_given(uow: UnitOfWork, invite: Invite, now: datetime) -> None:
    """Raise InvalidInvite when the role could not be given any more by who made the link, or has nothing to do."""
    assert invite.role is not None, "the invitation is for a role"
    assert invite.scope is not None, "a role has a scope"
    group = invite.scope.kvo_group_id
    if group is not None and (await uow.kvo_groups.get(group)).closed_at is not None:
        raise InvalidInvite("group-closed")
    if invite.role_ends_at is not None and invite.role_ends_at <= now:
        raise InvalidInvite("expired")
    if invite.created_by is None:
        return
    inviter = await uow.members.get(invite.created_by)
    actor = Actor(inviter, tuple(await uow.roles.of_member(inviter.id)))
    try:
        await check_covers(uow, actor, Action.ADMINISTER, invite.scope, now)
    except NotAllowed as error:
        if group is None:
            raise InvalidInvite("revoked") from error
        try:
            await group_for(uow, actor, Action.MANAGE_KVO_GROUP, group, now=now)
        except NotAllowed as refused:
            raise InvalidInvite("revoked") from refused
