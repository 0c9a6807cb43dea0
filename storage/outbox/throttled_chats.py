"""Chats that a 429 closed, shared by every process: until when, by the clock that all share."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.database.transactions import Transaction, insert
from storage.tables import closures as stored


class SqlClosures:
    """`alerts.ports.Closures` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, ref: str, seconds: float, now: datetime) -> None:
        """Close this chat for so many seconds; a chat that is closed for longer stays so. Closures that are over are
        removed."""
        await self._transaction.lock_claims()
        at = await self._transaction.shared_now(now)
        await self._transaction.execute(sa.delete(stored).where(stored.c.until <= at))
        new = insert(stored).values(ref=ref, until=at + timedelta(seconds=seconds))
        longer = new.on_conflict_do_update(
            index_elements=[stored.c.ref], set_={"until": new.excluded.until}, where=new.excluded.until > stored.c.until
        )
        await self._transaction.execute(longer)

    async def remove(self, ref: str) -> None:
        """Open this chat again."""
        await self._transaction.lock_claims()
        await self._transaction.execute(sa.delete(stored).where(stored.c.ref == ref))

    async def clear(self, now: datetime) -> int:
        """Open every chat again; return how many were closed."""
        count = len(await self.left(now))
        await self._transaction.execute(sa.delete(stored))
        return count

    async def left(self, now: datetime) -> list[tuple[str, float]]:
        """The chats that are closed, each with the seconds that are left."""
        at = sa.func.now() if self._transaction.is_shared else sa.literal(now, stored.c.until.type)
        closed = sa.select(stored, sa.type_coerce(at, stored.c.until.type).label("at")).where(stored.c.until > at)
        rows = await self._transaction.rows(closed.order_by(stored.c.ref))
        return [(row.ref, (row.until - row.at).total_seconds()) for row in rows]
