"""Decide about an alert that waits for approval: send it, or give it back to who wrote it."""

from dataclasses import dataclass, replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Decision
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, NotFound
from alerts.ids import AlertId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.find_coordinators import alert_matter, find_coordinators
from alerts.services.publish_alert import publish_alert
from alerts.services.tell import tell


@dataclass(frozen=True, slots=True)
class Decided:
    """The alert afterwards, and to how many it went."""

    alert: Alert
    recipients: int


async def check_may_decide(uow: UnitOfWork, alert: Alert, actor: MemberId, now: datetime) -> None:
    """Raise NotAllowed unless this member is police for the place, and not the author."""
    if alert.author_id == actor:
        raise NotAllowed("own-alert")
    if actor not in await find_coordinators(uow, Action.APPROVE_ALERT, alert_matter(alert.content), now):
        raise NotAllowed("outside-scope")


async def decide_alert(
    uow: UnitOfWork, alert_id: AlertId, version: int, actor: MemberId, decision: Decision, now: datetime
) -> Decided:
    """Approve and send, or return. The same decision twice, or by two people, makes one transition."""
    alert = await uow.alerts.get(alert_id)
    await check_may_decide(uow, alert, actor, now)
    approval = await uow.alerts.approval_of(alert_id, version)
    if approval is None:
        raise NotFound
    if alert.state is not AlertState.PENDING or alert.version != version or approval.decision is not None:
        raise IllegalTransition("approval")
    if decision is Decision.APPROVED and alert.content.until <= now:
        raise IllegalTransition("approval-over")
    decided = replace(approval, decision=decision, decided_by=actor, decided_at=now)
    await uow.alerts.decide(decided)
    await uow.audit.append(AuditEvent(f"alert.{decision}", "alert", alert_id, actor, {"version": version}), now)
    if decision is Decision.APPROVED:
        live, recipients = await publish_alert(uow, alert, decided, now)
        return Decided(live, recipients)
    alert.check_can_become(AlertState.DRAFT)
    returned = await uow.alerts.save(replace(alert, state=AlertState.DRAFT))
    notice = Notice("alert-returned", {"alert": alert_id})
    await tell(uow, [alert.author_id], notice, f"returned:{alert_id}:{version}", now, alert=alert_id)
    return Decided(returned, 0)
