"""Record who reads what is read for a purpose: reports, incidents, patterns, cases of aftercare."""

from datetime import datetime, timedelta
from enum import StrEnum

from alerts.audit import AuditEvent, AuditFilter
from alerts.ports import UnitOfWork
from alerts.role import Actor

HOLDS = timedelta(hours=12)  # a purpose that was told is not asked or noted again within a working day


async def is_read_by(uow: UnitOfWork, actor: Actor, entity: str, number: int, now: datetime) -> bool:
    """Whether the record says that this person read it within the last twelve hours."""
    wanted = AuditFilter(frozenset({entity}), number, actor.member.id, f"{entity}.read")
    last = await uow.audit.latest(wanted, before=None, limit=1)
    return bool(last) and last[0].at > now - HOLDS


async def record_reading(
    uow: UnitOfWork, actor: Actor, entity: str, number: int, now: datetime, *, purpose: StrEnum | None = None
) -> None:
    """Record that this person reads it, and for what where a purpose is told; once in a working day."""
    if await is_read_by(uow, actor, entity, number, now):
        return
    details = {} if purpose is None else {"purpose": purpose.value}
    await uow.audit.append(AuditEvent(f"{entity}.read", entity, number, actor.member.id, details), now)
