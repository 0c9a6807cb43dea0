"""Dates of birth: a date beside a word for birth, or in brackets behind a name."""

import re
from collections.abc import Iterator

from alerts.guard.given_names import GIVEN, SURNAMES
from alerts.guard.plain import Span

_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july"
    r"|aug(?:ustus|ust)?"
    r"|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_DATE = (
    rf"(?:\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?{_YEAR}|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|\d{{1,2}} \d{{1,2}} (?:19|20)\d\d"
    rf"|(?:[0-3]\d[01]\d(?:19|20)\d\d|(?:19|20)\d\d[01]\d[0-3]\d)"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?[- ./]?(?:of )?{_MONTH}\.?,?[- ./]?{_YEAR}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd"
    rf"|th)?,? ?(?:19|20)\d\d)(?!\d)"
)
_BORN = (
    r"(?:geboren|geboorte ?(?:datum|dag)?|geb\.? ?dat(?:um)?|geb|born|birth|birthday|birthdate|birth date"
    r"|date of birth|d\.?o\.?b"
    r"|verjaardag|verjaart|jarig|g\.d|gd)"
)
_BETWEEN = (
    r"(?: ?[.:,=(-]| is| was| op| in \w+(?: op)?| te \w+(?: op)?| zijnde| on| dd| d\.d| the| den| van hem"
    r"| verdachte| date| datum){0,4}"
)
_SIGN = re.compile(r"geb|born|birth|verjaar|jarig|\bg\.?d|\bd\.?o\.?b|\*")
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w){_BORN}{_BETWEEN} ?(?<!\d)({_DATE})",
        rf"(?<!\d)({_DATE})(?: ?[,(])? ?(?:is |als )?(?:zijn |haar |his |her |de |the )?(?:{_BORN})(?!\w)",
        rf"\* ?({_DATE})",
    )
)
_IN_BRACKETS = re.compile(rf"(?<!\w)([^\W\d_]{{2,30}})(?: [a-z]\.?)? \(({_DATE})\)")


def birth_dates(text: str, small: str) -> Iterator[Span]:
    """The dates themselves, in a plain text and the same in small letters."""
    if _SIGN.search(small):
        for pattern in _PATTERNS:
            for match in pattern.finditer(small):
                yield match.span(1)
    for match in _IN_BRACKETS.finditer(small):
        if text[match.start()].isupper() and (match[1] in SURNAMES or match[1] in GIVEN):
            yield match.span(2)
