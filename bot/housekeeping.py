"""Housekeeping: once a night what is past its time is removed, and said in one line."""

from alerts.clock import Clock
from alerts.ports import Storage
from alerts.retention import Retention
from alerts.services.apply_retention import apply_retention, is_due
from bot.logs import logger

LOOK_SECONDS = 60

log = logger()


class Housekeeping:
    """Looks whether it is due, which the database knows: a restart neither skips nor repeats it."""

    def __init__(self, storage: Storage, clock: Clock, keep: Retention) -> None:
        self._storage = storage
        self._clock = clock
        self._keep = keep

    async def clean_if_due(self) -> None:
        """Remove it, once a day."""
        async with self._storage.reading() as uow:
            if not await is_due(uow, self._clock.now()):
                return
        log.info("retention_applied", **await apply_retention(self._storage, self._keep, self._clock.now()))
