"""Rules of the search for patterns: how near, how soon and how alike reports have to be."""

from dataclasses import dataclass, replace
from datetime import timedelta
from math import log2

LEAST = 3  # shops
QUIET = 6  # other reports around a new one; among so few, the least bits are enough
MOST_BITS = 10.0  # more than that few real crews reach


@dataclass(frozen=True, slots=True)
class Rules:
    """The bounds of a pattern.

    `radius_m`, `within` and `bits` hold for each two of three reports that support each other. `bits` is the least
    score of two: two signals that both tell are enough for it (docs/domain.md §6, story 2). `least` is the number of
    shops.
    """

    radius_m: int = 5_000
    within: timedelta = timedelta(days=7)
    least: int = LEAST
    bits: float = 6.0

    def among(self, others: int) -> "Rules":
        """Return the rules for so many other reports within the radius and the time.

        Among twice as many, a pair that has nothing to do with each other is alike by chance twice as often. So each
        doubling beyond QUIET asks for one bit more, up to MOST_BITS. `bench/patterns.py` shows what that does.
        """
        more = log2(max(others, QUIET) / QUIET)
        return replace(self, bits=max(self.bits, min(self.bits + more, MOST_BITS)))
