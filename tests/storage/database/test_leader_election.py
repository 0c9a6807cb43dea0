"""Tests of which processes are alive, which one leads, and whose claims are void."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from alerts.delivery import NewDelivery, Notice
from alerts.errors import Unavailable
from alerts.member import Member
from alerts.ports import Standing, Storage
from storage.database.leader_election import LEADER, LOCKS, SCHEMA
from tests.patience import PATIENCE
from tests.postgres import PostgresServer
from tests.storage.claiming import LEASE, claim
from tests.storage.raw import make_raw_engine

NewMember = Callable[..., Awaitable[Member]]


@pytest.fixture
def url(postgres_url: str) -> str:
    """The address of a server, because several processes need one."""
    return postgres_url


async def _queue(storage: Storage, now: datetime, new_member: NewMember, *keys: str) -> None:
    people = [(key, (await new_member()).address.id) for key in keys]
    async with storage.transaction() as uow:
        rows = [NewDelivery(key, to, Notice("note", {}), now + LEASE) for key, to in people]
        await uow.deliveries.enqueue(rows, now)


async def _claim(storage: Storage, now: datetime, limit: int = 10, lease: timedelta = LEASE) -> list[int]:
    async with storage.transaction() as uow:
        return [one.id for one in await claim(uow, limit, storage.owner, now, lease)]


async def _void(storage: Storage, now: datetime) -> int:
    async with storage.transaction() as uow:
        return await uow.deliveries.void_claims(now, keep=storage.owner)


async def _cut(postgres: PostgresServer) -> None:
    """Cut the leader's connection."""
    lock = f"locktype = 'advisory' AND classid = {LOCKS} AND objid = {LEADER}"
    await postgres.execute(f"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE {lock}")  # noqa: S608 -- numbers


async def test_one_leads_and_all_are_seen(storage: Storage, other: Storage) -> None:
    """The process that looks first leads and all are seen; looking again changes nothing."""
    for _ in range(2):
        assert await storage.heartbeat() == Standing(is_leader=True, alive=2)
        assert await other.heartbeat() == Standing(is_leader=False, alive=2)


async def test_the_next_one_leads_when_the_leader_goes(storage: Storage, other: Storage) -> None:
    """When the leader goes, the next process leads at its next look."""
    await storage.heartbeat()
    await storage.close()
    assert await other.heartbeat() == Standing(is_leader=True, alive=1)


async def test_a_leader_whose_connection_is_cut_hears_it(
    storage: Storage, other: Storage, postgres: PostgresServer
) -> None:
    """A leader whose connection is cut is told at once; another one leads, and the first becomes an ordinary member."""
    await storage.heartbeat()
    await other.heartbeat()
    lost = asyncio.create_task(storage.lost())
    await asyncio.sleep(0)
    assert not lost.done()
    await _cut(postgres)
    async with asyncio.timeout(PATIENCE):
        await lost
    assert await other.heartbeat() == Standing(is_leader=True, alive=1)
    assert await storage.heartbeat() == Standing(is_leader=False, alive=2)


async def test_a_look_that_is_cut_short_gives_no_place_away(storage: Storage, other: Storage) -> None:
    """A cancelled look gives no place away: a process that is told to stop keeps its claims until it has settled
    them."""
    await storage.heartbeat()
    for _ in range(3):
        looking = asyncio.create_task(storage.heartbeat())
        await asyncio.sleep(0)  # it has sent its query to the server by then
        await asyncio.sleep(0)
        looking.cancel()
        await asyncio.wait([looking])
        assert looking.cancelled()
        assert await other.heartbeat() == Standing(is_leader=False, alive=2)
    await storage.close()
    assert await other.heartbeat() == Standing(is_leader=True, alive=1)


async def test_without_a_server_nobody_has_a_place(storage: Storage, url: str, postgres: PostgresServer) -> None:
    """Without a server every process knows that it has no place, and takes it again when the server is back."""
    await storage.heartbeat()
    name = url.rpartition("/")[2]
    await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await _cut(postgres)
    await asyncio.wait_for(storage.lost(), PATIENCE)
    with pytest.raises(Unavailable):
        await storage.heartbeat()
    await postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert await storage.heartbeat() == Standing(is_leader=True, alive=1)


async def test_claims_of_the_living_are_theirs(
    storage: Storage, other: Storage, now: datetime, new_member: NewMember
) -> None:
    """Two living processes never claim the same row; only claims of dead ones are void."""
    await _queue(storage, now, new_member, "a", "b", "c")
    first, second = await asyncio.gather(_claim(storage, now, 2), _claim(other, now, 2))
    assert sorted(first + second) == [1, 2, 3]
    assert await _void(storage, now) == 0
    await other.close()
    assert await _void(storage, now) == len(second)
    assert await _claim(storage, now) == sorted(second)


async def test_a_lease_that_ran_out_is_void_by_the_clock_of_the_server(
    storage: Storage, other: Storage, now: datetime, new_member: NewMember
) -> None:
    """A lease that ran out is void by the server's clock, although its owner is alive and its own clock is years
    behind."""
    await _queue(storage, now, new_member, "a", "b")
    (lapsed,) = await _claim(other, now, 1, lease=timedelta(0))
    (held,) = await _claim(other, now, 1)
    assert await _void(storage, now - timedelta(days=9_000)) == 1
    assert await _claim(storage, now) == [lapsed]
    assert held != lapsed


async def test_a_process_that_runs_keeps_the_schema(storage: Storage, url: str) -> None:
    """While a process runs, no newer program changes the schema."""
    engine = make_raw_engine(url)
    async with engine.begin() as connection:
        free = await connection.exec_driver_sql(f"SELECT pg_try_advisory_xact_lock({LOCKS}, {SCHEMA})")
        assert free.scalar_one() is False
    await engine.dispose()


async def test_the_clock_of_the_server_is_told_at_each_look(storage: Storage) -> None:
    """Each look tells the server's clock, which all processes use; a file has none."""
    told = (await storage.heartbeat()).server_now
    assert told is not None
    assert abs(told - datetime.now(UTC)) < timedelta(minutes=1)
    assert await storage.server_now() is not None
