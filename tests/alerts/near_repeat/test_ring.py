"""Tests of the ring: what own data must show before it comes from them, and that it is an assumption otherwise."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from alerts.branch import Branch
from alerts.near_repeat.knox import KnoxTable
from alerts.near_repeat.ring import (
    DISTANCES_KM,
    LEAST_INCIDENTS,
    SPANS_DAYS,
    Basis,
    Finding,
    Incident,
    measure,
    one_a_day,
    ring_of,
)
from alerts.point import Point

BEGIN = date(2025, 1, 1)
JEWELLER = frozenset({Branch.JEWELLER})
SHUFFLES = 999


def incident(number: int, metres: int, day: int) -> Incident:
    """Return a robbery so many metres to the east, in a PC4 of that name."""
    return Incident(f"{1_000 + number}", Point(metres, 0, 0), BEGIN + timedelta(days=day), JEWELLER)


def series(many: int, *, apart_m: int = 1_500, gap_days: int = 5) -> list[Incident]:
    """Return pairs of robberies: the second so many metres from the first and so many days later, each pair far from
    the others and in its own month."""
    found = []
    for number in range(many // 2):
        far, day = 40_000 * number, 45 * number
        found += [incident(2 * number, far, day), incident(2 * number + 1, far + apart_m, day + gap_days)]
    return found


def table(pairs: Sequence[Sequence[int]], shuffled: Sequence[Sequence[Sequence[int]]], expected: float) -> KnoxTable:
    """Return a table with these pairs, the same number expected in each band."""
    shape = len(DISTANCES_KM), len(SPANS_DAYS)
    return KnoxTable(np.array(pairs), np.full(shape, expected), np.array(shuffled))


def raised(*bands: tuple[int, int]) -> Finding:
    """Return the ring of a table in which just these bands have ten times as many pairs as expected, and no shuffle has
    as many there."""
    pairs = np.ones((len(DISTANCES_KM), len(SPANS_DAYS)), dtype=int)
    for row, column in bands:
        pairs[row, column] = 10
    return ring_of(table(pairs.tolist(), np.ones((SHUFFLES, *pairs.shape), dtype=int).tolist(), 1.0), 50)


@pytest.mark.parametrize(
    ("bands", "km", "days"),
    [
        ([(0, 0)], 1, 7),
        ([(0, 0), (0, 1)], 1, 14),
        ([(0, 0), (0, 1), (0, 2), (0, 3)], 1, 28),
        ([(0, 0), (1, 0), (2, 0)], 3, 7),
        ([(0, 0), (0, 1), (1, 0)], 2, 14),
        ([(0, 0), (2, 0), (0, 2)], 1, 7),  # not beyond a gap
        ([(row, column) for row in range(5) for column in range(4)], 10, 28),
    ],
)
def test_the_ring_goes_as_far_as_bands_without_a_gap(bands: list[tuple[int, int]], km: int, days: int) -> None:
    """The ring ends where the next band of distance, or of days, shows nothing."""
    found = raised(*bands)
    assert (Basis.OWN_DATA, km, days) == (found.basis, found.km, found.days)


@pytest.mark.parametrize("bands", [[], [(1, 0), (0, 1)], [(4, 3)]])
def test_without_the_nearest_and_soonest_there_is_no_ring(bands: list[tuple[int, int]]) -> None:
    """What is raised only farther away or later is no near repeat: the ring is assumed, and says so."""
    assert Finding(Basis.NO_REPEATS, km=1, days=14, incidents=50) == raised(*bands)


@pytest.mark.parametrize(
    ("pairs", "at_least", "expected", "basis"),
    [
        (10, 49, 1.0, Basis.OWN_DATA),  # p = 0.05
        (10, 50, 1.0, Basis.NO_REPEATS),
        (6, 0, 5.0, Basis.OWN_DATA),  # a fifth more
        (6, 0, 5.01, Basis.NO_REPEATS),
        (3, 0, 0.1, Basis.OWN_DATA),
        (2, 0, 0.1, Basis.NO_REPEATS),  # two pairs may be one shop's bad luck, and are not shown
    ],
)
def test_what_counts_as_a_near_repeat(pairs: int, at_least: int, expected: float, basis: Basis) -> None:
    """A band needs p up to 0.05, a fifth more pairs than by chance, and three pairs."""
    shape = len(DISTANCES_KM), len(SPANS_DAYS)
    observed = np.zeros(shape, dtype=int)
    observed[0, 0] = pairs
    shuffled = np.zeros((SHUFFLES, *shape), dtype=int)
    shuffled[:at_least, 0, 0] = pairs
    assert basis is ring_of(table(observed.tolist(), shuffled.tolist(), expected), 50).basis


def test_the_next_bands_need_half_the_level() -> None:
    """A band beyond the first counts up to p = 0.025, as distance and days go on beside each other."""
    shape = len(DISTANCES_KM), len(SPANS_DAYS)
    observed, shuffled = np.full(shape, 10), np.zeros((SHUFFLES, *shape), dtype=int)
    shuffled[:24, 1, 0] = 10  # p = 0.025
    shuffled[:25, 2, 0] = shuffled[:25, 0, 1] = 10  # p = 0.026
    found = ring_of(table(observed.tolist(), shuffled.tolist(), 1.0), 50)
    assert (2, 7) == (found.km, found.days)


def test_robberies_that_follow_each_other_give_a_ring_of_their_own() -> None:
    """Pairs within a kilometre and a week, in otherwise scattered data, are found, with how many they are."""
    found = measure(series(40, apart_m=900))
    assert (Basis.OWN_DATA, 1, 7, 40, 20) == (found.basis, found.km, found.days, found.incidents, found.pairs)
    assert found.ratio > 5
    assert 0.001 == found.p


def test_robberies_without_a_tie_give_an_assumption() -> None:
    """Where every distance goes with every time alike, nothing is found, and the assumption stays."""
    scattered = [incident(number, 700 * (number * 17 % 60), 11 * (number * 23 % 60)) for number in range(60)]
    found = measure(scattered)
    assert (Basis.NO_REPEATS, 1, 14, 60) == (found.basis, found.km, found.days, found.incidents)


def test_thirty_incidents_are_needed() -> None:
    """One fewer than thirty says nothing, however clear it looks."""
    found = measure(series(LEAST_INCIDENTS, apart_m=900)[1:])
    assert (Basis.TOO_FEW, 1, 14) == (found.basis, found.km, found.days)
    assert Basis.OWN_DATA is measure(series(LEAST_INCIDENTS, apart_m=900)).basis


def test_two_reports_of_one_robbery_are_one_incident() -> None:
    """What lies in the same PC4 on the same day counts once: reports of one robbery are no near repeat."""
    alone = [incident(number, 40_000 * number, 45 * number) for number in range(40)]
    assert alone == one_a_day(alone + alone)
    assert Basis.NO_REPEATS is measure(alone + alone).basis


def test_shuffled_data_seldom_show_anything() -> None:
    """Of data sets without near repeats at most one in twenty has any found, with some room for chance: the test keeps
    its level though it looks at several bands."""
    draw = np.random.default_rng(5)
    found = 0
    for _ in range(200):
        events = [
            Incident(str(number), Point(int(x), int(y), 0), BEGIN + timedelta(days=int(day)), JEWELLER)
            for number, (x, y, day) in enumerate(
                zip(*(draw.integers(0, most, 60) for most in (8_000, 8_000, 200)), strict=True)
            )
        ]
        found += measure(events, permutations=99).basis is Basis.OWN_DATA
    assert found <= 18  # of 200 at 5%: ten, and two and a half standard deviations
