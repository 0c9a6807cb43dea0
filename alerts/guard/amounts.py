"""Amounts of money, in digits and in Dutch words."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span, blanked

_NUMBER = r"(?<!\d)(?:\d{1,3}(?: \d{3}){1,4}(?!\d)(?:,\d\d?)?|\d{1,20}(?:[.,]\d{1,20}){0,5}+)(?!\d)"
_MONEY = r"(?:[€$£¥]|(?:euro(?:['’]?s|cent|biljet(?:ten)?)?|eur|dollars?|usd|cent(?:en)?)\b)"
_MANY = r"(?:ton(?:nen)?|mille|miljoen)\b"
_PART = (
    r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|honderd(?:en)?|duizend(?:en)?|miljoen(?:en)?|ton(?:nen)?"
    r"|mille|halve?|anderhalve?|tientallen)"
)
_WORD = rf"\b{_PART}(?:(?:en|ën)?{_PART}){{0,9}}"

_AMOUNTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:[€$£¥]|(?<![^\W_])(?:euro(?:['’]?s)?|eur|usd)) ?:? ?{_NUMBER}(?: ?{_MANY}|k\b)?",
        rf"{_NUMBER}(?:,-|,=| ?(?:duizend\b|{_MANY}|(?-i:k\b|(?<! )K\b)|(?:(?:honderd|duizend|k) ?)?[ -]?{_MONEY}))",
        rf"{_WORD}(?: {_WORD}){{0,2}} (?:{_MANY}|(?:aan )?{_MONEY})",
    )
)

# Petrol, a television's sharpness, a house number.
_NO_AMOUNT = re.compile(
    r"\beuro ?9[58]\b(?![.,]\d)|\b4k(?=[ -]?(?:tv|televisie|scherm|camera|monitor|video|beeld))"
    r"|(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|pad|dreef|markt|park|nr\.?|nummer) \d{1,5} ?k\b",
    re.IGNORECASE,
)


def amounts(text: str) -> Iterator[Span]:
    """Amounts in plain text: `€ 2.500`, `EUR5000`, `2k`, `3 ton`, `vijfduizend euro`."""
    rest = blanked(_NO_AMOUNT, text)
    for pattern in _AMOUNTS:
        for match in pattern.finditer(rest):
            yield match.span()
