"""This process among those that run the bot on one database: alive for as long as its connection holds its lock.

A process that is killed loses its locks at once, a machine that is cut off after IDLE_SECONDS; so another one leads,
and takes over what it had claimed, well within half a minute.
"""

import asyncio
import contextlib
import os
import secrets
import socket
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alerts.errors import Unavailable
from alerts.ports import Standing
from storage.failures import translated
from storage.locks import LEADER, LOCKS, OWNERS, SCHEMA

IDLE_SECONDS = 20  # the server closes the connection of a process that has not looked for so long
ANSWER_SECONDS = 5  # a server that takes longer to answer is gone

# The numbers of all owners that are alive.
ALIVE = text(
    "SELECT CAST(objid AS bigint) AS objid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2"
    " AND classid = :owners AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
).bindparams(owners=OWNERS)


class Presence(Protocol):
    """As in `alerts.ports.Storage`."""

    owner: str

    async def take(self) -> None:
        """Be alive, for others to see. Raises Unavailable."""

    async def stand(self) -> Standing:
        """Stay alive, lead if nobody else does, and see who is there. Raises Unavailable when that is lost."""

    async def lost(self) -> None:
        """Return when others may take over."""

    async def leave(self) -> None:
        """Let others take over."""


class Alone:
    """The owner of a file, who leads."""

    def __init__(self) -> None:
        self.owner = _name(secrets.randbelow(1 << 31))

    async def take(self) -> None:
        """The lock on the file says it."""

    async def stand(self) -> Standing:
        """It leads, alone."""
        return Standing(is_leader=True, alive=1)

    async def lost(self) -> None:
        """Never."""
        await asyncio.Event().wait()

    async def leave(self) -> None:
        """The lock on the file goes with the storage."""


class AmongOthers:
    """One of those on a server; `engine` is for its connection alone."""

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
        """Be alive. Raises Unavailable when the schema is being changed, or the server does not answer."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                with translated():
                    await self._take()
        except BaseException:
            await self._cut()
            raise

    async def _take(self) -> None:
        self._connection = await self._engine.connect()
        self._driver = (await self._connection.get_raw_connection()).driver_connection
        self._lost = asyncio.Event()
        self._driver.add_termination_listener(self._on_cut)
        for lock in (
            f"pg_try_advisory_lock_shared({LOCKS}, {SCHEMA})",
            f"pg_try_advisory_lock({OWNERS}, {self._number})",
        ):
            if not (await self._connection.execute(text(f"SELECT {lock}"))).scalar_one():
                raise Unavailable("the schema is being changed, or the server has not noticed a lost connection yet")

    def _on_cut(self, _connection: object) -> None:
        self._leads = False
        self._lost.set()

    async def stand(self) -> Standing:
        """Stay alive, lead if nobody else does, and see who is there."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        # Who is told to stop still has requests under way: cut short, a look would give the place away before `leave`.
        return await asyncio.shield(self._looking)

    async def _look(self) -> Standing:
        if self._connection is None or self._lost.is_set():
            await self._cut()
            await self.take()
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                with translated():
                    return await self._stand()
        except BaseException:
            await self._cut()
            raise

    async def _stand(self) -> Standing:
        assert self._connection is not None
        if not self._leads:
            first = await self._connection.execute(text(f"SELECT pg_try_advisory_lock({LOCKS}, {LEADER})"))
            self._leads = bool(first.scalar_one())
        alive = (await self._connection.execute(ALIVE)).scalars().all()
        return Standing(is_leader=self._leads, alive=len(alive))

    async def lost(self) -> None:
        """Return when the connection is cut, from either end."""
        await self._lost.wait()

    async def leave(self) -> None:
        """Give every lock back, if the server still listens."""
        if self._looking is not None:
            await asyncio.gather(self._looking, return_exceptions=True)
        if self._connection is not None and not self._lost.is_set():
            with contextlib.suppress(Exception):
                async with asyncio.timeout(ANSWER_SECONDS):
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
    """The number of the lock that says that this owner is alive; -1 for a name without one."""
    number = owner.rpartition(":")[2]
    return int(number) if number.isdigit() else -1


def _name(number: int) -> str:
    return f"{socket.gethostname()}:{os.getpid()}:{number}"
