"""Citizen service numbers (burgerservicenummer, BSN)."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span

_GAP = r"[ ./,()_-]{0,3}"
# The ways to group a BSN; two groups of four are areas (2901-2909) or alert numbers (2026-0001).
_BSN = re.compile(
    r"(?<!\d)(?=((?:\d{8,9}|\d{4}([ .-])\d\d\2\d{2,3}|\d{2,3}([ .-])\d{3}\3\d{3}|\d{3}([ .-])\d\d\4\d{3,4}"
    r"|\d\d([ .-])\d\d\5\d\d\5\d{2,3}|\d{5}([ .-])\d{4}|\d{4}([ .-])\d{5}|\d{3}([ .-])\d{6}|\d{6}([ .-])\d{3}"
    r"|\d([ .-])\d\d\10\d{3}\10\d{3})(?!\d)))"
)
# In a text that speaks of one, any grouping counts.
_SIGN = re.compile(r"bsn|b\.s\.n|burger ?serv|sofi|service number|persoonsnummer")
_ANY_GROUPING = tuple(re.compile(rf"(?<!\d)(?=(\d(?:{_GAP}\d){{{more}}})(?!\d))") for more in (8, 7))
_NUMBER_OF_A_THING = re.compile(
    r"\b(?:bestel\w*|order\w*|factuur\w*|bon(?:nummer)?|kvk\w*)[ :#.-]{0,3}(?:(?:nr|nummer|no)[ :#.]{0,3})?$"
)
_LOOK_BACK = 40  # signs before a number that may say what it is


def bsns(small: str) -> Iterator[Span]:
    """Numbers in plain text in small letters that pass the eleven-test, except those that are said to be of an order or
    a company."""
    if _SIGN.search(small):
        for grouping in _ANY_GROUPING:
            yield from (match.span(1) for match in grouping.finditer(small) if _is_bsn(match[1]))
    for match in _BSN.finditer(small):
        start = match.start()
        if _is_bsn(match[1]) and not _NUMBER_OF_A_THING.search(small, max(0, start - _LOOK_BACK), start):
            yield match.span(1)


def _is_bsn(written: str) -> bool:
    """The eleven-test: weights 9 to 2 and -1; eight digits get a leading zero, fewer were never given out."""
    padded = re.sub(r"\D", "", written).zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, padded, strict=True))
    return not padded.startswith("00") and total % 11 == 0
