"""Words for peoples, Dutch and English: calling somebody by one tells their origin."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span
from alerts.guard.states import ADJECTIVES, COUNTED, COUNTRIES, PEOPLES
from alerts.guard.words import Words, WordSet

# Words for the people of a part of a state, of several states, of a former state, and other words for those of a state.
_MORE_TEXT = """
    fransmannen fransozen fransoos walen denemarker denemarkers polak polakken zuid-afrikaner irakiër irakiërs bengalen
    balkanner balkanners scandinaviër scandinaviërs tsjechoslowaken arubaan arubanen curaçaoënaar curaçaoënaars
    curaçaoënaren antillenaars riffijnen molukker molukkers filipino filipinos frenchman frenchmen frenchwoman
    frenchwomen englishman englishmen englishwoman englishwomen irishman irishmen irishwoman irishwomen scotsman
    scotsmen welshmen dutchman dutchmen spaniard czechs danes icelander yugoslavs antilleans arubans east_europeans
    south_americans
"""
_PEOPLE = PEOPLES | {word.replace("_", " ") for word in _MORE_TEXT.split()}
_COUNTED = (COUNTED | {"czech", "brits", "antilliaanse"}) - _PEOPLE
_ANY = WordSet(_PEOPLE | _COUNTED | ADJECTIVES | COUNTRIES)

_WITH_A_PLATE = re.compile(r" (?:met|with) [\w-]{0,9}\d")  # a Belg with a plate is a car
_A_NUMBER_OF = re.compile(
    r"\b(?:een|die|deze|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|paar|enkele|groep|groepje|bende|stel|stelletje|an?"
    r"|two|three|four|five|six|some|those|these|(?:group|gang|couple) of) $"
)
_DO_SOMETHING = re.compile(
    r" (?:in|met|die|op|aan|uit|was|is|liep|reed|stond|kwam|stal|vluchtte|rende|waren|zijn|liepen|reden|stonden|kwamen"
    r"|stalen|vluchtten|renden|filmden|on|with|who|were|are|ran|walked|drove|came|tried|stood|stole|took|fled|entered|at)"
    r"\b|[.,!?]|$"
)
_ACT = re.compile(
    r" (?:liepen|reden|stonden|kwamen|stalen|vluchtten|renden|filmden|probeerden|hingen|sloegen|bedreigden)\b"
)
_PLURALS = frozenset({"polen", "zweden", "finnen", "noren", "denen", "letten", "esten", "schotten", "ieren"})
_A_COUNTRY = re.compile(r"\b(?:in|uit|naar|van|door|voor|from|to) $")
_THEY_ARE = re.compile(r"\b(?:het|dat|dit|ze|zij|they) (?:zijn|waren|are|were)(?: allemaal| allebei| all| both)? $")
_NO_MORE = re.compile(r"[.,;!?]|$| (?:en|and|met|with|uit|from)\b")
_WHO_WATCH = re.compile(r"(?:die|deze) letten op$")
_LOOK_BACK = 30


def peoples(small: str, words: Words) -> Iterator[Span]:
    """Find words for one or several of a people, in a plain text in small letters."""
    for match in _ANY.finditer(small, words):
        if match[0] in _PEOPLE and not _WITH_A_PLATE.match(small, match.end()):
            yield match.span()
        if match[0] in _COUNTED and _are_people(small, match):
            yield match.span()


def adjectives(small: str, words: Words) -> Iterator[re.Match[str]]:
    """Find adjectives that tell origin when they are said of a person."""
    return (match for match in _ANY.finditer(small, words) if match[0] in ADJECTIVES)


def countries(small: str, words: Words) -> Iterator[re.Match[str]]:
    """Find names of states."""
    return (match for match in _ANY.finditer(small, words) if match[0] in COUNTRIES)


def _are_people(small: str, match: re.Match[str]) -> bool:
    """Whether an ambiguous word means people: it is counted, stands after a demonstrative, or does what people do."""
    start, end = match.span()
    before = small[max(0, start - _LOOK_BACK) : start]
    if _THEY_ARE.search(before) and _NO_MORE.match(small, end):
        return True
    if match[0] in _PLURALS and _ACT.match(small, end):
        return not _A_COUNTRY.search(before)
    is_counted = _A_NUMBER_OF.search(before) and _DO_SOMETHING.match(small, end)
    return bool(is_counted) and not _WHO_WATCH.search(before + small[start : end + len(" op")])
