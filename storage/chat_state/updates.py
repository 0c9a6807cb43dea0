"""Raw updates: stored before they are acknowledged, their bodies erased when they are done."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from alerts.ports import RawUpdate, StoredUpdate
from storage.database.transactions import Transaction, insert
from storage.tables import updates as stored

# Written as in the partial indexes, which a bound value would not match.
_is_pending = sa.text("state = 'pending'")
_is_limited = sa.text("state = 'limited'")

_new = insert(stored).on_conflict_do_nothing()
_new_with_ids = _new.returning(stored.c.id, stored.c.update_id)
_settled = (
    sa.update(stored)
    .where(stored.c.id == sa.bindparam("update"), _is_pending)
    .values(state=sa.bindparam("as_what"), body=None, lane="", settled_at=sa.bindparam("at"))
)


class SqlUpdates:
    """`alerts.ports.Updates` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def store(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> list[StoredUpdate]:
        """Store the updates that are new for this bot; return those, in the order given."""
        if not updates:
            return []
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
        ids = {row.update_id: row.id for row in await self._transaction.execute(_new_with_ids, rows)}
        return [
            StoredUpdate(ids.pop(one.update_id), one.update_id, one.lane, one.body, 0)
            for one in updates
            if one.update_id in ids
        ]

    async def store_done(self, bot_id: int, update: RawUpdate, now: datetime) -> bool:
        """Store an update whose effect is in this transaction, without its body and chat. False when it is not new for
        this bot."""
        row = {
            "bot_id": bot_id,
            "update_id": update.update_id,
            "lane": "",
            "state": "done",
            "attempts": 0,
            "received_at": now,
            "settled_at": now,
        }
        return await self._transaction.changed(_new, row) == 1

    async def store_limited(self, bot_id: int, updates: Sequence[RawUpdate], now: datetime) -> None:
        """Store that these updates came and were turned away by flood control; nothing of their content is kept."""
        rows = [
            {
                "bot_id": bot_id,
                "update_id": one.update_id,
                "lane": "",
                "state": "limited",
                "attempts": 0,
                "received_at": now,
                "settled_at": now,
            }
            for one in updates
        ]
        if rows:
            await self._transaction.execute(_new, rows)

    async def limited(self, since: datetime, until: datetime) -> int:
        """How many updates were limited after `since` and until `until`, the latter included."""
        when = (_is_limited, stored.c.received_at > since, stored.c.received_at <= until)
        return int((await self._transaction.one(sa.select(sa.func.count().label("many")).where(*when))).many)

    async def waiting(self, limit: int) -> list[StoredUpdate]:
        """Up to `limit` updates that wait to be handled, oldest first."""
        in_order = stored.c.id + 0  # ordered by the id itself, SQLite would walk through all that is done
        rows = await self._transaction.rows(sa.select(stored).where(_is_pending).order_by(in_order).limit(limit))
        return [StoredUpdate(row.id, row.update_id, row.lane, row.body, row.attempts) for row in rows]

    async def mark_done(self, update: int, now: datetime) -> bool:
        """Mark an update done, as its effect is in this transaction, and erase its body and chat. False when it does
        not wait: it had its effect before."""
        return await self._settle(update, "done", now)

    async def record_failure(self, update: int) -> int:
        """Count one failure of an update; return its failures so far. Raises NotFound when there is no such update."""
        counted = sa.update(stored).where(stored.c.id == update).values(attempts=stored.c.attempts + 1)
        return int((await self._transaction.one(counted.returning(stored.c.attempts))).attempts)

    async def set_aside(self, update: int, now: datetime) -> bool:
        """Give up on an update: erase its body, keep its row. False when it does not wait."""
        return await self._settle(update, "set_aside", now)

    async def prune(self, before: datetime) -> int:
        """Remove settled updates that were received before this moment; return how many.

        Removes nothing while updates wait: SQLite moves the neighbours of a deleted row, and copies of their bodies
        would stay behind.
        """
        something_waits = sa.exists(sa.select(stored.c.id).where(_is_pending))
        return await self._transaction.changed(sa.delete(stored).where(stored.c.received_at < before, ~something_waits))

    async def _settle(self, update: int, state: str, now: datetime) -> bool:
        was_waiting = await self._transaction.changed(_settled, {"update": update, "as_what": state, "at": now}) == 1
        if was_waiting:
            self._transaction.erase()
        return was_waiting
