"""Fan-out of a change to every address that has an earlier text of the alert. Behind `SqlDeliveries`."""

from datetime import datetime

import sqlalchemy as sa

from alerts.alert import Revision, RevisionKind
from alerts.delivery import DeliveryState, Notice, Operation, Priority
from alerts.ids import AlertId
from alerts.ports import Received
from storage.database.transactions import Transaction
from storage.outbox import fan_out as recipients
from storage.tables import FARTHEST, addresses, deliveries
from storage.tables.places import metres_of

_has_it = deliveries.c.state.in_([DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNKNOWN])
_waits = deliveries.c.state == DeliveryState.QUEUED
_may_have_arrived = deliveries.c.attempts > 0  # an earlier try may have arrived: its outcome is not known
_INSTEAD = {
    RevisionKind.CORRECTION: "replaced",
    RevisionKind.ALL_CLEAR: "ended",
    RevisionKind.RETRACTION: "retracted",
}


async def fan_out(
    transaction: Transaction, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime
) -> int:
    """Queue the revision for each address that has an earlier text, or may have one; return how many. A correction is
    also queued in place of an earlier text that waits."""
    is_told = _waits if revision.kind is RevisionKind.CORRECTION else sa.and_(_waits, _may_have_arrived)
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
    superseded = sa.update(deliveries).where(*_earlier_than(revision), _waits)
    became = sa.case((_may_have_arrived, DeliveryState.UNKNOWN), else_=DeliveryState.SKIPPED)
    reason = _INSTEAD[revision.kind]
    await transaction.execute(superseded.values(state=became, reason=reason, settled_at=now))
    return queued


async def remove_earlier(
    transaction: Transaction, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime
) -> int:
    """Queue a deletion of each earlier text that arrived or is under way, behind this revision at the same address;
    return how many."""
    each = {
        "effect_key": sa.literal("removed:") + sa.cast(deliveries.c.id, sa.String()),
        "address_id": deliveries.c.address_id,
        "distance_sq": deliveries.c.distance_sq,
        "target_id": deliveries.c.id,
    }
    alike = {
        "operation": Operation.DELETE,
        "notice_view": stub.view,
        "notice_fields": dict(stub.fields),
        "alert_id": revision.alert_id,
        "revision_number": revision.number + 1,  # so that it waits for the text that says why
        "priority": Priority.BACKGROUND,
    }
    there = (*_earlier_than(revision), _has_it)
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


def _earlier_than(revision: Revision) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        deliveries.c.alert_id == revision.alert_id,
        deliveries.c.revision_id.is_not(None),
        deliveries.c.revision_number < revision.number,
    )
