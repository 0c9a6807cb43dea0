"""The clock's ticks. What is due lives in the database; APScheduler only says when to look."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from alerts.clock import Clock
from alerts.invite import LOCK_LASTS, WRONG_COUNTS
from alerts.ports import Storage, UnitOfWork
from alerts.services.attest_premises import ask_attestations, has_due_attestations
from alerts.services.end_alert import end_due_alerts, has_due_alerts
from alerts.services.end_role import end_due_roles, has_ended_roles
from alerts.services.note_refusal import has_counted_refusals, settle_refusals
from alerts.services.remind_approvers import has_overdue_approvals, remind_approvers
from alerts.services.report_progress import may_have_news, report_progress
from alerts.services.review_approval import has_reviews_due, remind_reviewers
from alerts.services.watch_floods import has_flood_news, watch_floods
from bot.logs import logger
from bot.reminder import has_unsent, remind

FAILURES_KEPT = WRONG_COUNTS + LOCK_LASTS
UPDATES_KEPT = timedelta(days=7)  # Telegram restarts its ids after a quiet week

log = logger()


@dataclass(frozen=True, slots=True)
class Tick:
    """What is done every so many seconds; `is_due` looks first, so that the writers are not held up for nothing."""

    do: Callable[[UnitOfWork, datetime], Awaitable[None]]
    seconds: int
    is_due: Callable[[UnitOfWork, datetime], Awaitable[bool]] | None = None


@dataclass(frozen=True, slots=True)
class Chore:
    """What is done every so many seconds outside a transaction, as it asks Telegram something or takes several."""

    do: Callable[[], Awaitable[None]]
    seconds: int


async def clean_up(uow: UnitOfWork, now: datetime) -> None:
    """Forget dialogues that expired, updates past the platform's week, wrong secrets that no longer count, and what
    templates that ended said."""
    await uow.templates.forget_ended(now)
    await uow.dialogues.remove_expired(now)
    await uow.updates.prune(now - UPDATES_KEPT)
    await uow.invites.forget_failures(now - FAILURES_KEPT)


PROGRESS = Tick(report_progress, 2, is_due=may_have_news)
ENDINGS = Tick(end_due_alerts, 10, is_due=has_due_alerts)
REMINDERS = Tick(remind_approvers, 10, is_due=has_overdue_approvals)
ROLES = Tick(end_due_roles, 60, is_due=has_ended_roles)
REVIEWS = Tick(remind_reviewers, 600, is_due=has_reviews_due)
UNSENT = Tick(remind, 60, is_due=has_unsent)
FLOODS = Tick(watch_floods, 60, is_due=has_flood_news)
ATTESTATIONS = Tick(ask_attestations, 600, is_due=has_due_attestations)
REFUSALS = Tick(settle_refusals, 600, is_due=has_counted_refusals)
TICKS = (PROGRESS, ENDINGS, REMINDERS, ROLES, REVIEWS, UNSENT, FLOODS, ATTESTATIONS, REFUSALS, Tick(clean_up, 600))


class Schedule:
    """Ticks, each in a transaction of its own."""

    def __init__(
        self, storage: Storage, clock: Clock, after_commit: Callable[[], None], chores: tuple[Chore, ...] = ()
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._after_commit = after_commit
        self._chores = chores
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin to tick."""
        for tick in TICKS:
            self._scheduler.add_job(
                self.tick, "interval", seconds=tick.seconds, args=[tick], next_run_time=datetime.now(UTC)
            )
        for chore in self._chores:
            self._scheduler.add_job(
                self.perform, "interval", seconds=chore.seconds, args=[chore], next_run_time=datetime.now(UTC)
            )
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)

    async def tick(self, tick: Tick) -> None:
        """Do it once; what fails is logged and tried again at the next tick."""
        try:
            if tick.is_due is not None:
                async with self._storage.reading() as uow:
                    if not await tick.is_due(uow, self._clock.now()):
                        return
            async with self._storage.transaction() as uow:
                await tick.do(uow, self._clock.now())
        except Exception:
            log.exception("tick_failed", tick=tick.do.__name__)
        self._after_commit()

    async def perform(self, chore: Chore) -> None:
        """Do it once; what fails is logged and tried again."""
        try:
            await chore.do()
        except Exception:
            log.exception("chore_failed", chore=chore.do.__name__)
        self._after_commit()
