"""Stop sending: an administrator cancels the queued deliveries of an alert. Its text stays, and police are told."""

from dataclasses import dataclass
from datetime import datetime

from alerts.alert import Alert, AlertState
from alerts.audit import AuditEvent
from alerts.delivery import Notice, Priority
from alerts.errors import IllegalTransition
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has, check_reach
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class StillSending:
    """An alert, and how many of its deliveries still wait."""

    alert: Alert
    waiting: int


async def still_sending(uow: UnitOfWork, actor: Actor, now: datetime) -> list[StillSending]:
    """Alerts that this administrator could stop, oldest first."""
    found = []
    for alert in await uow.alerts.live_by_place(now):
        if not may(actor.grants, Action.STOP_SENDING, await located(uow, alert_matter(alert.content)), now=now):
            continue
        waiting = await uow.deliveries.waiting(alert.id)
        if waiting:
            found.append(StillSending(alert, waiting))
    return found


async def stop_sending(uow: UnitOfWork, actor: Actor, alert_id: AlertId, now: datetime) -> int:
    """Cancel the deliveries of this alert that are still queued; return how many.

    What arrived stays, and what is being sent arrives. Raises NotAllowed, OutOfReach outside the scope, and
    IllegalTransition when nothing waits.
    """
    check_has(actor, Action.STOP_SENDING, now)
    alert = await uow.alerts.get(alert_id)
    matter = alert_matter(alert.content)
    await check_reach(uow, actor, Action.STOP_SENDING, matter, now)
    is_live = alert.state is AlertState.LIVE  # an all-clear or a retraction is never held back
    stopped = await uow.deliveries.skip_waiting(alert_id, "stopped", now) if is_live else 0
    if not stopped:
        raise IllegalTransition("all-sent")
    details: dict[str, str | int] = {"number": alert.number or "", "stopped": stopped}
    await uow.audit.append(AuditEvent("alert.sending_stopped", "alert", alert_id, actor.member.id, details), now)
    police = await find_coordinators(uow, Action.APPROVE_ALERT, matter, now)
    notice = Notice("sending-stopped", {"alert": alert_id, "stopped": stopped})
    key = f"sending-stopped:{alert_id}:{int(now.timestamp())}"
    await tell(uow, [*police, alert.author_id], notice, key, now, alert=alert_id, priority=Priority.P1)
    return stopped
