"""Account numbers (IBAN)."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span, blanked, hidden

# The length by country (SWIFT IBAN registry).
_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15,
    "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
_GAP = r"[ ._/-]{0,2}"
_LONGEST = max(_LENGTHS.values())
_BEGIN = re.compile(rf"(?:(?<![^\W_])|(?<=(?i:iban)))[A-Za-z]{_GAP}[A-Za-z]{_GAP}\d{_GAP}\d(?={_GAP}[A-Za-z0-9])")
_SIGN = re.compile(rf"{_GAP}([A-Za-z0-9])")
_SHAPED = re.compile(rf"(?<![^\W_])[A-Z]{{2}}\d\d{_GAP}[A-Z]{{4}}(?:{_GAP}\d){{10}}(?!\d)", re.IGNORECASE)


def ibans(text: str) -> Iterator[Span]:
    """Account numbers in plain text that have their country's length and pass mod 97 (ISO 13616), in any grouping."""
    for match in _BEGIN.finditer(text):
        if (end := _end(text, match.start())) is not None:
            yield match.start(), end


def without_ibans(text: str) -> str:
    """The text without what is an account number or has the form of a Dutch one: its digits are no phone number."""
    return blanked(_SHAPED, hidden(text, ibans(text)))


def _end(text: str, start: int) -> int | None:
    """Where an account number that starts here ends, or None."""
    signs, place = "", start
    while len(signs) < _LONGEST and (match := _SIGN.match(text, place)):
        signs, place = signs + match[1].upper(), match.end()
        if len(signs) == _LENGTHS.get(signs[:2]):
            is_whole = place == len(text) or not text[place].isdigit()
            return place if is_whole and _passes(signs) else None
        if len(signs) == len("NL") and signs not in _LENGTHS:
            return None
    return None


def _passes(signs: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
