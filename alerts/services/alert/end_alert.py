"""End alerts whose time is over, sent or still waiting for approval, and tell their authors."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Decision, IncidentKind
from alerts.audit import AuditEvent
from alerts.delivery import NewDelivery, Notice, Priority
from alerts.ports import UnitOfWork
from alerts.services.alert.change_alert import drop_open_request
from alerts.services.alert.report_progress import close_progress_card
from alerts.services.approval.ask_approvers import settle_approval
from alerts.services.tell import KEPT_TRYING, tell


async def has_due_alerts(uow: UnitOfWork, now: datetime) -> bool:
    """Whether an alert is due to end: live, or waiting for approval."""
    return bool(await uow.alerts.due_to_end(now)) or any(
        alert.content.until <= now for alert in await uow.alerts.pending()
    )


async def end_due_alerts(uow: UnitOfWork, now: datetime) -> None:
    """End every live alert past its time; make one that still waits for approval a draft again, or retract it if it is
    a tip."""
    for alert in await uow.alerts.due_to_end(now):
        alert.check_can_become(AlertState.ENDED)
        await drop_open_request(uow, alert.id, now)
        ended = await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
        await uow.audit.append(AuditEvent("alert.ended", "alert", alert.id), now)
        await close_progress_card(uow, ended, now)
        notice = Notice("alert-ended", {"alert": alert.id})
        await tell(uow, [alert.author_id], notice, f"ended:{alert.id}", now, alert=alert.id)
        if alert.content.kind is not IncidentKind.PREVENTION:
            await _say_in_chats(uow, alert, now)
    for alert in await uow.alerts.pending():
        if alert.content.until <= now:
            approval = await uow.alerts.approval_of(alert.id, alert.version)
            if approval is not None:
                await settle_approval(uow, approval, Decision.OVERTAKEN, now)
            tip, draft = (AlertState.RETRACTED, now), (AlertState.DRAFT, None)
            state, ended_at = tip if alert.content.is_tip else draft
            await uow.alerts.save(replace(alert, state=state, ended_at=ended_at))
            await uow.audit.append(AuditEvent("alert.not_approved_in_time", "alert", alert.id), now)
            if approval is not None and alert.content.is_tip:
                notice = Notice("tip-stopped", {"alert": alert.id, "version": approval.alert_version})
            else:
                notice = Notice("alert-overtaken", {"alert": alert.id})
            await tell(uow, [alert.author_id], notice, f"overtaken:{alert.id}:{alert.version}", now, alert=alert.id)


async def _say_in_chats(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """Queue a reply in each group chat that has the alert: it is over."""
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
