"""Small things to remember between runs."""

import sqlalchemy as sa

from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import facts


class SqlFacts:
    """`alerts.ports.Facts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, name: str) -> str | None:
        """The value."""
        row = await self._transaction.first(sa.select(facts).where(facts.c.name == name))
        return None if row is None else str(row.value)

    async def put(self, name: str, value: str) -> None:
        """Insert or replace."""
        new = insert(facts).values(name=name, value=value)
        await self._transaction.execute(
            new.on_conflict_do_update(index_elements=[facts.c.name], set_={"value": new.excluded.value})
        )
