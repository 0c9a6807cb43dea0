"""Revoke an invitation so that its link stops working, as its maker or as the owner of the shop that it is for."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import IllegalTransition, OutOfReach
from alerts.ids import InviteId, MemberId, PremisesId
from alerts.invite import Invite
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.shop.find_premises import owned_premises


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
    await _revoke(uow, invite, member.id, now)
    return invite


async def revoke_for_shop(
    uow: UnitOfWork, premises: PremisesId, by: MemberId | None, now: datetime, *, made_by: MemberId | None = None
) -> int:
    """Revoke every open link to this shop, or those of one maker; return how many."""
    still_open = await uow.invites.open_for(premises, now)
    revoked = [one for one in still_open if made_by is None or one.created_by == made_by]
    for invite in revoked:
        await _revoke(uow, invite, by, now)
    return len(revoked)


async def _revoke(uow: UnitOfWork, invite: Invite, by: MemberId | None, now: datetime) -> None:
    await uow.invites.revoke(invite.id, now)
    await uow.audit.append(AuditEvent("invite.revoked", "invite", invite.id, by), now)
