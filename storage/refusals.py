"""How often each person was refused lately."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.ports import Tally
from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import refusals


class SqlRefusals:
    """`alerts.ports.Refusals` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, person: int) -> Tally | None:
        """What was counted."""
        row = await self._transaction.first(sa.select(refusals).where(refusals.c.person == person))
        return None if row is None else _tally(row)

    async def put(self, tally: Tally) -> None:
        """Insert or replace."""
        new = insert(refusals).values(person=tally.person, since=tally.since, count=tally.count)
        counted = {"since": new.excluded.since, "count": new.excluded["count"]}
        await self._transaction.execute(new.on_conflict_do_update(index_elements=[refusals.c.person], set_=counted))

    async def begun_before(self, moment: datetime) -> Sequence[Tally]:
        """In order of person."""
        wanted = sa.select(refusals).where(refusals.c.since < moment).order_by(refusals.c.person)
        return [_tally(row) for row in await self._transaction.rows(wanted)]

    async def remove(self, person: int) -> None:
        """Harmless when it is gone."""
        await self._transaction.execute(sa.delete(refusals).where(refusals.c.person == person))


def _tally(row: Any) -> Tally:
    return Tally(row.person, row.since, row._mapping["count"])
