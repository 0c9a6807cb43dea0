"""The supervisor: restarts the source of updates when it dies or hangs, and writes a heartbeat to the database."""

import asyncio
import math
from datetime import datetime, timedelta
from time import monotonic
from typing import Protocol

from pydantic import BaseModel

from alerts.clock import Clock
from alerts.ports import Storage, UnitOfWork
from bot.incoming.inbox import Inbox
from bot.incoming.liveness import Liveness
from bot.logs import logger
from bot.metrics import Meter

CHECK_SECONDS = 5.0
PAUSE_SECONDS = 1.0
BEAT_SECONDS = 15.0
SILENT_SECONDS = 60.0  # without a heartbeat for so long, the program hangs or does not run
STALE_SECONDS = 75.0  # a poll takes 25 seconds, one without an answer 35
FACT = "heartbeat"

log = logger()


class Source(Protocol):
    """Port: a source of updates, the poller or the webhook."""

    liveness: Liveness

    async def run(self) -> None:
        """Bring in updates until cancelled; may be run again after that."""


class Heartbeat(BaseModel):
    """The last sign of life of the running program, written for `doctor`, which is another process."""

    at: datetime
    is_polling: bool
    received_at: datetime | None
    sent_at: datetime
    restarts: int
    restarted_at: datetime | None
    problem: str
    has_stopped: bool


async def last_heartbeat(uow: UnitOfWork) -> Heartbeat | None:
    """Return the last heartbeat written; None when the program never ran with this database."""
    written = await uow.facts.get(FACT)
    return None if written is None else Heartbeat.model_validate_json(written)


class Supervisor:
    """Supervises one source of updates. `restarts` counts since the start of the program; `is_on` is true while `run`
    runs, in the process that leads."""

    def __init__(
        self, source: Source, inbox: Inbox, *, storage: Storage, clock: Clock, meter: Meter, is_polling: bool
    ) -> None:
        self._source = source
        self._inbox = inbox
        self._storage = storage
        self._clock = clock
        self._meter = meter
        self.is_polling = is_polling
        self.is_on = False
        self.restarts = 0
        self.restarted_at: datetime | None = None
        self.written = Liveness()  # the liveness of the database
        self._left_behind: set[asyncio.Task[None]] = set()

    @property
    def received(self) -> Liveness:
        """The liveness of the source of updates."""
        return self._source.liveness

    @property
    def problem(self) -> str:
        """The reason why no updates come in, in the operator's words; empty when they do."""
        if self.is_polling and self.received.age <= STALE_SECONDS:
            return ""
        if self.received.problem or not self.is_polling:
            return self.received.problem
        since = "yet" if self.received.age == math.inf else f"for {STALE_SECONDS:.0f} seconds"
        return f"no poll has succeeded {since}"

    async def run(self) -> None:
        """Run the source, restarting it when it dies or hangs, and write heartbeats, until cancelled."""
        self.is_on = True
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._guard())
                tasks.create_task(self._beat())
        finally:
            self.is_on = False

    async def _guard(self) -> None:
        running = asyncio.create_task(self._source.run())
        try:
            while True:
                await asyncio.wait([running], timeout=CHECK_SECONDS)
                if not running.done() and not self._source.liveness.is_overdue:
                    continue
                self._inbox.give_up()  # the source may wait for a database that does not answer
                running = self._restarted(running)
                await asyncio.sleep(PAUSE_SECONDS)
        finally:
            running.cancel()
            await asyncio.wait([running], timeout=1)

    def _restarted(self, old: asyncio.Task[None]) -> asyncio.Task[None]:
        error = old.exception() if old.done() and not old.cancelled() else None
        reason = "died" if old.done() else "hangs"
        self.restarts += 1
        self.restarted_at = self._clock.now()
        log.error("receiving_restarted", reason=reason, restarts=self.restarts, exc_info=error)
        old.cancel()
        self._left_behind.add(old)  # the cancelled task may take its time to end
        old.add_done_callback(self._left_behind.discard)
        return asyncio.create_task(self._source.run())

    async def _beat(self) -> None:
        while True:
            written, until = await self.write_heartbeat(), monotonic() + BEAT_SECONDS
            while self.problem == written.problem and monotonic() < until:  # noqa: ASYNC110 -- ages have no event
                await asyncio.sleep(PAUSE_SECONDS)

    async def write_heartbeat(self, *, has_stopped: bool = False) -> Heartbeat:
        """Write one heartbeat to the database and return it; a failure to write is logged, not raised."""
        now, age = self._clock.now(), self.received.age
        beat = Heartbeat(
            at=now,
            is_polling=self.is_polling,
            received_at=None if age == math.inf else now - timedelta(seconds=age),
            sent_at=now - timedelta(seconds=self._meter.idle_seconds),
            restarts=self.restarts,
            restarted_at=self.restarted_at,
            problem=self.problem,
            has_stopped=has_stopped,
        )
        try:
            async with self._storage.transaction() as uow:
                await uow.facts.put(FACT, beat.model_dump_json())
        except Exception:
            log.exception("heartbeat_not_written")
        else:
            self.written.succeeded()
        return beat
