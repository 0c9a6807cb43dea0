"""End alerts whose time has come, and tell who sent them."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import AlertState
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ports import UnitOfWork
from alerts.services.tell import tell


async def end_due_alerts(uow: UnitOfWork, now: datetime) -> None:
    """Every live alert past its time ends by itself."""
    for alert in await uow.alerts.due_to_end(now):
        alert.check_can_become(AlertState.ENDED)
        await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
        await uow.audit.append(AuditEvent("alert.ended", "alert", alert.id), now)
        notice = Notice("alert-ended", {"alert": alert.id})
        await tell(uow, [alert.author_id], notice, f"ended:{alert.id}", now, alert=alert.id)
