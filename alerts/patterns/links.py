"""Links between sightings, in arrays: only the best of each, and only those that stand in a trio."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]

MOST_LINKS = 40  # of one report, the best: in a flood of reports that are all alike, so many are enough to join them


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of sightings that may belong together: the lower number in `first`, `score` in hundredths of a bit."""

    first: Numbers
    second: Numbers
    score: Numbers

    @classmethod
    def joined(cls, parts: Sequence["Links"]) -> "Links":
        """Return the links of all parts, each once, in order."""
        if not parts:
            return cls(*(np.zeros(0, np.int64) for _ in range(3)))
        first, second, score = (
            np.concatenate([getattr(part, name) for part in parts]) for name in ("first", "second", "score")
        )
        _, kept = np.unique((first << 32) | second, return_index=True)
        return cls(first[kept], second[kept], score[kept])

    def __len__(self) -> int:
        return len(self.first)

    def only(self, which: npt.NDArray[np.bool_] | Numbers) -> "Links":
        """Return these links of them."""
        return Links(self.first[which], self.second[which], self.score[which])

    def best(self) -> "Links":
        """Return the links that at least one of their ends has among its best."""
        ends = np.concatenate([self.first, self.second])
        if not len(ends) or np.bincount(ends).max() <= MOST_LINKS:
            return self
        others = np.concatenate([self.second, self.first])
        links = np.tile(np.arange(len(self)), 2)
        order = np.lexsort((others, -np.tile(self.score, 2), ends))
        sorted_ends = ends[order]
        begins = np.flatnonzero(np.diff(sorted_ends, prepend=-1))
        rank = np.arange(len(order)) - np.repeat(begins, np.diff(begins, append=len(order)))
        return self.only(np.unique(links[order[rank < MOST_LINKS]]))

    def in_circles(self) -> "Links":
        """Return the links whose ends both have another one: the rest stands in no trio."""
        links = self
        while len(links):
            many = np.bincount(np.concatenate([links.first, links.second])) > 1
            both = many[links.first] & many[links.second]
            if both.all():
                break
            links = links.only(both)
        return links

    def trios(self) -> Numbers:
        """Return three links for each trio, as a row of their indices. The links are in order."""
        if not len(self):
            return np.zeros((0, 3), np.int64)
        keys = (self.first << 32) | self.second
        ends = np.searchsorted(self.first, self.first, side="right")
        behind = ends - np.arange(len(self)) - 1
        one = np.repeat(np.arange(len(self)), behind)
        two = np.arange(len(one)) - np.repeat(np.cumsum(behind) - behind, behind) + one + 1
        wanted = (self.second[one] << 32) | self.second[two]
        three = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        whole = keys[three] == wanted
        return np.stack([one[whole], two[whole], three[whole]], axis=1)
