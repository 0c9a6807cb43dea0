"""Plan cache settings of PostgreSQL: statements are planned anew each time, or once for all. SQLite is not
concerned."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy as sa

from storage.database.transactions import Transaction

_ALWAYS = {
    "jit": "off",  # compiling statements takes longer than running them
    "work_mem": "64MB",  # the recipients of an alert are sorted in memory
}
# A table may grow from nothing to a million rows within one transaction: no plan is kept from before.
ANEW = {**_ALWAYS, "plan_cache_mode": "force_custom_plan"}
# Claims and settlements run the same statements again and again, and planning one takes longer than running it. Each
# starts at an index, from a few ids or from the head of the queue, and the planner is left no other way. It can still
# choose a wrong index while the table is empty, so plans are not kept for long, nor over a pause.
# A generic plan does not know how few rows are asked for, and would sort them all.
_ONLY_BY_INDEX = ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "material", "sort", "incremental_sort")
KEPT = {
    **_ALWAYS,
    "plan_cache_mode": "force_generic_plan",
    "max_parallel_workers_per_gather": "0",
    **{f"enable_{one}": "off" for one in _ONLY_BY_INDEX},
}

KEPT_SECONDS = 1.0
PAUSE_SECONDS = 0.05  # enough for some thousand rows to be inserted

_set = sa.select(sa.func.set_config("plan_cache_mode", sa.bindparam("mode"), True))


@asynccontextmanager
async def references_planned_once(transaction: Transaction) -> AsyncIterator[None]:
    """Within this block, PostgreSQL plans the check of a reference once, and not for each row that is inserted.

    A check is a statement by a key: planning one takes ten times as long as running it. On SQLite this does nothing.
    """
    if not transaction.is_shared:
        yield
        return
    await transaction.execute(_set, {"mode": "auto"})
    yield
    await transaction.execute(_set, {"mode": ANEW["plan_cache_mode"]})
