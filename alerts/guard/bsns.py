"""Citizen service numbers (burgerservicenummer, BSN)."""

import re
from collections.abc import Iterator
from operator import mul

from alerts.guard.numbered import is_of_nobody
from alerts.guard.plain import Span, starts_of_numbers

_GAP = r"[ ./,()_-]{0,3}"
# The ways to group a BSN; two groups of four are areas (2901-2909) or alert numbers (2026-0001).
_BSN = re.compile(
    r"((?:\d{8,9}|\d{4}([ .-])\d\d\2\d{2,3}|\d{2,3}([ .-])\d{3}\3\d{3}|\d{3}([ .-])\d\d\4\d{3,4}"
    r"|\d\d([ .-])\d\d\5\d\d\5\d{2,3}|\d{5}([ .-])\d{4}|\d{4}([ .-])\d{5}|\d{3}([ .-])\d{6}|\d{6}([ .-])\d{3}"
    r"|\d([ .-])\d\d\10\d{3}\10\d{3})(?!\d))"
)
# In a text that mentions a BSN, any grouping counts.
_SIGN = re.compile(
    r"bsn|b\.s\.n|b s n|burger ?(?:serv|nummer|getal)|sofi|service ?number|persoonsn|social security|\bssn\b"
)
_ANY_GROUPING = tuple(re.compile(rf"(\d(?:{_GAP}\d){{{more}}})(?!\d)") for more in (8, 7))
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_WITHOUT_GAPS = str.maketrans("", "", " ./,()_-")


def speaks_of_bsn(small: str) -> bool:
    """Whether a text mentions a citizen service number."""
    return _SIGN.search(small) is not None


def bsns(small: str) -> Iterator[Span]:
    """Find numbers that pass the eleven-test, in a plain text in small letters, except those said to be of an order or
    a company."""
    speaks_of_one = speaks_of_bsn(small)
    for start in starts_of_numbers(small):
        if speaks_of_one:
            for grouping in _ANY_GROUPING:
                if (match := grouping.match(small, start)) and is_bsn(match[1]):
                    yield match.span(1)
        match = _BSN.match(small, start)
        if match and is_bsn(match[1]) and not is_of_nobody(small, start, match.end(1)):
            yield match.span(1)


def is_bsn(written: str) -> bool:
    """Whether the digits pass the eleven-test: weights 9 to 2 and -1; eight digits get a leading zero, fewer were never
    given out."""
    padded = written.translate(_WITHOUT_GAPS).zfill(9)
    return not padded.startswith("00") and sum(map(mul, _WEIGHTS, map(int, padded))) % 11 == 0
