"""Tests of the figures of a month: which months there are, and that no part of a figure gives another away."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.alert import IncidentKind
from alerts.figures import KINDS, Nearly, figures_of, last_whole_month, month_after, month_before
from alerts.report import ReportKind
from alerts.suppression import is_small
from alerts.tally import NETHERLANDS, OF_REPORTS, Ground, TallyCount, TallyOutcome

MONTH = date(2026, 1, 1)


def _count(kind: IncidentKind, outcome: TallyOutcome, in_time: int, late: int) -> list[TallyCount]:
    """Return so many reports that were answered in time, and so many that were not, in two parts of a town."""
    parts = [(Ground("2903"), True, in_time), (Ground("2904"), False, late)]
    return [TallyCount(ground, kind, outcome, is_in_time, count) for ground, is_in_time, count in parts if count]


_COUNTS = st.tuples(
    *(st.tuples(st.integers(0, 5), st.integers(0, 5)) for _ in product(KINDS, OF_REPORTS)),
).map(
    lambda told: [
        one
        for (kind, outcome), (in_time, late) in zip(product(KINDS, OF_REPORTS), told, strict=True)
        for one in _count(kind, outcome, 0 if outcome is TallyOutcome.UNANSWERED else in_time, late)
    ]
)


def test_every_kind_of_report_has_a_row() -> None:
    """The rows are the kinds of reports, and the columns their outcomes."""
    assert {kind.incident for kind in ReportKind} == set(KINDS)
    assert {TallyOutcome.SENT, TallyOutcome.ALL_CLEAR, TallyOutcome.RETRACTED} == set(TallyOutcome) - set(OF_REPORTS)


def test_counts_of_all_places_are_added_up() -> None:
    """Counts of one kind and outcome are one number, and those that were answered in time are counted over all."""
    figures = figures_of(
        MONTH,
        [
            *_count(IncidentKind.ROBBERY, TallyOutcome.HANDLED, 4, 3),
            *_count(IncidentKind.RECONNAISSANCE, TallyOutcome.UNFOUNDED, 5, 0),
        ],
    )
    assert (12, 9) == (figures.table.total, figures.in_time)


@pytest.mark.parametrize(
    ("in_time", "late", "shown"),
    [
        *((0, 9, Nearly.NONE), (2, 9, Nearly.NONE), (3, 9, 3), (9, 3, 9)),
        *((9, 2, Nearly.ALL), (9, 1, Nearly.ALL), (9, 0, Nearly.ALL)),
        *((1, 1, None), (0, 0, None)),
    ],
)
def test_neither_part_of_those_in_time_is_small(in_time: int, late: int, shown: int | Nearly | None) -> None:
    """How many were in time is a number only when neither it nor the rest is 0, 1 or 2; of too few reports nothing is
    said."""
    counts = _count(IncidentKind.ROBBERY, TallyOutcome.HANDLED, in_time, late)
    assert shown == figures_of(MONTH, counts).in_time


def test_those_in_time_are_not_told_when_that_would_give_a_number_away() -> None:
    """With 2 unanswered reports and zeros all hidden, "at most 2 were late" would give a number away; if one more of
    another outcome is late, the number of late ones gives none away."""
    answered = [(8, 3, 8, 5, 3, 3, 3), (8, 3, 3, 5, 3, 3, 3), (3, 3, 3, 3, 8, 3, 3), (3, 3, 3, 8, 3, 3, 3)]
    answered += [(3,) * 7] * (len(KINDS) - len(answered))
    counts = [
        one
        for kind, row in zip(KINDS, answered, strict=True)
        for outcome, count in zip(OF_REPORTS, row, strict=False)
        for one in _count(kind, outcome, count, 0)
    ]
    counts += _count(KINDS[2], TallyOutcome.UNANSWERED, 0, 2)
    assert (199, None) == ((figures := figures_of(MONTH, counts)).table.total, figures.in_time)
    less = replace(counts[0], count=counts[0].count - 1)
    counts = [less, *counts[1:], *_count(KINDS[0], OF_REPORTS[0], 0, 1)]
    assert 196 == figures_of(MONTH, counts).in_time


@settings(deadline=None)
@given(_COUNTS)
def test_what_is_said_of_those_in_time_is_true(counts: list[TallyCount]) -> None:
    """A number is the one that was counted, and not small, nor is the rest; else at most two were late, or in time."""
    figures = figures_of(MONTH, counts)
    part, total = figures.in_time, sum(one.count for one in counts)
    true = sum(one.count for one in counts if one.answered_in_time)
    match part:
        case Nearly.ALL:
            assert is_small(total - true)
        case Nearly.NONE:
            assert is_small(true)
        case int():
            assert (part, total) == (true, figures.table.total)
            assert not is_small(true)
            assert not is_small(total - true)


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (datetime(2026, 1, 31, 22, 59, 59, tzinfo=UTC), date(2025, 12, 1)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 1, 1)),  # midnight in winter time
        (datetime(2026, 3, 31, 21, 59, 59, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 3, 31, 22, 0, tzinfo=UTC), date(2026, 3, 1)),  # midnight in summer time
        (datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC), date(2026, 9, 1)),
        (datetime(2026, 10, 31, 23, 0, tzinfo=UTC), date(2026, 10, 1)),
        (datetime(2026, 1, 1, 12, 0, tzinfo=UTC), date(2025, 12, 1)),
    ],
)
def test_a_month_is_over_at_local_midnight(now: datetime, month: date) -> None:
    """The last whole month changes at midnight of the wall clock, in summer and in winter time."""
    assert month == last_whole_month(now, NETHERLANDS)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_months_follow_each_other(day: date) -> None:
    """The month after the one before is this one, each on its first day."""
    first = day.replace(day=1)
    assert first == month_after(month_before(day))
    assert first == month_before(month_after(day))
    assert month_after(day) - timedelta(days=1) >= day
