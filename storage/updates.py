"""Raw updates: stored before they are acknowledged, erased when they are done."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from alerts.errors import NotFound
from alerts.ports import RawUpdate, StoredUpdate
from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import updates as stored

# As it stands in the index of lanes, which a bound value would not match.
_is_pending = sa.text("state = 'pending'")


class SqlUpdates:
    """`alerts.ports.Updates` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def store(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> int:
        """Keep those that are new for this bot; return how many."""
        if not updates:
            return 0
        rows = [
            {
                "bot_id": bot_id,
                "update_id": one.update_id,
                "lane": one.lane,
                "body": one.body,
                "state": "pending",
                "attempts": 0,
                "received_at": now,
            }
            for one in updates
        ]
        new = insert(stored).on_conflict_do_nothing().returning(stored.c.id)
        return len((await self._transaction.execute(new, rows)).all())

    async def lanes(self) -> list[str]:
        """Lanes in which something waits, oldest first."""
        waiting = sa.select(stored.c.lane).where(_is_pending).group_by(stored.c.lane).order_by(sa.func.min(stored.c.id))
        return [row.lane for row in await self._transaction.rows(waiting)]

    async def next_in(self, lane: str) -> StoredUpdate | None:
        """The oldest that waits in the lane."""
        oldest = sa.select(stored).where(_is_pending, stored.c.lane == lane).order_by(stored.c.id).limit(1)
        row = await self._transaction.first(oldest)
        return None if row is None else StoredUpdate(row.id, row.update_id, row.lane, row.body, row.attempts)

    async def mark_done(self, update: int, now: datetime) -> None:
        """It had its effect; erase the body."""
        await self._settle(update, "done", now)

    async def record_failure(self, update: int) -> int:
        """Count one failure; return how many there are now."""
        counted = sa.update(stored).where(stored.c.id == update).values(attempts=stored.c.attempts + 1)
        return int((await self._transaction.one(counted.returning(stored.c.attempts))).attempts)

    async def set_aside(self, update: int, now: datetime) -> None:
        """Give up on it; erase the body, keep the row."""
        await self._settle(update, "set_aside", now)

    async def prune(self, before: datetime) -> int:
        """Forget settled updates received before; return how many.

        Not while anything waits: SQLite moves the neighbours of what is deleted, and copies of their bodies would
        stay behind.
        """
        something_waits = sa.exists(sa.select(stored.c.id).where(_is_pending))
        return await self._transaction.changed(sa.delete(stored).where(stored.c.received_at < before, ~something_waits))

    async def _settle(self, update: int, state: str, now: datetime) -> None:
        settled = sa.update(stored).where(stored.c.id == update).values(state=state, body=None, settled_at=now)
        if not await self._transaction.changed(settled):
            raise NotFound
        self._transaction.erase()
