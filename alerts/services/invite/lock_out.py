"""Lock out who guesses: after five wrong secrets an address can use no link for an hour, not even a right one."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.invite import locked_until
from alerts.ports import UnitOfWork


async def is_locked_out(uow: UnitOfWork, channel: str, ref: str, now: datetime) -> datetime | None:
    """Return until when this address is locked out; None when it is not."""
    until = locked_until(await uow.invites.failures(channel, ref))
    return until if until is not None and now < until else None


async def note_wrong_secret(uow: UnitOfWork, channel: str, ref: str, now: datetime) -> datetime | None:
    """Record a wrong secret; return until when the address is locked out, if it is now."""
    await uow.invites.note_failure(channel, ref, now)
    known = await uow.members.by_ref(channel, ref)
    actor = known.id if known else None
    await uow.audit.append(AuditEvent("invite.failed", "invite", 0, actor), now)
    until = await is_locked_out(uow, channel, ref, now)
    if until is not None:
        await uow.audit.append(AuditEvent("invite.locked", "invite", 0, actor), now)
    return until
