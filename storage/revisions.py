"""Revisions: the texts of alerts as they were sent. Behind `SqlAlerts`."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import Alert, Revision, RevisionKind
from alerts.errors import Conflict
from alerts.ids import AlertId, ApprovalId, MemberId, RevisionId
from storage.engine import Transaction
from storage.tables import revisions as stored


async def add(
    transaction: Transaction,
    alert: Alert,
    kind: RevisionKind,
    *,
    approval: ApprovalId,
    by: MemberId,
    now: datetime,
) -> Revision:
    """The alert's content, fixed, with the next revision number. Raises Conflict for an alert without a number."""
    if alert.number is None:
        raise Conflict(f"alert {alert.id} has no number")
    last = sa.select(sa.func.coalesce(sa.func.max(stored.c.number), 0)).where(stored.c.alert_id == alert.id)
    new = sa.insert(stored).values(
        alert_id=alert.id,
        number=last.scalar_subquery() + 1,
        kind=kind,
        content=alert.content,
        alert_number=alert.number,
        approval_id=approval,
        author_id=by,
        created_at=now,
    )
    return _revision(await transaction.one(new.returning(*stored.c)))


async def get(transaction: Transaction, revision: RevisionId) -> Revision:
    """One revision."""
    return _revision(await transaction.one(sa.select(stored).where(stored.c.id == revision)))


async def by_approval(transaction: Transaction, approval: ApprovalId) -> Revision:
    """The text that left by this approval."""
    return _revision(await transaction.one(sa.select(stored).where(stored.c.approval_id == approval)))


async def latest(transaction: Transaction, *alerts: AlertId) -> list[Revision]:
    """The newest of each of these alerts, newest alert first."""
    if not alerts:
        return []
    newest = sa.select(sa.func.max(stored.c.id)).where(stored.c.alert_id.in_(alerts)).group_by(stored.c.alert_id)
    rows = await transaction.rows(sa.select(stored).where(stored.c.id.in_(newest)).order_by(stored.c.alert_id.desc()))
    return [_revision(row) for row in rows]


def _revision(row: sa.Row[Any]) -> Revision:
    return Revision(row.id, row.alert_id, row.number, row.kind, row.alert_number, row.content)
