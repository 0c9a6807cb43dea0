"""Fan-out of a change to every address that has an earlier text of the alert. Behind `SqlDeliveries`."""

from datetime import datetime

import sqlalchemy as sa

from alerts.alert import Revision, RevisionKind
from alerts.delivery import REPLACED, DeliveryState, Notice, Operation, Priority, WaitsFor
from alerts.ids import AlertId
from alerts.ports import Received
from storage.database.transactions import Transaction
from storage.outbox import fan_out as recipients
from storage.tables import FARTHEST, addresses, deliveries
from storage.tables.places import metres_of

_has_it = deliveries.c.state.in_([DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNKNOWN])
_waits = deliveries.c.state == DeliveryState.QUEUED
_may_have_arrived = deliveries.c.attempts > 0  # an earlier try may have arrived: its outcome is not known
_edit = deliveries.alias("edit")
_UNDONE = [DeliveryState.SKIPPED, DeliveryState.FAILED]
_INSTEAD = {
    RevisionKind.CORRECTION: "replaced",
    RevisionKind.UPDATE: "replaced",
    RevisionKind.EXTENSION: "replaced",
    RevisionKind.ALL_CLEAR: "ended",
    RevisionKind.RETRACTION: "retracted",
}


async def fan_out(
    transaction: Transaction, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime
) -> int:
    """Queue the revision for each address that has an earlier text, or may have one; return how many. What
    replaces it is also queued in place of an earlier text that waits."""
    is_told = _waits if revision.kind.replaces else sa.and_(_waits, _may_have_arrived)
    to = (
        sa.select(deliveries.c.address_id, sa.func.min(deliveries.c.distance_sq).label("distance_sq"))
        .where(*_earlier_than(revision), sa.or_(_has_it, is_told))
        .group_by(deliveries.c.address_id)
        .subquery()
    )
    are_new = not await recipients.is_queued(transaction, revision)
    queued = await recipients.queue(
        transaction, revision, to, priority=priority, deadline=deadline, now=now, are_new=are_new
    )
    # An edit that waits would hold up this text at its address: what it says is said anew behind this one.
    is_edit = sa.and_(deliveries.c.alert_id == revision.alert_id, *_is_line(deliveries))
    superseded = sa.update(deliveries).where(sa.or_(sa.and_(*_earlier_than(revision)), is_edit), _waits)
    became = sa.case((_may_have_arrived, DeliveryState.UNKNOWN), else_=DeliveryState.SKIPPED)
    reason = _INSTEAD[revision.kind]
    await transaction.execute(superseded.values(state=became, reason=reason, settled_at=now))
    return queued


async def remove_earlier(
    transaction: Transaction, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime
) -> int:
    """Queue a deletion of each earlier text that arrived or is under way, behind this revision at the same address;
    return how many."""
    return await _change_earlier(
        transaction, revision, Operation.DELETE, stub, "removed:", due_at=now, deadline=deadline, now=now
    )


async def mark_earlier(
    transaction: Transaction, revision: Revision, *, due_at: datetime, deadline: datetime, now: datetime
) -> int:
    """Queue an edit of each earlier text that arrived or is under way, behind this revision at the same address, which
    says that another text replaces it; return how many. One that was edited already stays as it is. None is looked at
    before `due_at`."""
    done = sa.exists().where(_edit.c.target_id == deliveries.c.id, *_is_line(_edit), _edit.c.state.not_in(_UNDONE))
    return await _change_earlier(
        transaction,
        revision,
        Operation.EDIT,
        Notice(REPLACED, {"alert": revision.alert_id}),
        f"superseded:{revision.number}:",
        ~done,
        due_at=due_at,
        deadline=deadline,
        now=now,
    )


async def _change_earlier(
    transaction: Transaction,
    revision: Revision,
    operation: Operation,
    line: Notice,
    key: str,
    *which: sa.ColumnElement[bool],
    due_at: datetime,
    deadline: datetime,
    now: datetime,
) -> int:
    each = {
        "effect_key": sa.literal(key) + sa.cast(deliveries.c.id, sa.String()),
        "address_id": deliveries.c.address_id,
        "distance_sq": deliveries.c.distance_sq,
        "target_id": deliveries.c.id,
    }
    alike = {
        "operation": operation,
        "notice_view": line.view,
        "notice_fields": dict(line.fields),
        "alert_id": revision.alert_id,
        "revision_number": revision.number + 1,  # so that it waits for the text that says why
        "priority": Priority.BACKGROUND,
        "due_at": due_at,
        "waits_for": WaitsFor.TIME,
    }
    there = (*_earlier_than(revision), _has_it, *which)
    return await recipients.queue_rows(transaction, each, alike, *there, deadline=deadline, now=now)


async def received(transaction: Transaction, alert: AlertId) -> Received:
    """Count the addresses that have a text of the alert, with metres to the nearest member's shop."""
    of_member = sa.case((addresses.c.kvo_group_id.is_(None), deliveries.c.distance_sq))
    there = (deliveries.c.alert_id == alert, deliveries.c.revision_id.is_not(None), _has_it)
    counted = sa.select(
        sa.func.count(deliveries.c.address_id.distinct()).label("n"), sa.func.min(of_member).label("nearest")
    )
    row = await transaction.one(counted.join_from(deliveries, addresses).where(*there))
    return Received(row.n, metres_of(FARTHEST if row.nearest is None else row.nearest))


def _is_line(table: sa.FromClause) -> tuple[sa.ColumnElement[bool], ...]:
    """Match the edits that say of a text that another one replaces it."""
    return table.c.operation == Operation.EDIT, table.c.notice_view == REPLACED


def _earlier_than(revision: Revision) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        deliveries.c.alert_id == revision.alert_id,
        deliveries.c.revision_id.is_not(None),
        deliveries.c.revision_number < revision.number,
    )
