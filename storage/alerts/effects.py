"""Effects in SQL: when it is due to count what happened after a notice, and what was counted."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from pydantic import TypeAdapter

from alerts.effect import Effect
from alerts.errors import Conflict
from alerts.ids import AlertId
from storage.database.transactions import Transaction
from storage.tables import notice_effects as stored

_counted = TypeAdapter(Effect)


class SqlEffects:
    """`alerts.ports.Effects` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def expect(self, alert: AlertId, due_at: datetime) -> None:
        """Note when the days after a notice are over."""
        await self._transaction.execute(sa.insert(stored).values(alert_id=alert, due_at=due_at))

    async def due(self, now: datetime, limit: int) -> Sequence[AlertId]:
        """The notices that are due and not settled yet, up to `limit`, the longest due first."""
        waiting = sa.select(stored.c.alert_id).where(stored.c.settled_at.is_(None), stored.c.due_at <= now)
        first = waiting.order_by(stored.c.due_at, stored.c.alert_id).limit(limit)
        return [AlertId(row.alert_id) for row in await self._transaction.rows(first)]

    async def settle(self, alert: AlertId, effect: Effect | None, now: datetime) -> None:
        """Store what was counted (None: it is not counted). Raises Conflict when it was settled before, or is not
        expected."""
        counted = None if effect is None else _counted.dump_python(effect, mode="json")
        waiting = sa.update(stored).where(stored.c.alert_id == alert, stored.c.settled_at.is_(None))
        if not await self._transaction.changed(waiting.values(settled_at=now, counted=counted)):
            raise Conflict

    async def of(self, alert: AlertId) -> Effect | None:
        """What was counted for this notice; None when nothing was, or not yet."""
        row = await self._transaction.first(sa.select(stored.c.counted).where(stored.c.alert_id == alert))
        return None if row is None or row.counted is None else _counted.validate_python(row.counted)
