"""Follow-up (vervolgbericht): a second notice, a week after a robbery of which nobody was arrested.

The first notice is for the next hours, near the place. Who robbed may do so again within weeks and elsewhere, most
often in a shop of the same branch. So the sender is asked once, and a P3 is filled in for that branch, farther away
(docs/warning.md).
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.alert import Alert, AlertState
from alerts.alert_defaults import usual_reach_km
from alerts.alert_form import F
from alerts.branch import Branch
from alerts.effect import ROBBERIES, day_of
from alerts.overdue import FIRST_HOUR
from alerts.severity import Severity

AFTER = timedelta(days=7)  # ours: half of the two weeks that such a notice is live
MISSED = timedelta(days=7)  # a program that stood still for longer does not ask: the weeks that count are over
_URGENT = (Severity.P1, Severity.P2)


def asked_at(sent_at: datetime, zone: ZoneInfo) -> datetime:
    """Return when the sender of a notice is asked at the earliest: in the morning, by the local clock."""
    return datetime.combine(day_of(sent_at, zone) + AFTER, time(FIRST_HOUR), zone)


def days_to_ask(today: date, last: date | None) -> tuple[date, date]:
    """Return the first and the last day whose notices are asked about today, when those of up to `last` were (None:
    nobody was asked before). The first is later than the last when there is nothing to ask."""
    until = today - AFTER
    after = until - timedelta(days=1) if last is None else max(last, until - MISSED)
    return after + timedelta(days=1), until


def may_be_followed_up(alert: Alert) -> bool:
    """Whether a notice can have a follow-up: it told of a robbery or an attempt around a place, as a P1 or P2, and
    nobody took it back or said that there is nothing to look out for any more. A drill has none."""
    content = alert.content
    is_over = alert.state is AlertState.ENDED and alert.ended_at is not None and alert.ended_at < content.until
    return (
        alert.state in (AlertState.LIVE, AlertState.ENDED)
        and not is_over
        and not content.is_drill
        and content.kind in ROBBERIES
        and content.severity in _URGENT
        and content.reach_m > 0
    )


def has_later(alert: Alert, others: Iterable[Alert]) -> bool:
    """Whether one of the others was sent later, about a robbery or an attempt at the same place."""
    assert alert.sent_at is not None, "only what was sent is asked about"
    return any(
        one.sent_at is not None
        and (one.sent_at, one.id) > (alert.sent_at, alert.id)
        and one.content.kind in ROBBERIES
        and not one.content.is_drill
        and one.content.place == alert.content.place
        for one in others
    )


def as_follow_up(form: F, hit: frozenset[Branch], now: datetime) -> F:
    """Return the form of the first notice as a follow-up: a P3 for the branch that was hit (not known: the branches of
    the first), as far as such a notice reaches."""
    assert form.kind is not None, "it was sent"
    branches = frozenset({form.own_branch}) if form.own_branch else hit or form.branches
    return form.changed(
        severity=Severity.P3,
        reach_km=max(form.reach_km or 0, usual_reach_km(form.kind, Severity.P3)),
        branches=branches,
        all_branches=not branches,
        until=(now + Severity.P3.lasts).replace(second=0, microsecond=0),
    )
