"""Revoke an invitation so that its link stops working, as its maker or as the owner of the shop that it is for."""

from datetime import datetime

from alerts.errors import IllegalTransition, OutOfReach
from alerts.ids import InviteId
from alerts.invite import Invite
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.shop.find_premises import owned_premises
from alerts.services.shop.revoke_links import revoke_link


async def revoke_invite(uow: UnitOfWork, member: Member, invite_id: InviteId, now: datetime) -> Invite:
    """Revoke the invitation; return it as it was. Raises NotFound, OutOfReach, NotAllowed, and IllegalTransition when
    it does not work any more."""
    invite = await uow.invites.get(invite_id)
    if invite.created_by != member.id:
        if invite.premises_id is None:
            raise OutOfReach("other-invite")
        await owned_premises(uow, member.id, invite.premises_id)
    if not invite.is_open(now):
        raise IllegalTransition("invite-gone")
    await revoke_link(uow, invite, member.id, now)
    return invite
