"""Leadership: of the processes on one database one receives and runs the jobs, and all send. With SQLite there is only
one.

Who leads is checked every second. A leader that loses its place stops at once, before another can have it; what was
claimed by a process that is gone goes back to the queue. An error is logged, and tried again after a wait, unless it is
one of `NOT_SURVIVED`.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from alerts.clock import Clock
from alerts.errors import Trouble, Unavailable
from alerts.ports import Standing, Storage
from bot.backoff import Backoff
from bot.logs import logger, redacted
from bot.metrics import Meter

LOOK_SECONDS = 1.0
VOID_SECONDS = 10.0  # how often a leader looks for claims whose lease ran out
LONGEST_WAIT_SECONDS = 15.0  # between two tries while they fail
NOT_SURVIVED: tuple[type[Exception], ...] = (MemoryError,)  # only a new process helps

log = logger()


@dataclass(slots=True)
class Place:
    """Whether this process has a place among those that run the bot; `problem` says why it has none, in the operator's
    words."""

    problem: str = ""


class Leadership:
    """Runs `lead` for as long as this process leads. `on_look` gets the standing at each check; None means unknown.
    `on_end` runs when it is cancelled while it leads, not when it only loses its place."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        meter: Meter,
        *,
        lead: Callable[[], Coroutine[Any, Any, None]],
        on_look: Callable[[Standing | None], None],
        on_end: Callable[[], Coroutine[Any, Any, None]],
        place: Place | None = None,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._meter = meter
        self._lead = lead
        self._on_look = on_look
        self._on_end = on_end
        self._place = place or Place()
        self._backoff = Backoff(LOOK_SECONDS, LONGEST_WAIT_SECONDS)
        self._leading: asyncio.Task[None] | None = None
        self._last = Standing(is_leader=False, alive=0)
        self._void_at = 0.0

    async def run(self) -> None:
        """Check the standing until cancelled, and lead while this process is the leader."""
        try:
            while True:
                if await self._look():
                    await self._wait()
                else:
                    await asyncio.sleep(self._backoff.next())
        finally:
            leads = self._leading is not None
            await self._step_down()
            if leads:
                await self._on_end()

    async def _look(self) -> bool:
        """Check the standing and start or stop leading by it; return whether this process has a place."""
        try:
            standing = await self._storage.heartbeat()
        except NOT_SURVIVED:
            raise
        except Exception as error:
            await self._lose_place(error)
            return False
        self._place.problem = ""
        self._on_look(standing)
        if standing.is_leader:
            await self._void_claims(standing)
            if self._leading is None:
                log.info("leading", alive=standing.alive)
                self._leading = asyncio.create_task(self._lead())
        else:
            await self._step_down()
        self._last = standing
        return True

    async def _lose_place(self, error: Exception) -> None:
        self._place.problem = redacted(str(error))
        self._on_look(None)
        if isinstance(error, Unavailable) and error.trouble is Trouble.GONE:
            log.error("database_gone", reason=str(error))
        else:
            log.warning("place_lost", exc_info=error)
        await self._step_down()

    async def _void_claims(self, standing: Standing) -> None:
        """Give back the claims of processes gone since the last check, at once; otherwise, among others, every
        `VOID_SECONDS`."""
        now = asyncio.get_running_loop().time()
        if standing == self._last and (standing.alive == 1 or now < self._void_at):
            return
        self._void_at = now + VOID_SECONDS
        try:
            async with self._storage.transaction() as uow:
                voided = await uow.deliveries.void_claims(self._clock.now(), keep=self._storage.owner)
        except NOT_SURVIVED:
            raise
        except Exception as error:
            self._void_at = now
            log.warning("claims_not_voided", exc_info=error)
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
            await asyncio.sleep(self._backoff.next())  # pause before a server that is down is asked again
        elif self._leading is not None and self._leading.done():
            await self._lead_again()
        else:
            self._backoff.reset()

    async def _lead_again(self) -> None:
        """Start leading anew after `lead` ended, which it never should; raises an error that is in `NOT_SURVIVED`."""
        leading = self._leading
        assert leading is not None
        error = None if leading.cancelled() else leading.exception()
        if error is not None and _is_in(error, NOT_SURVIVED):
            self._leading = None
            raise error
        await self._step_down()
        await asyncio.sleep(self._backoff.next())

    async def _step_down(self) -> None:
        leading, self._leading = self._leading, None
        if leading is None:
            return
        log.info("not_leading")
        leading.cancel()
        await asyncio.wait([leading])
        if not leading.cancelled() and (error := leading.exception()) is not None:
            log.error("leading_failed", exc_info=error)


def _is_in(error: BaseException, kinds: tuple[type[Exception], ...]) -> bool:
    if isinstance(error, BaseExceptionGroup):
        return error.subgroup(kinds) is not None
    return isinstance(error, kinds)
