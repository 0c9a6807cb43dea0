"""Amounts of money, in digits and in Dutch words."""

import re
from collections.abc import Iterable, Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.plain import Span, hidden, matches_at, starts_of_numbers

_NUMBER = r"(?<!\d)(?:\d{1,3}(?: \d{3}){1,4}(?!\d)(?:,\d\d?)?|\d{1,20}(?:[.,]\d{1,20}){0,5}+)(?!\d)"
_MONEY = r"(?:[€$£¥]|(?:euro(?:['’]?s|cent|biljet(?:ten)?)?|eur|dollars?|usd|cent(?:en)?)\b)"
_MANY = r"(?:ton(?:nen)?|mille|miljoen)\b"
_PART = by_initial(
    r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|honderd(?:en)?|duizend(?:en)?|miljoen(?:en)?|ton(?:nen)?"
    r"|mille|halve?|anderhalve?|tientallen)"
)
_WORD = rf"\b{_PART}(?:(?:en|ën)?{_PART}){{0,9}}"

_BEHIND_MONEY = re.compile(
    rf"(?:[€$£¥]|(?<![^\W_])(?:euro(?:['’]?s)?|eur|usd)) ?:? ?{_NUMBER}(?: ?{_MANY}|k\b)?", re.IGNORECASE
)
_BEFORE_MONEY = re.compile(
    rf"{_NUMBER}(?:,-|,=| ?(?:duizend\b|{_MANY}|(?-i:k\b|(?<! )K\b)|(?:(?:honderd|duizend|k) ?)?[ -]?{_MONEY}))",
    re.IGNORECASE,
)
_SPOKEN = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}} (?:{_MANY}|(?:aan )?{_MONEY})")
_MONEY_SIGNS = ("€", "$", "£", "¥", "euro", "eur", "usd")
_SPOKEN_SIGNS = ("euro", "eur ", "dollar", "usd", "cent", "ton", "mille", "miljoen")

# Numbers that are not amounts: petrol, a television's resolution, a house number.
_NO_AMOUNT = re.compile(
    r"\beuro ?9[58]\b(?![.,]\d)|\b4k(?=[ -]?(?:tv|televisie|scherm|camera|monitor|video|beeld))"
    r"|(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|pad|dreef|markt|park|nr\.?|nummer) \d{1,5} ?k\b"
)


def amounts(text: str, small: str) -> Iterator[Span]:
    """Find amounts in a plain text (given also in small letters): `€ 2.500`, `EUR5000`, `2k`, `vijfduizend euro`."""
    if any(_in_digits(text, small)):
        others = [match.span() for match in _NO_AMOUNT.finditer(small)]
        yield from _in_digits(hidden(text, others), small)
    if _holds(small, _SPOKEN_SIGNS):
        for match in _SPOKEN.finditer(small):
            yield match.span()


def _in_digits(text: str, small: str) -> Iterator[Span]:
    for match in matches_at(_BEFORE_MONEY, text, starts_of_numbers(text)):
        yield match.span()
    if _holds(small, _MONEY_SIGNS):
        for match in _BEHIND_MONEY.finditer(text):
            yield match.span()


def _holds(small: str, signs: Iterable[str]) -> bool:
    return any(sign in small for sign in signs)
