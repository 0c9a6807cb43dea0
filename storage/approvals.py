"""Approvals: who asked to send which version of an alert, and what was decided. Behind `SqlAlerts`."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import WITHOUT_OTHER_EYES, Alert, Approval, Decision
from alerts.errors import Conflict
from alerts.ids import AlertId, ApprovalId
from storage.engine import Transaction
from storage.tables import alerts
from storage.tables import approvals as stored


async def request(transaction: Transaction, alert: Alert, now: datetime, **asked: Any) -> Approval:
    """Ask for the approval of this version. Raises Conflict when that was done already."""
    new = sa.insert(stored).values(alert_id=alert.id, alert_version=alert.version, requested_at=now, **asked)
    return _approval(await transaction.one(new.returning(*stored.c)))


async def of_version(transaction: Transaction, alert: AlertId, version: int) -> Approval | None:
    """The request for this version of the alert."""
    row = await transaction.first(
        sa.select(stored).where(stored.c.alert_id == alert, stored.c.alert_version == version)
    )
    return None if row is None else _approval(row)


async def latest(transaction: Transaction, alert: AlertId) -> Approval | None:
    """The newest request for any version of the alert."""
    row = await transaction.first(
        sa.select(stored).where(stored.c.alert_id == alert).order_by(stored.c.id.desc()).limit(1)
    )
    return None if row is None else _approval(row)


async def latest_approved(transaction: Transaction, alert: AlertId) -> Approval | None:
    """The newest request for any version of the alert that was approved."""
    approved = sa.select(stored).where(stored.c.alert_id == alert, stored.c.decision == Decision.APPROVED)
    row = await transaction.first(approved.order_by(stored.c.id.desc()).limit(1))
    return None if row is None else _approval(row)


async def unreviewed(transaction: Transaction) -> list[Approval]:
    """What went out without other eyes and was not looked at afterwards, the oldest first."""
    alone = sa.select(stored).where(
        stored.c.kind.in_(WITHOUT_OTHER_EYES), stored.c.reviewed_at.is_(None), stored.c.decision == Decision.APPROVED
    )
    return [_approval(row) for row in await transaction.rows(alone.order_by(stored.c.id))]


async def review(transaction: Transaction, approval: Approval) -> None:
    """Store who looked at it afterwards, and what they object. Raises Conflict when somebody did already."""
    open_ = sa.update(stored).where(stored.c.id == approval.id, stored.c.reviewed_at.is_(None))
    looked = {
        "reviewed_by": approval.reviewed_by,
        "reviewed_at": approval.reviewed_at,
        "objection": approval.objection,
    }
    if not await transaction.changed(open_.values(looked)):
        raise Conflict


async def undecided(transaction: Transaction) -> list[Approval]:
    """Requests for alerts as they are now that nobody has decided on, the longest waiting first."""
    as_it_is = sa.and_(alerts.c.id == stored.c.alert_id, alerts.c.version == stored.c.alert_version)
    waiting = sa.select(stored).join(alerts, as_it_is).where(stored.c.decision.is_(None))
    return [_approval(row) for row in await transaction.rows(waiting.order_by(stored.c.requested_at, stored.c.id))]


async def decide(transaction: Transaction, approval: Approval) -> None:
    """Store the decision with its comment. Raises Conflict when there is one already."""
    undecided = sa.update(stored).where(stored.c.id == approval.id, stored.c.decision.is_(None))
    decision = {
        "decision": approval.decision,
        "decided_by": approval.decided_by,
        "decided_at": approval.decided_at,
        "reason": approval.reason,
        "comment": approval.comment,
        "grounds": approval.grounds,
    }
    if not await transaction.changed(undecided.values(decision)):
        raise Conflict


async def mark(transaction: Transaction, approval: ApprovalId, **at: datetime) -> None:
    """Store when something was done about the request."""
    await transaction.execute(sa.update(stored).where(stored.c.id == approval).values(at))


def _approval(row: sa.Row[Any]) -> Approval:
    return Approval(
        id=row.id,
        alert_id=row.alert_id,
        alert_version=row.alert_version,
        kind=row.kind,
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        reason=row.reason,
        decision=row.decision,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        comment=row.comment,
        reminded_at=row.reminded_at,
        escalated_at=row.escalated_at,
        revision_kind=row.revision_kind,
        content=row.content,
        grounds=row.grounds,
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
        objection=row.objection,
        template_id=row.template_id,
    )
