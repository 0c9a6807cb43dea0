"""Remove a colleague: the owner decides who belongs to a shop."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed
from alerts.ids import MemberId, PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import Following
from alerts.services.group.announce_outsiders import announce_outsiders
from alerts.services.shop.find_premises import owned_premises
from alerts.services.shop.revoke_links import revoke_for_shop
from alerts.services.tell import tell


async def colleague_of(uow: UnitOfWork, owner: Member, premises_id: PremisesId, colleague: MemberId) -> Following:
    """Return another person's place at a shop of this owner. Raises NotAllowed, and IllegalTransition when they left
    already."""
    await owned_premises(uow, owner.id, premises_id)
    if colleague == owner.id:
        raise NotAllowed("own-place")
    for following in await uow.premises.members_of(premises_id):
        if following.member_id == colleague:
            return following
    raise IllegalTransition("colleague-gone")


async def remove_colleague(
    uow: UnitOfWork, owner: Member, premises_id: PremisesId, colleague: MemberId, now: datetime
) -> None:
    """Remove the colleague from the shop and tell them; all links to this shop are revoked, as they may have kept one.

    Raises NotAllowed, IllegalTransition.
    """
    premises = (await colleague_of(uow, owner, premises_id, colleague)).premises
    await uow.premises.leave(premises_id, colleague, now)
    event = AuditEvent("premises.removed", "premises", premises_id, owner.id, {"member": colleague})
    await uow.audit.append(event, now)
    await revoke_for_shop(uow, premises_id, owner.id, now)
    await uow.menus.mark(colleague, now)
    notice = Notice("removed", {"premises": premises_id})
    await tell(uow, [colleague], notice, f"removed:{premises_id}:{colleague}:{int(now.timestamp())}", now)
    if premises.is_verified:
        await announce_outsiders(uow, premises, [colleague], now)
