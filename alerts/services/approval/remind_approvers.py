"""Remind approvers who do not answer, and after that ask their deputies."""

from datetime import datetime, timedelta
from enum import Enum, auto

from alerts.alert import Alert, Approval, ApprovalKind, as_asked
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.ports import UnitOfWork
from alerts.services.approval.ask_approvers import Round, ask_approvers, card_key
from alerts.services.approval.find_approvers import find_approvers
from alerts.services.tell import tell
from alerts.severity import Severity

PATIENCE = timedelta(minutes=30)  # docs/domain.md §6, scenario 5
PATIENCE_P1 = timedelta(minutes=3)  # an acute notice is worth nothing after half an hour


class Step(Enum):
    """The next step for a request that waits."""

    REMIND = auto()
    ESCALATE = auto()


def patience(severity: Severity) -> timedelta:
    """Return how long to wait before anybody is asked again."""
    return PATIENCE_P1 if severity is Severity.P1 else PATIENCE


def due_step(alert: Alert, approval: Approval, now: datetime) -> Step | None:
    """Return the step that is due: a reminder first, and after the same time again the deputies; none once the alert is
    over."""
    since = approval.reminded_at or approval.requested_at
    is_over = alert.content.until <= now
    if approval.kind is ApprovalKind.HELD_TIP:  # a held tip goes out by itself, or waits for a second manager
        return None
    if is_over or approval.escalated_at is not None or now < since + patience(alert.content.severity):
        return None
    return Step.REMIND if approval.reminded_at is None else Step.ESCALATE


async def has_overdue_approvals(uow: UnitOfWork, now: datetime) -> bool:
    """Whether a request waits so long that a step is due."""
    for approval in await uow.alerts.undecided():
        if due_step(as_asked(await uow.alerts.get(approval.alert_id), approval), approval, now) is not None:
            return True
    return False


async def remind_approvers(uow: UnitOfWork, now: datetime) -> None:
    """Take the step that is due for each request that waits too long."""
    for approval in await uow.alerts.undecided():
        alert = as_asked(await uow.alerts.get(approval.alert_id), approval)
        match due_step(alert, approval, now):
            case Step.REMIND:
                await _remind(uow, alert, approval, now)
            case Step.ESCALATE:
                await _escalate(uow, alert, approval, now)


async def _remind(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> None:
    others = (await find_approvers(uow, alert, now)).others
    await ask_approvers(uow, alert, approval, others, now, round_=Round.REMINDER)
    await uow.alerts.mark_reminded(approval.id, now)
    details = {"version": approval.alert_version, "approvers": len(others)}
    await uow.audit.append(AuditEvent("alert.reminded", "alert", alert.id, None, details), now)


async def _escalate(uow: UnitOfWork, alert: Alert, approval: Approval, now: datetime) -> None:
    deputies = (await find_approvers(uow, alert, now)).deputies
    await ask_approvers(uow, alert, approval, deputies, now, round_=Round.DEPUTY)
    await uow.alerts.mark_escalated(approval.id, now)
    details = {"version": approval.alert_version, "deputies": len(deputies)}
    await uow.audit.append(AuditEvent("alert.escalated", "alert", alert.id, None, details), now)
    told = {"alert": alert.id, "version": approval.alert_version, "deputies": len(deputies)}
    key = f"{card_key(approval)}-late"
    await tell(
        uow, [alert.author_id], Notice("approval-late", told), key, now, alert=alert.id, deadline=alert.content.until
    )
