"""Feedback (ben je goed geholpen?): what a reporter is asked two weeks after a report ended, and what follows."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.ids import MemberId, ReportId

AFTER = timedelta(days=14)  # local days after the one on which the report ended
ASKED_AT = time(10)  # ours: local time; most shops are open, and it is not busy yet
FIRST_HOUR, LAST_HOUR = 9, 20  # ours: after an outage too nobody is asked at night, by the local clock
REOPENS_WITHIN = timedelta(days=7)


class FeedbackReason(StrEnum):
    """The reasons why somebody was not helped well."""

    UNHEARD = "unheard"
    NOTHING_DONE = "nothing_done"
    WRONG_OUTCOME = "wrong_outcome"
    STILL_GOING_ON = "still_going_on"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reporter was asked about a report, and answered. `is_satisfied` is None while there is no answer; a report
    is asked about once, also when it is reopened."""

    report_id: ReportId
    member_id: MemberId
    asked_at: datetime
    is_satisfied: bool | None = None
    reason: FeedbackReason | None = None
    answered_at: datetime | None = None
    reopened_at: datetime | None = None

    def may_reopen(self, now: datetime) -> bool:
        """Whether the reporter can have the report reopened: not helped well, with a reason, less than a week ago."""
        if self.is_satisfied is not False or self.reason is None or self.answered_at is None:
            return False
        return self.reopened_at is None and now < self.answered_at + REOPENS_WITHIN


def asks_at(ended_at: datetime, zone: ZoneInfo) -> datetime:
    """Return when the reporter of a report that ended then is asked: 14 local days later, at ten in the morning."""
    day = ended_at.astimezone(zone).date() + AFTER
    return datetime.combine(day, ASKED_AT, tzinfo=zone)


def latest_end(now: datetime) -> datetime:
    """Return a moment after which no report ended of which anybody can be asked now."""
    return now - AFTER + timedelta(days=1)


def is_by_day(now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is day by the local clock, when people can be asked."""
    return FIRST_HOUR <= now.astimezone(zone).hour < LAST_HOUR
