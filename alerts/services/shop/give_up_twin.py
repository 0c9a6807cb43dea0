"""Give up a twin: who joins a shop by a link leaves their own sign-up of the same shop."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.services.shop.leave_premises import leave_premises
from alerts.services.shop.limit_people import has_room
from alerts.services.tell import tell


async def give_up_twins(uow: UnitOfWork, member: Member, joined: Premises, now: datetime) -> None:
    """Leave unverified entries of the same name; others may be another shop at one number. An owner of both brings the
    colleagues along."""
    own = {one.premises.id: one for one in await uow.premises.followings(member.id)}
    for twin in await uow.premises.twins(joined):
        if twin.is_verified or twin.id not in own or twin.called != joined.called:
            continue
        if own[twin.id].is_owner and own[joined.id].is_owner:
            await _bring_along(uow, member, twin.id, joined.id, now=now)
        await leave_premises(uow, member, twin.id, now)


async def _bring_along(uow: UnitOfWork, owner: Member, twin: PremisesId, to: PremisesId, *, now: datetime) -> None:
    for one in await uow.premises.members_of(twin):
        if one.member_id == owner.id:
            continue
        if not await has_room(uow, await uow.premises.get(to), now):
            return  # the remaining colleagues keep the entry that they have
        await uow.premises.join(to, one.member_id, is_owner=False, now=now)
        event = AuditEvent("premises.joined", "premises", to, owner.id, {"member": one.member_id})
        await uow.audit.append(event, now)
        await leave_premises(uow, await uow.members.get(one.member_id), twin, now)
        await tell(
            uow, [one.member_id], Notice("admitted", {"premises": to}), f"admitted:{to}:{twin}:{one.member_id}", now
        )
