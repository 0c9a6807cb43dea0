"""How many deliveries of an alert are in which state. Behind `SqlDeliveries`."""

from collections import Counter

import sqlalchemy as sa

from alerts.ids import AlertId
from alerts.ports import DeliveryCount
from storage.engine import Transaction
from storage.tables import addresses, deliveries, delivery_counts, revisions


async def counts(transaction: Transaction, alert: AlertId) -> list[DeliveryCount]:
    """The alert's texts by state and reason, group chats apart.

    All are counted out of an index and the few chats one by one; the rest went to members. Rows past
    their time were counted when they were removed.
    """
    by = (deliveries.c.reason, deliveries.c.state, deliveries.c.revision_id)
    texts = sa.select(*by).where(deliveries.c.alert_id == alert, deliveries.c.revision_id.is_not(None))
    every = await transaction.rows(texts.add_columns(sa.func.count().label("n")).group_by(*by))
    group_chats = sa.select(addresses.c.id).where(addresses.c.kvo_group_id.is_not(None))
    to_chats = await transaction.rows(texts.where(deliveries.c.address_id.in_(group_chats)))
    in_chats = Counter((row.reason, row.state, row.revision_id) for row in to_chats)
    to_members = Counter({(row.reason, row.state, row.revision_id): row.n for row in every}) - in_chats
    earlier = await transaction.rows(sa.select(delivery_counts).where(delivery_counts.c.alert_id == alert))
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
