"""Plain text: the typed text in plain characters, so that hidden spaces, special dashes or foreign letters conceal
nothing."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

Span = tuple[int, int]  # start and end (exclusive)

HIDDEN = "\x00"
"""The character that replaces one that was made unreadable: no plain text contains it."""

_SPACES = {"Zs", "Zl", "Zp", "Cc"}
_UNSEEN = {"Cf", "Mn", "Me"}  # zero-width characters, and marks that sit on another character
_MARKS = {"Mn", "Me"}  # they belong to the character before them
_DASHES = {"\u2212", "\u2043", "\u02d7"}  # minus, hyphen bullet and modifier minus are no Pd in Unicode
# Unicode calls these letters and symbols, but nothing is drawn (DerivedCoreProperties, Default_Ignorable; Braille).
_FILLERS = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}
# Cyrillic and Greek letters that are drawn as Latin ones (Unicode TR 39, confusables), and letters in boxes.
_LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅҮԚԜавекмнорстухіјѕүԛԝԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχıɡɑ",
        "ABEKMHOPCTYXIJSYQWabekmhopctyxijsyqwdABEZHIKMNOPTYXaikvoptuxiga",
        strict=True,
    )
) | {chr(first + place): chr(ord("A") + place) for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6) for place in range(26)}
_DIGITS = re.compile(r"\d+")
_BETWEEN_BRACKETS = re.compile(r"[)\]}][(\[{]")
_OPEN, _CLOSED = tuple("([{"), tuple(")]}")
_UNPLAIN = re.compile(r"[\x00-\x1f\x7f]|  ")  # what is not plain in ASCII


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain characters: every dash is `-`, white space is one space, digits are ASCII, letters that look
    Latin are, and nothing is invisible.

    `small` is the text in small letters, of the same length. `places` has for each plain character the index of the
    typed character it comes from, `ends` where that ends, with the marks upon it.
    """

    text: str
    small: str
    places: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Convert each character by itself to its compatibility form (NFKC), so that every place is known."""
        if text.isascii() and not _UNPLAIN.search(text):
            return cls(text, text.lower(), range(len(text)), range(1, len(text) + 1))
        signs: list[str] = []
        places: list[int] = []
        ends: list[int] = []
        for place, sign in enumerate(text):
            for plain in _plain(sign):
                if plain != " " or not signs or signs[-1] != " ":
                    signs.append(plain)
                    places.append(place)
                    ends.append(place + 1)
            if ends and ends[-1] == place and unicodedata.category(sign) in _MARKS:
                ends[-1] = place + 1
        plain_text = "".join(signs)
        return cls(plain_text, "".join(map(_small, plain_text)), places, ends)

    def original(self, span: Span) -> Span:
        """Return the span in the text as it was typed."""
        start, end = span
        return self.places[start], self.ends[end - 1]


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: only spaces and invisible characters."""
    return all(_plain(sign).isspace() or not _plain(sign) for sign in text)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return the text with what matches made unreadable, of the same length."""
    return hidden(text, (match.span() for match in pattern.finditer(text)))


def hidden(text: str, spans: Iterable[Span]) -> str:
    """Return the text with these spans, which are in order and do not overlap, made unreadable, of the same length."""
    parts, end = [], 0
    for start, stop in spans:
        parts += [text[end:start], HIDDEN * (stop - start)]
        end = stop
    return "".join([*parts, text[end:]])


def starts_of_numbers(text: str) -> list[int]:
    """Return where digits begin: the only places where a pattern that begins with a digit can match."""
    return [match.start() for match in _DIGITS.finditer(text)]


def near_numbers(starts: Sequence[int], text: str, reach: int = 20) -> list[int]:
    """Return those of these places, given in order, with a digit at them or within so many characters after them."""
    near: list[int] = []
    first = 0
    for number in starts_of_numbers(text):
        first = bisect_left(starts, number - reach, first)
        behind = bisect_right(starts, number, first)
        near += starts[first:behind]
        first = behind
    return near


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches at these places, given in order, each after the end of the one before."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def with_brackets(text: str, span: Span) -> Span:
    """Extend the span to the brackets around its first and last part, when its parts stand in brackets:
    `(ZP)(259)(K)`."""
    start, end = span
    if not _BETWEEN_BRACKETS.search(text, start, end):
        return span
    return start - (text[start - 1 : start] in _OPEN), end + (text[end : end + 1] in _CLOSED)


def bare(text: str) -> str:
    """Return the text without the accents on its letters, of the same length."""
    return text if text.isascii() else "".join(map(_bare, text))


@lru_cache(maxsize=4096)
def _bare(sign: str) -> str:
    letter = unicodedata.normalize("NFD", sign)[0]
    return letter if letter.isascii() else sign


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    return "".join(_plain_sign(part) for part in unicodedata.normalize("NFKC", sign) if sign not in _FILLERS)


def _small(sign: str) -> str:
    small = sign.lower()
    return small if len(small) == 1 else sign  # İ


def _plain_sign(sign: str) -> str:
    if sign in _LOOK_ALIKES:
        return _LOOK_ALIKES[sign]
    category = unicodedata.category(sign)
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if category in _SPACES:
        return " "
    if category in _UNSEEN or sign in _FILLERS:
        return ""
    return "-" if category == "Pd" or sign in _DASHES else sign
