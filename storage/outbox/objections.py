"""What policies dropped or hold for one member. Behind `SqlDeliveries`."""

from datetime import datetime

import sqlalchemy as sa

from alerts.delivery import HELD, DeliveryState, Objected
from alerts.ids import MemberId
from storage.database.transactions import Transaction
from storage.tables import addresses, alerts, deliveries

_is_waiting = sa.and_(deliveries.c.state == DeliveryState.QUEUED, deliveries.c.reason.in_(HELD))


async def of_member(transaction: Transaction, member: MemberId, since: datetime, most: int) -> list[Objected]:
    """The first texts of alerts sent since then that a policy dropped or holds for the member, newest first. The alerts
    of those days are few, and an index finds the member's row of each."""
    theirs = sa.select(addresses.c.id).where(addresses.c.member_id == member)
    found = (
        sa.select(alerts.c.number, alerts.c.sent_at, deliveries.c.state, deliveries.c.reason)
        .join(deliveries, deliveries.c.alert_id == alerts.c.id)
        .where(
            alerts.c.sent_at >= since,
            deliveries.c.address_id.in_(theirs),
            deliveries.c.revision_number == 1,
            deliveries.c.revision_id.is_not(None),
            sa.or_(deliveries.c.state == DeliveryState.SKIPPED, _is_waiting),
        )
        .order_by(alerts.c.sent_at.desc(), alerts.c.id.desc())
        .limit(most)
    )
    return [
        Objected(row.number, row.sent_at, row.state is DeliveryState.QUEUED, row.reason)
        for row in await transaction.rows(found)
    ]
