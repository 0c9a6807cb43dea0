"""The guard: find personal data and amounts of money in typed text, which may not be broadcast."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alerts.guard.amounts import amounts
from alerts.guard.beliefs import beliefs
from alerts.guard.birth_dates import birth_dates, birth_dates_in_words
from alerts.guard.bsns import bsns
from alerts.guard.descents import descents
from alerts.guard.dictated import may_be_dictated, runs
from alerts.guard.dictations import told_bsns, told_ibans, told_phones, told_plates
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
from alerts.guard.readings import Reading, backwards, in_letters, joined
from alerts.guard.vehicles import VehicleWords
from alerts.guard.words import Words

__all__ = ["Finding", "Found", "Verdict", "find", "is_blank", "verdict"]


class Finding(StrEnum):
    """The kinds of findings; the value names the sentence that says what to write instead."""

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
        """Whether the writer may continue with this finding: a word may look like a name without being one."""
        return self is Finding.NAME


class Verdict(StrEnum):
    """The decision about a text."""

    OK = "ok"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its place in the text (code points, end exclusive)."""

    kind: Finding
    start: int
    end: int


_DIGIT = re.compile(r"\d")
_IN_SIGNS: tuple[tuple[Finding, Callable[[str], Iterator[Span]]], ...] = (
    (Finding.EMAIL, emails),
    (Finding.PHONE, spoken_phones),
    (Finding.HANDLE, handles),
)
_IN_WORDS: tuple[tuple[Finding, Callable[[str, Words], Iterator[Span]]], ...] = (
    (Finding.DESCENT, descents),
    (Finding.RELIGION, beliefs),
    (Finding.HEALTH, illnesses),
)


def find(text: str, *, allowed: Collection[Finding] = ()) -> list[Found]:
    """Return what may not be broadcast, except the allowed kinds, in the order of the text. Of overlapping findings the
    first is kept, and no warning that overlaps a finding that blocks."""
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
    """Return BLOCK for any finding but a name, WARN for names only, OK for none."""
    if not found:
        return Verdict.OK
    return Verdict.WARN if all(one.kind.is_warning for one in found) else Verdict.BLOCK


def _all(text: str) -> Iterator[Found]:
    plain = Plain.of(text)
    for kind, span in _spans(plain.text, plain.small):
        yield Found(kind, *plain.original(span))
    for reading, search in _readings(plain.text, plain.small):
        for kind, span in search(reading.text, reading.text.lower()):
            if original := reading.original(span):
                yield Found(kind, *plain.original(original))


_Search = Callable[[str, str], Iterator[tuple[Finding, Span]]]


def _readings(text: str, small: str) -> Iterator[tuple[Reading, _Search]]:
    """Yield other readings of the text, each with the search to run on it."""
    others = (joined(text), _said), (in_letters(small), _said_of_people), (backwards(text, small), _spans)
    yield from ((reading, search) for reading, search in others if reading is not None)


def _spans(text: str, small: str) -> Iterator[tuple[Finding, Span]]:
    words = Words.of(small)
    yield from _dictated(text, small, words)
    if _DIGIT.search(text):
        yield from _numbers(text, small, words)
    yield from ((Finding.AMOUNT, span) for span in amounts(text, small))
    yield from ((Finding.BIRTH_DATE, span) for span in birth_dates_in_words(small))
    yield from _said(text, small, words)


def _said(text: str, small: str, words: Words | None = None) -> Iterator[tuple[Finding, Span]]:
    words = words or Words.of(small)
    for kind, search in _IN_SIGNS:
        yield from ((kind, span) for span in search(small))
    yield from _said_of_people(text, small, words)
    yield from ((Finding.NAME, span) for span in names(text, small, words))


def _said_of_people(_text: str, small: str, words: Words | None = None) -> Iterator[tuple[Finding, Span]]:
    words = words or Words.of(small)
    for kind, search in _IN_WORDS:
        yield from ((kind, span) for span in search(small, words))


def _dictated(text: str, small: str, words: Words) -> Iterator[tuple[Finding, Span]]:
    if may_be_dictated(small, words):
        told = list(runs(text, small))
        yield from ((Finding.PLATE, span) for span in told_plates(told, VehicleWords.of(small, words)))
        yield from ((Finding.IBAN, span) for span in told_ibans(told))
        yield from ((Finding.BSN, span) for span in told_bsns(told, small))
        yield from ((Finding.PHONE, span) for span in told_phones(told))


def _numbers(text: str, small: str, words: Words) -> Iterator[tuple[Finding, Span]]:
    yield from ((Finding.BIRTH_DATE, span) for span in birth_dates(text, small))
    yield from ((Finding.IBAN, span) for span in ibans(text))
    # A date is not a phone number, and a month is not a plate: these searches read the text without dates and times.
    timeless = without_ibans(without_moments(text))
    timeless_small = timeless.lower() if timeless.isascii() else without_ibans(without_moments(small))
    yield from ((Finding.BSN, span) for span in bsns(timeless_small))
    yield from ((Finding.PHONE, span) for span in phones(timeless_small))
    # In a text that is all in capitals, a capital gives no information.
    told = timeless_small if _is_shouted(text) else timeless
    vehicles = VehicleWords.of(timeless_small, words)
    dutch = list(plates(bare(told), vehicles))
    yield from ((Finding.PLATE, span) for span in dutch)
    yield from ((Finding.PLATE, span) for span in foreign_plates(told, vehicles, dutch))


def _is_shouted(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > len("12-ABC-3 IS WEG")
