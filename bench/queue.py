"""Queue: the cost of a claim, of finding the next due row and of the queue's depth, by the number of rows waiting; on
PostgreSQL also the throughput of two processes beside one."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from statistics import median

import sqlalchemy as sa

from alerts.delivery import OnUnknown, Operation, Priority, Sent
from alerts.ports import Storage
from bench.approval import approval_of
from bench.database import Database, Databases, PostgresDatabase
from bench.figure import Figure, progress
from bench.process import product, stand_in
from bench.run import Run, chats, counted, states_of, wait_until_idle
from bench.seed import big_town, seed, seed_alerts
from bot.outgoing.queue_health import queue_state
from storage import open_storage
from storage.database.leader_election import OWNERS
from storage.tables import FARTHEST, addresses, deliveries

CURVE = (100, 1_000, 100_000, 1_000_000)
CLAIMED = 3
CLAIMS = 50
SENT_BY_TWO = 10_000
LONGEST_S = 300.0


def bench_queue(
    databases: Databases, *, with_peers: bool = True, curve: Sequence[int] = CURVE, recipients: int = SENT_BY_TWO
) -> None:
    """Measure the queue and print its figures; the only peer is SQLite."""
    database = databases.new("queue")
    progress("queue: seeding")
    asyncio.run(seed(database, [], shops=max(curve)))
    for waiting in curve:
        progress(f"queue: {waiting} waiting")
        asyncio.run(_fill(database, waiting))
        asyncio.run(_measure(database, f"{waiting:_} waiting"))
    if isinstance(database, PostgresDatabase):
        _bench_processes(databases, recipients)


async def _fill(database: Database, waiting: int) -> None:
    """Queue one notice for each of so many members, in place of all other deliveries."""
    now = datetime.now(UTC)
    alike = {
        "operation": Operation.SEND,
        "notice_view": "x",
        "distance_sq": FARTHEST,
        "priority": Priority.P2,
        "state": "queued",
        "reason": "",
        "detail": "",
        "due_at": now,
        "deadline": now + timedelta(days=1),
        "on_unknown": OnUnknown.RESEND,
        "attempts": 0,
        "created_at": now,
    }
    literals = {name: sa.literal(value, deliveries.c[name].type) for name, value in alike.items()}
    key = sa.literal("bench:") + sa.cast(addresses.c.id, sa.String())
    each = {"effect_key": key, "address_id": addresses.c.id, **literals}
    selected = (column.label(name) for name, column in each.items())
    of_members = sa.select(*selected).where(addresses.c.id <= waiting)
    engine = database.engine()
    async with engine.begin() as connection:
        await connection.execute(sa.delete(deliveries))
        await connection.execute(sa.insert(deliveries).from_select(list(each), of_members, include_defaults=False))
    await engine.dispose()
    await database.settle()


async def _measure(database: Database, case: str) -> None:
    storage = await open_storage(database.url, owner=True)
    try:
        claims, looks = list[float](), list[float]()
        for _ in range(CLAIMS):
            claims.append(await _claim(storage))
            begun = time.perf_counter()
            async with storage.reading(of_marks=True) as uow:
                await uow.deliveries.next_due()
            looks.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        async with storage.reading() as uow:
            await uow.deliveries.depth(datetime.now(UTC))
        depth = time.perf_counter() - begun
        asked = [await _health(storage) for _ in range(CLAIMS)]
    finally:
        await storage.close()
    Figure("queue", f"a claim of {CLAIMED}, {case}", median(claims) * 1e3, "ms").tell()
    Figure("queue", f"the next due, {case}", median(looks) * 1e3, "ms").tell()
    Figure("queue", f"the depth, {case}", depth * 1e3, "ms").tell()
    Figure("queue", f"what /healthz reads, {case}", median(asked) * 1e3, "ms").tell()


async def _health(storage: Storage) -> float:
    """Return the seconds that the queue's part of a health check takes."""
    begun = time.perf_counter()
    async with storage.reading() as uow:
        await queue_state(uow, datetime.now(UTC))
    return time.perf_counter() - begun


async def _claim(storage: Storage) -> float:
    """Return the seconds of the claim alone, without the commit; the claimed rows are settled."""
    now = datetime.now(UTC)
    async with storage.transaction(only_marks=True) as uow:
        begun = time.perf_counter()
        marked = await uow.deliveries.claim(CLAIMED, storage.owner, timedelta(minutes=2), now)
        seconds = time.perf_counter() - begun
        await uow.deliveries.settle_sent([(one, Sent("1", "1")) for one in marked], now)
    return seconds


def _bench_processes(databases: Databases, recipients: int) -> None:
    """Measure a fan-out at full speed by one process, and by two that share the database."""
    seeded = databases.new("processes")
    town = big_town(recipients)
    asyncio.run(seed(seeded, [town]))
    [alert] = asyncio.run(seed_alerts(seeded, town))
    rates = dict[int, float]()
    for processes in (1, 2):
        progress(f"queue: {processes} processes")
        database = databases.copy(seeded, f"by_{processes}")
        with stand_in() as server, ExitStack() as stack:
            programs = [stack.enter_context(product(server, database)) for _ in range(processes)]
            _wait_until_alive(database, processes)
            server.tell("updates", [approval_of(alert)])
            server.wait_for("total", recipients, seconds=LONGEST_S, beside=programs[0])
            wait_until_idle(programs[0], database, seconds=LONGEST_S)
            states = states_of(database, alert)
            assert set(states) == {"sent"}, f"not all is sent: {states}"
            run: Run = counted(server, chats(recipients), 0.0, 0.0)
        rates[processes] = run.per_second
    case = f"{recipients:_} by two processes"
    Figure("queue", case, rates[2], "messages/s", "one process", rates[1]).tell(beside="one process")


def _wait_until_alive(database: Database, processes: int) -> None:
    """Wait until this many processes hold their owner's lock, so that all are running before the fan-out."""
    until = time.monotonic() + LONGEST_S
    alive = f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = {OWNERS}"  # noqa: S608
    while database.rows(alive)[0][0] < processes:
        if time.monotonic() > until:
            raise TimeoutError("not every process came up")
        time.sleep(0.2)
