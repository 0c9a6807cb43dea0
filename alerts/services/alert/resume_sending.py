"""Resume sending: an administrator ends the pauses that Telegram imposed, so that sending is tried at once."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ports import UnitOfWork
from alerts.role import Actor


async def resume_sending(uow: UnitOfWork, actor: Actor, now: datetime) -> int:
    """Clear all closures; return how many chats were closed (all of them together count as one). The caller checks
    permission."""
    opened = await uow.closures.clear(now)
    await uow.deliveries.release_closed(now)
    await uow.audit.append(AuditEvent("sending.resumed", "sending", 0, actor.member.id, {"opened": opened}), now)
    return opened
