"""The guard: personal data and amounts that may not be broadcast, found in what somebody typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from alerts.errors import InvalidText


class Finding(StrEnum):
    """What was found; the value names the sentence that says what to write instead."""

    PLATE = "plate"
    BSN = "bsn"
    PHONE = "phone"
    EMAIL = "email"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, with its place in the text (code points, end exclusive)."""

    kind: Finding
    start: int
    end: int


# Numbers that anybody may name: emergency, police, Meld Misdaad Anoniem, Slachtofferhulp (DOMAIN §4).
_PUBLIC_NUMBERS = frozenset({"112", "09008844", "08007000", "09000101"})

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w])(?:\+|00)?\d(?:[ ./()-]{0,2}\d){8,12}(?!\w)|(?<!\w)0[89]00(?:[ -]?\d){4,7}(?!\w)")
_DUTCH_PHONE = re.compile(r"(?:(?:\+|00)31(?:0)?|0)[1-9]\d{8}|0[89]00\d{4,7}")
_BSN = re.compile(r"(?<![\w.-])\d(?:[ .-]?\d){7,8}(?![\w-])")
_AMOUNT = re.compile(
    r"(?:€|\beuro?s?\b|\beur\b)\s*\d[\d.,]*|\b\d[\d.,]*\s*(?:€|,-|k\b|mille\b|(?:duizend\s+)?euro?s?\b|eur\b|duizend\b)"
    r"|\b(?:honderd(?:en)?|duizend(?:en)?|ton(?:nen)?|miljoen)\s+(?:aan\s+)?euro'?s?\b",
    re.IGNORECASE,
)

# The Dutch side codes 1-14 (RDW), letters as X and digits as 9.
_SIDE_CODES = [
    "XX9999",
    "9999XX",
    "99XX99",
    "XX99XX",
    "XXXX99",
    "99XXXX",
    "99XXX9",
    "9XXX99",
    "XX999X",
    "X999XX",
    "XXX99X",
    "X99XXX",
    "9XX999",
    "999XX9",
]
_PLATE = re.compile(r"(?<![\w-])(?:[A-Z0-9][ .-]?){5}[A-Z0-9](?![\w-])", re.IGNORECASE)


def find(text: str) -> list[Found]:
    """Everything that may not be broadcast, in the order of the text; the longest of what overlaps."""
    found = sorted(_all(text), key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def check(text: str) -> None:
    """Raise InvalidText for the first finding, with the words found, so that the person can mend just that."""
    for one in find(text):
        raise InvalidText(one.kind, found=text[one.start : one.end])


def _all(text: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        yield Found(Finding.EMAIL, *match.span())
    for match in _AMOUNT.finditer(text):
        yield Found(Finding.AMOUNT, *match.span())
    for match in _PHONE.finditer(text):
        digits = re.sub(r"[^\d+]", "", match[0])
        if (digits not in _PUBLIC_NUMBERS and _DUTCH_PHONE.fullmatch(digits)) or digits.startswith("+"):
            yield Found(Finding.PHONE, *match.span())
    for match in _BSN.finditer(text):
        if _is_bsn(re.sub(r"\D", "", match[0])):
            yield Found(Finding.BSN, *match.span())
    for match in _PLATE.finditer(text):
        if _is_plate(match[0]):
            yield Found(Finding.PLATE, *match.span())


def _is_bsn(digits: str) -> bool:
    """The eleven-test: weights 9 to 2 and -1; eight digits get a leading zero."""
    padded = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, padded, strict=True))
    return int(padded) > 0 and total % 11 == 0


def _is_plate(written: str) -> bool:
    signs = re.sub(r"[ .-]", "", written).upper()
    shape = re.sub(r"[A-Z]", "X", re.sub(r"\d", "9", signs))
    if shape not in _SIDE_CODES:
        return False
    # Without separators only capitals count, and a PC6 (9999XX) is what people write most.
    separated = re.search(r"[.-]", written) is not None
    return separated or (written.isupper() and " " not in written and shape != "9999XX")
