"""Chats that a 429 closed, for every process to see: until when, by the clock that all share."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import closures as stored


class SqlClosures:
    """`alerts.ports.Closures` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, ref: str, seconds: float, now: datetime) -> None:
        """Nothing to this chat for so long; what is closed for longer stays so. Forgets what is open again."""
        at = await self._transaction.shared_now(now)
        await self._transaction.execute(sa.delete(stored).where(stored.c.until <= at))
        new = insert(stored).values(ref=ref, until=at + timedelta(seconds=seconds))
        longer = new.on_conflict_do_update(
            index_elements=[stored.c.ref], set_={"until": new.excluded.until}, where=new.excluded.until > stored.c.until
        )
        await self._transaction.execute(longer)

    async def left(self, now: datetime) -> list[tuple[str, float]]:
        """Each chat that is closed, with the seconds that it still is."""
        at = await self._transaction.shared_now(now)
        rows = await self._transaction.rows(sa.select(stored).where(stored.c.until > at).order_by(stored.c.ref))
        return [(row.ref, (row.until - at).total_seconds()) for row in rows]
