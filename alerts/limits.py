"""Limits: how much one member may do within a time, and from what total on the administrators are told of a flood.

All of it is pure arithmetic, and every number is ours. Calling 112 is never limited by us, and the emergency card
always comes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quota:
    """At most `most` actions within any `period`."""

    most: int
    period: timedelta


Quotas = tuple[Quota, ...]

# A report takes a minute, and who sees more than ten things in an hour calls 112; a shop reports a few times a week.
REPORTS_PER_HOUR, REPORTS_PER_DAY = 10, 30
REPORTS: Quotas = (Quota(REPORTS_PER_HOUR, HOUR), Quota(REPORTS_PER_DAY, DAY))
# Robberies that a victim reports with taps: nobody has so many, and each rings the police.
ROBBERIES: Quotas = (Quota(10, HOUR),)
# The shops of a shopping area in one evening's round.
INVITES: Quotas = (Quota(50, DAY),)
# Who has a chain of shops adds them in two days; each is a card for the coordinators of its place.
SIGNUPS: Quotas = (Quota(10, DAY),)
# What the owner of one shop is asked by all who say to work there: a whole staff comes by the owner's link.
JOIN_REQUESTS: Quotas = (Quota(5, DAY),)
# What two colleagues ask each other about a returned draft; who has more to say phones.
LINES: Quotas = (Quota(10, HOUR),)
# A link is made to enrol one passkey, and lasts a day.
CONSOLE_LINKS: Quotas = (Quota(10, DAY),)
# A finger that is not recognised fails in the browser; what reaches us and fails is wrong.
FAILED_SIGN_INS: Quotas = (Quota(10, timedelta(minutes=15)),)

# Steps in the record that still count against somebody who was erased and came back.
REPORTED, ADDED = "report.received", "premises.added"
COUNTS_ON = (REPORTED, ADDED)


def free_at(quotas: Quotas, times: Sequence[datetime], now: datetime) -> datetime | None:
    """Return from when on all quotas allow one more, after actions at these times (newest first).

    Returns None when that is now.
    """
    waits = [times[one.most - 1] + one.period for one in quotas if len(times) >= one.most]
    return max((at for at in waits if at > now), default=None)


def longest(quotas: Quotas) -> timedelta:
    """Return the longest period of the quotas: how far back actions have to be counted."""
    return max(one.period for one in quotas)


class Flood(StrEnum):
    """The kinds of events whose total is watched."""

    REPORTS = "reports"
    INVITES = "invites"
    UPDATES = "updates"  # that flood control limited
    SIGNUPS = "signups"


@dataclass(frozen=True, slots=True)
class Breaker:
    """A breaker that trips when more than `floor` events, and more than `factor` times the usual number, fall within
    `window`.

    It resets at half of that, so that it does not flutter.
    """

    floor: int
    factor: int = 10
    window: timedelta = timedelta(minutes=10)

    def is_tripped(self, recent: int, usual: float, *, was_tripped: bool) -> bool:
        """Whether it is tripped, by the events in the window that ends now (`recent`) and the average of such a window
        (`usual`)."""
        most = max(float(self.floor), self.factor * usual)
        return recent > (most / 2 if was_tripped else most)


# A region reports a few times an hour, and a robbery brings a handful at once. Two people make fifty invitations each.
# Who sends too much with a script sends hundreds of updates a minute. An evening for shops has them sign up together.
BREAKERS = {
    Flood.REPORTS: Breaker(20),
    Flood.INVITES: Breaker(100),
    Flood.UPDATES: Breaker(500),
    Flood.SIGNUPS: Breaker(30),
}
USUAL_OVER = timedelta(days=7)  # an average of every hour and every day of the week
