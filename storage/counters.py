"""Counters: the numbers of alerts and of reports, each in a series of its own."""

from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import counters as stored


async def count_up(transaction: Transaction, name: str) -> int:
    """The next number of the series, from 1."""
    new = insert(stored).values(name=name, value=1)
    counted = new.on_conflict_do_update(index_elements=[stored.c.name], set_={"value": stored.c.value + 1})
    return int((await transaction.one(counted.returning(stored.c.value))).value)
