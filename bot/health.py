"""What the operator's instruments read: `/healthz`, and `/metrics` for Prometheus."""

import asyncio
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from alerts.clock import Clock
from alerts.ports import QueueDepth, Storage
from bot.metrics import Meter
from bot.watch import SILENT_SECONDS, Watch

READ_SECONDS = 3.0
STUCK_SECONDS = 300.0  # a fan-out may be due for an hour; that nothing at all is answered meanwhile is no good


@dataclass(frozen=True, slots=True)
class Check:
    """Whether something is well, with the figure behind it (seconds) and, when it is not, what is the matter. `more`
    as it stands in the answer.
    """

    is_ok: bool
    age: float | None = None
    problem: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """For the answer."""
        age = None if self.age is None or not math.isfinite(self.age) else round(self.age, 1)
        return {"ok": self.is_ok, "age_seconds": age, "problem": self.problem, **self.more}


class Health:
    """Looks at the running program. Asking it costs two short reads."""

    def __init__(self, *, watch: Watch, storage: Storage, clock: Clock, meter: Meter) -> None:
        self._watch = watch
        self._storage = storage
        self._clock = clock
        self._meter = meter
        self._reading: asyncio.Task[QueueDepth] | None = None

    def app(self) -> web.Application:
        """What listens."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        return app

    async def checks(self) -> dict[str, Check]:
        """Each by its name."""
        depth, watch = await self._depth(), self._watch
        restarts = {"restarts": watch.restarts, "restarted_at": watch.restarted_at and watch.restarted_at.isoformat()}
        if not watch.is_on:
            receiving = Check(True, None, "another process receives", restarts)
            database = _readable(is_read=depth is not None)
        else:
            receiving = Check(not watch.problem, watch.received.age, watch.problem, restarts)
            database = _database(watch.written.age, is_read=depth is not None)
        return {
            "receiving": receiving,
            "database": database,
            "outbox": self._outbox(depth),
        }

    def _outbox(self, depth: QueueDepth | None) -> Check:
        if depth is None:
            return Check(False, None, "cannot be read")
        due = self._due(depth)
        is_stuck = min(due, self._meter.idle_seconds) > STUCK_SECONDS
        return Check(not is_stuck, due, f"nothing was sent for {STUCK_SECONDS:.0f} seconds" if is_stuck else "")

    def _due(self, depth: QueueDepth) -> float:
        return 0.0 if depth.oldest_due is None else max(0.0, (self._clock.now() - depth.oldest_due).total_seconds())

    async def _depth(self) -> QueueDepth | None:
        """None when the database does not answer; the same question is not asked twice at once."""
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read())
        await asyncio.wait([self._reading], timeout=READ_SECONDS)
        return self._reading.result() if self._reading.done() and self._reading.exception() is None else None

    async def _read(self) -> QueueDepth:
        async with self._storage.reading() as uow:
            return await uow.deliveries.depth(self._clock.now())

    async def _healthz(self, _request: web.Request) -> web.Response:
        checks = await self.checks()
        is_well = all(check.is_ok for check in checks.values())
        body = {"ok": is_well, "checks": {name: check.as_json() for name, check in checks.items()}}
        return web.json_response(body, status=200 if is_well else 503)

    async def _metrics(self, _request: web.Request) -> web.Response:
        depth = await self._depth()
        if depth is None:
            unknown = dict.fromkeys(("queued", "held", "sending"), math.nan)
            self._meter.queue(unknown, math.nan)
        else:
            known = {"queued": depth.queued, "held": depth.held, "sending": depth.sending}
            self._meter.queue(known, self._due(depth))
        self._meter.received(self._watch.received.age, self._watch.restarts)
        return web.Response(body=generate_latest(self._meter.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _readable(*, is_read: bool) -> Check:
    return Check(is_read, None, "" if is_read else "does not answer")


def _database(written: float, *, is_read: bool) -> Check:
    if not is_read:
        return Check(False, written, "does not answer")
    if written > SILENT_SECONDS:
        return Check(False, written, "cannot be written to: is the disk full, or the file locked?")
    return Check(True, written)
