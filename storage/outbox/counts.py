"""Counts of deliveries: of one alert by state and reason, and of the whole queue. Behind `SqlDeliveries`."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa

from alerts.delivery import OPEN_STATES, SHOWN, DeliveryState
from alerts.ids import AlertId
from alerts.ports import DeliveryCount, QueueDepth, Sending
from storage.database.transactions import Transaction
from storage.outbox import queue
from storage.tables import addresses, deliveries, delivery_counts, revisions
from storage.tables import deliveries as stored


async def counts(transaction: Transaction, alert: AlertId) -> list[DeliveryCount]:
    """Count the alert's texts by state and reason, group chats apart.

    All rows are counted from an index and the few chats one by one; the rest went to members. Rows past their retention
    were counted when they were removed. Texts that a member asked to read are left out.
    """
    by = (deliveries.c.reason, deliveries.c.state, deliveries.c.revision_id)
    sent = (deliveries.c.revision_id.is_not(None), deliveries.c.reason != SHOWN)
    texts = sa.select(*by).where(deliveries.c.alert_id == alert, *sent)
    every = await transaction.rows(texts.add_columns(sa.func.count().label("n")).group_by(*by))
    group_chats = sa.select(addresses.c.id).where(addresses.c.kvo_group_id.is_not(None))
    to_chats = await transaction.rows(texts.where(deliveries.c.address_id.in_(group_chats)))
    in_chats = Counter((row.reason, row.state, row.revision_id) for row in to_chats)
    to_members = Counter({(row.reason, row.state, row.revision_id): row.n for row in every}) - in_chats
    of_alert = (delivery_counts.c.alert_id == alert, delivery_counts.c.reason != SHOWN)
    earlier = await transaction.rows(sa.select(delivery_counts).where(*of_alert))
    for row in earlier:
        (in_chats if row.is_chat else to_members)[row.reason, row.state, row.revision_id] += row._mapping["count"]
    said = sa.select(revisions.c.id, revisions.c.number, revisions.c.kind).where(revisions.c.alert_id == alert)
    revision = {row.id: row for row in await transaction.rows(said)}
    found = [
        DeliveryCount(state, reason, n, revision[text].number, revision[text].kind, is_chat)
        for is_chat, counted in ((False, to_members), (True, in_chats))
        for (reason, state, text), n in counted.items()
    ]
    return sorted(found, key=lambda one: (one.state, one.reason, one.revision, one.is_chat))


async def sending_of(transaction: Transaction, alerts: Collection[AlertId]) -> dict[AlertId, Sending]:
    """How far the first text of each of these alerts is: counted from an index, and for rows past their retention from
    what is left of them."""
    first = sa.select(revisions.c.id).where(revisions.c.alert_id.in_(alerts), revisions.c.number == 1)
    rows = sa.select(deliveries.c.alert_id, deliveries.c.state, sa.func.count().label("n"))
    of_first = (deliveries.c.alert_id.in_(alerts), deliveries.c.revision_id.in_(first), deliveries.c.reason != SHOWN)
    kept = await transaction.rows(rows.where(*of_first).group_by(deliveries.c.alert_id, deliveries.c.state))
    left = sa.select(delivery_counts.c.alert_id, delivery_counts.c.state, delivery_counts.c["count"].label("n"))
    earlier = await transaction.rows(left.where(delivery_counts.c.revision_id.in_(first)))
    counted: dict[AlertId, Counter[bool]] = {}
    for row in (*kept, *earlier):
        if row.state is DeliveryState.SENT or row.state in OPEN_STATES:
            counted.setdefault(AlertId(row.alert_id), Counter())[row.state is DeliveryState.SENT] += row.n
    return {alert: Sending(count[True], count[False]) for alert, count in counted.items()}


async def arrived_by(transaction: Transaction, alert: AlertId, moments: Sequence[datetime]) -> list[int]:
    """How many deliveries of the alert's first text had arrived at each of these moments; all in one pass over them."""
    if not moments:
        return []
    columns = [
        sa.func.count().filter(deliveries.c.settled_at <= moment).label(f"n{index}")
        for index, moment in enumerate(moments)
    ]
    first = sa.select(revisions.c.id).where(revisions.c.alert_id == alert, revisions.c.number == 1).scalar_subquery()
    is_sent = (
        deliveries.c.state == DeliveryState.SENT,
        deliveries.c.revision_id == first,
        deliveries.c.reason != SHOWN,
    )
    row = await transaction.one(sa.select(*columns).where(deliveries.c.alert_id == alert, *is_sent))
    return [int(count) for count in row]


# The depth of the queue is counted in the small indexes of open rows, however much was sent before.

# Written as in the partial indexes, which bound values would not match.
_is_queued = sa.text("state = 'queued'")
_is_sending = sa.text("state = 'sending'")


# The condition on the address makes the database take the index of what is under way, and not a larger one with the
# states of all rows.
UNDER_WAY = sa.select(sa.func.count().label("n")).where(_is_sending, stored.c.address_id.is_not(None))


def waiting(now: datetime) -> sa.Select[int, int]:
    """Select how many rows are due, and how many are held until later."""
    is_due = stored.c.due_at <= now
    due, held = sa.func.count().filter(is_due).label("due"), sa.func.count().filter(~is_due).label("held")
    return sa.select(due, held).select_from(stored).where(_is_queued)


async def depth(transaction: Transaction, now: datetime) -> QueueDepth:
    """Count what is due, held, and under way."""
    queued = await transaction.one(waiting(now))
    sending = await transaction.one(UNDER_WAY)
    next_due = await queue.next_due(transaction, with_groups=True, priorities=None)
    return QueueDepth(queued.due, queued.held, sending.n, next_due if next_due and next_due <= now else None)
