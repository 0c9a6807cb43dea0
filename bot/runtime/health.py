"""Health for the operator's monitoring: `/healthz`, and `/metrics` for Prometheus."""

import asyncio
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from alerts.clock import Clock
from alerts.ports import QueueDepth, Storage
from bot.incoming.supervisor import SILENT_SECONDS, Supervisor
from bot.metrics import Meter
from bot.outgoing.queue_health import (
    QueueState,
    count_classes,
    due_problem,
    next_due,
    nobody_knows,
    p1_problem,
    queue_state,
)
from bot.runtime.clock_check import ClockCheck
from bot.runtime.leadership import Place
from bot.telegram_api.rate_limiter import EVERYTHING
from bot.telegram_api.retry_after import LONGEST_SECONDS, PROBED
from bot.telegram_api.wait_times import WaitTimes

T = TypeVar("T")
READ_SECONDS = 3.0

COUNTED_SECONDS = 5.0  # for which a count of all that waits is used again


@dataclass(frozen=True, slots=True)
class Check:
    """The result of one check: whether it is well, the figure behind it (`age`, seconds), and the problem if there is
    one. `more` is added to the answer as it is."""

    is_ok: bool
    age: float | None = None
    problem: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the check as it stands in the answer of `/healthz`."""
        age = None if self.age is None or not math.isfinite(self.age) else round(self.age, 1)
        return {"ok": self.is_ok, "age_seconds": age, "problem": self.problem, **self.more}


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of what waits in the outbox, and when it was made (monotonic seconds)."""

    at: float
    depth: QueueDepth
    by_class: Mapping[str, float]

    @property
    def is_good(self) -> bool:
        """Whether the count is recent enough to be used again."""
        return monotonic() - self.at < COUNTED_SECONDS

    @property
    def depth_by_state(self) -> dict[str, float]:
        """The number of deliveries by state, for the metric."""
        return {"queued": self.depth.queued, "held": self.depth.held, "sending": self.depth.sending}


class Health:
    """Checks the running program. `/healthz` costs a few short reads, however much waits; `/metrics` counts all that
    waits, once in five seconds.

    `share` returns the part of the rate of broadcasts that this process may send now.
    """

    def __init__(
        self,
        *,
        supervisor: Supervisor,
        storage: Storage,
        clock: Clock,
        meter: Meter,
        waits: WaitTimes,
        share: Callable[[], float],
        place: Place | None = None,
        clock_check: ClockCheck | None = None,
    ) -> None:
        self._clock_check = clock_check
        self._supervisor = supervisor
        self._place = place or Place()
        self._storage = storage
        self._clock = clock
        self._meter = meter
        self._waits = waits
        self._share = share
        self._reading: asyncio.Task[QueueState] | None = None
        self._counting: asyncio.Task[Counted] | None = None
        self._closed: dict[str, float] = {}  # seconds, by chat

    def app(self) -> web.Application:
        """The web application that serves `/healthz` and `/metrics`."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        return app

    async def checks(self) -> dict[str, Check]:
        """Run all checks; return each by its name."""
        state, supervisor = await self._state(), self._supervisor
        restarts = {
            "restarts": supervisor.restarts,
            "restarted_at": supervisor.restarted_at and supervisor.restarted_at.isoformat(),
        }
        if self._place.problem:
            receiving = Check(False, None, "nothing is received without the database", restarts)
            database = Check(False, None, self._place.problem)
        elif not supervisor.is_on:
            receiving = Check(True, None, "another process receives", restarts)
            database = _readable(is_read=state is not None)
        else:
            receiving = Check(not supervisor.problem, supervisor.received.age, supervisor.problem, restarts)
            database = _database(supervisor.written.age, is_read=state is not None)
        return {
            "receiving": receiving,
            "database": database,
            "p1": self._p1(state),
            "outbox": self._outbox(state),
            "limits": self._limits(),
            **self._clock_checked(),
        }

    def _clock_checked(self) -> dict[str, Check]:
        if self._clock_check is None:
            return {}
        problem = self._clock_check.problem
        return {"clock": Check(not problem, None, problem)}

    def _limits(self) -> Check:
        """Check that Telegram did not close everything for longer than is obeyed; chats closed so long are counted."""
        everything = self._closed.get(EVERYTHING, 0.0)
        chats = sum(seconds > LONGEST_SECONDS for ref, seconds in self._closed.items() if ref != EVERYTHING)
        problem = closed_words(everything) if everything > LONGEST_SECONDS else ""
        return Check(not problem, None, problem, {"chats_closed_long": chats})

    def _p1(self, state: QueueState | None) -> Check:
        if state is None:
            return Check(False, None, "cannot be read")
        problem = p1_problem(state, self._meter, self._share())
        return Check(not problem, state.p1_seconds, problem)

    def _outbox(self, state: QueueState | None) -> Check:
        if state is None:
            return Check(False, None, "cannot be read")
        problem = due_problem(state, self._meter, self._share())
        return Check(not problem, state.due_seconds(), problem)

    async def _state(self) -> QueueState | None:
        """Read the state of the queue; None when the database does not answer. A read under way is shared, not
        repeated."""
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read())
        return await _answer(self._reading)

    async def _read(self) -> QueueState:
        now = self._clock.now()
        async with self._storage.reading() as uow:
            self._closed = dict(await uow.closures.left(now))
            return await queue_state(uow, now)

    async def _counted(self) -> Counted | None:
        """Return the last count while it is recent, else a new one; None when the database does not answer."""
        task = self._counting
        is_good = task is not None and (not task.done() or (task.exception() is None and task.result().is_good))
        if task is None or not is_good:
            task = self._counting = asyncio.create_task(self._count())
        return await _answer(task)

    async def _count(self) -> Counted:
        async with self._storage.reading() as uow:
            depth = await uow.deliveries.depth(self._clock.now())
            return Counted(monotonic(), depth, await count_classes(uow, self._waits))

    async def _healthz(self, _request: web.Request) -> web.Response:
        checks = await self.checks()
        is_well = all(check.is_ok for check in checks.values())
        body = {"ok": is_well, "checks": {name: check.as_json() for name, check in checks.items()}}
        return web.json_response(body, status=200 if is_well else 503)

    async def _metrics(self, _request: web.Request) -> web.Response:
        state, counted = await self._state(), await self._counted()
        depth = dict.fromkeys(("queued", "held", "sending"), math.nan) if counted is None else counted.depth_by_state
        self._meter.queue(depth, math.nan if state is None else state.due_seconds())
        self._meter.classes(
            nobody_knows() if counted is None else counted.by_class,
            nobody_knows() if state is None else next_due(state, self._waits),
        )
        everything = self._closed.get(EVERYTHING, 0.0)
        self._meter.closed(everything, len(self._closed) - (EVERYTHING in self._closed))
        self._meter.received(self._supervisor.received.age, self._supervisor.restarts)
        return web.Response(body=generate_latest(self._meter.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


async def _answer(asked: asyncio.Task[T]) -> T | None:
    """Return the task's result; None when it failed, or did not end within `READ_SECONDS`."""
    await asyncio.wait([asked], timeout=READ_SECONDS)
    return asked.result() if asked.done() and asked.exception() is None else None


def closed_words(seconds: float) -> str:
    """Return the sentence for the operator that Telegram takes nothing for so many seconds, and what to do."""
    return f"Telegram takes no messages for {seconds / 3600:.1f} hours (429): {PROBED}"


def _readable(*, is_read: bool) -> Check:
    return Check(is_read, None, "" if is_read else "does not answer")


def _database(written: float, *, is_read: bool) -> Check:
    if not is_read:
        return Check(False, written, "does not answer")
    if written > SILENT_SECONDS:
        return Check(False, written, "cannot be written to: is the disk full, or the file locked?")
    return Check(True, written)
