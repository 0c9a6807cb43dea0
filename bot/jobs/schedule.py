"""The schedule of jobs. What is due is in the database; APScheduler only says when to check."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from alerts.clock import Clock
from alerts.invite import LOCK_LASTS, WRONG_COUNTS
from alerts.ports import Storage, UnitOfWork
from alerts.services.acknowledgement.remind_unread import has_unread_due, remind_unread
from alerts.services.aftercare.call_person import has_untaken_calls, pass_on_calls
from alerts.services.aftercare.look_after_cases import has_case_news, look_after_cases
from alerts.services.aftercare.send_steps import has_due_steps, send_due_steps
from alerts.services.alert.ask_extension import ask_extensions, has_ending_soon
from alerts.services.alert.ask_follow_up import ask_follow_ups, has_follow_ups_due
from alerts.services.alert.end_alert import end_due_alerts, has_due_alerts
from alerts.services.alert.remind_drill import has_drill_reminder_due, remind_drill
from alerts.services.alert.report_progress import may_have_news, report_progress
from alerts.services.alert.send_digests import has_digests_due, send_digests
from alerts.services.approval.remind_approvers import has_overdue_approvals, remind_approvers
from alerts.services.approval.review_approval import has_reviews_due, remind_reviewers
from alerts.services.audit.record_refusal import has_counted_refusals, settle_refusals
from alerts.services.cascade.go_on import go_on, has_cascades_due
from alerts.services.channel.queue_mails import has_mails_due, queue_mails
from alerts.services.effect.tell_effect import has_effects_due, tell_effects
from alerts.services.limits.watch_floods import has_flood_news, watch_floods
from alerts.services.outcome.ask_feedback import ask_feedback, has_feedback_due
from alerts.services.outcome.remind_overdue import has_overdue_reminder_due, remind_overdue
from alerts.services.prevention.hold_tip import has_held_tips_due, release_held_tips
from alerts.services.report.pass_on_report import has_due_clocks, pass_on_reports
from alerts.services.role.confirm_grant import has_grants_due, look_after_grants
from alerts.services.role.end_role import end_due_roles, has_ended_roles
from alerts.services.shop.attest_premises import ask_attestations, has_due_attestations
from alerts.services.task.remind_due import has_reminders_due, remind_due
from alerts.services.task.return_tasks import has_tasks_to_return, return_tasks
from bot.jobs.report_reminder import has_unsent, remind
from bot.logs import logger

FAILURES_KEPT = WRONG_COUNTS + LOCK_LASTS
INTENDED_KEPT = timedelta(days=30)
UPDATES_KEPT = timedelta(days=7)  # Telegram restarts its ids after a quiet week

log = logger()


@dataclass(frozen=True, slots=True)
class TransactionJob:
    """A job done every so many seconds in a transaction; `is_due` reads first, so that writers are not held up for
    nothing.

    Most jobs go by the clock, and wait while that is in doubt: otherwise a tip could go out before the police could
    stop it, everybody be reminded at once, or roles end too early.
    """

    do: Callable[[UnitOfWork, datetime], Awaitable[None]]
    seconds: int
    is_due: Callable[[UnitOfWork, datetime], Awaitable[bool]] | None = None
    goes_by_clock: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """A job done every so many seconds outside a transaction, as it makes requests to Telegram or takes several."""

    do: Callable[[], Awaitable[None]]
    seconds: int


async def clean_up(uow: UnitOfWork, now: datetime) -> None:
    """Remove expired dialogues, updates older than `UPDATES_KEPT`, wrong secrets that no longer count, for whom old
    links were meant, and the texts of templates that ended."""
    await uow.templates.forget_ended(now)
    await uow.dialogues.remove_expired(now)
    await uow.updates.prune(now - UPDATES_KEPT)
    await uow.invites.forget_failures(now - FAILURES_KEPT)
    await uow.invites.forget_intended(now - INTENDED_KEPT)


PROGRESS = TransactionJob(report_progress, 2, is_due=may_have_news, goes_by_clock=False)
ENDINGS = TransactionJob(end_due_alerts, 10, is_due=has_due_alerts)
EXTENSIONS = TransactionJob(ask_extensions, 30, is_due=has_ending_soon)
UNREAD = TransactionJob(remind_unread, 20, is_due=has_unread_due)
MAILS = TransactionJob(queue_mails, 5, is_due=has_mails_due)
DIGESTS = TransactionJob(send_digests, 30, is_due=has_digests_due)
HELD_TIPS = TransactionJob(release_held_tips, 15, is_due=has_held_tips_due)
REMINDERS = TransactionJob(remind_approvers, 10, is_due=has_overdue_approvals)
ROLES = TransactionJob(end_due_roles, 60, is_due=has_ended_roles)
GRANTS = TransactionJob(look_after_grants, 60, is_due=has_grants_due)
REVIEWS = TransactionJob(remind_reviewers, 600, is_due=has_reviews_due)
UNSENT = TransactionJob(remind, 60, is_due=has_unsent)
OVERDUE = TransactionJob(remind_overdue, 300, is_due=has_overdue_reminder_due)
FEEDBACK = TransactionJob(ask_feedback, 600, is_due=has_feedback_due)
FLOODS = TransactionJob(watch_floods, 60, is_due=has_flood_news)
ATTESTATIONS = TransactionJob(ask_attestations, 600, is_due=has_due_attestations)
CLOCKS = TransactionJob(pass_on_reports, 5, is_due=has_due_clocks)
CASCADES = TransactionJob(go_on, 5, is_due=has_cascades_due)
REFUSALS = TransactionJob(settle_refusals, 600, is_due=has_counted_refusals)
DUE_TASKS = TransactionJob(remind_due, 300, is_due=has_reminders_due)
LEFT_TASKS = TransactionJob(return_tasks, 60, is_due=has_tasks_to_return)
EFFECTS = TransactionJob(tell_effects, 60, is_due=has_effects_due)
FOLLOW_UPS = TransactionJob(ask_follow_ups, 300, is_due=has_follow_ups_due)
DRILLS = TransactionJob(remind_drill, 600, is_due=has_drill_reminder_due)
AFTERCARE = TransactionJob(send_due_steps, 30, is_due=has_due_steps)
CASE_CALLS = TransactionJob(pass_on_calls, 15, is_due=has_untaken_calls)
CASES = TransactionJob(look_after_cases, 60, is_due=has_case_news)
TICKS = (
    PROGRESS,
    ENDINGS,
    EXTENSIONS,
    DIGESTS,
    UNREAD,
    MAILS,
    HELD_TIPS,
    REMINDERS,
    CLOCKS,
    CASCADES,
    ROLES,
    GRANTS,
    REVIEWS,
    UNSENT,
    OVERDUE,
    FEEDBACK,
    FLOODS,
    ATTESTATIONS,
    REFUSALS,
    EFFECTS,
    DUE_TASKS,
    LEFT_TASKS,
    FOLLOW_UPS,
    DRILLS,
    AFTERCARE,
    CASE_CALLS,
    CASES,
    TransactionJob(clean_up, 600),
)


class Schedule:
    """Runs the jobs; a TransactionJob each in a transaction of its own."""

    def __init__(
        self, storage: Storage, clock: Clock, after_commit: Callable[[], None], jobs: tuple[Job, ...] = ()
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._after_commit = after_commit
        self._jobs = jobs
        self.is_time_doubted: Callable[[datetime], bool] = lambda _now: False
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Start the jobs, each at once and then at its interval."""
        for tick in TICKS:
            self._scheduler.add_job(
                self.tick, "interval", seconds=tick.seconds, args=[tick], next_run_time=datetime.now(UTC)
            )
        for job in self._jobs:
            self._scheduler.add_job(
                self.perform, "interval", seconds=job.seconds, args=[job], next_run_time=datetime.now(UTC)
            )
        self._scheduler.start()

    def stop(self) -> None:
        """Stop starting jobs."""
        self._scheduler.shutdown(wait=False)

    async def tick(self, tick: TransactionJob) -> None:
        """Do a TransactionJob once, if it is due; a failure is logged, and tried again at the next interval."""
        if tick.goes_by_clock and self.is_time_doubted(self._clock.now()):
            return
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

    async def perform(self, job: Job) -> None:
        """Do a job once; a failure is logged, and tried again at the next interval."""
        try:
            await job.do()
        except Exception:
            log.exception("chore_failed", chore=job.do.__name__)
        self._after_commit()
