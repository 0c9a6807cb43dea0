"""The check of the clock, against Telegram's `Date`, the database server's time, and the latest time in the database.

A doubt is reported in the log, by `/healthz` and by the doctor; retention, which removes for good by the clock, waits
until there is none.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from alerts.clock import Clock
from alerts.clock_doubt import TOLERANCE, Doubt, doubt_of
from alerts.errors import Unavailable
from alerts.ports import Storage
from bot.logs import logger

LOOK_SECONDS = 15
NEWEST_FACT = "clock_newest"  # the latest time at which the clock was in no doubt
SETTLED_SECONDS = 86_400  # a clock that ran evenly for so long after a long pause is trusted

_SAID = {
    Doubt.TELEGRAM: "the clock says {now}, and Telegram says {theirs}: set the machine's clock (NTP)",
    Doubt.SERVER: "the clock says {now}, and the database's server {theirs}: set the clocks of both (NTP)",
    Doubt.ROWS_AHEAD: "the clock says {now}, and the database has seen {theirs}: it is behind, and what is due later"
    " is not sent; set the machine's clock (NTP)",
    Doubt.ROWS_LONG_AGO: "the clock says {now}, and the database was last looked at {theirs}: nobody can tell whether"
    " it is right",
}

log = logger()


class ClockCheck:
    """Checks the clock at intervals. `reason` says what is in doubt, empty when nothing is; `problem` only what
    somebody has to mend: a bot that did not run for days has nothing wrong with its clock.

    `telegram_now` returns the time by Telegram, None when it was not heard lately.
    """

    def __init__(self, storage: Storage, clock: Clock, telegram_now: Callable[[], datetime | None]) -> None:
        self._storage = storage
        self._clock = clock
        self._telegram_now = telegram_now
        self._long_ago_since: float | None = None  # monotonic seconds
        self._anchor: tuple[datetime, float] | None = None  # last time without doubt, by both clocks
        self._doubt: Doubt | None = None
        self.reason = ""

    @property
    def problem(self) -> str:
        """The doubt that somebody has to mend; empty when there is none."""
        return "" if self._doubt is Doubt.ROWS_LONG_AGO else self.reason

    async def check(self, *, is_kept: bool = True) -> Doubt | None:
        """Compare the clocks, log a change, and return the doubt. Without one, and if `is_kept`, store the time and
        release the deliveries that a wrong clock dated."""
        server, telegram = await self._storage.server_now(), self._telegram_now()
        async with self._storage.reading() as uow:
            written = await uow.facts.get(NEWEST_FACT)
        newest = datetime.fromisoformat(written) if written else None
        now, even = self._clock.now(), monotonic()
        doubt = doubt_of(now, telegram=telegram, server=server, newest=newest)
        self._long_ago_since = (self._long_ago_since or even) if doubt is Doubt.ROWS_LONG_AGO else None
        if self._long_ago_since is not None and even - self._long_ago_since > SETTLED_SECONDS:
            doubt = None
        self._say(doubt, now, {Doubt.TELEGRAM: telegram, Doubt.SERVER: server}.get(doubt or Doubt.ROWS_AHEAD, newest))
        knows = telegram is not None or server is not None
        if doubt is None:
            self._anchor = now, even
        if is_kept and doubt is None:
            async with self._storage.transaction() as uow:
                if newest is None or now > newest or knows:
                    await uow.facts.put(NEWEST_FACT, now.isoformat())
                if released := await uow.deliveries.release_misdated(now):
                    log.warning("misdated_released", count=released)
        return doubt

    def is_doubted(self, now: datetime) -> bool:
        """Return whether `now` is in doubt: by the last check, or because the clock ran otherwise than the monotonic
        one since the last check without doubt."""
        if self._doubt is not None and self._doubt is not Doubt.ROWS_LONG_AGO:
            return True
        if self._anchor is None:
            return False
        trusted, at = self._anchor
        return abs((now - trusted) - timedelta(seconds=monotonic() - at)) > TOLERANCE

    async def run(self, *, leads: Callable[[], bool], on_look: Callable[[], None]) -> None:
        """Check until cancelled, in every process, as each judges what it sends by its own clock. Only the one that
        leads stores the time, and releases what a wrong clock dated."""
        while True:
            try:
                await self.check(is_kept=leads())
            except Unavailable as error:  # other checks report what is wrong with the database
                log.warning("clock_not_looked_at", detail=str(error))
            except Exception:
                log.exception("clock_not_looked_at")
            on_look()
            await asyncio.sleep(LOOK_SECONDS)

    def _say(self, doubt: Doubt | None, now: datetime, theirs: datetime | None) -> None:
        had_problem, self._doubt = self.problem, doubt
        self.reason = "" if doubt is None else _SAID[doubt].format(now=_written(now), theirs=_written(theirs))
        if self.problem and not had_problem:
            log.error("clock_doubted", problem=self.problem)
        elif had_problem and not self.problem:
            log.warning("clock_trusted", at=now.isoformat())


def _written(moment: datetime | None) -> str:
    return "nothing" if moment is None else f"{moment:%Y-%m-%d %H:%M:%S} UTC"
