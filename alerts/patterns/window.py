"""Window: the sightings of the last days, in which clusters are found in full or around one that is new."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from alerts.patterns.clusters import clusters_of
from alerts.patterns.links import Links, Numbers
from alerts.patterns.rules import Rules
from alerts.patterns.sighting import Sighting
from alerts.patterns.traits import COLUMN_WEIGHTS, WIDTH, rows_of
from alerts.patterns.weights import HUNDREDTHS, NEAR_BITS, SOON_BITS

_CELLS = 1 << 20  # more than the cells along an axis
_MOST_AT_ONCE = 1_000_000  # scores in memory at a time: 4 MB
_AROUND = sorted((x * _CELLS + y) * _CELLS + z for x, y, z in product((-1, 0, 1), repeat=3))
_FACTS = 5  # x, y, z, seconds, shop
_PEOPLE = 4  # ids that are compared in arrays; of the few shops with more, one by one


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports that may be about the same people: `sightings` oldest first, `score` the mean of its pairs in bits."""

    sightings: tuple[Sighting, ...]
    score: float


class Window:
    """Sightings in a grid of cubes as wide as the radius: each is compared with those in the cubes around it only."""

    def __init__(self, rules: Rules = Rules()) -> None:  # noqa: B008 - frozen
        self._rules = rules
        self._sightings: list[Sighting] = []
        self._traits = np.zeros((0, WIDTH), np.float32)
        self._facts = np.zeros((0, _FACTS), np.int64)
        self._people = np.zeros((0, _PEOPLE), np.int64)
        self._grid: dict[int, list[int]] = defaultdict(list)
        self._least = round(rules.bits * HUNDREDTHS)
        self._least_alike = self._least - round((NEAR_BITS + SOON_BITS) * HUNDREDTHS)

    def take_in(self, sightings: Sequence[Sighting]) -> None:
        """Add sightings, without looking for clusters."""
        first = len(self._sightings)
        self._reserve(first + len(sightings))
        added = slice(first, first + len(sightings))
        facts = [(*_xyz(one), int(one.at.timestamp()), one.premises) for one in sightings]
        self._facts[added] = np.array(facts, np.int64).reshape(-1, _FACTS)
        self._people[added] = np.array([_few(one) for one in sightings], np.int64).reshape(-1, _PEOPLE)
        self._traits[added] = rows_of(sightings)
        self._sightings += sightings
        for number, cell in enumerate(self._cells(self._facts[added]).tolist(), start=first):
            self._grid[cell].append(number)

    def add(self, new: Sighting) -> list[Cluster]:
        """Add a sighting and return the clusters that hold it, the best first."""
        self.take_in([new])
        return self._around(len(self._sightings) - 1)

    def clusters(self) -> list[Cluster]:
        """Return every cluster, the best first."""
        return self._found(Links.joined(list(self._links())))

    def _around(self, centre: int) -> list[Cluster]:
        """Return the clusters that hold this sighting, by its links and those of what they lead to."""
        parts: list[Links] = []
        wanted, seen = {centre}, set[int]()
        while wanted:
            for number in sorted(wanted):
                own = self._pairs(np.array([number]), self._near(number))
                ends = np.setdiff1d(np.concatenate([own.first, own.second]), [number])
                parts += [own, self._pairs(ends, ends)]
            seen |= wanted
            found = clusters_of(Links.joined(parts))
            wanted = {one for numbers, _ in found if centre in numbers for one in numbers.tolist()} - seen
        new = self._sightings[centre]
        return [one for one in self._found(Links.joined(parts)) if new in one.sightings]

    def _near(self, number: int) -> Numbers:
        cell = int(self._cells(self._facts[number : number + 1])[0])
        return np.array([one for step in _AROUND for one in self._grid.get(cell + step, ())], np.int64)

    def _links(self) -> Iterator[Links]:
        """Yield the links among all sightings, each pair of neighbouring cubes once. Who tells so little that no other
        can be alike enough is left out."""
        strong = self._traits[: len(self._sightings)] @ np.maximum(COLUMN_WEIGHTS, 0) >= self._least_alike
        cells = {cell: [one for one in numbers if strong[one]] for cell, numbers in self._grid.items()}
        for cell, numbers in cells.items():
            beside = [one for step in _AROUND if step > 0 for one in cells.get(cell + step, ())]
            if numbers:
                yield self._pairs(np.array(numbers), np.array(numbers + beside), is_half=True)

    def _pairs(self, these: Numbers, those: Numbers, *, is_half: bool = False) -> Links:
        """Return the links between two groups. `is_half`: those begin with these, and each pair is looked at once."""
        links: list[Links] = []
        step = max(1, _MOST_AT_ONCE // max(1, len(those)))
        across = self._traits[those].T
        for begin in range(0, len(these), step):
            rows = these[begin : begin + step]
            alike = ((self._traits[rows] * COLUMN_WEIGHTS) @ across).reshape(-1)
            found = np.flatnonzero(alike >= self._least_alike)
            i, j = np.divmod(found, len(those))
            if is_half:
                once = j > i + begin
                found, i, j = found[once], i[once], j[once]
            links.append(self._checked(rows[i], those[j], alike[found]))
        return Links.joined(links)

    def _checked(self, one: Numbers, two: Numbers, alike: npt.NDArray[np.floating[Any]]) -> Links:
        """Return the links among these pairs that are near and soon enough, of different shops and people."""
        apart = self._facts[one] - self._facts[two]
        metres = np.sqrt((apart[:, :3] ** 2).sum(axis=1).astype(np.float64))
        share_of_time = np.abs(apart[:, 3]) / self._rules.within.total_seconds()
        closeness = NEAR_BITS * (1 - metres / self._rules.radius_m) + SOON_BITS * (1 - share_of_time)
        score = alike.astype(np.int64) + np.floor(closeness * HUNDREDTHS).astype(np.int64)
        in_bounds = (metres <= self._rules.radius_m) & (share_of_time <= 1) & (apart[:, 4] != 0)
        kept = np.flatnonzero(in_bounds & (score >= self._least))
        one, two, score = one[kept], two[kept], score[kept]
        apart_people = self._are_of_others(one, two)
        one, two, score = one[apart_people], two[apart_people], score[apart_people]
        return Links(np.minimum(one, two), np.maximum(one, two), score)

    def _are_of_others(self, one: Numbers, two: Numbers) -> npt.NDArray[np.bool_]:
        """Whether the two of each pair have no owner and no reporter in common."""
        theirs, others = self._people[one], self._people[two]
        shared = (theirs[:, :, None] == others[:, None, :]) & (theirs[:, :, None] >= 0)
        apart: npt.NDArray[np.bool_] = ~shared.any(axis=(1, 2))
        for at in np.flatnonzero((theirs[:, -1] == _MORE) | (others[:, -1] == _MORE)).tolist():
            apart[at] = self._sightings[one[at]].is_of_other(self._sightings[two[at]])
        return apart

    def _found(self, links: Links) -> list[Cluster]:
        clusters = []
        for numbers, score in clusters_of(links):
            sightings = sorted((self._sightings[one] for one in numbers), key=lambda one: (one.at, one.report))
            if len({one.premises for one in sightings}) >= self._rules.least:
                clusters.append(Cluster(tuple(sightings), score / HUNDREDTHS))
        return sorted(clusters, key=lambda one: (-one.score, [sighting.report for sighting in one.sightings]))

    def _cells(self, facts: Numbers) -> Numbers:
        x, y, z = (facts[:, :3] // self._rules.radius_m + _CELLS // 2).T
        keys: Numbers = (x * _CELLS + y) * _CELLS + z
        return keys

    def _reserve(self, wanted: int) -> None:
        more = max(wanted, 2 * len(self._traits)) - len(self._traits)
        if wanted > len(self._traits):
            self._traits = np.concatenate([self._traits, np.zeros((more, WIDTH), np.float32)])
            self._facts = np.concatenate([self._facts, np.zeros((more, _FACTS), np.int64)])
            self._people = np.concatenate([self._people, np.zeros((more, _PEOPLE), np.int64)])


def search(sightings: Sequence[Sighting], rules: Rules = Rules()) -> list[Cluster]:  # noqa: B008 - frozen
    """Return the clusters among these sightings, the best first; their order does not matter."""
    window = Window(rules)
    window.take_in(sorted(sightings, key=lambda one: one.report))
    return window.clusters()


def search_around(
    new: Sighting,
    others: Sequence[Sighting],
    rules: Rules = Rules(),  # noqa: B008 - frozen
) -> list[Cluster]:
    """Return the clusters that hold a new sighting, the best first; others that are more than twice the radius and the
    time away play no part in their trios with it."""
    window = Window(rules)
    window.take_in(sorted((one for one in others if one.report != new.report), key=lambda one: one.report))
    return window.add(new)


_NOBODY, _MORE = -1, -2


def _few(sighting: Sighting) -> list[int]:
    """Return the people of a sighting in so many places; the last one tells that there are more."""
    people = sorted(sighting.people)
    if len(people) > _PEOPLE:
        return [*people[: _PEOPLE - 1], _MORE]
    return people + [_NOBODY] * (_PEOPLE - len(people))


def _xyz(sighting: Sighting) -> tuple[int, int, int]:
    return sighting.point.x, sighting.point.y, sighting.point.z
