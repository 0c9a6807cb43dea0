"""Policies: a claimed delivery is checked by each in turn; the first objection decides, and its reason is stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import AlertState, RevisionKind
from alerts.delivery import CLOCK_DOUBTED, CLOSED, DIGEST, PAUSED, QUIET, Claimed
from alerts.quiet_hours import QuietHours
from alerts.severity import Severity

NIGHT_BEGINS, NIGHT_ENDS = time(22), time(7)  # local time; ours, to be agreed with the members
UNTIL_TRUSTED = timedelta(minutes=1)
UNTIL_FINISHED = timedelta(minutes=1)
_SAID_WHEN = {RevisionKind.ALL_CLEAR: AlertState.ENDED, RevisionKind.RETRACTION: AlertState.RETRACTED}


@dataclass(frozen=True, slots=True)
class Allow:
    """The policy does not object."""


_ALLOWED = Allow()  # made once: every delivery is asked about ten times


@dataclass(frozen=True, slots=True)
class Hold:
    """The policy objects for now: check again at `until`."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Drop:
    """The policy objects for good: the delivery is not sent."""

    reason: str


Verdict = Allow | Hold | Drop


Policy = Callable[[Claimed, datetime], Verdict]


def not_expired(claimed: Claimed, now: datetime) -> Verdict:
    """Drop a message past its deadline, which is worse than none; if its reader is paused or has quiet hours that is
    the reason, as they did not want it."""
    if now < claimed.deadline:
        return _ALLOWED
    if _is_paused(claimed, now):
        return Drop(PAUSED)
    return Drop(QUIET if claimed.quiet_until is not None else "expired")


def is_as_it_stands(claimed: Claimed, _now: datetime) -> Verdict:
    """Drop a text of an alert that has ended or was retracted, but not the text that says so."""
    if claimed.revision_kind is None or claimed.alert_state is _SAID_WHEN.get(claimed.revision_kind, AlertState.LIVE):
        return _ALLOWED
    return Drop("retracted" if claimed.alert_state is AlertState.RETRACTED else "ended")


def has_something_to_answer(claimed: Claimed, _now: datetime) -> Verdict:
    """Drop an all-clear or retraction for somebody who never got the alert."""
    return Drop("not-received") if claimed.revision_kind in _SAID_WHEN and not claimed.is_change else _ALLOWED


def still_meant(claimed: Claimed, _now: datetime) -> Verdict:
    """Drop a text for somebody whose role ended, or whose shop was left or moved, unless it is CLEAR. A change of what
    they have is still sent, without its words."""
    return _ALLOWED if claimed.is_meant or claimed.is_change else Drop("not-meant")


def reachable(claimed: Claimed, _now: datetime) -> Verdict:
    """Drop messages to somebody who blocked the bot, until they come back."""
    return _ALLOWED if claimed.is_active else Drop("unreachable")


def not_muted(claimed: Claimed, _now: datetime) -> Verdict:
    """Drop P3 and P4 that the member muted, except changes of a text that they have."""
    muted = claimed.revision_id is not None and not claimed.is_change and claimed.severity in claimed.muted
    return Drop("muted") if muted else _ALLOWED


def not_paused(claimed: Claimed, now: datetime) -> Verdict:
    """Hold an alert during the member's pause, until its deadline at most: the pause may be ended early."""
    if claimed.paused_until is None or not _is_paused(claimed, now):
        return _ALLOWED
    return Hold(min(claimed.paused_until, claimed.deadline), PAUSED)


def not_for_digest(claimed: Claimed, _now: datetime) -> Verdict:
    """Drop P3 and P4 for somebody who has them in one message a day; so many of them come by themselves."""
    return Drop(DIGEST) if claimed.is_for_digest and claimed.singles >= claimed.most_singles else _ALLOWED


def open_if_wanted(claimed: Claimed, now: datetime) -> Verdict:
    """Hold an alert for somebody who wants such only while a shop of theirs is open, until its deadline at most."""
    if not claimed.waits_for_opening or claimed.opens_at is None or claimed.opens_at <= now:
        return _ALLOWED
    return Hold(min(claimed.opens_at, claimed.deadline), CLOSED)


def not_quiet(claimed: Claimed, _now: datetime) -> Verdict:
    """Hold an alert or a reminder of one until the end of its reader's quiet hours, until its deadline at most."""
    return _ALLOWED if claimed.quiet_until is None else Hold(min(claimed.quiet_until, claimed.deadline), QUIET)


def not_busy(claimed: Claimed, now: datetime) -> Verdict:
    """Hold a reminder while its reader fills in a form about a P1."""
    return Hold(min(now + UNTIL_FINISHED, claimed.deadline), "busy") if claimed.is_busy else _ALLOWED


def _is_paused(claimed: Claimed, now: datetime) -> bool:
    is_held_by_pauses = claimed.revision_id is not None and not claimed.is_change
    return is_held_by_pauses and claimed.paused_until is not None and now < claimed.paused_until


POLICIES: tuple[Policy, ...] = (
    not_expired,
    is_as_it_stands,
    has_something_to_answer,
    still_meant,
    reachable,
    not_muted,
    not_paused,
    not_for_digest,
    open_if_wanted,
    not_quiet,
    not_busy,
)


def verdict(claimed: Claimed, now: datetime, *, is_time_doubted: bool = False) -> Verdict:
    """Return the first objection among the policies, or Allow; while the clock is in doubt an expired message is
    held."""
    for policy in POLICIES:
        answer = policy(claimed, now)
        if is_time_doubted and policy is not_expired and isinstance(answer, Drop):
            return Hold(now + UNTIL_TRUSTED, CLOCK_DOUBTED)
        if not isinstance(answer, Allow):
            return answer
    return _ALLOWED


def is_night(now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is night by the clock on the wall."""
    local = now.astimezone(zone).time()
    return local >= NIGHT_BEGINS or local < NIGHT_ENDS


def is_silent(
    severity: Severity | None, p1_at_night: bool, now: datetime, zone: ZoneInfo, quiet: QuietHours | None = None
) -> bool:
    """Whether a message makes no sound: at night and in the member's quiet hours all but a P1, and a P1 too unless the
    member lets it sound.

    Nothing is held back by the night: a coordinator's own messages (no severity) sound at any hour.
    """
    if severity is None or not (is_night(now, zone) or (quiet is not None and quiet.end_at(now, zone) is not None)):
        return False
    return severity is not Severity.P1 or not p1_at_night
