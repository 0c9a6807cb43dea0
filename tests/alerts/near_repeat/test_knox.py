"""Tests of the Knox test, against counts by hand, another implementation, all shuffles there are, and the mean and
variance of theory."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.near_repeat.knox import knox_table
from alerts.point import Point

Event = tuple[Point, int]
EDGES_M, EDGES_DAYS = (1_000, 2_000, 5_000), (7, 14)

EVENTS = st.lists(
    st.tuples(st.builds(Point, st.integers(0, 9_000), st.integers(0, 9_000), st.integers(0, 50)), st.integers(0, 40)),
    max_size=20,
)


def at(x: int, day: int) -> Event:
    """Return an incident so many metres to the east."""
    return Point(x, 0, 0), day


def scattered(many: int, seed: int = 7) -> list[Event]:
    """Return incidents over ten by ten kilometres and a hundred days, by a generator that stays the same for ever, each
    fifth one soon after the one before it and near it."""
    events: list[Event] = []

    def draw(below: int) -> int:
        nonlocal seed
        seed = (1_103_515_245 * seed + 12_345) % 2**31
        return (seed >> 8) % below

    for number in range(many):
        point, day = Point(draw(10_000), draw(10_000), 0), draw(100)
        if number % 5 == 4:
            before, begun = events[-1]
            point, day = Point(before.x + draw(400), before.y + draw(400), 0), begun + draw(6)
        events.append((point, day))
    return events


def counted(events: Sequence[Event]) -> list[list[int]]:
    """Count the pairs in each band, one by one."""
    table = [[0] * len(EDGES_DAYS) for _ in EDGES_M]
    for (one, began), (other, followed) in combinations(events, 2):
        far, long = one.squared_chord(other), abs(began - followed)
        row = next((index for index, edge in enumerate(EDGES_M) if far <= edge**2), None)
        column = next((index for index, edge in enumerate(EDGES_DAYS) if long <= edge), None)
        if row is not None and column is not None:
            table[row][column] += 1
    return table


def test_a_table_by_hand() -> None:
    """Four incidents make six pairs; each stands in its band, and what is expected is the product of the margins."""
    table = knox_table([at(0, 0), at(800, 3), at(900, 30), at(4_000, 10)], EDGES_M, EDGES_DAYS, permutations=9)
    # Nearer than 1 km: 0-1 (3 days), 0-2 (30), 1-2 (27). From 2 to 5 km: 0-3 (10), 1-3 (7), 2-3 (20).
    assert [[1, 0], [0, 0], [1, 1]] == table.observed.tolist()
    near, soon = 3, 2  # of six pairs, three are near, two within a week, one in the week after
    assert near * soon / 6 == pytest.approx(table.expected[0, 0])
    assert near * 1 / 6 == pytest.approx(table.expected[0, 1])
    assert 1 / (near * soon / 6) == pytest.approx(table.band(0, 0).ratio)
    every = table.within(2, 1)
    assert 3 == every.pairs
    assert 3.0 == pytest.approx(every.expected)


@pytest.mark.parametrize(
    ("metres", "days", "band"),
    [(0, 0, (0, 0)), (1_000, 7, (0, 0)), (1_001, 7, (1, 0)), (1_000, 8, (0, 1)), (5_000, 14, (2, 1))],
)
def test_a_band_ends_with_its_own_edge(metres: int, days: int, band: tuple[int, int]) -> None:
    """A pair on an edge belongs to the band that the edge names. The Near Repeat Calculator puts a pair of three days
    apart under "4 to 6 days" (W. Steenbeek, NearRepeat, vignette NRC, "Pathological examples")."""
    table = knox_table([at(0, 0), at(metres, days)], EDGES_M, EDGES_DAYS, permutations=1)
    assert [band] == [tuple(one) for one in np.argwhere(table.observed)]


@pytest.mark.parametrize(("metres", "days"), [(5_001, 0), (0, 15)])
def test_what_is_beyond_the_last_edge_is_in_no_band(metres: int, days: int) -> None:
    """A pair that is too far apart, or too long, is not counted."""
    table = knox_table([at(0, 0), at(metres, days)], EDGES_M, EDGES_DAYS, permutations=1)
    assert 0 == table.observed.sum()


@pytest.mark.parametrize("events", [[], [at(0, 0)]])
def test_too_few_for_a_pair(events: list[Event]) -> None:
    """Without a pair there is nothing, at any p."""
    cell = knox_table(events, EDGES_M, EDGES_DAYS, permutations=9).within(2, 1)
    assert (0, 0.0, 1.0) == (cell.pairs, cell.ratio, cell.p)


@given(EVENTS, st.randoms(use_true_random=False))
def test_it_counts_what_another_way_counts(events: list[Event], chance: Callable[[], float]) -> None:
    """Whatever the incidents and their order, the pairs are those that are found one by one."""
    table = knox_table(events, EDGES_M, EDGES_DAYS, permutations=1)
    assert counted(events) == table.observed.tolist()
    mixed = list(events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert table.observed.tolist() == knox_table(mixed, EDGES_M, EDGES_DAYS, permutations=1).observed.tolist()


@given(EVENTS, st.integers(0, 100))
def test_the_same_seed_gives_the_same_shuffles(events: list[Event], seed: int) -> None:
    """A finding can be had again: the seed decides, and each p lies between the smallest possible and 1."""
    one, again = [knox_table(events, EDGES_M, EDGES_DAYS, permutations=20, seed=seed) for _ in range(2)]
    assert one.shuffled.tolist() == again.shuffled.tolist()
    cells = [one.band(row, column) for row in range(3) for column in range(2)]
    assert all(1 / 21 <= cell.p <= 1 for cell in cells)
    assert one.within(2, 1).pairs == sum(cell.pairs for cell in cells)


@pytest.mark.parametrize(
    ("metres", "days", "pairs", "expected", "p"),
    [
        (500, 5, 29, 8.71848739, 0.001),
        (1_000, 7, 49, 30.80742297, 0.001),
        (2_000, 7, 108, 115.56540616, 0.788),
        (5_000, 14, 1_018, 971.98319328, 0.017),
    ],
)
def test_it_finds_what_pointpats_finds(metres: int, days: int, pairs: int, expected: float, p: float) -> None:
    """Pairs, expectation and p are those of `pointpats.Knox` 2.5.5 with 999 permutations on the same incidents; other
    shuffles give another p, within limits."""
    cell = knox_table(scattered(120), [metres], [days], seed=2).band(0, 0)
    assert pairs == cell.pairs
    assert expected == pytest.approx(cell.expected)
    assert p == pytest.approx(cell.p, abs=4 * sqrt(p * (1 - p) / 999) + 0.001)


def test_a_shuffle_keeps_places_and_days() -> None:
    """Each shuffle has as many pairs within the days as the data: only which places they have differs."""
    table = knox_table(scattered(60), (50_000,), EDGES_DAYS, permutations=50)
    assert (table.shuffled == table.observed).all()


def test_p_is_that_of_all_shuffles_there_are() -> None:
    """For six incidents all 720 shuffles can be tried: p is the share with at least as many pairs."""
    events = [at(0, 0), at(500, 2), at(900, 20), at(6_000, 21), at(6_500, 40), at(12_000, 3)]
    places, days = [place for place, _ in events], [day for _, day in events]
    observed = counted(events)[0][0]
    counts = [counted(list(zip(places, order, strict=True)))[0][0] for order in permutations(days)]
    exact = Fraction(sum(count >= observed for count in counts), len(counts))
    table = knox_table(events, EDGES_M, EDGES_DAYS, permutations=4_999, seed=3)
    assert float(Fraction(sum(counts), len(counts))) == pytest.approx(table.expected[0, 0])
    assert 0 < exact < 1
    assert float(exact) == pytest.approx(table.band(0, 0).p, abs=0.02)


def test_mean_and_variance_are_those_of_theory() -> None:
    """Over the shuffles the pairs have the mean and the variance that follow from how many pairs are near, how many are
    soon, and how many of each share an incident (D. E. Barton and F. N. David, "The random intersection of two graphs",
    in Research Papers in Statistics, 1966)."""
    events, shuffles = scattered(80), 2_000
    many = len(events)
    near = [(i, j) for i, j in combinations(range(many), 2) if events[i][0].squared_chord(events[j][0]) <= 1_000**2]
    soon = [(i, j) for i, j in combinations(range(many), 2) if abs(events[i][1] - events[j][1]) <= 7]

    def sharing(pairs: Sequence[tuple[int, int]]) -> int:
        return sum(bool({*one} & {*other}) for one, other in combinations(pairs, 2))

    a, b, shared_a, shared_b = len(near), len(soon), sharing(near), sharing(soon)
    three, four = many * (many - 1) * (many - 2), many * (many - 1) * (many - 2) * (many - 3)
    mean = 2 * a * b / (many * (many - 1))
    apart = (a * (a - 1) - 2 * shared_a) * (b * (b - 1) - 2 * shared_b)
    variance = mean + 4 * shared_a * shared_b / three + 4 * apart / four - mean**2
    drawn = knox_table(events, (1_000,), (7,), permutations=shuffles, seed=11).shuffled[:, 0, 0]
    assert mean == pytest.approx(drawn.mean(), abs=4 * sqrt(variance / shuffles))
    assert variance == pytest.approx(drawn.var(), rel=4 * sqrt(2 / shuffles))
