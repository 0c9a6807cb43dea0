"""The guard: personal data and amounts that may not be broadcast, found in what somebody typed."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from alerts.errors import InvalidText
from alerts.guard.amounts import amounts
from alerts.guard.emails import emails
from alerts.guard.moments import without_moments
from alerts.guard.numbers import bsns, phones
from alerts.guard.plain import Plain, Span, is_blank
from alerts.guard.plates import plates

__all__ = ["Finding", "Found", "check", "find", "is_blank"]


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


_Search = Callable[[str], Iterator[Span]]

_IN_TEXT: tuple[tuple[Finding, _Search], ...] = ((Finding.EMAIL, emails), (Finding.AMOUNT, amounts))
# A date is no phone number, and a month no plate: these three look at the text without its moments.
_BESIDE_MOMENTS: tuple[tuple[Finding, _Search], ...] = (
    (Finding.PHONE, phones),
    (Finding.BSN, bsns),
    (Finding.PLATE, plates),
)


def find(text: str, *, allowed: Collection[Finding] = ()) -> list[Found]:
    """What may not be broadcast, except the allowed kinds, in the order of the text; of what overlaps the first."""
    found = [one for one in _all(text) if one.kind not in allowed]
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def check(text: str, *, allowed: Collection[Finding] = ()) -> None:
    """Raise InvalidText for the first finding, with the words found, so that the person can mend just that."""
    for one in find(text, allowed=allowed):
        raise InvalidText(one.kind, found=text[one.start : one.end])


def _all(text: str) -> Iterator[Found]:
    plain = Plain.of(text)
    timeless = without_moments(plain.text)
    for searched, searches in ((plain.text, _IN_TEXT), (timeless, _BESIDE_MOMENTS)):
        for kind, search in searches:
            for span in search(searched):
                yield Found(kind, *plain.original(span))
