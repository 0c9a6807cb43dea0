"""Index the words of a text by their first characters, so that each search looks only where a word begins as one of its
own.

A text is gone through once for all searches: the first three characters of a word tell which of them look at it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Self

from alerts.guard.alternatives import SIGNS, beginnings
from alerts.guard.plain import matches_at

_RUNS = re.compile(r"[^\W_]+")
_MOST_HEADS = 8192  # beginnings that are remembered; one text has hardly more than a few hundred
_NONE: Sequence[int] = ()
_numbers = count()
_wanted: defaultdict[str, list[int]] = defaultdict(list)
"""For each beginning of one, two or three characters the numbers of the searches that read such words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The places where runs of letters and digits begin in a plain text in small letters. `starts` has all of them in
    order; `by_search` has those that a search reads, by the number of the search."""

    starts: Sequence[int]
    by_search: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, small: str) -> Self:
        """Index the text in one pass."""
        starts = [match.start() for match in _RUNS.finditer(small)]
        by_search: defaultdict[int, list[int]] = defaultdict(list)
        for start in starts:
            for number in _searches(small[start : start + SIGNS]):
                by_search[number].append(start)
        return cls(starts, by_search)


@lru_cache(maxsize=_MOST_HEADS)
def _searches(head: str) -> Sequence[int]:
    """Return the numbers of the searches that read words with this beginning."""
    every = (_wanted.get(head[:length], _NONE) for length in range(1, SIGNS + 1))
    return tuple(dict.fromkeys(number for numbers in every for number in numbers))


class Beginnings:
    """A search for words that begin with one of these heads of at most three characters."""

    def __init__(self, heads: Iterable[str]) -> None:
        self._number = next(_numbers)
        for head in frozenset(heads):
            assert head, "a pattern that may begin with anything is no word"
            _wanted[head].append(self._number)
        _searches.cache_clear()

    def places(self, words: Words) -> Sequence[int]:
        """Return where such words begin, in order."""
        return words.by_search.get(self._number, _NONE)


class WordPatterns:
    """A search with patterns that each begin with a word of their own, for plain texts in small letters."""

    def __init__(self, *patterns: str) -> None:
        self._patterns = [(re.compile(pattern), Beginnings(beginnings(pattern))) for pattern in patterns]

    @property
    def patterns(self) -> Sequence[re.Pattern[str]]:
        """The patterns of the search."""
        return [pattern for pattern, _ in self._patterns]

    def finditer(self, small: str, words: Words) -> Iterator[re.Match[str]]:
        """Yield the matches of each pattern; those of one pattern do not overlap."""
        for pattern, begun in self._patterns:
            if places := begun.places(words):
                yield from matches_at(pattern, small, places)


_PAIR = re.compile(r"[^\W_]{1,20}[ -][^\W_]{1,20}(?![^\W_])")


class WordSet:
    """A search for whole words, and pairs of words with a dash or a space between, in plain texts in small letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._beginnings = Beginnings(word[:SIGNS] for word in self._words)

    def finditer(self, small: str, words: Words) -> Iterator[re.Match[str]]:
        """Yield the places of these words as whole words; of a pair and its first word only the pair."""
        for start in self._beginnings.places(words):
            for pattern in (_PAIR, _RUNS):
                if (match := pattern.match(small, start)) and match[0] in self._words:
                    yield match
                    break
