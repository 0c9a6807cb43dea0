"""The clock of a report: how long it may wait untaken, and who hears of it then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.ids import ReportId
from alerts.report import ReportKind

RECENT = timedelta(hours=1)  # a scout that was seen so recently may still be there
AGAIN_AFTER = timedelta(minutes=3)  # ours: what went to everybody at once is sent again after this
LONGEST_PAUSE = timedelta(hours=24)  # ours: who does not answer a question holds the clock no longer
MOST_MINUTES = 24 * 60


class Urgency(StrEnum):
    """How soon a report must be taken."""

    ROBBERY = "robbery"  # or an attempt
    RECENT_SCOUT = "recent_scout"  # reconnaissance of the last hour
    REST = "rest"


# Minutes that a report waits before the next hears of it; a municipality can set others. 0: everybody hears at once.
DEFAULT_MINUTES: Mapping[Urgency, int] = {Urgency.ROBBERY: 0, Urgency.RECENT_SCOUT: 3, Urgency.REST: 15}


class Stage(StrEnum):
    """Who has heard of a report that nobody took: who is on duty, the next on the roster, everybody in scope, or these
    once more."""

    DUTY = "duty"
    NEXT = "next"
    EVERYONE = "everyone"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stood, as a question to the reporter was open; without an end it still stands.

    No pause counts for longer than `LONGEST_PAUSE`.
    """

    begun: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportClock:
    """The clock of a report that nobody took: since when it runs, how long each stage lasts, and when it stood."""

    report_id: ReportId
    stage: Stage
    began_at: datetime
    wait: timedelta
    pauses: tuple[Pause, ...] = ()

    @property
    def due_at(self) -> datetime:
        """When the next stage comes; while the clock stands: when it comes unless the question is answered before."""
        return self._end_of(self.stage)

    def stage_due(self, now: datetime, *, is_robbery: bool) -> Stage | None:
        """Return the stage that the report has come to; the last one where several passed, as after an outage. None
        while the present one lasts."""
        if now < self.due_at:
            return None
        if self.stage is Stage.EVERYONE:
            return Stage.AGAIN
        is_over = self.stage is Stage.NEXT or is_robbery or now >= self._end_of(Stage.NEXT)
        return Stage.EVERYONE if is_over else Stage.NEXT

    def held(self, now: datetime) -> "ReportClock":
        """Return the clock as it stands from now on."""
        if self.pauses and self.pauses[-1].ended is None:
            return self
        return replace(self, pauses=(*self.pauses, Pause(now)))

    def released(self, now: datetime) -> "ReportClock":
        """Return the clock as it runs on from now."""
        if not self.pauses or self.pauses[-1].ended is not None:
            return self
        return replace(self, pauses=(*self.pauses[:-1], Pause(self.pauses[-1].begun, now)))

    def _end_of(self, stage: Stage) -> datetime:
        waits = 2 if stage is Stage.NEXT else 1
        return due_moment(self.began_at, waits * self.wait, self.pauses)


def urgency_of(kind: ReportKind, occurred_at: datetime | None, created_at: datetime) -> Urgency:
    """Return how soon a report must be taken. A scout for whom no time was told counts as seen just now."""
    if kind.is_robbery:
        return Urgency.ROBBERY
    is_recent = occurred_at is None or created_at - occurred_at <= RECENT
    return Urgency.RECENT_SCOUT if kind is ReportKind.RECONNAISSANCE and is_recent else Urgency.REST


def begun(report: ReportId, minutes: int, now: datetime, *, has_duty: bool) -> ReportClock:
    """Return the clock of a report that came now: by the roster where somebody is on duty, else everybody in scope
    hears of it at once."""
    if has_duty and minutes:
        return ReportClock(report, Stage.DUTY, now, timedelta(minutes=minutes))
    return ReportClock(report, Stage.EVERYONE, now, timedelta(minutes=minutes) or AGAIN_AFTER)


def due_moment(began: datetime, wait: timedelta, pauses: Sequence[Pause]) -> datetime:
    """Return when a clock that began then has run for `wait`, not counting the pauses.

    Pauses are in order and do not overlap. One that began after the clock had run out does not move its moment.
    """
    due = began + wait
    for one in pauses:
        if one.begun >= due:
            break
        latest = one.begun + LONGEST_PAUSE
        ended = latest if one.ended is None else min(one.ended, latest)
        due += max(ended - max(one.begun, began), timedelta())
    return due
