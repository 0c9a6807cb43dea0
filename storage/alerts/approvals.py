"""Approvals: who asked to send which version of an alert, and what was decided. Behind `SqlAlerts`."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import WITHOUT_OTHER_EYES, Alert, Approval, ApprovalKind, Decision
from alerts.errors import Conflict
from alerts.ids import AlertId, ApprovalId
from storage.database.transactions import Transaction
from storage.tables import alerts
from storage.tables import approvals as stored

_NOT_INDEXED = frozenset({ApprovalKind.HELD_TIP})  # queried apart, or the index of the other kinds would not be used
_latest = sa.select(stored).where(stored.c.alert_id == sa.bindparam("alert")).order_by(stored.c.id.desc()).limit(1)


async def request(transaction: Transaction, alert: Alert, now: datetime, **asked: Any) -> Approval:
    """Store a request to approve this version of the alert. Raises Conflict when there is one already."""
    new = sa.insert(stored).values(alert_id=alert.id, alert_version=alert.version, requested_at=now, **asked)
    return _approval(await transaction.one(new.returning(*stored.c)))


async def of_version(transaction: Transaction, alert: AlertId, version: int) -> Approval | None:
    """The approval request for this version of the alert."""
    row = await transaction.first(
        sa.select(stored).where(stored.c.alert_id == alert, stored.c.alert_version == version)
    )
    return None if row is None else _approval(row)


async def latest(transaction: Transaction, alert: AlertId) -> Approval | None:
    """The newest approval request for any version of the alert."""
    row = await transaction.first(_latest, {"alert": alert})
    return None if row is None else _approval(row)


async def latest_approved(transaction: Transaction, alert: AlertId) -> Approval | None:
    """The newest approval request of the alert that was approved."""
    approved = sa.select(stored).where(stored.c.alert_id == alert, stored.c.decision == Decision.APPROVED)
    row = await transaction.first(approved.order_by(stored.c.id.desc()).limit(1))
    return None if row is None else _approval(row)


async def first_approved(transaction: Transaction, alert: AlertId) -> Approval | None:
    """The oldest approval request of the alert that was approved: the first text went out by it."""
    approved = sa.select(stored).where(stored.c.alert_id == alert, stored.c.decision == Decision.APPROVED)
    row = await transaction.first(approved.order_by(stored.c.id).limit(1))
    return None if row is None else _approval(row)


async def unreviewed(transaction: Transaction) -> list[Approval]:
    """The approvals by which a text left without a second pair of eyes, and which nobody has reviewed since, oldest
    first."""
    found = [
        _approval(row)
        for kinds in (WITHOUT_OTHER_EYES - _NOT_INDEXED, _NOT_INDEXED)
        for row in await transaction.rows(
            sa.select(stored).where(
                stored.c.kind.in_(kinds), stored.c.reviewed_at.is_(None), stored.c.decision == Decision.APPROVED
            )
        )
    ]
    return sorted(found, key=lambda one: one.id)


async def review(transaction: Transaction, approval: Approval) -> None:
    """Store who reviewed the approval afterwards, when, and their objection. Raises Conflict when it was reviewed
    already."""
    open_ = sa.update(stored).where(stored.c.id == approval.id, stored.c.reviewed_at.is_(None))
    looked = {
        "reviewed_by": approval.reviewed_by,
        "reviewed_at": approval.reviewed_at,
        "objection": approval.objection,
    }
    if not await transaction.changed(open_.values(looked)):
        raise Conflict


async def undecided(transaction: Transaction) -> list[Approval]:
    """The undecided approval requests for the current version of an alert, the longest waiting first."""
    as_it_is = sa.and_(alerts.c.id == stored.c.alert_id, alerts.c.version == stored.c.alert_version)
    waiting = sa.select(stored).join(alerts, as_it_is).where(stored.c.decision.is_(None))
    return [_approval(row) for row in await transaction.rows(waiting.order_by(stored.c.requested_at, stored.c.id))]


async def decide(transaction: Transaction, approval: Approval) -> None:
    """Store the decision on an approval request, with its comment. Raises Conflict when it was decided already."""
    undecided = sa.update(stored).where(stored.c.id == approval.id, stored.c.decision.is_(None))
    decision = {
        "kind": approval.kind,
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
    """Store when something was done about the request, by the names of its columns."""
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
