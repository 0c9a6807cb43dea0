"""Name a deputy, who may do what a role may do and is asked when its holder does not answer.

A second holder in scope confirms who it is, or the administrator where there is none.
"""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, InvalidInvite, NotAllowed, OutOfReach
from alerts.ids import MemberId, RoleId
from alerts.ports import UnitOfWork
from alerts.role import Grant
from alerts.services.role.dismiss_deputy import dismiss_deputy
from alerts.services.role.end_grant import CONFIRM_ANEW, follow_source
from alerts.services.role.find_confirmers import others_in_scope
from alerts.services.tell import tell


async def own_grant(uow: UnitOfWork, role: RoleId, holder: MemberId, now: datetime) -> Grant:
    """Return this role of this holder. Raises OutOfReach for who has nothing to do with it, NotAllowed for its deputy
    (who names no deputies) and when it has ended."""
    grant = await uow.roles.get(role)
    if not grant.is_of(holder):
        raise OutOfReach("own-role-only")
    if grant.member_id != holder or not grant.is_active(now):
        raise NotAllowed("own-role-only")
    return grant


async def check_needs_deputy(uow: UnitOfWork, role: RoleId, now: datetime) -> Grant:
    """Return the role. Raises InvalidInvite when it has ended or has a deputy already."""
    grant = await uow.roles.get(role)
    if not grant.is_active(now):
        raise InvalidInvite("role-ended")
    if grant.deputy_id is not None:
        raise InvalidInvite("deputy-there")
    return grant


async def become_deputy(
    uow: UnitOfWork, role: RoleId, deputy: MemberId, *, confirmed_by: MemberId, now: datetime
) -> Grant:
    """Make a confirmed person the deputy; they, the holder and all others in scope are told. Raises InvalidInvite."""
    grant = await check_needs_deputy(uow, role, now)
    if grant.member_id == deputy:
        raise InvalidInvite("own")
    await uow.roles.set_deputy(role, deputy, instead_of=None)
    await uow.audit.append(AuditEvent("deputy.named", "role", role, grant.member_id, {"deputy": deputy}), now)
    told = {"role": role, "deputy": deputy}
    key = f"{role}:{deputy}:{int(now.timestamp())}"
    await uow.menus.mark(deputy, now)
    await tell(uow, [deputy], Notice("deputy-named", told), f"deputy-named:{key}", now)
    await tell(uow, [grant.member_id], Notice("deputy-joined", told), f"deputy-joined:{key}", now)
    involved = (grant.member_id, deputy, confirmed_by)
    others = [one for one in await others_in_scope(uow, grant.role, grant.scope, now) if one not in involved]
    await tell(uow, others, Notice("deputy-new", told), f"deputy-new:{key}", now)
    return await uow.roles.get(role)


async def end_deputy(uow: UnitOfWork, role: RoleId, holder: MemberId, deputy: MemberId, *, now: datetime) -> Grant:
    """Dismiss this deputy of the holder's role and revoke links that were not used yet.

    Raises NotAllowed, and IllegalTransition when the deputy is another by now.
    """
    grant = await own_grant(uow, role, holder, now)
    if grant.deputy_id != deputy:
        raise IllegalTransition("deputy-gone")
    await uow.invites.revoke_for_deputies(role, now)
    await dismiss_deputy(uow, grant, deputy, holder, now)
    await follow_source(uow, grant, now + CONFIRM_ANEW, holder, now)
    return await uow.roles.get(role)


async def step_down(uow: UnitOfWork, deputy: MemberId, now: datetime) -> None:
    """Remove this member as deputy from every role, as they leave for good; each holder is told that there is no deputy
    now."""
    for grant in await uow.roles.of_member(deputy):
        if grant.deputy_id == deputy:
            await dismiss_deputy(uow, grant, deputy, deputy, now)
            await follow_source(uow, grant, now + CONFIRM_ANEW, deputy, now)
            key = f"deputy-erased:{grant.id}:{deputy}"
            await tell(uow, [grant.member_id], Notice("deputy-erased", {"role": grant.id}), key, now)
