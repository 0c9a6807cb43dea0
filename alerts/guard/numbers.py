"""Numbers of persons: telephone and burgerservicenummer (BSN)."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span, blanked

# Numbers that anybody may name: police, Meld Misdaad Anoniem, Slachtofferhulp (DOMAIN §4).
_PUBLIC = re.compile(r"(?<!\d)(?:0900[ .-]{0,3}8844|0800[ .-]{0,3}7000|0900[ .-]{0,3}0101)(?!\d)")

_GAP = r"[ ./()_-]{0,3}"
# Dutch numbers have ten digits (Nummerplan telefoon- en ISDN-diensten), service numbers 8 or 11, others at most 15
# after the plus (ITU-T E.164).
_PHONE = re.compile(
    rf"(?<!\d)\(?(?:0[89]00(?:{_GAP}\d){{7}}|0[89]00(?:{_GAP}\d){{4}}|0{_GAP}[1-9](?:{_GAP}\d){{8}}"
    rf"|\+{_GAP}[1-9](?:{_GAP}\d){{7,14}}|00{_GAP}[1-9](?:{_GAP}\d){{8,14}}|31[ -]?6(?:{_GAP}\d){{8}})(?!\d)"
)

# The ways to group a BSN; other groups of eight digits are areas (2901-2909), alert numbers (2026-0001) or sizes.
_BSN = re.compile(
    r"(?<!\d)(?=((?:\d{8,9}|\d{4}([ .-])\d\d\2\d{2,3}|\d{2,3}([ .-])\d{3}\3\d{3}|\d{3}([ .-])\d\d\4\d{3}"
    r"|\d\d([ .-])\d\d\5\d\d\5\d{3})(?!\d)))"
)
_NAMED_BSN = re.compile(
    rf"(?:bsn|burgerservicenummer|sofi)[ -]?(?:nummer|nr\.?)?[ :=-]{{0,3}}(?:is )?(\d(?:{_GAP}\d){{7,8}})(?!\d)",
    re.IGNORECASE,
)
_NUMBER_OF_A_THING = re.compile(
    r"\b(?:bestel\w*|order\w*|factuur\w*|bon(?:nummer)?|kvk\w*)[ :#.-]{0,3}(?:(?:nr|nummer|no)[ :#.]{0,3})?$",
    re.IGNORECASE,
)
_LOOK_BACK = 40  # signs before a number that may say what it is


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers in plain text, except those that anybody may name."""
    for match in _PHONE.finditer(blanked(_PUBLIC, text)):
        yield match.span()


def bsns(text: str) -> Iterator[Span]:
    """Numbers in plain text that pass the eleven-test, except those that are said to be of an order or a company."""
    for match in _NAMED_BSN.finditer(text):
        if _is_bsn(match[1]):
            yield match.span(1)
    for match in _BSN.finditer(text):
        start = match.start()
        if _is_bsn(match[1]) and not _NUMBER_OF_A_THING.search(text, max(0, start - _LOOK_BACK), start):
            yield match.span(1)


def _is_bsn(written: str) -> bool:
    """The eleven-test: weights 9 to 2 and -1; eight digits get a leading zero, fewer were never given out."""
    padded = re.sub(r"\D", "", written).zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, padded, strict=True))
    return not padded.startswith("00") and total % 11 == 0
