"""Erase a member: the person goes, what others need stays without them (GDPR, article 17)."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.errors import NotAllowed
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.role import Role
from alerts.services.compose_alert import discard_alert
from alerts.services.leave_premises import leave_premises


async def check_may_go(uow: UnitOfWork, member: Member, now: datetime) -> None:
    """Raise NotAllowed for the last administrator: nobody could appoint another one."""
    administrators = {one.member_id for one in await uow.roles.active(now) if one.role is Role.ADMINISTRATOR}
    if administrators == {member.id}:
        raise NotAllowed("last-administrator")


async def erase_member(uow: UnitOfWork, member: Member, now: datetime) -> None:
    """Shops are handed over or closed, drafts dropped, roles ended. Raises NotAllowed for the last administrator."""
    await check_may_go(uow, member, now)
    for following in await uow.premises.followings(member.id):
        await leave_premises(uow, member, following.premises.id, now)
    for draft in await uow.alerts.drafts_of(member.id):
        await discard_alert(uow, draft.id, member.id, now)
    await uow.personal.erase(member.id, now)
    await uow.audit.forget(member.id, now)
    await uow.audit.append(AuditEvent("data.erased", "member", 0), now)  # whose is not said
