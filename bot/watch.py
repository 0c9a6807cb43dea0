"""The watch: what receives updates is started again when it dies or hangs, and the database learns that it lives."""

import asyncio
import math
from datetime import datetime, timedelta
from time import monotonic
from typing import Protocol

from pydantic import BaseModel

from alerts.clock import Clock
from alerts.ports import Storage, UnitOfWork
from bot.inbox import Inbox
from bot.logs import logger
from bot.metrics import Meter
from bot.pulse import Pulse

CHECK_SECONDS = 5.0
PAUSE_SECONDS = 1.0
BEAT_SECONDS = 15.0
SILENT_SECONDS = 60.0  # without a heartbeat the program hangs, or is not there
STALE_SECONDS = 75.0  # a poll takes 25, one without an answer 35
FACT = "heartbeat"

log = logger()


class Source(Protocol):
    """What brings updates in: the poller, or the webhook."""

    pulse: Pulse

    async def run(self) -> None:
        """Until cancelled; it can be run again after that."""


class Heartbeat(BaseModel):
    """What the running program wrote down last, for `doctor`, which is another process."""

    at: datetime
    is_polling: bool
    received_at: datetime | None
    sent_at: datetime
    restarts: int
    restarted_at: datetime | None
    problem: str
    has_stopped: bool


async def last_heartbeat(uow: UnitOfWork) -> Heartbeat | None:
    """The last one; None when the program never ran with this database."""
    written = await uow.facts.get(FACT)
    return None if written is None else Heartbeat.model_validate_json(written)


class Watch:
    """Watches over one source of updates. `restarts` counts since the start of the program; `is_on` while it runs: the
    process that leads receives.
    """

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
        self.written = Pulse()  # of the database
        self._left_behind: set[asyncio.Task[None]] = set()

    @property
    def received(self) -> Pulse:
        """Of what receives updates."""
        return self._source.pulse

    @property
    def problem(self) -> str:
        """What keeps updates from coming in, in the operator's words; empty when nothing does."""
        if self.is_polling and self.received.age <= STALE_SECONDS:
            return ""
        if self.received.problem or not self.is_polling:
            return self.received.problem
        since = "yet" if self.received.age == math.inf else f"for {STALE_SECONDS:.0f} seconds"
        return f"no poll has succeeded {since}"

    async def run(self) -> None:
        """Keep the source running until cancelled."""
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
                if not running.done() and not self._source.pulse.hangs:
                    continue
                self._inbox.give_up()  # it may be the database that does not answer
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
        self._left_behind.add(old)  # it may take its time to end
        old.add_done_callback(self._left_behind.discard)
        return asyncio.create_task(self._source.run())

    async def _beat(self) -> None:
        while True:
            written, until = await self.write_down(), monotonic() + BEAT_SECONDS
            while self.problem == written.problem and monotonic() < until:  # noqa: ASYNC110 -- ages have no event
                await asyncio.sleep(PAUSE_SECONDS)

    async def write_down(self, *, has_stopped: bool = False) -> Heartbeat:
        """One heartbeat, in the database if that works."""
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
            self.written.beat()
        return beat
