"""The clock's ticks. What is due lives in the database; APScheduler only says when to look."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from alerts.clock import Clock
from alerts.ports import Storage, UnitOfWork
from alerts.services.end_alert import end_due_alerts
from alerts.services.report_progress import report_progress
from bot.logs import logger

UPDATES_KEPT = timedelta(days=7)  # Telegram restarts its ids after a quiet week

Tick = Callable[[UnitOfWork, datetime], Awaitable[None]]

log = logger()


async def clean_up(uow: UnitOfWork, now: datetime) -> None:
    """Forget dialogues that expired and updates that are past the platform's week."""
    await uow.dialogues.remove_expired(now)
    await uow.updates.prune(now - UPDATES_KEPT)


TICKS: tuple[tuple[Tick, int], ...] = ((report_progress, 2), (end_due_alerts, 10), (clean_up, 600))  # seconds


class Schedule:
    """Ticks, each in a transaction of its own."""

    def __init__(self, storage: Storage, clock: Clock, after_commit: Callable[[], None]) -> None:
        self._storage = storage
        self._clock = clock
        self._after_commit = after_commit
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin to tick."""
        for tick, seconds in TICKS:
            self._scheduler.add_job(
                self.tick, "interval", seconds=seconds, args=[tick], next_run_time=datetime.now(UTC)
            )
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)

    async def tick(self, tick: Tick) -> None:
        """Do it once; what fails is logged and tried again at the next tick."""
        try:
            async with self._storage.transaction() as uow:
                await tick(uow, self._clock.now())
        except Exception:
            log.exception("tick_failed", tick=tick.__name__)
        self._after_commit()
