"""Marks of alerts that must be counted anew, so that counting costs nothing while nothing changes. Behind
`SqlDeliveries`."""

from collections.abc import Collection

import sqlalchemy as sa

from alerts.ids import AlertId, DeliveryId
from storage.database.id_lists import ByIds
from storage.database.transactions import Transaction, insert
from storage.key_values import count_up, counted_up
from storage.tables import deliveries, recounts

_TIMES = "recounts"
_alert = deliveries.c.alert_id + 0  # written so that no index matches: the ids find the rows
_OF_DELIVERIES = ByIds(
    lambda among: (
        insert(recounts)
        .from_select(
            ["alert_id"],
            sa.select(_alert)
            .distinct()
            .where(among(deliveries.c.id, "deliveries"), _alert.is_not(None))
            .order_by(_alert),  # two processes that do this at once wait for each other in one order
        )
        .on_conflict_do_nothing()
    )
)


async def mark(transaction: Transaction, alert: AlertId) -> None:
    """Mark this alert to be counted anew."""
    await transaction.execute(insert(recounts).values(alert_id=alert).on_conflict_do_nothing())


async def mark_of(transaction: Transaction, changed: Collection[DeliveryId]) -> None:
    """Mark the alerts of these deliveries to be counted anew."""
    if not changed:
        return
    await transaction.execute(_OF_DELIVERIES.on(transaction), {"deliveries": list(changed)})


async def mark_where(transaction: Transaction, *which: sa.ColumnElement[bool] | sa.TextClause) -> None:
    """Mark the alerts of the deliveries that meet these conditions to be counted anew."""
    theirs = sa.select(deliveries.c.alert_id).distinct().where(*which, deliveries.c.alert_id.is_not(None))
    await transaction.execute(insert(recounts).from_select(["alert_id"], theirs).on_conflict_do_nothing())


async def waiting(transaction: Transaction) -> list[AlertId]:
    """The alerts that must be counted anew."""
    return [row.alert_id for row in await transaction.rows(sa.select(recounts))]


async def forget(transaction: Transaction, counted: Collection[AlertId]) -> None:
    """Remove the marks of these alerts, which were counted in this transaction."""
    if not counted:
        return
    await count_up(transaction, _TIMES)
    await transaction.execute(sa.delete(recounts).where(recounts.c.alert_id.in_(counted)))


async def times(transaction: Transaction) -> int:
    """How many times alerts were counted."""
    return await counted_up(transaction, _TIMES)
