"""Dutch number plates: six characters in one of the layouts of the RDW, judged by how they are written and what is
around.

What is clearly a plate needs nothing else; what may be something else needs a word for a plate or a vehicle beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import Self

from alerts.guard.numbered import is_of_a_model, is_of_a_thing
from alerts.guard.plain import Span, with_brackets
from alerts.guard.postcodes import is_no_postcode
from alerts.guard.short_words import are_ordinary, is_among_units
from alerts.guard.vehicles import VehicleWords

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
_OF_TODAY = frozenset({"XX999X", "X999XX"})  # those of cars since 2015
_TRAILER = "XX9999"  # written in one it may be any number of an order or a product

_FILE_NUMBER = {"pl", "nr", "dd", "sq"}  # begins the number of a case: PL1700-2026123456 is one of the police

_MARKS = "-./_·•*|"
# Marks between the groups of a plate that only conceal it from a search: arrows, brackets, commas.
_ODD_GAP = r" ?[^\w\s\x00]{1,2} ?"
_GAP = rf"(?: ?[{re.escape(_MARKS)}]? ?|{_ODD_GAP})"
_IS_PLAIN_GAP = re.compile(rf" ?[{re.escape(_MARKS)}]? ?|[,:+=\\]")
_SHAPE_OF = str.maketrans(dict.fromkeys(ascii_letters, "X") | dict.fromkeys(digits, "9"))
_SIGNS = re.compile(r"[^A-Za-z0-9]")
_GAPS = re.compile(r"[^A-Za-z0-9]+")
_LETTERS = re.compile(r"[a-z]+")
_BROKEN_UP = re.compile(r"[A-Z]{2,3}(?: [A-Z0-9]{1,3}){2,3}")
_NOT_YET_GAPS = re.compile(r"\w{1,3}(-)\w{1,3}(-)\w{1,3}")
_SHAPES = {
    layout.replace("-", ""): re.compile("".join(f"({_GAP})" if sign == "-" else r"\w" for sign in layout))
    for layout in LAYOUTS
}
_GLUED_TO = re.compile(r"(?:kenteken|plaat|auto|scooter)(?=[a-z\d])")
# Letters and digits near each other: this is tried first, as most words have no digit.
_BOTH = (
    rf"(?=[^A-Za-z]{{0,20}}[A-Za-z])(?=[A-Za-z](?:{_GAP}[A-Za-z]){{0,4}}{_GAP}\d|\d(?:{_GAP}\d){{0,3}}{_GAP}[A-Za-z])"
)
_SIX_SIGNS = re.compile(rf"{_BOTH}([A-Za-z0-9](?:{_GAP}[A-Za-z0-9]){{5}})(?![^\W_])")
# Two groups of letters in an order that was not given out yet, as far as known.
_NOT_YET = re.compile(
    r"(?=[\w-]{8}$)(?:[A-Z]{1,3}-\d{1,3}-[A-Z]{1,3}|[A-Z]{1,3}-[A-Z]{1,3}-\d{1,3}"
    r"|\d{1,3}-[A-Z]{1,3}-[A-Z]{1,3})",
    re.IGNORECASE,
)
_END_OF_SENTENCE = re.compile(r"\d\d\.\d\d\.[A-Z][a-z]")  # Om 20.45.De dader
_CHAIN_BEFORE = re.compile(r"(?:^|[^A-Za-z0-9])(?!(?i:nl)-)(?:[A-Za-z]{1,2}|\d{1,40})-$")
_CHAIN_AFTER = re.compile(r"-(?:[A-Za-z0-9]{1,3}(?![A-Za-z0-9])|\d)")
_RIGHT_BEFORE = len(": ")
_AFTER_POSTCODE = re.compile(r"(?<!\d)\d{4} $")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Six letters and digits with at most small gaps, in the order of some layout. `gaps` are those at the places of
    the layout, or None if there are gaps elsewhere; `words` are its groups of letters, in small letters."""

    written: str
    shape: str
    gaps: tuple[str, ...] | None
    words: tuple[str, ...]

    @classmethod
    def of(cls, written: str) -> Self | None:
        shape = _SIGNS.sub("", written).translate(_SHAPE_OF)
        layout = _SHAPES.get(shape)
        if layout is None and not _NOT_YET.match(written):
            return None
        split = layout.fullmatch(written) if layout else _NOT_YET_GAPS.fullmatch(written)
        return cls(written, shape, split.groups() if split else None, tuple(_LETTERS.findall(written.lower())))

    @property
    def is_capital(self) -> bool:
        return self.written.upper() == self.written

    @property
    def is_mixed(self) -> bool:
        """Whether the candidate has capitals and small letters, apart from the capital of a sentence."""
        rest = self.written[1:]
        return not (rest.isupper() or rest.islower())

    @property
    def is_code(self) -> bool:
        """Whether the letters have no vowels, as those of all plates since 1978 (RDW, series 4)."""
        return not any(set(word) & set("aeiou") for word in self.words)

    @property
    def is_dashed(self) -> bool:
        """Whether a dash, a dot or a slash stands at both places."""
        return self.gaps is not None and all(gap.strip() in {"-", ".", "/", "_"} for gap in self.gaps)

    @property
    def is_glued(self) -> bool:
        return self.gaps is not None and not any(self.gaps)

    @property
    def is_even(self) -> bool:
        """Whether the same gap stands at both places."""
        return self.gaps is not None and all(self.gaps) and self.gaps[0].strip() == self.gaps[1].strip()

    @property
    def is_oddly_marked(self) -> bool:
        """Whether marks between the groups conceal the candidate from a search."""
        return self.gaps is not None and not all(map(_IS_PLAIN_GAP.fullmatch, self.gaps))

    @property
    def is_broken_up(self) -> bool:
        """Whether the candidate is in capitals with single spaces, one of them within a group: `RK 52 1 D`."""
        is_spaced = self.gaps is None and self.is_capital and _BROKEN_UP.fullmatch(self.written)
        return bool(is_spaced) and self.has_two_codes and not are_ordinary(self.words)

    @property
    def is_spelled_out(self) -> bool:
        """Whether each character stands apart: `A B 1 2 C D`."""
        gaps = _GAPS.findall(self.written)
        return len(gaps) == len(self.shape) - 1 and len(set(gaps)) == 1

    @property
    def has_two_codes(self) -> bool:
        return self.is_code and len(self.words) > 1

    @property
    def is_ordinary(self) -> bool:
        return are_ordinary(self.words, in_capitals=self.is_capital)

    @property
    def is_measure(self) -> bool:
        """Whether the candidate is a measure with a unit, as `24 fl 30 cl`."""
        return is_among_units(self.words) and not (self.is_capital or self.is_glued)


def plates(text: str, words: VehicleWords) -> Iterator[Span]:
    """Find number plates in a plain text without accents, given the words for vehicles in it."""
    glued = [match.end() for match in _GLUED_TO.finditer(words.small)]
    for start in [*words.starts, *glued]:
        if match := _SIX_SIGNS.match(text, start):
            candidate = _Candidate.of(match[1])
            if candidate and _is_plate(candidate, text, words, match.span(1)):
                yield with_brackets(text, match.span(1))


def _is_plate(one: _Candidate, text: str, words: VehicleWords, span: Span) -> bool:
    start, end = span
    if _is_part_of_more(text, start, end):
        return False
    if is_of_a_thing(words.small, start):
        return _is_excused(one, words, span)
    if one.is_dashed and _is_dashed_plate(one):
        return True
    if words.say_plate(start, end):
        return _is_told(one)
    if one.shape == _POSTCODE and not one.is_even:
        return not (one.is_measure or "." in one.written) and is_no_postcode(words, start, end)
    if one.is_oddly_marked:
        is_beside = words.tell_vehicle(start, end)
        return one.is_capital and one.has_two_codes and (is_beside or not (one.is_ordinary or "," in one.written))
    if one.is_spelled_out and one.is_capital:
        return one.shape != _POSTCODE or words.tell_vehicle(start, end)
    if is_of_a_model(words.small, start):
        return _is_excused(one, words, span)
    if _is_plain(one) or one.is_broken_up:
        return not _AFTER_POSTCODE.search(text, max(0, start - 6), start)
    if one.shape == _POSTCODE and not (one.is_ordinary or one.is_measure) and words.name_vehicle(start, _RIGHT_BEFORE):
        return True
    return _may_be_one(one) and words.tell_vehicle(start, end)


def _is_told(one: _Candidate) -> bool:
    """Whether the candidate is a plate, given that a word for a plate announces it."""
    is_code = one.is_even and one.is_code and not one.is_measure
    is_loose = not (is_code or one.is_capital or one.is_glued or one.is_dashed or one.is_spelled_out)
    return not (is_loose and one.is_ordinary and not one.has_two_codes)


def _is_excused(one: _Candidate, words: VehicleWords, span: Span) -> bool:
    """Whether a candidate that is called the number of a thing is a plate all the same: a thing does not drive, and its
    number hardly ever has the full form of a plate."""
    if _is_full(one) or _is_solid(one):
        return True
    if one.is_dashed and _is_dashed_plate(one):
        return _is_in_pairs(one) or words.tell_driving(*span)
    is_no_unit = one.is_dashed or not one.is_ordinary
    is_written_as_plate = one.gaps is not None and len(one.words) > 1 and one.is_capital and is_no_unit
    return is_written_as_plate and words.tell_driving(*span)


def _is_full(one: _Candidate) -> bool:
    """Whether the candidate is written in the full form of a plate and cannot be a postcode."""
    if one.shape not in _SHAPES or not one.is_code:
        return False
    return _is_dashed_plate(one) if one.is_dashed else one.shape != _POSTCODE and _is_plain(one)


def _is_solid(one: _Candidate) -> bool:
    """Whether the candidate is written without gaps, in the form of a plate of today: `gt482r`."""
    is_plain = one.is_glued and one.is_code and not (one.is_mixed or is_among_units(one.words))
    return is_plain and one.shape in _OF_TODAY


def _is_in_pairs(one: _Candidate) -> bool:
    """Whether the letters, some of them vowels, form no word: `AU-93-41` may be a plate, `26-APR-4` is none."""
    return one.is_capital and one.shape in _SHAPES and not one.is_ordinary and max(map(len, one.words)) <= len("AU")


def _is_part_of_more(text: str, start: int, end: int) -> bool:
    """Whether more groups around the candidate make it the number of something else (`CW-22-88-11`); `NL-` may stand
    before it."""
    return bool(_CHAIN_AFTER.match(text, end) or _CHAIN_BEFORE.search(text, max(0, start - 12), start))


def _is_dashed_plate(one: _Candidate) -> bool:
    if one.is_ordinary and "." in one.written:
        return False
    if one.is_ordinary and not one.is_capital:
        return one.is_code
    return (one.is_code or one.shape in _SHAPES) and not _END_OF_SENTENCE.fullmatch(one.written)


def _is_plain(one: _Candidate) -> bool:
    """Whether the characters alone are enough to make the candidate a plate, wherever it stands."""
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
    """Whether the candidate is a plate if a vehicle is mentioned."""
    if one.is_ordinary:
        is_inside = one.is_glued and one.shape[0] == one.shape[-1] == "9"  # as in `71gl35`
        return is_inside or (one.has_two_codes and (one.is_capital or one.is_glued or one.is_dashed))
    if one.is_glued:
        return one.is_capital or not any(_is_word(word) for word in one.words)
    if one.is_even:
        return one.is_capital or one.is_code
    return (one.is_code and "." not in one.written) or _is_half_broken(one)


def _is_half_broken(one: _Candidate) -> bool:
    """Whether one dash is left out, but only where letters and digits meet (`12-AB34`); `AB 1234` is something else."""
    return one.is_capital and " " not in one.written and not re.search(r"\d{4}|[A-Za-z]{4}", one.written)


def _is_word(letters: str) -> bool:
    """Whether the candidate has four letters with a vowel, as `maat42`."""
    return len(letters) == len("XXXX") and not set(letters).isdisjoint("aeiou")
