"""Dutch number plates: six signs in one of the layouts of the RDW, judged by how they are written and what is around.

What is plain by itself needs nothing else; what may be something else needs a word for a plate or a vehicle beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import Self

from alerts.guard.numbered import is_of_a_model, is_of_a_thing
from alerts.guard.plain import Span
from alerts.guard.short_words import are_ordinary, is_among_units
from alerts.guard.vehicles import is_beside_a_vehicle, is_said_to_be_a_plate

# The side codes 1-14 (RDW): letters as X and digits as 9.
LAYOUTS = (
    "XX-99-99",
    "99-99-XX",
    "99-XX-99",
    "XX-99-XX",
    "XX-XX-99",
    "99-XX-XX",
    "99-XXX-9",
    "9-XXX-99",
    "XX-999-X",
    "X-999-XX",
    "XXX-99-X",
    "X-99-XXX",
    "9-XX-999",
    "999-XX-9",
)
_POSTCODE = "9999XX"
_TRAILER = "XX9999"  # written in one it may be any number of an order or a product

_FILE_NUMBER = {"pl", "nr", "dd", "sq"}  # PL1700-2026123456 is a case of the police

_MARKS, _ODD_MARKS = "-./_·•*|", ",:+=\\"
_GAP = rf"(?: ?[{re.escape(_MARKS)}]? ?|[{re.escape(_ODD_MARKS)}])"
_SHAPE_OF = str.maketrans(
    dict.fromkeys(ascii_letters, "X") | dict.fromkeys(digits, "9") | dict.fromkeys(" " + _MARKS + _ODD_MARKS, "")
)
_SHAPES = {
    layout.replace("-", ""): re.compile("".join(f"({_GAP})" if sign == "-" else r"\w" for sign in layout))
    for layout in LAYOUTS
}
_BEGIN = r"(?:(?<![^\W_])|(?<=kenteken)|(?<=plaat)|(?<=auto)|(?<=scooter))"
_SIX_SIGNS = re.compile(rf"{_BEGIN}(?=([A-Za-z0-9](?:{_GAP}[A-Za-z0-9]){{5}})(?![^\W_]))")
# Two groups of letters in an order that was not given out yet, as far as known.
_NOT_YET = re.compile(
    r"(?=[\w-]{8}$)(?:[A-Z]{1,3}-\d{1,3}-[A-Z]{1,3}|[A-Z]{1,3}-[A-Z]{1,3}-\d{1,3}"
    r"|\d{1,3}-[A-Z]{1,3}-[A-Z]{1,3})",
    re.IGNORECASE,
)
_END_OF_SENTENCE = re.compile(r"\d\d\.\d\d\.[A-Z][a-z]")  # Om 20.45.De dader
_CHAIN_BEFORE = re.compile(r"(?:^|[^A-Za-z0-9])(?!(?i:nl)-)(?:[A-Za-z]{1,2}|\d+)-$")
_CHAIN_AFTER = re.compile(r"-(?:[A-Za-z0-9]{1,3}(?![A-Za-z0-9])|\d)")
_AFTER_POSTCODE = re.compile(r"(?<!\d)\d{4} $")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Six letters and digits with at most small gaps, in the order of some layout.

    `gaps` are those at the places of the layout, or None if there are gaps elsewhere; `words` are its letters, in
    small ones.
    """

    written: str
    shape: str
    gaps: tuple[str, ...] | None
    words: tuple[str, ...]

    @classmethod
    def of(cls, written: str) -> Self | None:
        shape = written.translate(_SHAPE_OF)
        layout = _SHAPES.get(shape)
        if layout is None and not _NOT_YET.match(written):
            return None
        split = layout.fullmatch(written) if layout else re.fullmatch(r"\w+(-)\w+(-)\w+", written)
        return cls(written, shape, split.groups() if split else None, tuple(re.findall("[a-z]+", written.lower())))

    @property
    def is_capital(self) -> bool:
        return self.written.upper() == self.written

    @property
    def is_mixed(self) -> bool:
        """Capitals and small letters, but for the capital of a sentence."""
        rest = self.written[1:]
        return not (rest.isupper() or rest.islower())

    @property
    def is_code(self) -> bool:
        """Without vowels, as all plates are since 1978 (RDW, series 4)."""
        return not any(set(word) & set("aeiou") for word in self.words)

    @property
    def is_dashed(self) -> bool:
        """A dash, a dot or a slash at both places."""
        return self.gaps is not None and all(gap.strip() in {"-", ".", "/", "_"} for gap in self.gaps)

    @property
    def is_glued(self) -> bool:
        return self.gaps is not None and not any(self.gaps)

    @property
    def is_even(self) -> bool:
        """The same gap at both places."""
        return self.gaps is not None and all(self.gaps) and self.gaps[0].strip() == self.gaps[1].strip()

    @property
    def is_spelled_out(self) -> bool:
        """Each sign apart: `A B 1 2 C D`."""
        gaps = re.findall(r"[^A-Za-z0-9]+", self.written)
        return len(gaps) == len(self.shape) - 1 and len(set(gaps)) == 1

    @property
    def has_two_codes(self) -> bool:
        return self.is_code and len(self.words) > 1

    @property
    def is_ordinary(self) -> bool:
        return are_ordinary(self.words, in_capitals=self.is_capital)

    @property
    def is_measure(self) -> bool:
        """With a unit, as `24 fl 30 cl`."""
        return is_among_units(self.words) and not (self.is_capital or self.is_glued)


def plates(text: str, small: str) -> Iterator[Span]:
    """Number plates in a plain text without accents and the same in small letters."""
    for match in _SIX_SIGNS.finditer(text):
        candidate = _Candidate.of(match[1])
        if candidate and _is_plate(candidate, text, small, match.span(1)):
            yield match.span(1)


def _is_plate(one: _Candidate, text: str, small: str, span: Span) -> bool:
    start, end = span
    if _is_part_of_more(text, start, end) or is_of_a_thing(small, start):
        return False
    if one.is_dashed and _is_dashed_plate(one):
        return True
    if one.is_spelled_out and one.is_capital:
        return True
    if is_said_to_be_a_plate(small, start, end):
        is_code = one.is_even and one.is_code and not one.is_measure
        is_loose = not (is_code or one.is_capital or one.is_glued or one.is_dashed or one.is_spelled_out)
        return not (is_loose and one.is_ordinary and not one.has_two_codes)
    if (one.shape == _POSTCODE and not one.is_even) or is_of_a_model(small, start):
        return False
    if _is_plain(one):
        return not _AFTER_POSTCODE.search(text, max(0, start - 6), start)
    return _may_be_one(one) and is_beside_a_vehicle(small, start, end)


def _is_part_of_more(text: str, start: int, end: int) -> bool:
    """More groups around it make it the number of something else (`CW-22-88-11`); `NL-` may stand before it."""
    return bool(_CHAIN_AFTER.match(text, end) or _CHAIN_BEFORE.search(text, max(0, start - 12), start))


def _is_dashed_plate(one: _Candidate) -> bool:
    if one.is_ordinary and "." in one.written:
        return False
    if one.is_ordinary and not one.is_capital:
        return one.is_code
    return (one.is_code or one.shape in _SHAPES) and not _END_OF_SENTENCE.fullmatch(one.written)


def _is_plain(one: _Candidate) -> bool:
    """Whether its signs tell enough, wherever it stands."""
    if one.gaps is None or not one.is_code or one.is_ordinary or one.is_measure or one.is_mixed:
        return False
    if one.is_glued and not _FILE_NUMBER.isdisjoint(one.words):
        return False
    if len(one.words) > 1:
        return "." not in one.written
    if one.shape == _TRAILER and not one.is_even:
        return False
    is_cluster = len(one.words[0]) == len("XXX")
    if is_cluster and one.gaps and all(one.gaps):
        return True
    return one.is_glued or (one.is_even and one.is_capital) or _is_half_broken(one)


def _may_be_one(one: _Candidate) -> bool:
    """Whether it is one if a vehicle is spoken of."""
    if one.is_ordinary:
        is_inside = one.is_glued and one.shape[0] == one.shape[-1] == "9"  # as in `71gl35`
        return is_inside or (one.has_two_codes and (one.is_capital or one.is_glued or one.is_dashed))
    if one.is_glued:
        return one.is_capital or not any(_is_word(word) for word in one.words)
    if one.is_even:
        return one.is_capital or one.is_code
    return (one.is_code and "." not in one.written) or _is_half_broken(one)


def _is_half_broken(one: _Candidate) -> bool:
    """One dash is left out, but only where letters and digits meet (`12-AB34`); `AB 1234` is something else."""
    return one.is_capital and " " not in one.written and not re.search(r"\d{4}|[A-Za-z]{4}", one.written)


def _is_word(letters: str) -> bool:
    """Four letters with a vowel, as in `maat42`."""
    return len(letters) == len("XXXX") and not set(letters).isdisjoint("aeiou")
