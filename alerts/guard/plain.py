"""What was typed in plain signs, so that a hidden space or a fancy dash hides nothing."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

Span = tuple[int, int]  # start and end (exclusive)

_SPACES = {"Zs", "Zl", "Zp", "Cc"}
_UNSEEN = {"Cf", "Mn", "Me"}  # zero-width signs, and marks that sit on another sign
_DASHES = {"\u2212", "\u2043", "\u02d7"}  # minus, hyphen bullet and modifier minus are no Pd in Unicode
# Unicode calls these letters and symbols, but nothing is drawn (DerivedCoreProperties, Default_Ignorable; Braille).
_FILLERS = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain signs: every dash is `-`, white space is one space, digits are ASCII, nothing is invisible.

    `places` has for each plain sign the index of the sign it comes from.
    """

    text: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Each sign by itself in its compatibility form (NFKC), so that every place is known."""
        signs: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            for plain in _plain(sign):
                if plain != " " or not signs or signs[-1] != " ":
                    signs.append(plain)
                    places.append(place)
        return cls("".join(signs), places)

    def original(self, span: Span) -> Span:
        """The span in the text as it was typed."""
        start, end = span
        return self.places[start], self.places[end - 1] + 1


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing: only spaces and invisible signs."""
    return all(_plain(sign).isspace() or not _plain(sign) for sign in text)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches made unreadable, of the same length."""
    return pattern.sub(lambda match: "~" * len(match[0]), text)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    return "".join(_plain_sign(part) for part in unicodedata.normalize("NFKC", sign) if sign not in _FILLERS)


def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if category in _SPACES:
        return " "
    if category in _UNSEEN or sign in _FILLERS:
        return ""
    return "-" if category == "Pd" or sign in _DASHES else sign
