"""Name a deputy: somebody who may do what a role may do, and is asked when its holder does not answer."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, InvalidInvite, NotAllowed
from alerts.ids import MemberId, RoleId
from alerts.ports import UnitOfWork
from alerts.role import Grant
from alerts.services.create_invite import CreatedInvite, create_deputy_invite
from alerts.services.tell import tell


async def own_grant(uow: UnitOfWork, role: RoleId, holder: MemberId, now: datetime) -> Grant:
    """The role, if this is its holder and it has not ended. A deputy does not name deputies. Raises NotAllowed."""
    grant = await uow.roles.get(role)
    if grant.member_id != holder or not grant.is_active(now):
        raise NotAllowed("own-role-only")
    return grant


async def invite_deputy(uow: UnitOfWork, role: RoleId, holder: MemberId, now: datetime) -> CreatedInvite:
    """A one-time link to hand to the deputy; an earlier one for this role does not work any more.

    Raises NotAllowed, and IllegalTransition when there is a deputy already.
    """
    grant = await own_grant(uow, role, holder, now)
    if grant.deputy_id is not None:
        raise IllegalTransition("deputy-there")
    await uow.invites.revoke_for_deputies(role, now)
    return await create_deputy_invite(uow, role, holder, now)


async def check_needs_deputy(uow: UnitOfWork, role: RoleId, now: datetime) -> Grant:
    """Raise InvalidInvite when the role has ended or has a deputy already."""
    grant = await uow.roles.get(role)
    if not grant.is_active(now):
        raise InvalidInvite("role-ended")
    if grant.deputy_id is not None:
        raise InvalidInvite("deputy-there")
    return grant


async def become_deputy(uow: UnitOfWork, role: RoleId, deputy: MemberId, now: datetime) -> Grant:
    """Who followed the link is the deputy from now on; both hear it. Raises InvalidInvite."""
    grant = await check_needs_deputy(uow, role, now)
    if grant.member_id == deputy:
        raise InvalidInvite("own")
    await uow.roles.set_deputy(role, deputy, instead_of=None)
    await uow.audit.append(AuditEvent("deputy.named", "role", role, grant.member_id, {"deputy": deputy}), now)
    told = {"role": role, "deputy": deputy}
    key = f"{role}:{deputy}:{int(now.timestamp())}"
    await tell(uow, [deputy], Notice("deputy-named", told), f"deputy-named:{key}", now)
    await tell(uow, [grant.member_id], Notice("deputy-joined", told), f"deputy-joined:{key}", now)
    return await uow.roles.get(role)


async def end_deputy(uow: UnitOfWork, role: RoleId, holder: MemberId, deputy: MemberId, *, now: datetime) -> Grant:
    """This deputy is one no longer, and hears it; a link that was not used yet does not work any more.

    Raises NotAllowed, and IllegalTransition when it is somebody else by now.
    """
    grant = await own_grant(uow, role, holder, now)
    if grant.deputy_id != deputy:
        raise IllegalTransition("deputy-gone")
    await uow.invites.revoke_for_deputies(role, now)
    await dismiss_deputy(uow, grant, deputy, holder, now)
    return await uow.roles.get(role)


async def step_down(uow: UnitOfWork, deputy: MemberId, now: datetime) -> None:
    """Of every role for which they stand in, as they go for good; who holds it hears that nobody stands in now."""
    for grant in await uow.roles.of_member(deputy):
        if grant.deputy_id == deputy:
            await dismiss_deputy(uow, grant, deputy, deputy, now)
            key = f"deputy-erased:{grant.id}:{deputy}"
            await tell(uow, [grant.member_id], Notice("deputy-erased", {"role": grant.id}), key, now)


async def dismiss_deputy(uow: UnitOfWork, grant: Grant, deputy: MemberId, by: MemberId | None, now: datetime) -> None:
    """Who was the deputy hears it, and is offered no more than before. `by` is None when the role ended."""
    await uow.roles.set_deputy(grant.id, None, instead_of=deputy)
    await uow.audit.append(AuditEvent("deputy.ended", "role", grant.id, by, {"deputy": deputy}), now)
    await uow.menus.mark(deputy, now)
    notice = Notice("deputy-ended", {"role": grant.id})
    await tell(uow, [deputy], notice, f"deputy-ended:{grant.id}:{deputy}:{int(now.timestamp())}", now)
