"""End alerts whose time has come, sent or still waiting, and tell who wrote them."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Decision, IncidentKind
from alerts.audit import AuditEvent
from alerts.delivery import NewDelivery, Notice, Priority
from alerts.ports import UnitOfWork
from alerts.services.ask_approvers import settle_approval
from alerts.services.change_alert import drop_open_request
from alerts.services.tell import KEPT_TRYING, tell


async def has_due_alerts(uow: UnitOfWork, now: datetime) -> bool:
    """Whether there is anything to end."""
    return bool(await uow.alerts.due_to_end(now)) or any(
        alert.content.until <= now for alert in await uow.alerts.pending()
    )


async def end_due_alerts(uow: UnitOfWork, now: datetime) -> None:
    """Every live alert past its time ends by itself; one that waits for approval becomes a draft again."""
    for alert in await uow.alerts.due_to_end(now):
        alert.check_can_become(AlertState.ENDED)
        await drop_open_request(uow, alert.id, now)
        await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
        await uow.audit.append(AuditEvent("alert.ended", "alert", alert.id), now)
        notice = Notice("alert-ended", {"alert": alert.id})
        await tell(uow, [alert.author_id], notice, f"ended:{alert.id}", now, alert=alert.id)
        if alert.content.kind is not IncidentKind.PREVENTION:
            await _say_in_chats(uow, alert, now)
    for alert in await uow.alerts.pending():
        if alert.content.until <= now:
            approval = await uow.alerts.approval_of(alert.id, alert.version)
            if approval is not None:
                await settle_approval(uow, approval, Decision.OVERTAKEN, now)
            await uow.alerts.save(replace(alert, state=AlertState.DRAFT))
            await uow.audit.append(AuditEvent("alert.not_approved_in_time", "alert", alert.id), now)
            notice = Notice("alert-overtaken", {"alert": alert.id})
            await tell(uow, [alert.author_id], notice, f"overtaken:{alert.id}:{alert.version}", now, alert=alert.id)


async def _say_in_chats(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """Each group chat where it stands reads below it that it is over."""
    rows = [
        NewDelivery(
            effect_key=f"ended-in-chat:{alert.id}:{one.address_id}",
            address_id=one.address_id,
            notice=Notice("chat-ended", {"alert": alert.id}),
            deadline=now + KEPT_TRYING,
            priority=Priority.BACKGROUND,
            alert_id=alert.id,
            target=one.id,
        )
        for one in await uow.deliveries.in_chats(alert.id)
    ]
    await uow.deliveries.enqueue(rows, now)
