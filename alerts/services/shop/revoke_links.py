"""Revoke links: the open invitations to a shop, when who may hand them out has changed."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ids import MemberId, PremisesId
from alerts.invite import Invite
from alerts.ports import UnitOfWork


async def revoke_for_shop(
    uow: UnitOfWork, premises: PremisesId, by: MemberId | None, now: datetime, *, made_by: MemberId | None = None
) -> int:
    """Revoke every open link to this shop, or those of one maker; return how many."""
    still_open = await uow.invites.open_for(premises, now)
    revoked = [one for one in still_open if made_by is None or one.created_by == made_by]
    for invite in revoked:
        await revoke_link(uow, invite, by, now)
    return len(revoked)


async def revoke_link(uow: UnitOfWork, invite: Invite, by: MemberId | None, now: datetime) -> None:
    """Revoke one open link, and record that in the audit record."""
    await uow.invites.revoke(invite.id, now)
    await uow.audit.append(AuditEvent("invite.revoked", "invite", invite.id, by), now)
