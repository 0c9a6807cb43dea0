"""Duplicates: how likely it is that two reports are about the same event, and why. A person decides.

Two reports can be of one event when they are of the same kind or share a signal, lie within the distance and the time
of their kinds, and are not two visits to two shops. How alike they are is a number of at most 100, by which they are
ordered:

- 30 for the same kind, 20 for two kinds of robbery in the wide sense: who stands outside does not know whether
  anything was taken, or what to call it;
- 10 for each shared signal, at most 30: three say as much as the kind;
- at most 20 for the distance, less with each metre; 5 where only the PC4 is known;
- at most 20 for the time between them, less with each minute.

Distances and times are ours. A robbery is seen from the whole street and told by many, also hours later; somebody who
watches is seen by who stands near, then; a reconnaissance is one visit to one shop, and what the next shop reports is a
second visit: a pattern, not a duplicate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.area import metres_between
from alerts.report import Report, ReportKind, Signal


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far apart two reports of one event lie at most, in metres and in time."""

    metres: int
    within: timedelta


BOUNDS: Mapping[ReportKind, Bounds] = {
    **dict.fromkeys((kind for kind in ReportKind if kind.is_robbery), Bounds(500, timedelta(hours=6))),
    ReportKind.SUSPICIOUS_SITUATION: Bounds(300, timedelta(hours=2)),
    ReportKind.RECONNAISSANCE: Bounds(150, timedelta(hours=1)),
}
VAGUE = timedelta(hours=6)  # more where only a part of the day was told, which is as long
FARTHEST_M = max(bounds.metres for bounds in BOUNDS.values())
LOOK_BACK = timedelta(days=1)  # between the moments at which two reports of one event were made, at most
MOST = 3  # suggestions for one report
_SAME_KIND, _BOTH_ROBBERIES = 30, 20
_SIGNAL, _MOST_OF_SIGNALS = 10, 30
_NEAR, _SAME_PC4, _SOON = 20, 5, 20


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two reports may be about the same event. `has_like_kind`: their kinds are the same, or both robberies in the
    wide sense; `distance_m`: None where only the PC4 is known to be the same; `earlier`: how much earlier the other
    was, below zero when it was later."""

    score: int
    has_like_kind: bool
    is_same_kind: bool
    is_same_shop: bool
    shared: frozenset[Signal]
    distance_m: int | None
    earlier: timedelta


def likeness(report: Report, other: Report) -> Likeness | None:
    """Return why a report may be about the same event as another; None when it is not likely to be."""
    is_same_kind = report.kind is other.kind
    has_like_kind = is_same_kind or (report.kind.is_robbery and other.kind.is_robbery)
    shared = report.content.signals & other.content.signals
    if not (has_like_kind or shared) or _are_two_visits(report, other):
        return None
    bounds = _bounds(report, other)
    earlier = _at(report) - _at(other)
    is_same_shop = report.premises_id is not None and report.premises_id == other.premises_id
    distance_m = 0 if is_same_shop else metres_between(report.place, other.place)
    if abs(earlier) > bounds.within or (distance_m is not None and distance_m > bounds.metres):
        return None
    if distance_m is None and (report.place.pc4 is None or report.place.pc4 != other.place.pc4):
        return None
    score = (_SAME_KIND if is_same_kind else _BOTH_ROBBERIES if has_like_kind else 0) + (
        min(_SIGNAL * len(shared), _MOST_OF_SIGNALS)
        + (_SAME_PC4 if distance_m is None else _NEAR - _NEAR * distance_m // bounds.metres)
        + (_SOON - _SOON * abs(earlier) // bounds.within)
    )
    return Likeness(score, has_like_kind, is_same_kind, is_same_shop, shared, distance_m, earlier)


def _are_two_visits(report: Report, other: Report) -> bool:
    """Whether these are reconnaissances of two shops."""
    shops = {report.premises_id, other.premises_id}
    is_of_shops = ReportKind.RECONNAISSANCE in (report.kind, other.kind) and None not in shops
    return is_of_shops and len(shops) == 2


def _bounds(report: Report, other: Report) -> Bounds:
    """Return the narrower bounds of the two kinds; wider in time where a part of the day was told."""
    both = BOUNDS[report.kind], BOUNDS[other.kind]
    is_vague = report.content.time_of_day is not None or other.content.time_of_day is not None
    within = min(one.within for one in both)
    return Bounds(min(one.metres for one in both), within + VAGUE if is_vague else within)


def _at(report: Report) -> datetime:
    return report.occurred_at or report.created_at
