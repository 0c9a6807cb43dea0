"""What was typed in plain signs, so that a hidden space, a fancy dash or a foreign letter hides nothing."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

Span = tuple[int, int]  # start and end (exclusive)

_SPACES = {"Zs", "Zl", "Zp", "Cc"}
_UNSEEN = {"Cf", "Mn", "Me"}  # zero-width signs, and marks that sit on another sign
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
_UNPLAIN = re.compile(r"[\x00-\x1f\x7f]|  ")  # what is not plain in ASCII


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain signs: every dash is `-`, white space is one space, digits are ASCII, letters that look Latin
    are, and nothing is invisible.

    `small` is the text in small letters, of the same length. `places` has for each plain sign the index of the sign
    it comes from.
    """

    text: str
    small: str
    places: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Each sign by itself in its compatibility form (NFKC), so that every place is known."""
        if text.isascii() and not _UNPLAIN.search(text):
            return cls(text, text.lower(), range(len(text)))
        signs: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            for plain in _plain(sign):
                if plain != " " or not signs or signs[-1] != " ":
                    signs.append(plain)
                    places.append(place)
        plain_text = "".join(signs)
        return cls(plain_text, "".join(map(_small, plain_text)), places)

    def original(self, span: Span) -> Span:
        """The span in the text as it was typed."""
        start, end = span
        return self.places[start], self.places[end - 1] + 1


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: only spaces and invisible signs."""
    return all(_plain(sign).isspace() or not _plain(sign) for sign in text)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches made unreadable, of the same length."""
    return hidden(text, (match.span() for match in pattern.finditer(text)))


def hidden(text: str, spans: Iterable[Span]) -> str:
    """The text with these spans, which are in order and apart, made unreadable, of the same length."""
    parts, end = [], 0
    for start, stop in spans:
        parts += [text[end:start], "~" * (stop - start)]
        end = stop
    return "".join([*parts, text[end:]])


def bare(text: str) -> str:
    """The text without the accents on its letters, of the same length."""
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
