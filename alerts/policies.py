"""Policies: asked in turn when a delivery is claimed; the first objection decides, with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from alerts.alert import AlertState, RevisionKind
from alerts.delivery import Claimed
from alerts.severity import Severity

NIGHT_BEGINS, NIGHT_ENDS = time(22), time(7)  # local time; ours, to be agreed with the members
_SAID_WHEN = {RevisionKind.ALL_CLEAR: AlertState.ENDED, RevisionKind.RETRACTION: AlertState.RETRACTED}


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
    """Past its deadline a message is worse than none; who paused that long did not want it."""
    if now < claimed.deadline:
        return Allow()
    return Drop("paused" if _is_paused(claimed, now) else "expired")


def is_as_it_stands(claimed: Claimed, _now: datetime) -> Verdict:
    """What ended or was retracted is not sent any more; that it ended or was retracted is."""
    if claimed.revision_kind is None or claimed.alert_state is _SAID_WHEN.get(claimed.revision_kind, AlertState.LIVE):
        return Allow()
    return Drop("retracted" if claimed.alert_state is AlertState.RETRACTED else "ended")


def has_something_to_answer(claimed: Claimed, _now: datetime) -> Verdict:
    """That it is over means nothing to who never had it."""
    return Drop("not-received") if claimed.revision_kind in _SAID_WHEN and not claimed.is_change else Allow()


def still_meant(claimed: Claimed, _now: datetime) -> Verdict:
    """A role that ended, a shop that was left or moved: what is above CLEAR is not for them any more. Of a change they
    hear, without its words."""
    return Allow() if claimed.is_meant or claimed.is_change else Drop("not-meant")


def reachable(claimed: Claimed, _now: datetime) -> Verdict:
    """Somebody who blocked the bot is not tried again until they come back."""
    return Allow() if claimed.is_active else Drop("unreachable")


def not_muted(claimed: Claimed, _now: datetime) -> Verdict:
    """P3 and P4 may be muted by the member, but not what changes a text that they have."""
    muted = claimed.revision_id is not None and not claimed.is_change and claimed.severity in claimed.muted
    return Drop("muted") if muted else Allow()


def not_paused(claimed: Claimed, now: datetime) -> Verdict:
    """During a pause an alert waits for as long as it lives: the pause may be ended before its time."""
    if claimed.paused_until is None or not _is_paused(claimed, now):
        return Allow()
    return Hold(min(claimed.paused_until, claimed.deadline), "paused")


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
)


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
