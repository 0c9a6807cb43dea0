"""Small values by name, to remember between runs, and counters."""

import sqlalchemy as sa

from storage.database.transactions import Transaction, insert
from storage.tables import counters as stored
from storage.tables import facts

_value = sa.select(facts.c.value).where(facts.c.name == sa.bindparam("name"))


class SqlKeyValues:
    """`alerts.ports.Facts` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, name: str) -> str | None:
        """The value with this name, if there is one."""
        row = await self._transaction.first(_value, {"name": name})
        return None if row is None else str(row.value)

    async def put(self, name: str, value: str) -> None:
        """Insert or replace the value with this name."""
        new = insert(facts).values(name=name, value=value)
        await self._transaction.execute(
            new.on_conflict_do_update(index_elements=[facts.c.name], set_={"value": new.excluded.value})
        )


# Counters: the numbers of alerts and of reports, and how often alerts were counted, each in a series of its own.


async def count_up(transaction: Transaction, name: str) -> int:
    """Take the next number of this series; the first is 1."""
    new = insert(stored).values(name=name, value=1)
    counted = new.on_conflict_do_update(index_elements=[stored.c.name], set_={"value": stored.c.value + 1})
    return int((await transaction.one(counted.returning(stored.c.value))).value)


async def counted_up(transaction: Transaction, name: str) -> int:
    """The last number of this series that was taken; 0 when none was."""
    row = await transaction.first(sa.select(stored.c.value).where(stored.c.name == name))
    return 0 if row is None else int(row.value)
