"""Tests of what makes two reports likely to be about the same event, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.area import Place
from alerts.duplicates import BOUNDS, FARTHEST_M, LOOK_BACK, VAGUE, likeness
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.point import Point
from alerts.report import Report, ReportContent, ReportKind, ReportState, Signal
from alerts.time_of_day import TimeOfDay

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HERE = Point(3_900_000, 320_000, 5_020_000)
ROBBERY, SUSPICIOUS, VISIT = ReportKind.ROBBERY, ReportKind.SUSPICIOUS_SITUATION, ReportKind.RECONNAISSANCE


def _report(
    kind: ReportKind = ROBBERY, *, metres: int = 0, minutes: int = 0, signals: frozenset[Signal] = frozenset()
) -> Report:
    """Return a report so many metres and minutes from here and now."""
    return Report(
        id=ReportId(1),
        number="M-2026-0001",
        kind=kind,
        state=ReportState.RECEIVED,
        content=ReportContent(signals=signals),
        place=Place("2903", None, replace(HERE, x=HERE.x + metres)),
        member_id=MemberId(1),
        premises_id=None,
        is_confirmed=True,
        occurred_at=NOW + minutes * MINUTE,
        created_at=NOW + minutes * MINUTE,
        version=1,
    )


@pytest.mark.parametrize("kind", ReportKind)
def test_each_kind_has_its_distance_and_its_time(kind: ReportKind) -> None:
    """At the bounds two reports of a kind are alike, and a metre or a minute beyond they are not."""
    metres, minutes = BOUNDS[kind].metres, BOUNDS[kind].within // MINUTE
    for further, later in ((0, 0), (1, 0), (0, 1)):
        other = _report(kind, metres=metres + further, minutes=minutes + later)
        assert (further + later == 0) == (likeness(_report(kind), other) is not None), (further, later)
        assert (further + later == 0) == (likeness(other, _report(kind)) is not None)


def test_a_robbery_and_an_attempt_are_alike() -> None:
    """Whoever stands outside does not know whether anything was taken; the same kind says more."""
    same, other = likeness(_report(), _report()), likeness(_report(), _report(ReportKind.ROBBERY_ATTEMPT))
    assert same is not None
    assert other is not None
    assert (True, False, True) == (same.is_same_kind, other.is_same_kind, other.has_like_kind)
    assert same.score > other.score


def test_other_kinds_are_alike_by_a_shared_signal_only() -> None:
    """A suspicious situation and a robbery are not alike; two kinds that share a signal are, within the narrower
    bounds."""
    photos = frozenset({Signal.PHOTOS})
    assert likeness(_report(), _report(SUSPICIOUS)) is None
    assert likeness(_report(VISIT), _report(SUSPICIOUS)) is None
    found = likeness(_report(VISIT, signals=photos), _report(SUSPICIOUS, signals=photos | {Signal.LOOKOUT}))
    assert found is not None
    assert (False, photos) == (found.has_like_kind, found.shared)
    assert likeness(_report(VISIT, signals=photos), _report(SUSPICIOUS, metres=200, signals=photos)) is None


def test_two_shops_that_are_visited_are_no_duplicates() -> None:
    """What the next shop reports of the same people is a pattern; a colleague of the same shop reports the same visit,
    and of a robbery two shops may tell."""
    visit = replace(_report(VISIT), premises_id=PremisesId(1))
    assert likeness(visit, replace(visit, premises_id=PremisesId(2))) is None
    again = likeness(visit, visit)
    assert again is not None
    assert (True, 0) == (again.is_same_shop, again.distance_m)
    robbery = replace(_report(), premises_id=PremisesId(1))
    assert likeness(robbery, replace(robbery, premises_id=PremisesId(2))) is not None


def test_without_a_point_the_postcode_decides() -> None:
    """Where one has no point, the same PC4 is near enough, and says less than a distance."""
    bare = replace(_report(), place=Place("2903"))
    found, exact = likeness(_report(), bare), likeness(_report(), _report())
    assert found is not None
    assert exact is not None
    assert (None, True) == (found.distance_m, found.score < exact.score)
    assert likeness(_report(), replace(bare, place=Place("2904"))) is None
    assert likeness(replace(bare, place=Place(None)), replace(bare, place=Place(None))) is None


def test_a_part_of_a_day_gives_more_time() -> None:
    """Who told only a part of the day may mean any hour of it."""
    within = BOUNDS[SUSPICIOUS].within // MINUTE
    other = _report(SUSPICIOUS, minutes=within + VAGUE // MINUTE)
    assert likeness(_report(SUSPICIOUS), other) is None
    told = replace(_report(SUSPICIOUS), content=ReportContent(time_of_day=next(iter(TimeOfDay))))
    assert likeness(told, other) is not None
    assert likeness(other, told) is not None


@given(
    st.sampled_from(ReportKind),
    st.sampled_from(ReportKind),
    st.tuples(st.integers(0, 600), st.integers(0, 600)),
    st.tuples(st.integers(-500, 500), st.integers(-500, 500)),
    st.frozensets(st.sampled_from(Signal)),
)
def test_the_order_of_two_reports_makes_no_difference(
    kind: ReportKind, other: ReportKind, metres: tuple[int, int], minutes: tuple[int, int], signals: frozenset[Signal]
) -> None:
    """Both ways the score is the same, of at most 100, and the time the opposite; nearer and sooner is never less
    alike."""
    one = _report(kind, metres=metres[0], minutes=minutes[0], signals=signals)
    two = _report(other, metres=metres[1], minutes=minutes[1], signals=signals)
    there, back = likeness(one, two), likeness(two, one)
    assert (there is None) == (back is None)
    if there is None or back is None:
        return
    assert 0 <= there.score == back.score <= 100
    assert there.earlier == -back.earlier
    assert there.distance_m is not None
    assert there.distance_m <= FARTHEST_M
    assert abs(there.earlier) < LOOK_BACK
    exact = likeness(one, replace(two, place=one.place, occurred_at=one.occurred_at))
    assert exact is not None
    assert exact.score >= there.score
