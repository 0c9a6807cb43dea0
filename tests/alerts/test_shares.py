"""Tests of the shares of a month: what is told of them is true, and gives no small number away."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from alerts.alert import IncidentKind
from alerts.figures import Nearly, figures_of
from alerts.ids import MunicipalityId
from alerts.shares import STEP, AreaShares, Shares, shares_of
from alerts.suppression import FEWEST, is_small
from alerts.tally import Ground, TallyCount, TallyOutcome

pytestmark = pytest.mark.sweep

MONTH = date(2026, 1, 1)
A, B, C = (MunicipalityId(code) for code in ("0001", "0002", "0003"))
Part = tuple[int, int, int, int]  # in time and happy, in time and not, late and happy, late without an answer


def _counts(*parts: tuple[MunicipalityId | None, Part]) -> list[TallyCount]:
    """Return the tallies of handled robberies in these municipalities."""
    kinds: tuple[tuple[bool, bool | None], ...] = ((True, True), (True, False), (False, True), (False, None))
    return [
        TallyCount(
            Ground(None, area), IncidentKind.ROBBERY, TallyOutcome.HANDLED, in_time, count, is_satisfied=is_satisfied
        )
        for area, part in parts
        for (in_time, is_satisfied), count in zip(kinds, part, strict=True)
        if count
    ]


def _shares(counts: list[TallyCount]) -> Shares:
    return shares_of(figures_of(MONTH, counts), counts)


_PART = st.tuples(*(st.one_of(st.integers(0, 4), st.integers(0, 12)) for _ in range(4)))
_TOWNS = st.lists(_PART, min_size=1, max_size=3).map(lambda parts: _counts(*zip((A, B, C), parts, strict=False)))


@pytest.mark.parametrize(
    ("part", "in_time", "satisfied"),
    [
        ((9, 3, 4, 4), 60, 80),  # 12 of 20, and 13 of 16
        ((9, 3, 0, 2), Nearly.ALL, 75),
        ((0, 0, 9, 9), Nearly.NONE, Nearly.ALL),
        ((3, 9, 0, 9), 55, 25),  # 12 of 21
        ((1, 0, 0, 1), None, None),
        ((99, 3, 0, 9), 90, 95),
        ((3, 0, 0, 97), 5, Nearly.ALL),
        ((0, 3, 0, 3), 50, Nearly.NONE),
    ],
)
def test_shares_are_told_in_steps(part: Part, in_time: int | Nearly | None, satisfied: int | Nearly | None) -> None:
    """A share is rounded to steps of 5%, never nothing and never all; where a part is small it is said in words."""
    shares = _shares(_counts((A, part)))
    assert (in_time, satisfied, ()) == (shares.in_time, shares.satisfied, shares.areas)


def test_each_municipality_has_its_own() -> None:
    """With two or more municipalities each has its shares, by what was counted there; places without one have none."""
    shares = _shares(_counts((A, (9, 3, 4, 4)), (B, (3, 9, 3, 9)), (None, (4, 4, 4, 4))))
    assert (AreaShares(A, 60, 80), AreaShares(B, 50, 40)) == shares.areas


def test_a_municipality_with_a_small_part_has_none_nor_has_the_one_that_would_give_it_away() -> None:
    """Where one municipality's share may not be told, nothing of another tells it by the totals."""
    shares = _shares(_counts((A, (30, 0, 0, 8)), (B, (9, 0, 0, 1))))
    assert not any(one.in_time for one in shares.areas)


def test_the_share_of_the_answers_is_not_told_when_that_would_give_a_number_away() -> None:
    """When every report was answered about, none can be one that nobody dealt with: that number is hidden, and so is
    the share; with three reports without an answer it is told."""
    assert None is _shares(_counts((A, (9, 3, 0, 0)))).satisfied
    assert 75 == _shares(_counts((A, (9, 3, 0, 3)))).satisfied


@settings(max_examples=300, deadline=None)
@given(_TOWNS)
@example(_counts((A, (9, 0, 0, 3)), (B, (9, 0, 0, 2))))
@example(_counts((A, (5, 5, 5, 5)), (B, (5, 5, 5, 5)), (C, (1, 0, 0, 0))))
def test_what_is_told_is_true_and_no_part_of_it_small(counts: list[TallyCount]) -> None:
    """Each share is that of two parts of three or more, to the nearest step."""
    shares = _shares(counts)
    for told, (part, rest) in zip((shares.in_time, shares.satisfied), (_time(counts), _answers(counts)), strict=True):
        if isinstance(told, int):
            _check(told, part, rest)
        elif told is Nearly.ALL:
            assert is_small(rest)
        elif told is Nearly.NONE:
            assert is_small(part)
    for one in shares.areas:
        here = [count for count in counts if count.ground.municipality == one.municipality]
        for share, parts in ((one.in_time, _time(here)), (one.satisfied, _answers(here))):
            if share is not None:
                _check(share, *parts)


@settings(max_examples=300, deadline=None)
@given(_TOWNS)
@example(_counts((A, (9, 9, 9, 9)), (B, (1, 1, 1, 1)), (C, (0, 0, 0, 0))))
@example(_counts((A, (9, 0, 3, 0)), (B, (0, 0, 3, 0)), (C, (3, 0, 3, 0))))
def test_of_no_municipality_that_is_left_out_a_number_can_be_calculated(counts: list[TallyCount]) -> None:
    """Who knows every number behind a share that is told, and the totals, can calculate none of the others: each could
    be one more, or one less."""
    shares = _shares(counts)
    areas = sorted({one.ground.municipality for one in counts if one.ground.municipality is not None})
    for shown, parts_of in (("in_time", _time), ("satisfied", _answers)):
        told = {one.municipality for one in shares.areas if getattr(one, shown) is not None}
        left = [parts_of([one for one in counts if one.ground.municipality == area]) for area in areas]
        hidden = [parts for area, parts in zip(areas, left, strict=True) if area not in told]
        if shown == "satisfied":  # an area without answers is none among the answers
            hidden = [parts for parts in hidden if sum(parts)]
        if told and hidden:
            assert len(hidden) > 1
            assert all(sum(one) > 0 for one in zip(*hidden, strict=True))


def _check(percent: int, part: int, rest: int) -> None:
    assert min(part, rest) >= FEWEST
    assert percent % STEP == 0
    assert STEP <= percent <= 100 - STEP
    nearest = min(max(100 * part / (part + rest), STEP), 100 - STEP)
    assert abs(percent - nearest) <= STEP / 2


def _time(counts: list[TallyCount]) -> tuple[int, int]:
    counted: Counter[bool] = Counter()
    for one in counts:
        counted[one.answered_in_time is True] += one.count
    return counted[True], counted[False]


def _answers(counts: list[TallyCount]) -> tuple[int, int]:
    counted: Counter[bool | None] = Counter()
    for one in counts:
        counted[one.is_satisfied] += one.count
    return counted[True], counted[False]
