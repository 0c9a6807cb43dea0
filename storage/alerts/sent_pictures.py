"""References to uploaded pictures in SQL."""

from datetime import datetime

import sqlalchemy as sa

from alerts.ids import AlertId
from storage.database.transactions import Transaction, insert
from storage.tables import sent_pictures as stored


class SqlSentPictures:
    """`alerts.ports.SentPictures` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, alert: AlertId, key: str) -> str | None:
        """The reference to this picture; None when it was not uploaded."""
        row = await self._transaction.first(sa.select(stored.c.ref).where(*_is(alert, key)))
        return None if row is None else str(row.ref)

    async def put(self, alert: AlertId, key: str, ref: str, now: datetime) -> None:
        """Store the reference, in place of an earlier one."""
        new = insert(stored).values(alert_id=alert, key=key, ref=ref, created_at=now)
        changed = {"ref": new.excluded.ref, "created_at": new.excluded.created_at}
        await self._transaction.execute(
            new.on_conflict_do_update(index_elements=[stored.c.alert_id, stored.c.key], set_=changed)
        )

    async def remove(self, alert: AlertId, key: str) -> None:
        """Remove the reference."""
        await self._transaction.execute(sa.delete(stored).where(*_is(alert, key)))


def _is(alert: AlertId, key: str) -> tuple[sa.ColumnElement[bool], ...]:
    return stored.c.alert_id == alert, stored.c.key == key
