"""Drop somebody else's draft, because what it is about did not happen."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Decision
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.services.alert.keep_form import forget_form
from alerts.services.alert.write_line import forget_lines
from alerts.services.approval.ask_approvers import settle_approval
from alerts.services.tell import tell


async def drop_alert(uow: UnitOfWork, alert: Alert, by: MemberId, now: datetime) -> None:
    """Drop a draft, also one that waits for approval, for good: its words are erased, and its author is told."""
    alert.check_can_become(AlertState.RETRACTED)
    if alert.state is AlertState.PENDING:
        approval = await uow.alerts.approval_of(alert.id, alert.version)
        if approval is not None:
            await settle_approval(uow, approval, Decision.OVERTAKEN, now)
    erased = replace(alert.content, what="", mo={})
    await uow.alerts.save(replace(alert, state=AlertState.RETRACTED, ended_at=now, content=erased))
    await forget_form(uow, alert)
    await forget_lines(uow, alert.id)
    await uow.audit.append(AuditEvent("alert.dropped", "alert", alert.id, by), now)
    if alert.author_id != by:
        notice = Notice("alert-dropped", {"alert": alert.id})
        await tell(uow, [alert.author_id], notice, f"dropped:{alert.id}", now, alert=alert.id)
