"""Revisions: the texts of alerts as they were sent. Behind `SqlAlerts`."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import Alert, Revision, RevisionKind, SentText
from alerts.errors import Conflict
from alerts.ids import AlertId, ApprovalId, MemberId, RevisionId
from storage.database.transactions import Transaction
from storage.tables import revisions as stored

_by_id = sa.select(stored).where(stored.c.id == sa.bindparam("revision"))


async def add(
    transaction: Transaction,
    alert: Alert,
    kind: RevisionKind,
    *,
    approval: ApprovalId,
    by: MemberId,
    now: datetime,
) -> Revision:
    """Store the alert's present content as its next revision. Raises Conflict for an alert without a number."""
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
    """The revision with this id. Raises NotFound."""
    return _revision(await transaction.one(_by_id, {"revision": revision}))


async def by_approval(transaction: Transaction, approval: ApprovalId) -> Revision:
    """The revision that this approval let out. Raises NotFound."""
    return _revision(await transaction.one(sa.select(stored).where(stored.c.approval_id == approval)))


async def before(transaction: Transaction, revision: Revision) -> Revision | None:
    """The newest revision of the same alert with a lower number; None for the first."""
    earlier = sa.select(stored).where(stored.c.alert_id == revision.alert_id, stored.c.number < revision.number)
    row = await transaction.first(earlier.order_by(stored.c.number.desc()).limit(1))
    return None if row is None else _revision(row)


async def latest(transaction: Transaction, *alerts: AlertId) -> list[Revision]:
    """The newest revision of each of these alerts, newest alert first."""
    if not alerts:
        return []
    newest = sa.select(sa.func.max(stored.c.id)).where(stored.c.alert_id.in_(alerts)).group_by(stored.c.alert_id)
    rows = await transaction.rows(sa.select(stored).where(stored.c.id.in_(newest)).order_by(stored.c.alert_id.desc()))
    return [_revision(row) for row in rows]


async def sent(transaction: Transaction, alert: AlertId) -> list[SentText]:
    """Every text of the alert, the first one first."""
    texts = sa.select(stored).where(stored.c.alert_id == alert).order_by(stored.c.number)
    return [SentText(_revision(row), row.created_at, row.author_id) for row in await transaction.rows(texts)]


def _revision(row: sa.Row[Any]) -> Revision:
    return Revision(row.id, row.alert_id, row.number, row.kind, row.alert_number, row.content)
