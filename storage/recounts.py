"""Alerts that are to be counted anew, so that counting costs nothing while nothing changes. Behind `SqlDeliveries`."""

from collections.abc import Collection

import sqlalchemy as sa

from alerts.ids import AlertId, DeliveryId
from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import deliveries, recounts

_OF_DELIVERIES = (
    insert(recounts)
    .from_select(
        ["alert_id"],
        sa.select(deliveries.c.alert_id)
        .distinct()
        .where(deliveries.c.id.in_(sa.bindparam("deliveries", expanding=True)), deliveries.c.alert_id.is_not(None)),
    )
    .on_conflict_do_nothing()
)


async def mark(transaction: Transaction, alert: AlertId) -> None:
    """Something of this alert has changed."""
    await transaction.execute(insert(recounts).values(alert_id=alert).on_conflict_do_nothing())


async def mark_of(transaction: Transaction, changed: Collection[DeliveryId]) -> None:
    """Something of the alerts of these deliveries has."""
    if not changed:
        return
    await transaction.execute(_OF_DELIVERIES, {"deliveries": changed})


async def waiting(transaction: Transaction) -> list[AlertId]:
    """All that are to be counted."""
    return [row.alert_id for row in await transaction.rows(sa.select(recounts))]


async def forget(transaction: Transaction, counted: Collection[AlertId]) -> None:
    """These were counted in this transaction."""
    await transaction.execute(sa.delete(recounts).where(recounts.c.alert_id.in_(counted)))
