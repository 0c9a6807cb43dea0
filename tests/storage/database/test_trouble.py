"""Tests with a real server in trouble: each error is `Unavailable`, changes nothing, and ends with the trouble."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from itertools import count

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from alerts.errors import Trouble, Unavailable
from alerts.ports import Standing, Storage, UnitOfWork
from storage import open_storage
from tests.patience import PATIENCE
from tests.postgres import MISSING, PASSWORD, PostgresServer, find_programs, running_server
from tests.storage.raw import make_raw_engine

_numbers = count(1)


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server that these tests may stop and configure."""
    programs = find_programs()
    if programs is None:
        pytest.skip(MISSING)
    with running_server(programs) as running:
        asyncio.run(running.execute(f"CREATE ROLE app LOGIN PASSWORD '{PASSWORD}'"))
        yield running


@pytest.fixture
def url(server: PostgresServer) -> str:
    """The address of an empty database of a user who is no superuser."""
    name = f"trouble_{next(_numbers)}"
    asyncio.run(server.execute(f"CREATE DATABASE {name} OWNER app"))
    return server.url(name).replace("wees:", "app:")


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """An open database that this process owns, with one fact."""
    opened = await open_storage(url, owner=True)
    await _put(opened, "1")
    yield opened
    await opened.close()


async def _put(storage: Storage, value: str) -> None:
    async with storage.transaction() as uow:
        await uow.facts.put("n", value)


async def _fact(storage: Storage) -> str | None:
    async with storage.reading() as uow:
        return await uow.facts.get("n")


async def _run(uow: UnitOfWork, statement: str) -> None:
    await uow.facts._transaction.execute(sa.text(statement))  # type: ignore[attr-defined]


async def _fails_in(storage: Storage, *statements: str) -> Trouble:
    """Return the trouble of a transaction that writes, and then runs these."""
    with pytest.raises(Unavailable) as error:
        await _write_and_run(storage, statements)
    return error.value.trouble


async def _write_and_run(storage: Storage, statements: tuple[str, ...]) -> None:
    async with storage.transaction() as uow:
        await uow.facts.put("n", "2")
        for statement in statements:
            await _run(uow, statement)


async def _fails_when(storage: Storage, happens: Callable[[UnitOfWork], Awaitable[None]], then: str = "n") -> Trouble:
    """Return the trouble of a transaction that writes after this happened in its middle."""

    async def write() -> None:
        async with storage.transaction() as uow:
            await uow.facts.put("n", "2")
            await happens(uow)
            await uow.facts.put(then, "2")

    with pytest.raises(Unavailable) as error:
        await write()
    return error.value.trouble


async def _works_again(storage: Storage) -> None:
    """Check that nothing of the failed transaction is stored, and that the next one works."""
    assert await _fact(storage) == "1"
    await _put(storage, "3")
    assert await _fact(storage) == "3"


async def test_a_server_that_takes_no_changes(storage: Storage, server: PostgresServer) -> None:
    """On a read-only server, as after a failover to a standby (25006), reading goes on and nobody leads; writing and
    leadership resume by themselves."""
    assert await storage.heartbeat() == Standing(is_leader=True, alive=1)
    await server.configure("default_transaction_read_only", "on")
    assert await _fails_in(storage) is Trouble.READ_ONLY
    assert await _fact(storage) == "1"
    with pytest.raises(Unavailable) as error:
        await storage.heartbeat()
    assert error.value.trouble is Trouble.READ_ONLY
    async with asyncio.timeout(PATIENCE):
        await storage.lost()
    await server.configure("default_transaction_read_only", None)
    assert await storage.heartbeat() == Standing(is_leader=True, alive=1)
    await _works_again(storage)


async def test_a_server_that_is_gone_and_comes_back(storage: Storage, server: PostgresServer) -> None:
    """A server that stops (08, 57P) in a transaction, in a reading or while leading is found again when it is back."""
    await storage.heartbeat()
    async with storage.reading() as reader:
        await reader.facts.get("n")
        await _fails_when(storage, lambda _uow: asyncio.to_thread(server.pause))
        with pytest.raises(Unavailable):
            await reader.facts.get("n")
    for attempt in (_put(storage, "2"), _fact(storage), storage.heartbeat()):
        with pytest.raises(Unavailable) as error:
            await attempt
        assert error.value.trouble is Trouble.UNREACHABLE
    await asyncio.to_thread(server.resume)
    await storage.heartbeat()
    await _works_again(storage)


async def test_a_statement_that_takes_too_long(storage: Storage, url: str) -> None:
    """A statement that exceeds the server's `statement_timeout` (57014), which an operator may set, is
    `Unavailable`."""
    assert await _fails_in(storage, "SET LOCAL statement_timeout = '20ms'", "SELECT pg_sleep(30)") is Trouble.BUSY
    await _works_again(storage)


async def test_a_transaction_that_is_ended_while_nothing_happens_in_it(
    storage: Storage, server: PostgresServer
) -> None:
    """A transaction that is ended by `idle_in_transaction_session_timeout` (25P03), with its connection, is
    `Unavailable`."""

    async def idles(uow: UnitOfWork) -> None:
        await _run(uow, "SET LOCAL idle_in_transaction_session_timeout = '20ms'")
        await _until(server.url(), "SELECT count(*) = 0 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'")

    await _fails_when(storage, idles)
    await _works_again(storage)


async def test_no_connection_is_left(url: str, server: PostgresServer) -> None:
    """A lack of connections (53300) is reported as such, and ends when one is free."""
    async with AsyncExitStack() as stack:
        storage = await open_storage(url, owner=True)
        stack.push_async_callback(storage.close)
        await _put(storage, "1")
        # for its membership and its writer; none to read with
        await server.execute("ALTER ROLE app CONNECTION LIMIT 2")
        with pytest.raises(Unavailable) as error:
            await _fact(storage)
        assert error.value.trouble is Trouble.CROWDED
        await _put(storage, "1")
        await server.execute("ALTER ROLE app CONNECTION LIMIT -1")
        await _works_again(storage)


async def test_two_that_wait_for_each_other(storage: Storage, url: str, server: PostgresServer) -> None:
    """Of two transactions in a deadlock (40P01) the server ends one, which can be repeated."""
    engine = make_raw_engine(server.url(url.rpartition("/")[2]))
    async with storage.transaction() as uow:
        await uow.facts.put("m", "1")
    async with engine.connect() as other:
        await other.exec_driver_sql("SET LOCAL deadlock_timeout = '100s'")
        await other.exec_driver_sql("UPDATE facts SET value = '9' WHERE name = 'm'")

        async def crosses() -> None:
            await other.exec_driver_sql("UPDATE facts SET value = '9' WHERE name = 'n'")

        tasks = list[asyncio.Task[None]]()

        async def meet(_uow: UnitOfWork) -> None:
            tasks.append(asyncio.create_task(crosses()))
            await _until(server.url(), "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")

        assert await _fails_when(storage, meet, then="m") is Trouble.BUSY  # it waits for the other, which waits for it
        await tasks[0]
        await other.rollback()
    await engine.dispose()
    await _works_again(storage)


@pytest.mark.parametrize(
    ("setting", "statement", "trouble"),
    [
        (
            "temp_file_limit",
            "SELECT count(*) FROM (SELECT * FROM generate_series(1, 3000000) ORDER BY 1) s",
            Trouble.FULL,
        ),
        (None, "SELECT pg_read_file('/nowhere/at/all')", Trouble.DAMAGED),
        (None, "DO $$ BEGIN SET LOCAL lock_timeout = '20ms'; LOCK TABLE held; END $$", Trouble.BUSY),
        (None, "SELECT * FROM of_somebody_else", Trouble.FORBIDDEN),
        (None, "SELECT * FROM was_never_made", Trouble.MISSING),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'crash' USING ERRCODE = '57P02'; END $$", Trouble.UNREACHABLE),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'serial' USING ERRCODE = '40001'; END $$", Trouble.BUSY),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'memory' USING ERRCODE = '53200'; END $$", Trouble.FULL),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'io' USING ERRCODE = '58030'; END $$", Trouble.DAMAGED),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'corrupt' USING ERRCODE = 'XX001'; END $$", Trouble.UNREACHABLE),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'fdw' USING ERRCODE = 'HV000'; END $$", Trouble.OTHER),
        (None, "DO $$ BEGIN RAISE EXCEPTION 'nobody knows' USING ERRCODE = 'W3333'; END $$", Trouble.OTHER),
    ],
)
async def test_whatever_else_a_server_answers_is_survived(
    storage: Storage, server: PostgresServer, url: str, setting: str | None, statement: str, trouble: Trouble
) -> None:
    """Any other error of the server is survived too."""
    name = url.rpartition("/")[2]
    raw = make_raw_engine(server.url(name))
    async with raw.begin() as connection:
        await connection.exec_driver_sql("GRANT pg_read_server_files TO app")
        await connection.exec_driver_sql("GRANT EXECUTE ON FUNCTION pg_read_file(text) TO app")
        for made in (
            "CREATE TABLE of_somebody_else (n int)",
            "CREATE TABLE held (n int)",
            "ALTER TABLE held OWNER TO app",
        ):
            await connection.exec_driver_sql(made)
    if setting is not None:
        await server.configure(setting, "'1MB'")
    async with raw.connect() as holder:
        await holder.exec_driver_sql("LOCK TABLE held")
        assert await _fails_in(storage, statement) is trouble
    if setting is not None:
        await server.configure(setting, None)
    await raw.dispose()
    await _works_again(storage)


@pytest.mark.parametrize(
    "statement",
    ["SELEC 1", "SELECT nothing FROM facts", "SELECT 1/0", "SELECT 'x'::int", "SELECT repeat('x', 1 << 30)::bytea"],
)
async def test_a_wrong_statement_is_nobody_elses_fault(storage: Storage, statement: str) -> None:
    """A wrong statement is an error of its own, because it fails each time and must not be retried for ever."""
    with pytest.raises(DBAPIError):
        await _write_and_run(storage, (statement,))
    await _works_again(storage)


async def _until(url: str, question: str) -> None:
    engine = make_raw_engine(url)
    async with asyncio.timeout(PATIENCE), engine.execution_options(isolation_level="AUTOCOMMIT").connect() as asking:
        while not (await asking.exec_driver_sql(question)).scalar_one():  # noqa: ASYNC110 -- the server tells nobody
            await asyncio.sleep(0.01)
    await engine.dispose()
