"""Invite a deputy: the holder of a role makes a link for who is to stand in for them."""

from datetime import datetime

from alerts.errors import IllegalTransition
from alerts.ids import MemberId, RoleId
from alerts.ports import UnitOfWork
from alerts.services.invite.create_invite import CreatedInvite, create_deputy_invite
from alerts.services.role.name_deputy import own_grant
from alerts.services.role.request_grant import check_can_be_confirmed


async def invite_deputy(uow: UnitOfWork, role: RoleId, holder: MemberId, now: datetime) -> CreatedInvite:
    """Create a one-time link to hand to the deputy; an earlier one for this role works no longer.

    Raises NotAllowed, also where nobody could confirm it, and IllegalTransition when there is a deputy already.
    """
    grant = await own_grant(uow, role, holder, now)
    if grant.deputy_id is not None:
        raise IllegalTransition("deputy-there")
    await check_can_be_confirmed(uow, grant.role, grant.scope, [holder], now)
    await uow.invites.revoke_for_deputies(role, now)
    return await create_deputy_invite(uow, role, holder, now)
