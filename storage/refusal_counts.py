"""Counts of recent refusals, one for each person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.ports import RefusalCount
from storage.database.transactions import Transaction, insert
from storage.tables import refusals


class SqlRefusals:
    """`alerts.ports.Refusals` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, person: int) -> RefusalCount | None:
        """The count of this person, if there is one."""
        row = await self._transaction.first(sa.select(refusals).where(refusals.c.person == person))
        return None if row is None else _count(row)

    async def put(self, tally: RefusalCount) -> None:
        """Insert or replace the count of a person."""
        new = insert(refusals).values(person=tally.person, since=tally.since, count=tally.count)
        counted = {"since": new.excluded.since, "count": new.excluded["count"]}
        await self._transaction.execute(new.on_conflict_do_update(index_elements=[refusals.c.person], set_=counted))

    async def begun_before(self, moment: datetime) -> Sequence[RefusalCount]:
        """The counts that began before this moment, by person."""
        wanted = sa.select(refusals).where(refusals.c.since < moment).order_by(refusals.c.person)
        return [_count(row) for row in await self._transaction.rows(wanted)]

    async def remove(self, person: int) -> None:
        """Remove the count of this person; harmless when there is none."""
        await self._transaction.execute(sa.delete(refusals).where(refusals.c.person == person))


def _count(row: Any) -> RefusalCount:
    return RefusalCount(row.person, row.since, row._mapping["count"])
