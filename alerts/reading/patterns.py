"""Patterns over tokens: words and concepts that follow one another, with gaps of a bounded number of tokens.

A pattern is written as items with spaces between. An item is a word (`kassa`), the beginning or end of one with a star
(`film*`), a concept of the lexicon in capitals (`LOOK`), or several of these with a bar between (`keek|LOOK`). A
question mark behind an item makes it optional; `..4` is a gap of at most four tokens. A pattern in braces, `{A B}4`,
matches its two items in either order. A pattern that begins with `~` also matches what is denied.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from alerts.reading.lexicon import register_items
from alerts.reading.tokens import Token, Tokens

T = TypeVar("T")

_EITHER_ORDER = re.compile(r"\{(\S+) (\S+)\}(\d{1,2})")
_GAP = re.compile(r"\.\.(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Seen(Generic[T]):
    """A value and the tokens it was read from: the indices of the first and the last one."""

    value: T
    first: int
    last: int

    def span(self, tokens: Tokens) -> tuple[int, int]:
        """Return the place in the plain text."""
        return tokens.all[self.first].start, tokens.all[self.last].end

    def read(self, tokens: Tokens) -> "Read[T]":
        """Return the value with its place in the plain text."""
        return Read(self.value, *self.span(tokens))


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value and the span of the plain text it was read from."""

    value: T
    start: int
    end: int

    @property
    def signs(self) -> range:
        """The indices of its characters."""
        return range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Item:
    names: frozenset[str]
    gap: int  # tokens that may stand before it
    is_optional: bool


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[T]):
    value: T
    items: Sequence[_Item]
    needed: Sequence[frozenset[str]]  # of each item but the first, unless it is optional
    takes_denied: bool


class Patterns(Generic[T]):
    """A search for patterns, each with the value that it tells."""

    _takes_denied = False

    def __init__(self, table: Mapping[T, Iterable[str]]) -> None:
        self._by_first: defaultdict[str, list[_Pattern[T]]] = defaultdict(list)
        for value, written in table.items():
            for line in written:
                for one in _in_order(line):
                    self._add(value, one)
        self._names = frozenset(self._by_first)

    def _add(self, value: T, written: str) -> None:
        items = _items(written.removeprefix("~"))
        needed = [item.names for item in items[1:] if not item.is_optional]
        pattern = _Pattern(value, items, needed, self._takes_denied or written.startswith("~"))
        for name in items[0].names:
            self._by_first[name].append(pattern)

    def read(self, tokens: Tokens) -> Iterator[Read[T]]:
        """Yield what `find` does, with places in the plain text."""
        return (seen.read(tokens) for seen in self.find(tokens))

    def find(self, tokens: Tokens) -> Iterator[Seen[T]]:
        """Yield what is told, by the order of the patterns; nothing that is denied."""
        there = tokens.concepts
        for name in self._names & there:
            for pattern in self._by_first[name]:
                for needed in pattern.needed:
                    if needed.isdisjoint(there):
                        break
                else:
                    yield from self._at(pattern, tokens, tokens.places[name])

    def _at(self, pattern: _Pattern[T], tokens: Tokens, places: Sequence[int]) -> Iterator[Seen[T]]:
        for index in places:
            matched = _match(pattern.items, 0, tokens.all, index)
            if matched and (pattern.takes_denied or not any(tokens.all[one].is_denied for one in matched)):
                yield Seen(pattern.value, matched[0], matched[-1])


class Exceptions(Patterns[str]):
    """A search for words that are not meant as their field takes them; also where they are denied."""

    _takes_denied = True


def longest(found: Iterable[Seen[T]]) -> list[Seen[T]]:
    """Return what does not stand within something longer that was seen: `ski mask` is no `mask`."""
    kept: list[Seen[T]] = []
    before = reach = first = -1  # the furthest last token of what begins earlier, and of what begins here
    for seen in sorted(found, key=lambda one: (one.first, -one.last)):
        if seen.first != first:
            before, reach, first = max(before, reach), seen.last, seen.first
        if before < seen.last and reach == seen.last:
            kept.append(seen)
    return kept


def _in_order(written: str) -> list[str]:
    """Return the pattern, or both orders of one in braces."""
    match = _EITHER_ORDER.search(written)
    if match is None:
        return [written]
    first, second, gap = match.groups()
    before, behind = written[: match.start()], written[match.end() :]
    orders = (f"{first} ..{gap} {second}", f"{second} ..{gap} {first}")
    return [one for order in orders for one in _in_order(before + order + behind)]


def _items(written: str) -> list[_Item]:
    items: list[_Item] = []
    gap = 0
    for part in written.split():
        if match := _GAP.fullmatch(part):
            gap = int(match[1])
            continue
        names = frozenset(part.removesuffix("?").split("|"))
        register_items(names)
        items.append(_Item(names, gap, part.endswith("?")))
        gap = 0
    assert items, "a pattern has items"
    assert not items[0].is_optional, f"{written} begins with nothing"
    return items


def _match(items: Sequence[_Item], place: int, tokens: Sequence[Token], index: int) -> tuple[int, ...]:
    """Return the indices of the tokens that match the items from this place on, the first of them at `index`."""
    if place == len(items) - 1:
        return (index,)
    following = items[place + 1]
    sentence = tokens[index].sentence
    for ahead in range(index + 1, min(index + 2 + following.gap, len(tokens))):
        token = tokens[ahead]
        if token.sentence != sentence:
            break
        if not following.names.isdisjoint(token.concepts) and (rest := _match(items, place + 1, tokens, ahead)):
            return (index, *rest)
    if following.is_optional:
        return _skipping(items, place, tokens, index)
    return ()


def _skipping(items: Sequence[_Item], place: int, tokens: Sequence[Token], index: int) -> tuple[int, ...]:
    """Return what matches without the optional item behind this place; its gap stays."""
    rest = [*items[: place + 1], *items[place + 2 :]]
    if place + 1 < len(rest):
        kept = rest[place + 1]
        rest[place + 1] = _Item(kept.names, max(kept.gap, items[place + 1].gap), kept.is_optional)
    return _match(rest, place, tokens, index)
