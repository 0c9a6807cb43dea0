"""Dates of birth: a date beside a word for birth, behind a name, or long ago and beside a document of identity."""

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
    rf"|(?:[0-3]\d[01]\d(?:19|20)\d\d|(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d\d\d)"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?[- ./]?(?:of )?{_MONTH}\.?,?[- ./]?{_YEAR}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd"
    rf"|th)?,? ?(?:19|20)\d\d)(?!\d)"
)
_IN_WORDS = (
    rf"(?:(?:de )?[a-zë]{{3,16}} {_MONTH} (?:{_YEAR}|negentien[a-zë ]{{3,30}}|tweeduizend[a-zë ]{{0,20}})(?!\d)"
    rf"|\d{{1,2}} {_MONTH} (?:negentien[a-zë]{{3,30}}|tweeduizend[a-zë]{{0,20}}))"
)
_BORN = (
    r"(?:geboren|geboorte ?(?:datum|dag|jaar)?|geb\.? ?dat(?:um)?|geb|gbd|born|birth|birthday|birthdate|birth date"
    r"|date of birth|d\.?o\.?b|verjaardag|verjaart|jarig|g\.d|gd)"
)
_BETWEEN = (
    r"(?: ?[.:,=(-]| is| was| op| in \w+(?: op)?| te \w+(?: op)?| zijnde| on| dd| d\.d| the| den| van hem"
    r"| verdachte| date| datum| ?dd\.){0,4}"
)
_SIGN = re.compile(r"geb|gbd|born|birth|verjaar|jarig|\bg\.?d|\bd\.?o\.?b|[*°]")
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w){_BORN}{_BETWEEN} ?(?<!\d)({_DATE}|{_IN_WORDS})",
        rf"(?<!\d)({_DATE})(?: ?[,(])? ?(?:is |als )?(?:zijn |haar |his |her |de |the )?(?:{_BORN})(?!\w)",
        rf"[*°] ?({_DATE})",
    )
)
_ANY = re.compile(rf"(?<![\d./-])({_DATE})")
# Old enough for whoever is spoken of; shops and documents have younger dates.
_LONG_AGO = re.compile(r"(?<!\d)(?:19[2-9]\d|200\d|201[0-5])(?!\d)")
_OF_A_PERSON = re.compile(
    rf"(?<!\w)(?:{_BORN}|id(?:-?(?:kaart|bewijs|pas))?|identiteits\w+|legitim\w+|paspoort|rijbewijs|pasje"
    r"|pas(?! (?:op|na|om|in|vanaf|later|sinds))"
    r"|verblijfs\w+|leeftijd|minderjarig|meerderjarig|passport|driving licen[cs]e|driver'?s licen[cs]e|id card)(?!\w)"
)
_OF_A_PAPER = re.compile(
    r"geldig|verlo+p|afgegeven|uitgegeven|\btot\b|sinds|vanaf|bestaa|opgericht|valid|expire|issued|since"
)
_NAMED = re.compile(rf"(?<!\w)([^\W\d_]{{2,30}})(?: [a-z]\.?)?(?: \(|, ?| )({_DATE})(?=(\)?))")
_NEAR = 45  # signs around a date that may say whose it is


def birth_dates(text: str, small: str) -> Iterator[Span]:
    """The dates themselves, in a plain text and the same in small letters."""
    if _SIGN.search(small):
        for pattern in _PATTERNS:
            for match in pattern.finditer(small):
                yield match.span(1)
    if _OF_A_PERSON.search(small):
        for match in _ANY.finditer(small):
            if _LONG_AGO.search(match[1]) and _is_beside_a_person(small, *match.span(1)):
                yield match.span(1)
    for match in _NAMED.finditer(small):
        is_name = text[match.start()].isupper() and (match[1] in SURNAMES or match[1] in GIVEN)
        if is_name and (match[3] or _LONG_AGO.search(match[2])):
            yield match.span(2)


def _is_beside_a_person(small: str, start: int, end: int) -> bool:
    before, after = small[max(0, start - _NEAR) : start], small[end : end + _NEAR]
    if _OF_A_PAPER.search(before):
        return False
    return bool(_OF_A_PERSON.search(before) or _OF_A_PERSON.search(after))
