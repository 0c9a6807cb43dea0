"""A crowd in a PostgreSQL database, and programs that share it."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import sqlalchemy as sa

from tests.faults.crowd import SERVER, Crowd, Rows, insert_shops, settle_police
from tests.faults.program import Program, a_program, webhook_settings
from tests.faults.stand_in import StandIn, running_stand_in
from tests.storage.raw import make_raw_engine

DELAY_S = 0.05
# A second, for both together. The stand-in counts messages as they arrive; this leaves room for the messages that queue
# up during a stall of a third of a second.
RATE, BROADCASTS = 60, 44
MOST_UNDER_WAY = 28  # of one process: the messages that it may send in more than a second


@dataclass(frozen=True, slots=True)
class SharedCrowd(Crowd):
    """The same crowd in a PostgreSQL database."""

    address: str

    @property
    def url(self) -> str:
        """The address of the database."""
        return self.address

    async def settle(self) -> None:
        """Insert everybody into the database."""
        storage = await self._opened(owner=False)
        async with storage.transaction() as uow:
            await settle_police(uow)
        await storage.close()
        engine = make_raw_engine(self.url)
        async with engine.begin() as connection:
            await connection.run_sync(insert_shops, self.size)
            for table in ("members", "premises"):  # rows with a given id do not move the sequence on
                last = f"pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table})"  # noqa: S608
                await connection.execute(sa.text(f"SELECT setval({last})"))
        await engine.dispose()

    def rows(self, alert: int) -> Rows:
        """Return the deliveries in the database now, while the bot runs or not."""
        counted = "SELECT state, count(*) FROM deliveries WHERE alert_id = ? AND revision_id IS NOT NULL GROUP BY state"
        return Rows({str(state): int(count) for state, count in self.ask(counted, alert)})

    def rows_after_kill(self, alert: int) -> Rows:
        """Return the deliveries right after a kill; the server went on running."""
        return self.rows(alert)

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a query on the database, while the bot runs or after it ended."""
        parts = query.split("?")
        numbered = "".join(f"{part}${number}" for number, part in enumerate(parts[:-1], 1)) + parts[-1]
        with ThreadPoolExecutor(1) as thread:  # the story's own loop is busy
            return thread.submit(asyncio.run, self._asked(numbered, values)).result()

    async def _asked(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        connection = await asyncpg.connect(self.url)
        try:
            return [tuple(row) for row in await connection.fetch(query, *values)]
        finally:
            await connection.close()

    def ask_after_kill(self, query: str) -> list[tuple[Any, ...]]:
        """Run a query right after a kill."""
        return self.ask(query)

    async def answers(self, query: str) -> list[object]:
        """Return one column of a query's result."""
        engine = make_raw_engine(self.url)
        async with engine.connect() as connection:
            found = list((await connection.execute(sa.text(query))).scalars())
        await engine.dispose()
        return found


def crowd_of(directory: Path, size: int) -> Crowd:
    """Make a crowd in the database that the stories use."""
    url = SERVER.get()
    return Crowd(directory, size) if url is None else SharedCrowd(directory, size, url)


@dataclass(frozen=True, slots=True)
class SharedScene:
    """A scene with two programs that do not run yet."""

    crowd: SharedCrowd
    stand_in: StandIn
    programs: tuple[Program, Program]

    async def is_settled(self) -> bool:
        """Whether no delivery is open any more."""
        open_ones = "SELECT count(*) FROM deliveries WHERE state IN ('queued', 'sending')"
        return await self.crowd.answers(open_ones) == [0]

    async def senders(self) -> int:
        """Return the number of processes with deliveries under way."""
        claimed = "SELECT count(DISTINCT claimed_by) FROM deliveries WHERE state = 'sending'"
        return int(str((await self.crowd.answers(claimed))[0]))


@asynccontextmanager
async def a_shared_scene(
    directory: Path, url: str, *, recipients: int, by_webhook: bool = False, log_level: str = "info"
) -> AsyncIterator[SharedScene]:
    """Yield a crowd, a stand-in that answers 429 above the rate, and two programs."""
    crowd = SharedCrowd(directory, recipients, url)
    await crowd.settle()
    settings = {"database_url": url, "broadcast_rate": BROADCASTS, "overall_rate": RATE, "log_level": log_level}
    async with AsyncExitStack() as stack:
        stand_in = await stack.enter_async_context(running_stand_in())
        await stand_in.set(delay_s=DELAY_S, rate=RATE)
        first, second = [
            await stack.enter_async_context(
                a_program(directory, stand_in.url, **settings, **(webhook_settings() if by_webhook else {}))
            )
            for _ in range(2)
        ]
        yield SharedScene(crowd, stand_in, (first, second))
