"""Membership and leader election: a process is alive for as long as its connection holds its advisory lock.

A process that is killed loses its locks at once, a machine that is cut off after IDLE_SECONDS; so another one leads,
and takes over what it had claimed, well within half a minute.
"""

import asyncio
import contextlib
import os
import secrets
import socket
from collections.abc import Callable
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alerts.errors import Trouble, Unavailable
from alerts.ports import Standing
from storage.database.driver_errors import translated

# Advisory locks of PostgreSQL: pairs of numbers, the first of which is ours among other programs'.

LOCKS = 0x57454553  # "WEES"; the second number is what is locked
WRITE, SCHEMA, LEADER, CLAIM = 1, 2, 3, 4
OWNERS = LOCKS + 1  # the second number is the owner's

IDLE_SECONDS = 20  # the server closes the connection of a process without a heartbeat for so long
ANSWER_SECONDS = 5  # a server that takes longer to answer is gone
SCHEMA_SECONDS = 2  # a schema that is still locked after this is being changed

# The numbers of all owners that are alive.
ALIVE = text(
    "SELECT CAST(objid AS bigint) AS objid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2"
    " AND classid = :owners AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
).bindparams(owners=OWNERS)
# Whether the server is a standby, or a primary that takes no changes: a process that cannot write cannot lead, and
# connects anew.
_NOW = text("SELECT clock_timestamp()")
_IS_READ_ONLY = text("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean")


class Membership(Protocol):
    """The membership of this process, as in `alerts.ports.Storage`."""

    owner: str

    async def take(self) -> None:
        """Take a membership, for others to see. Raises Unavailable."""

    async def heartbeat(self) -> Standing:
        """Renew the membership, become leader if there is none, and return the standing. Raises Unavailable when the
        membership is lost."""

    async def lost(self) -> None:
        """Return when the membership is lost, and others may take over."""

    async def leave(self) -> None:
        """Give the membership up, so that others take over."""


class SingleProcess:
    """The only member: the owner of a file, which leads for as long as the file is there. `check_there` raises
    Unavailable."""

    def __init__(self, check_there: Callable[[], None]) -> None:
        self._check_there = check_there
        self.owner = _name(secrets.randbelow(1 << 31))

    async def take(self) -> None:
        """Do nothing: the lock on the file is the membership."""

    async def heartbeat(self) -> Standing:
        """Return that this process leads, alone. Raises Unavailable when the file is not the one that was opened."""
        self._check_there()
        return Standing(is_leader=True, alive=1)

    async def lost(self) -> None:
        """A single process cannot lose its membership: never returns."""
        await asyncio.Event().wait()

    async def leave(self) -> None:
        """Do nothing: the storage releases the lock on the file when it closes."""


class ClusterMember:
    """A member among the processes on a PostgreSQL server; `engine` is for its connection alone."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._number = secrets.randbelow(1 << 31)
        self.owner = _name(self._number)
        self._connection: AsyncConnection | None = None
        self._driver: Any = None
        self._leads = False
        self._lost = asyncio.Event()
        self._looking: asyncio.Task[Standing] | None = None

    async def take(self) -> None:
        """Connect and take this member's lock. Raises Unavailable when the schema is being changed, or the server does
        not answer."""
        try:
            with translated():
                async with asyncio.timeout(ANSWER_SECONDS):
                    await self._take()
        except BaseException:
            await self._cut()
            raise

    async def _take(self) -> None:
        self._connection = await self._engine.connect()
        self._driver = (await self._connection.get_raw_connection()).driver_connection
        self._lost = asyncio.Event()
        self._driver.add_termination_listener(self._on_cut)
        schema, number = f"lock_shared({LOCKS}, {SCHEMA})", f"lock({OWNERS}, {self._number})"
        if not await self._has(schema):  # another start may look at the schema for a moment
            await asyncio.sleep(SCHEMA_SECONDS)
            if not await self._has(schema):
                raise Unavailable("the schema is being changed by another process", Trouble.BUSY)
        if not await self._has(number):
            raise Unavailable("the server has not noticed a lost connection yet", Trouble.BUSY)

    async def _has(self, lock: str) -> bool:
        assert self._connection is not None
        return bool((await self._connection.execute(text(f"SELECT pg_try_advisory_{lock}"))).scalar_one())

    def _on_cut(self, _connection: object) -> None:
        self._leads = False
        self._lost.set()

    async def heartbeat(self) -> Standing:
        """Renew the membership, become leader if there is none, and return the standing. Raises Unavailable when the
        membership is lost or the server takes no changes."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        # A process that stops has requests under way: a cancelled heartbeat would end its membership before `leave`.
        return await asyncio.shield(self._looking)

    async def _look(self) -> Standing:
        if self._connection is None or self._lost.is_set():
            await self._cut()
            await self.take()
        try:
            with translated():
                async with asyncio.timeout(ANSWER_SECONDS):
                    return await self._heartbeat()
        except BaseException:
            await self._cut()
            raise

    async def _heartbeat(self) -> Standing:
        assert self._connection is not None
        if not self._leads:
            first = await self._connection.execute(text(f"SELECT pg_try_advisory_lock({LOCKS}, {LEADER})"))
            self._leads = bool(first.scalar_one())
        alive = (await self._connection.execute(ALIVE)).scalars().all()
        if (await self._connection.execute(_IS_READ_ONLY)).scalar_one():
            raise Unavailable("the server takes no changes (a standby, or told so)", Trouble.READ_ONLY)
        now = (await self._connection.execute(_NOW)).scalar_one()
        return Standing(is_leader=self._leads, alive=len(alive), server_now=now)

    async def lost(self) -> None:
        """Return when the connection is cut, from either end."""
        await self._lost.wait()

    async def leave(self) -> None:
        """Release every lock, if the server still answers: when this returns, another process can become leader."""
        if self._looking is not None:
            await asyncio.gather(self._looking, return_exceptions=True)
        if self._connection is not None and not self._lost.is_set():
            with contextlib.suppress(Exception):
                async with asyncio.timeout(ANSWER_SECONDS):
                    # A closed connection is only noticed later, by the server and by a pooler before it.
                    await self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
                    await self._connection.close()
        await self._cut()

    async def _cut(self) -> None:
        connection, self._connection = self._connection, None
        self._leads = False
        self._lost.set()
        if connection is not None and not connection.closed:
            self._driver.terminate()
            with contextlib.suppress(Exception):  # it is gone already
                await connection.invalidate()
                await connection.close()


def number_of(owner: str) -> int:
    """The number of the lock by which this owner is alive; -1 for a name without one."""
    number = owner.rpartition(":")[2]
    return int(number) if number.isdigit() else -1


def _name(number: int) -> str:
    return f"{socket.gethostname()}:{os.getpid()}:{number}"
