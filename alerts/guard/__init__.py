"""The guard: personal data and amounts that may not be broadcast, found in what somebody typed."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alerts.errors import InvalidText
from alerts.guard.amounts import amounts
from alerts.guard.beliefs import beliefs
from alerts.guard.birth_dates import birth_dates
from alerts.guard.bsns import bsns
from alerts.guard.descents import descents
from alerts.guard.emails import emails
from alerts.guard.foreign_plates import foreign_plates
from alerts.guard.handles import handles
from alerts.guard.ibans import ibans, without_ibans
from alerts.guard.illnesses import illnesses
from alerts.guard.moments import without_moments
from alerts.guard.names import names
from alerts.guard.phones import phones, spoken_phones
from alerts.guard.plain import Plain, Span, bare, is_blank
from alerts.guard.plates import plates

__all__ = ["CUT", "Finding", "Found", "Verdict", "check", "find", "is_blank", "verdict", "without"]

CUT = "[...]"
"""What stands in a text where something was taken out."""


class Finding(StrEnum):
    """What was found; the value names the sentence that says what to write instead."""

    PLATE = "plate"
    BSN = "bsn"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    HANDLE = "handle"
    BIRTH_DATE = "birth_date"
    NAME = "name"
    DESCENT = "descent"
    RELIGION = "religion"
    HEALTH = "health"
    AMOUNT = "amount"

    @property
    def is_warning(self) -> bool:
        """Whether a person may go on with it: a word may look like a name and be none."""
        return self is Finding.NAME


class Verdict(StrEnum):
    """What becomes of a text."""

    OK = "ok"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, with its place in the text (code points, end exclusive)."""

    kind: Finding
    start: int
    end: int


_Search = Callable[[str], Iterator[Span]]

_DIGIT = re.compile(r"\d")
_IN_WORDS: tuple[tuple[Finding, _Search], ...] = (
    (Finding.EMAIL, emails),
    (Finding.PHONE, spoken_phones),
    (Finding.HANDLE, handles),
    (Finding.DESCENT, descents),
    (Finding.RELIGION, beliefs),
    (Finding.HEALTH, illnesses),
)


def find(text: str, *, allowed: Collection[Finding] = ()) -> list[Found]:
    """What may not be broadcast, except the allowed kinds, in the order of the text; of what overlaps the first, and
    no warning that overlaps what blocks."""
    found = [one for one in _all(text) if one.kind not in allowed]
    blocking = _apart(one for one in found if not one.kind.is_warning)
    starts = [one.start for one in blocking]
    warnings = [
        one
        for one in _apart(one for one in found if one.kind.is_warning)
        if not (before := bisect_left(starts, one.end)) or blocking[before - 1].end <= one.start
    ]
    return sorted(blocking + warnings, key=lambda one: one.start)


def _apart(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def verdict(found: Sequence[Found]) -> Verdict:
    """Blocked by anything but a name, which only warns."""
    if not found:
        return Verdict.OK
    return Verdict.WARN if all(one.kind.is_warning for one in found) else Verdict.BLOCK


def check(text: str, *, allowed: Collection[Finding] = ()) -> None:
    """Raise InvalidText for the first finding that blocks, with the words found, so that just that can be mended."""
    for one in find(text, allowed=allowed):
        if not one.kind.is_warning:
            raise InvalidText(one.kind, found=text[one.start : one.end])


def without(text: str, *, allowed: Collection[Finding] = ()) -> str:
    """The text with `[...]` for everything found in it."""
    while found := find(text, allowed=allowed):
        for one in reversed(found):
            text = text[: one.start] + CUT + text[one.end :]
    return text


def _all(text: str) -> Iterator[Found]:
    plain = Plain.of(text)
    for kind, span in _spans(plain):
        yield Found(kind, *plain.original(span))


def _spans(plain: Plain) -> Iterator[tuple[Finding, Span]]:
    text, small = plain.text, plain.small
    if _DIGIT.search(text):
        yield from _numbers(text, small)
    yield from ((Finding.AMOUNT, span) for span in amounts(text))
    for kind, search in _IN_WORDS:
        yield from ((kind, span) for span in search(small))
    yield from ((Finding.NAME, span) for span in names(text, small))


def _numbers(text: str, small: str) -> Iterator[tuple[Finding, Span]]:
    yield from ((Finding.BIRTH_DATE, span) for span in birth_dates(text, small))
    yield from ((Finding.IBAN, span) for span in ibans(text))
    # A date is no phone number, and a month no plate: what follows looks at the text without its moments.
    timeless = without_ibans(without_moments(text))
    timeless_small = timeless.lower() if timeless.isascii() else without_ibans(without_moments(small))
    yield from ((Finding.BSN, span) for span in bsns(timeless_small))
    yield from ((Finding.PHONE, span) for span in phones(timeless_small))
    # Where everything is in capitals they tell nothing.
    told = timeless_small if _is_shouted(text) else timeless
    yield from ((Finding.PLATE, span) for span in plates(bare(told), timeless_small))
    yield from ((Finding.PLATE, span) for span in foreign_plates(told, timeless_small))


def _is_shouted(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > len("12-ABC-3 IS WEG")
