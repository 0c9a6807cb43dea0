"""Dates of birth: a date beside a word for birth, behind a name, or long ago and beside a document of identity."""

import re
from collections.abc import Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.given_names import GIVEN, SURNAMES
from alerts.guard.plain import Span
from alerts.guard.readings import in_digits

_MONTH = by_initial(
    r"(?:jan(?:uari|uary)?|feb(?:r|ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july"
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
_BORN = by_initial(
    r"(?:geboren|geboorte ?(?:datum|dag|jaar)?|geb\.? ?dat(?:um)?|geb|gbd|born|birth|birthday|birthdate|birth date"
    r"|date of birth|d\.?o\.?b|verjaardag|verjaart|jarig|g\.d|gd)"
)
_BETWEEN = (
    r"(?: ?[.:,=(-]| is| was| op| in \w{1,40}(?: op)?| te \w{1,40}(?: op)?| zijnde| on| dd| d\.d| the"
    r"| den| van hem| de| hij| zij| ze| he| she"
    r"| verdachte| date| datum| ?dd\.){0,4}"
)
# Forms that stand for a date only directly behind a word for birth.
_LOOSE = (
    rf"(?:\d{{1,2}} ?[^\w\s]{{1,2}} ?\d{{1,2}} ?[^\w\s]{{1,2}} ?{_YEAR}(?!\d)"
    rf"|\d{{1,2}}(?:e|ste|de|st|nd|rd|th)? (?:of )?{_MONTH}[^.;!?\d]{{0,26}}{_YEAR}(?!\d)|\d(?: \d){{7}}(?! ?\d)"
    rf"|\d{{1,2}},? maand \d{{1,2}},? jaar {_YEAR}(?!\d))"
)
_SIGN = re.compile(r"geb|gbd|born|birth|verjaar|jarig|\bg\.?d|\bd\.?o\.?b|[*°]")
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w){_BORN}{_BETWEEN} ?(?<!\d)(?:dag )?({_DATE}|{_IN_WORDS}|{_LOOSE})",
        rf"(?<!\d)({_DATE})(?: ?[,(])? ?(?:is |als )?(?:zijn |haar |his |her |de |the )?(?:{_BORN})(?!\w)",
        rf"[*°] ?({_DATE})",
    )
)
_ANY = re.compile(rf"(?<![\d./-])({_DATE})")
# Years that are old enough for the birth of a person who is described; shops and documents have younger dates.
_LONG_AGO = re.compile(r"(?:(?<!\d)|(?<=[0-3]\d[01]\d))(?:19[2-9]\d|200\d|201[0-5])(?!\d)")
_OF_A_PERSON = re.compile(
    rf"(?<!\w)(?:{_BORN}|id(?:-?(?:kaart|bewijs|pas))?|identiteits\w{{1,40}}|legitim\w{{1,40}}|paspoort|rijbewijs|pasje"
    r"|pas(?! (?:op|na|om|in|vanaf|later|sinds))"
    r"|verblijfs\w{1,40}|leeftijd|minderjarig|meerderjarig|passport|driving licen[cs]e"
    r"|driver'?s licen[cs]e|id card)(?!\w)"
)
_OF_A_PAPER = re.compile(
    r"geldig|verlo{1,6}p|afgegeven|uitgegeven|\btot\b|sinds|vanaf|bestaa|opgericht|valid|expire|issued|since"
)
_NAMED = re.compile(rf"(?<!\w)([^\W\d_]{{2,30}})(?: [a-z]\.?)?(?: \(|, ?| )({_DATE})(?=(\)?))")
_BRACKETED = re.compile(rf" \(({_DATE})\)")
_NAME_BEFORE = re.compile(
    r"(?<!\w)(?:[A-Z]\.[ -]?|[^\W\d_]{2,30}[ -])(?:(?:van|de|der|den|el|al|ten|ter|[A-Z]\.)[ -]){0,3}"
    r"[A-Z][^\W\d_]{1,30}$"
)
_SURNAME_OR_GIVEN = SURNAMES | GIVEN
_IS_INITIAL = re.compile(r"[A-Z]\.")
_LONGEST_NAME = 60
_NEAR = 45  # characters around a date that may say whose it is


def birth_dates_in_words(small: str) -> Iterator[Span]:
    """Find dates of birth in words, in a plain text in small letters: `geboren op derde mei negentientachtig`."""
    reading = in_digits(small) if _SIGN.search(small) else None
    if reading is not None:
        for pattern in _PATTERNS:
            for match in pattern.finditer(reading.text):
                if span := reading.original(match.span(1)):
                    yield span


def birth_dates(text: str, small: str) -> Iterator[Span]:
    """Find dates of birth in digits, in a plain text (given also in small letters); the span is that of the date."""
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
    for match in _BRACKETED.finditer(small):
        name = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if name and _is_of_somebody(name[0]):
            yield match.span(1)


def _is_beside_a_person(small: str, start: int, end: int) -> bool:
    before, after = small[max(0, start - _NEAR) : start], small[end : end + _NEAR]
    if _OF_A_PAPER.search(before):
        return False
    return bool(_OF_A_PERSON.search(before) or _OF_A_PERSON.search(after))


def _is_of_somebody(name: str) -> bool:
    parts = re.split("[ -]", name.lower())
    return _IS_INITIAL.match(name) is not None or not _SURNAME_OR_GIVEN.isdisjoint(parts)
