"""Stop and restart: a stopped member gets no alerts, and loses nothing."""

from dataclasses import replace
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.member import Member
from alerts.ports import UnitOfWork
from alerts.services.role.check_last_administrator import check_not_last_administrator


async def stop(uow: UnitOfWork, member: Member, now: datetime) -> Member:
    """Send the member no alerts from now on; premises, choices and roles stay. Raises NotAllowed for the last
    administrator."""
    await check_not_last_administrator(uow, member.id, now)
    return await _change(uow, replace(member, stopped_at=member.stopped_at or now), "member.stopped", now)


async def restart(uow: UnitOfWork, member: Member, now: datetime) -> Member:
    """Send alerts again, with the earlier choices; harmless for who had not stopped."""
    if member.stopped_at is None:
        return member
    return await _change(uow, replace(member, stopped_at=None), "member.restarted", now)


async def _change(uow: UnitOfWork, member: Member, action: str, now: datetime) -> Member:
    await uow.members.save(member)
    await uow.audit.append(AuditEvent(action, "member", member.id, member.id), now)
    return member
