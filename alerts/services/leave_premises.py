"""Leave premises: one of its people goes; the last one out closes it."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ids import PremisesId
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.find_premises import own_premises


async def leave_premises(uow: UnitOfWork, member: Member, premises_id: PremisesId, now: datetime) -> None:
    """The member belongs to it no longer; without an owner the one who is there longest becomes it."""
    premises = (await own_premises(uow, member.id, premises_id)).premises
    await uow.premises.leave(premises_id, member.id, now)
    await uow.audit.append(AuditEvent("premises.left", "premises", premises_id, member.id), now)
    rest = await uow.premises.members_of(premises_id)
    if not rest:
        await uow.premises.save(replace(premises, closed_at=now))
        await uow.audit.append(AuditEvent("premises.closed", "premises", premises_id, member.id), now)
    elif not any(one.is_owner for one in rest):
        await uow.premises.join(premises_id, rest[0].member_id, is_owner=True, now=now)
