"""Bank account numbers (IBAN)."""

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
_BEGIN = re.compile(rf"(?:(?<![^\W_])|(?<=(?i:iban)))([A-Za-z]){_GAP}([A-Za-z]){_GAP}\d{_GAP}\d(?={_GAP}[A-Za-z0-9])")
_WHOLE = {
    length: re.compile(rf"[A-Za-z0-9](?:{_GAP}[A-Za-z0-9]){{{length - 1}}}(?!\d)") for length in {*_LENGTHS.values()}
}
_WITHOUT_GAPS = str.maketrans("", "", " ._/-")
_SHAPED = re.compile(rf"(?<![^\W_])[A-Z]{{2}}\d\d{_GAP}[A-Z]{{4}}(?:{_GAP}\d){{10}}(?!\d)", re.IGNORECASE)


def ibans(text: str) -> Iterator[Span]:
    """Find account numbers in a plain text that have their country's length and pass mod 97 (ISO 13616), in any
    grouping."""
    for begun in _BEGIN.finditer(text):
        length = _LENGTHS.get((begun[1] + begun[2]).upper())
        match = _WHOLE[length].match(text, begun.start()) if length else None
        if match and _passes(match[0].translate(_WITHOUT_GAPS)):
            yield match.span()


def without_ibans(text: str) -> str:
    """Return the text with account numbers, and everything in the form of a Dutch one, made unreadable, so that their
    digits are not taken for a phone number."""
    return blanked(_SHAPED, hidden(text, ibans(text)))


def _passes(signs: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
