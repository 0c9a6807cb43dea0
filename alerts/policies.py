"""Policies: asked in turn when a delivery is claimed; the first objection decides, with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from alerts.alert import AlertState
from alerts.delivery import Claimed
from alerts.severity import Severity

NIGHT_BEGINS, NIGHT_ENDS = time(22), time(7)  # local time; ours, to be agreed with the members


@dataclass(frozen=True, slots=True)
class Allow:
    """Nothing against it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Not now; ask again at `until`."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Not at all."""

    reason: str


Verdict = Allow | Hold | Drop


Policy = Callable[[Claimed, datetime], Verdict]


def not_expired(claimed: Claimed, now: datetime) -> Verdict:
    """Past its deadline a message is worse than none."""
    return Drop("expired") if now >= claimed.deadline else Allow()


def alert_is_live(claimed: Claimed, _now: datetime) -> Verdict:
    """A notice that ended or was retracted is not sent any more."""
    if claimed.revision_id is not None and claimed.alert_state is not AlertState.LIVE:
        return Drop("ended")
    return Allow()


def reachable(claimed: Claimed, _now: datetime) -> Verdict:
    """Somebody who blocked the bot is not tried again until they come back."""
    return Allow() if claimed.is_active else Drop("unreachable")


def not_muted(claimed: Claimed, _now: datetime) -> Verdict:
    """P3 and P4 may be muted by the member."""
    muted = claimed.revision_id is not None and claimed.severity in claimed.muted
    return Drop("muted") if muted else Allow()


def not_paused(claimed: Claimed, now: datetime) -> Verdict:
    """During a pause an alert waits, if it lives long enough."""
    paused_until = claimed.paused_until
    if claimed.revision_id is None or paused_until is None or paused_until <= now:
        return Allow()
    return Hold(paused_until, "paused") if paused_until < claimed.deadline else Drop("paused")


POLICIES: tuple[Policy, ...] = (not_expired, alert_is_live, reachable, not_muted, not_paused)


def verdict(claimed: Claimed, now: datetime) -> Verdict:
    """The first objection among the policies, or Allow."""
    for policy in POLICIES:
        answer = policy(claimed, now)
        if not isinstance(answer, Allow):
            return answer
    return Allow()


def is_silent(severity: Severity | None, p1_at_night: bool, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it arrives without a sound: at night everything but a P1, and a P1 too for who chose so.

    Nothing is held back by the night: a coordinator's own messages (no severity) sound at any hour.
    """
    local = now.astimezone(zone).time()
    is_night = local >= NIGHT_BEGINS or local < NIGHT_ENDS
    if severity is None or not is_night:
        return False
    return severity is not Severity.P1 or not p1_at_night
