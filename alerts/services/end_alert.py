"""End alerts whose time has come, sent or still waiting, and tell who wrote them."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import AlertState, Decision
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ports import UnitOfWork
from alerts.services.ask_approvers import settle_approval
from alerts.services.tell import tell


async def has_due_alerts(uow: UnitOfWork, now: datetime) -> bool:
    """Whether there is anything to end."""
    return bool(await uow.alerts.due_to_end(now)) or any(
        alert.content.until <= now for alert in await uow.alerts.pending()
    )


async def end_due_alerts(uow: UnitOfWork, now: datetime) -> None:
    """Every live alert past its time ends by itself; one that waits for approval becomes a draft again."""
    for alert in await uow.alerts.due_to_end(now):
        alert.check_can_become(AlertState.ENDED)
        await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
        await uow.audit.append(AuditEvent("alert.ended", "alert", alert.id), now)
        notice = Notice("alert-ended", {"alert": alert.id})
        await tell(uow, [alert.author_id], notice, f"ended:{alert.id}", now, alert=alert.id)
    for alert in await uow.alerts.pending():
        if alert.content.until <= now:
            approval = await uow.alerts.approval_of(alert.id, alert.version)
            if approval is not None:
                await settle_approval(uow, approval, Decision.OVERTAKEN, now)
            await uow.alerts.save(replace(alert, state=AlertState.DRAFT))
            await uow.audit.append(AuditEvent("alert.not_approved_in_time", "alert", alert.id), now)
            notice = Notice("alert-overtaken", {"alert": alert.id})
            await tell(uow, [alert.author_id], notice, f"overtaken:{alert.id}:{alert.version}", now, alert=alert.id)
