"""Alternations of regular expressions: group them by their first letters, and list the first characters of what they
match.

Python tries the alternatives of `(?:aap|beer|bij)` one after another, at every place of a text. Grouped as
`(?:aap|b(?:eer|ij))` nearly all are passed over together; what is found is the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_FEW = 3  # up to this number of alternatives are tried as fast one by one
_QUANTIFIERS = tuple("?*+{")
_LAST = "\U0010ffff"
SIGNS = 3
"""The number of characters of a beginning that are told apart."""

_MOST_MEMBERS = 6  # of a character set that is written out

_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:))?|[)|]|[^\\\[\]()|]", re.DOTALL)
_QUANTIFIER = re.compile(r"\?|\*|\+|\{\d*,?\d*\}")


def by_initial(pattern: str) -> str:
    """Return an equivalent of the alternation `(?:a|b|...)`, which holds no numbered group, grouped by first
    letters."""
    return f"(?:{'|'.join(_grouped(_alternatives(_without_group(pattern))))})"


def beginnings(pattern: str) -> frozenset[str]:
    """Return the first characters, at most three, of everything that the pattern matches; fewer where anything may
    follow."""
    return frozenset(one.signs for one in _Beginnings(_PART.findall(pattern)).of_alternation())


def _without_group(pattern: str) -> str:
    return (
        pattern[len("(?:") : -1] if pattern.startswith("(?:") and _closes_at(pattern) == len(pattern) - 1 else pattern
    )


def _closes_at(pattern: str) -> int:
    """Return where the group closes with which the pattern begins."""
    return next(place for place, part, depth in _parts(pattern) if depth == 0 and part == ")")


def _alternatives(pattern: str) -> list[str]:
    parts, begun = [], 0
    for place, part, depth in _parts(pattern):
        if part == "|" and depth == 0:
            parts.append(pattern[begun:place])
            begun = place + 1
    return [*parts, pattern[begun:]]


def _parts(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Yield each part of the pattern with its place and the number of groups open after it."""
    depth = 0
    for match in _PART.finditer(pattern):
        depth += 1 if match[0].startswith("(") else -1 if match[0] == ")" else 0
        yield match.start(), match[0], depth


def _grouped(alternatives: Iterable[str]) -> Iterator[str]:
    """Group the alternatives by first letter; the rest comes last. Those with different first letters never match the
    same, so their order does not matter."""
    for initial, group in groupby(sorted(alternatives, key=_initial), key=_initial):
        members = list(group)
        if initial == _LAST or len(members) <= _FEW:
            yield from members
        else:
            yield f"{initial}(?:{'|'.join(_grouped(one[1:] for one in members))})"


def _initial(alternative: str) -> str:
    """Return the first letter, or a key that sorts after all letters when it begins with something else."""
    is_letter = alternative[:1].isalpha() and alternative[1:2] not in _QUANTIFIERS
    return alternative[0] if is_letter else _LAST


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Characters with which a match may begin; closed when it is unknown what follows them."""

    signs: str
    is_closed: bool = False

    def followed_by(self, others: Iterable["_Beginning"]) -> Iterator["_Beginning"]:
        if self.is_closed or len(self.signs) == SIGNS:
            yield _Beginning(self.signs, is_closed=True)
            return
        for other in others:
            yield _Beginning((self.signs + other.signs)[:SIGNS], other.is_closed)


_NOTHING, _ANYTHING = frozenset({_Beginning("")}), frozenset({_Beginning("", is_closed=True)})
_Set = frozenset[_Beginning]


class _Beginnings:
    """A reader of the parts of a pattern, from left to right."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts = parts
        self._place = 0

    def of_alternation(self) -> _Set:
        found, sequence = _Set(), _NOTHING
        while self._place < len(self._parts) and self._parts[self._place] != ")":
            if self._parts[self._place] == "|":
                self._place += 1
                found, sequence = found | sequence, _NOTHING
                continue
            item = self._of_item()
            sequence = _Set(one for begun in sequence for one in begun.followed_by(item))
        self._place += 1
        return found | sequence

    def _of_item(self) -> _Set:
        part = self._parts[self._place]
        self._place += 1
        if part.startswith("("):
            inside = self.of_alternation()
            item = inside if part in ("(", "(?:") else _NOTHING  # a lookaround matches no characters of its own
        elif part.startswith("["):
            item = _of_set(part[1:-1])
        elif part.startswith("\\"):
            item = _NOTHING if part == r"\b" else _ANYTHING if part[1].isalnum() else _Set({_Beginning(part[1])})
        else:
            item = _ANYTHING if part in ".^$" else _Set({_Beginning(part)})
        return self._quantified(item)

    def _quantified(self, item: _Set) -> _Set:
        rest = "".join(self._parts[self._place : self._place + len("{00,00}?")])
        match = _QUANTIFIER.match(rest)
        if match is None:
            return item
        self._place += match.end()
        if match[0] == "?":
            return item | _NOTHING
        may_be_left_out = match[0] == "*" or match[0].startswith(("{0", "{,"))
        return _Set(_Beginning(one.signs, is_closed=True) for one in item) | (_NOTHING if may_be_left_out else _Set())


def _of_set(members: str) -> _Set:
    if len(members) > _MOST_MEMBERS or members.startswith("^") or "\\" in members or "-" in members[1:-1]:
        return _ANYTHING
    return _Set(map(_Beginning, members))
