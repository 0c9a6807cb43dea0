"""Leadership: of the processes on one database one receives and ticks, and all send. With a file there is only one.

Who leads is looked at every second. A leader that loses its place stops at once, before another can have it; what was
claimed by a process that is gone goes back to the queue.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from alerts.clock import Clock
from alerts.errors import Unavailable
from alerts.ports import Standing, Storage
from bot.logs import logger
from bot.metrics import Meter

LOOK_SECONDS = 1.0
VOID_SECONDS = 10.0  # how often a leader looks for claims whose lease ran out

log = logger()


class Leadership:
    """Runs `lead` for as long as this process leads; `on_look` hears each second how things stand: None is unknown.
    `on_end` follows when it is told to stop while it leads, not when it only loses its place.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        meter: Meter,
        *,
        lead: Callable[[], Coroutine[Any, Any, None]],
        on_look: Callable[[Standing | None], None],
        on_end: Callable[[], Coroutine[Any, Any, None]],
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._meter = meter
        self._lead = lead
        self._on_look = on_look
        self._on_end = on_end
        self._leading: asyncio.Task[None] | None = None
        self._last = Standing(is_leader=False, alive=0)
        self._void_at = 0.0

    async def run(self) -> None:
        """Look until cancelled. What ends leading with an error ends this too."""
        try:
            while True:
                await self._look()
                await self._wait()
        finally:
            leads = self._leading is not None
            await self._step_down()
            if leads:
                await self._on_end()

    async def _look(self) -> None:
        try:
            standing = await self._storage.stand()
        except Unavailable as error:
            self._on_look(None)
            log.warning("place_lost", error=str(error))
            await self._step_down()
            return
        self._on_look(standing)
        if standing.is_leader:
            await self._void_claims(standing)
            if self._leading is None:
                log.info("leading", alive=standing.alive)
                self._leading = asyncio.create_task(self._lead())
        else:
            await self._step_down()
        self._last = standing

    async def _void_claims(self, standing: Standing) -> None:
        """Of who is gone since the last look; before that, and where a lease ran out, within seconds."""
        now = asyncio.get_running_loop().time()
        if standing == self._last and (standing.alive == 1 or now < self._void_at):
            return
        self._void_at = now + VOID_SECONDS
        try:
            async with self._storage.transaction() as uow:
                voided = await uow.deliveries.void_claims(self._clock.now(), keep=self._storage.owner)
        except Unavailable as error:
            self._void_at = now
            log.warning("claims_not_voided", error=str(error))
            return
        if voided:
            self._meter.voided(voided)
            log.warning("claims_voided", count=voided)

    async def _wait(self) -> None:
        lost = asyncio.create_task(self._storage.lost())
        watched = {lost} if self._leading is None else {lost, self._leading}
        try:
            await asyncio.wait(watched, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        finally:
            lost.cancel()
        if lost.done() and not lost.cancelled():
            self._on_look(None)
            await self._step_down()
            await asyncio.sleep(LOOK_SECONDS)  # a server that is down is not asked without a pause
        elif self._leading is not None and self._leading.done():
            await self._leading

    async def _step_down(self) -> None:
        leading, self._leading = self._leading, None
        if leading is None:
            return
        log.info("not_leading")
        leading.cancel()
        await asyncio.wait([leading])
        if not leading.cancelled() and (error := leading.exception()) is not None:
            log.error("leading_failed", exc_info=error)
