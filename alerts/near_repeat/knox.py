"""Knox test: whether incidents that are near each other in place are near each other in time more often than by chance.

(E. G. Knox, "The detection of space-time interactions", Applied Statistics 13, 1964. For crime, with permutations:
S. D. Johnson and others, "Space-time patterns of risk", Journal of Quantitative Criminology 23, 2007.) Every pair of
incidents is counted by its distance and the days between. The days are then shuffled over the places many times: that
keeps where and when incidents are usual, and takes away only what ties the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alerts.point import Point

PERMUTATIONS = 999  # the smallest p is then 0.001
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cell:
    """The pairs of incidents at some distance and within some days. `expected`: how many there would be by chance, on
    average over all ways to shuffle; `p`: the share of shuffles with at least as many, this one included."""

    pairs: int
    expected: float
    p: float

    @property
    def ratio(self) -> float:
        """How many times as many as by chance; 0 where there are no pairs at all at that distance or in those days."""
        return self.pairs / self.expected if self.expected else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class KnoxTable:
    """The pairs of a set of incidents in bands of distance (rows) and of days (columns), and in each shuffle.

    A band ends with its own edge: of the edges 1,000 and 2,000 m the second band has what lies over 1,000 and up to
    2,000 m apart. The first one begins with 0.
    """

    observed: Counts
    expected: NDArray[np.float64]
    shuffled: Counts  # shuffles, rows, columns

    def band(self, row: int, column: int) -> Cell:
        """Return the pairs in this band of distance and this band of days."""
        return self._cell(slice(row, row + 1), slice(column, column + 1))

    def within(self, row: int, column: int) -> Cell:
        """Return the pairs up to the edges of these bands, the nearer and sooner ones included."""
        return self._cell(slice(row + 1), slice(column + 1))

    def _cell(self, rows: slice, columns: slice) -> Cell:
        pairs = int(self.observed[rows, columns].sum())
        at_least = int((self.shuffled[:, rows, columns].sum(axis=(1, 2)) >= pairs).sum())
        p = (1 + at_least) / (1 + len(self.shuffled))
        return Cell(pairs, float(self.expected[rows, columns].sum()), p)


def knox_table(
    incidents: Sequence[tuple[Point, int]],
    distances_m: Sequence[int],
    spans_days: Sequence[int],
    *,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
) -> KnoxTable:
    """Count the pairs of these incidents (a point, and a day as a number) in bands with these upper edges (metres and
    days, rising); the same seed gives the same shuffles."""
    places = np.array([(at.x, at.y, at.z) for at, _ in incidents], dtype=np.int64).reshape(-1, 3)
    days = np.array([day for _, day in incidents], dtype=np.int64)
    order = np.argsort(days, kind="stable")
    distances = _distance_bands(places[order], distances_m)
    first, second, spans = _soon_pairs(days[order], spans_days)
    shape = len(distances_m), len(spans_days)

    def count(one: NDArray[Any], other: NDArray[Any]) -> Counts:
        cells = distances[one, other] * np.int64(shape[1]) + spans
        return np.bincount(cells, minlength=(shape[0] + 1) * shape[1])[: shape[0] * shape[1]].reshape(shape)

    # Places are shuffled over the days, which is the same, and needs only the pairs that are near in time.
    draw, everybody = np.random.default_rng(seed), np.arange(len(days))
    shuffled = np.empty((permutations, *shape), dtype=np.int64)
    for number in range(permutations):
        drawn = draw.permutation(everybody)
        shuffled[number] = count(drawn[first], drawn[second])
    return KnoxTable(count(first, second), _expected(distances, spans, shape), shuffled)


def _distance_bands(places: Counts, distances_m: Sequence[int]) -> NDArray[np.int8]:
    """Return the band of the distance between each two places; one past the last for what is farther apart. Row by row,
    so that no more than a byte for each pair is held."""
    edges = np.square(np.array(distances_m, dtype=np.int64))
    bands = np.empty((len(places), len(places)), dtype=np.int8)
    for row, place in enumerate(places):
        bands[row] = np.searchsorted(edges, np.square(places - place).sum(axis=1))
    return bands


def _soon_pairs(days: Counts, spans_days: Sequence[int]) -> tuple[Counts, Counts, Counts]:
    """Return the pairs of days, which rise, up to the last edge apart: the index of the first, of the second, and the
    band of the days between."""
    numbers = np.arange(len(days))
    followers = np.searchsorted(days, days + spans_days[-1], side="right") - numbers - 1
    first = np.repeat(numbers, followers)
    begin = np.repeat(np.cumsum(followers) - followers, followers)
    second = first + 1 + np.arange(len(first)) - begin
    return first, second, np.searchsorted(np.array(spans_days), days[second] - days[first])


def _expected(distances: NDArray[np.int8], spans: Counts, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Return the mean over all shuffles: of all pairs the share in a band of distance, times those in a band of
    days."""
    many = len(distances)
    near = np.bincount(distances.ravel(), minlength=shape[0] + 1)[: shape[0]]
    near[0] -= many  # each incident with itself
    soon = np.bincount(spans, minlength=shape[1])[: shape[1]]
    return np.outer(near / 2, soon) / max(many * (many - 1) / 2, 1)
