"""Erase a member: personal data is removed, what others need stays without it (GDPR, article 17)."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.alert.compose_alert import discard_alert
from alerts.services.role.check_last_administrator import check_not_last_administrator
from alerts.services.role.end_role import lay_down
from alerts.services.role.name_deputy import step_down
from alerts.services.shop.leave_premises import leave_premises


async def erase_member(uow: UnitOfWork, member: Member, now: datetime) -> None:
    """Hand over or close the member's shops, drop drafts, end roles, erase the data. Raises NotAllowed for the last
    administrator."""
    await check_not_last_administrator(uow, member.id, now)
    for following in await uow.premises.followings(member.id):
        await leave_premises(uow, member, following.premises.id, now)
    for draft in await uow.alerts.drafts_of(member.id):
        await discard_alert(uow, draft.id, member.id, now)
    await step_down(uow, member.id, now)
    await lay_down(uow, member.id, now)
    await uow.personal.erase(member.id, now)
    await uow.audit.forget(member.id, now)
    await uow.audit.append(AuditEvent("data.erased", "member", 0), now)  # without telling whose
