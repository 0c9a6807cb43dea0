"""Changes of what was sent: to every address that has an earlier text. Behind `SqlDeliveries`."""

from datetime import datetime

import sqlalchemy as sa

from alerts.alert import Revision, RevisionKind
from alerts.delivery import DeliveryState, Notice, Operation, Priority
from alerts.ids import AlertId
from alerts.ports import Received
from storage import recipients
from storage.distances import metres_of
from storage.engine import Transaction
from storage.tables import FARTHEST, addresses, deliveries

_has_it = deliveries.c.state.in_([DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNKNOWN])
_waits = deliveries.c.state == DeliveryState.QUEUED
_may_have_arrived = deliveries.c.attempts > 0  # of a try before nobody could tell what became of it
_INSTEAD = {
    RevisionKind.CORRECTION: "replaced",
    RevisionKind.ALL_CLEAR: "ended",
    RevisionKind.RETRACTION: "retracted",
}


async def fan_out(
    transaction: Transaction, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime
) -> int:
    """A row for each address that has an earlier text; a correction also takes the place of one that waits."""
    is_told = _waits if revision.kind is RevisionKind.CORRECTION else sa.and_(_waits, _may_have_arrived)
    to = (
        sa.select(deliveries.c.address_id, sa.func.min(deliveries.c.distance_sq).label("distance_sq"))
        .where(*_earlier_than(revision), sa.or_(_has_it, is_told))
        .group_by(deliveries.c.address_id)
        .subquery()
    )
    queued = await recipients.queue(transaction, revision, to, priority=priority, deadline=deadline, now=now)
    superseded = sa.update(deliveries).where(*_earlier_than(revision), _waits)
    became = sa.case((_may_have_arrived, DeliveryState.UNKNOWN), else_=DeliveryState.SKIPPED)
    reason = _INSTEAD[revision.kind]
    await transaction.execute(superseded.values(state=became, reason=reason, settled_at=now))
    return queued


async def remove_earlier(
    transaction: Transaction, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime
) -> int:
    """A deletion for each earlier text that arrived or is under way, behind this one at the same address."""
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
    """How many addresses have a text of the alert, and how near the nearest member's shop is."""
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
