"""Give up a twin: who comes to a shop by a link leaves what they had signed up as the same shop themselves."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.premises import Premises
from alerts.services.leave_premises import leave_premises
from alerts.services.tell import tell


async def give_up_twins(uow: UnitOfWork, member: Member, joined: Premises, now: datetime) -> None:
    """Only entries of the same name that nobody verified, as there may be two shops at one number. Who runs both brings
    the colleagues along."""
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
        await uow.premises.join(to, one.member_id, is_owner=False, now=now)
        event = AuditEvent("premises.joined", "premises", to, owner.id, {"member": one.member_id})
        await uow.audit.append(event, now)
        await leave_premises(uow, await uow.members.get(one.member_id), twin, now)
        await tell(
            uow, [one.member_id], Notice("admitted", {"premises": to}), f"admitted:{to}:{twin}:{one.member_id}", now
        )
