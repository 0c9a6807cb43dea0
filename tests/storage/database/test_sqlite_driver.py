"""Tests that a statement of SQLite takes one trip to the driver's thread."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from aiosqlite import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.database.sqlite_driver import OneTripConnection
from tests.patience import PATIENCE


class _Counted(OneTripConnection):
    """A counter of the trips to the thread."""

    trips = 0

    async def _execute(self, *work: Any, **more: Any) -> Any:
        self.trips += 1
        return await super()._execute(*work, **more)


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[AsyncConnection]:
    """A connection with one small table."""

    async def connect() -> _Counted:
        made = _Counted(lambda: sqlite3.connect(tmp_path / "x.db", isolation_level=None))
        await made
        return made

    engine = create_async_engine("sqlite+aiosqlite://", async_creator=connect, poolclass=sa.NullPool)
    async with engine.connect() as opened:
        await opened.exec_driver_sql("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT UNIQUE)")
        yield opened
    await engine.dispose()


async def _trips(connection: AsyncConnection) -> int:
    driver = (await connection.get_raw_connection()).driver_connection
    assert isinstance(driver, _Counted)
    trips, driver.trips = driver.trips, 0
    return trips


async def test_each_statement_is_one_trip(connection: AsyncConnection) -> None:
    """Each statement is one trip, with rows or without, one or many at once, and has SQLite's own results."""
    await _trips(connection)
    inserted = await connection.execute(sa.text("INSERT INTO t (word) VALUES ('a')"))
    assert (1, 1, 1) == (inserted.rowcount, inserted.lastrowid, await _trips(connection))
    many = await connection.execute(sa.text("INSERT INTO t (word) VALUES (:word)"), [{"word": "b"}, {"word": "c"}])
    assert (2, 1) == (many.rowcount, await _trips(connection))
    changed = await connection.execute(sa.text("UPDATE t SET word = word || '!' RETURNING id, word"))
    assert [(1, "a!"), (2, "b!"), (3, "c!")] == changed.all()
    assert 1 == await _trips(connection)
    nothing = await connection.execute(sa.text("SELECT word FROM t WHERE id > 3"))
    assert (["word"], []) == (list(nothing.keys()), nothing.all())
    assert 1 == await _trips(connection)


async def test_an_error_is_the_databases_own(connection: AsyncConnection) -> None:
    """An error is SQLite's own, and the connection goes on."""
    await connection.execute(sa.text("INSERT INTO t (word) VALUES ('a')"))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        await connection.execute(sa.text("INSERT INTO t (word) VALUES ('a')"))
    assert 1 == await connection.scalar(sa.text("SELECT count(*) FROM t"))


async def test_a_transaction_begins_in_the_trip_of_its_first_statement(connection: AsyncConnection) -> None:
    """One without a statement never began, and its end takes no trip either."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert isinstance(driver, _Counted)
    await _trips(connection)
    driver.begin("BEGIN IMMEDIATE")
    assert not driver.in_transaction
    await connection.execute(sa.text("INSERT INTO t (word) VALUES ('a')"))
    assert driver.in_transaction
    await driver.commit()
    assert 2 == await _trips(connection)
    driver.begin("BEGIN")
    await driver.commit()
    driver.begin("BEGIN")
    await driver.rollback()
    await connection.execute(sa.text("SELECT 1"))
    assert not driver.in_transaction
    assert 1 == await _trips(connection)


async def test_who_is_cancelled_waits_for_the_end_of_what_the_thread_does(connection: AsyncConnection) -> None:
    """A thread cannot be stopped: its result comes, and with it that somebody wanted to stop."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert isinstance(driver, _Counted)
    has_begun, may_end = threading.Event(), threading.Event()

    def work() -> str:
        has_begun.set()
        may_end.wait(PATIENCE)
        return "done"

    working = asyncio.create_task(driver.run(work))
    await asyncio.to_thread(has_begun.wait, PATIENCE)
    working.cancel()
    await asyncio.sleep(0)
    assert not working.done()
    may_end.set()
    assert "done" == await working
    assert driver.cancellation is not None


def test_a_file_that_is_opened_for_nobody_is_closed_again(tmp_path: Path) -> None:
    """Who is cancelled while the file opens waits for its closing, so that no thread answers a loop that has closed."""
    has_begun, may_end = threading.Event(), threading.Event()
    opened: list[sqlite3.Connection] = []

    def connect() -> sqlite3.Connection:
        has_begun.set()
        may_end.wait(PATIENCE)
        opened.append(sqlite3.connect(tmp_path / "x.db", check_same_thread=False))
        return opened[0]

    async def opening() -> Connection:
        return await OneTripConnection(connect)

    async def cancelled() -> None:
        task = asyncio.create_task(opening())
        await asyncio.to_thread(has_begun.wait, PATIENCE)
        task.cancel()
        asyncio.get_running_loop().call_later(0.05, may_end.set)
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_a_connection_that_stops_answers_no_loop(tmp_path: Path) -> None:
    """Its thread ends by itself, after the event loop has closed too."""
    may_end = threading.Event()

    async def stopped() -> Connection:
        connection = await OneTripConnection(lambda: sqlite3.connect(tmp_path / "x.db", check_same_thread=False))
        connection._tx.put_nowait((None, lambda: may_end.wait(PATIENCE)))
        connection.stop()
        return connection

    connection = asyncio.run(stopped())
    may_end.set()
    connection._thread.join(PATIENCE)
    assert not connection._thread.is_alive()
