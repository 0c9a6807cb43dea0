"""Housekeeping: removes, once a night, what is past its retention period, and logs it in one line."""

from alerts.clock import Clock
from alerts.ports import Storage
from alerts.retention import Retention
from alerts.services.privacy.apply_retention import apply_retention, is_due
from bot.logs import logger
from bot.runtime.clock_check import ClockCheck

LOOK_SECONDS = 60

log = logger()


class Housekeeping:
    """Applies retention when it is due, which the database knows: a restart neither skips nor repeats it.

    Nothing is removed while the clock is in doubt.
    """

    def __init__(self, storage: Storage, clock: Clock, keep: Retention, check: ClockCheck | None = None) -> None:
        self._storage = storage
        self._clock = clock
        self._keep = keep
        self._check = check
        self._has_refused = False

    async def clean_if_due(self) -> None:
        """Remove what is past its retention period, once a day."""
        async with self._storage.reading() as uow:
            if not await is_due(uow, self._clock.now()):
                return
        if self._check is not None and await self._check.check() is not None:
            if not self._has_refused:
                log.error("retention_refused", reason=self._check.reason)
            self._has_refused = True
            return
        self._has_refused = False
        log.info("retention_applied", **await apply_retention(self._storage, self._keep, self._clock.now()))
