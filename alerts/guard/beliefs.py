"""Religion of people."""

import re
from collections.abc import Iterator

from alerts.guard.persons import LOOKS, PERSON, is_said_of_a_person
from alerts.guard.plain import Span

_BELIEVERS = (
    r"(?:moslims?|moslima'?s?|moslimman|moslimmannen|moslimvrouw(?:en)?|moslimjongens?|islamieten|islamiet"
    r"|mohammedan\w*"
    r"|joden|jood|jodin|christenen|christen|katholieken|protestanten|protestant|hindoes?|boeddhisten|boeddhist|sikhs?"
    r"|salafisten|salafist|soennieten|soenniet|sjiieten|sjiiet|alevieten|aleviet|atheïsten|atheïst|ongelovigen"
    r"|jehova'?s? getuigen?|jehova'?s|gereformeerden|mormonen|mormoon|bekeerlingen|bekeerling"
    r"|muslims?|moslems|jews|jew|christians|catholics|hindus?|buddhists?|jehovah'?s? witness(?:es)?|mormons?|atheists?)"
)
_BELIEVING = (
    r"(?:islamitische?|joodse?|christelijke?|(?:rooms-?)?katholieke?|protestantse?|gereformeerde?|hindoeïstische?"
    r"|boeddhistische?|orthodoxe?|salafistische?|s(?:oe|u)n+itische?|sjiitische?|gelovige?|streng-?gelovige?|diepgelovige?|religieuze?|evangelische?"
    r"|streng religieuze?|islamic|jewish|christian|catholic|protestant|hindu|buddhist|orthodox|religious|devout|muslim)"
)
_BETWEEN = r"(?:,? (?!en |de |die )[a-zë-]{2,12}e){0,2}"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b({_BELIEVERS})\b",
        rf"\b({_BELIEVING})(?={_BETWEEN},? (?:{PERSON}|{LOOKS})\b)",
        rf"\b(?:is|was|zijn|waren|are|were|leek|leken|bleek|looked|zag(?:en)? er|heel|erg|streng)"
        rf"(?: (?:heel|erg|streng|allebei|overtuigd|duidelijk|very|both|clearly|zeer|ook))? ({_BELIEVING})"
        r"(?=[.,;!?]| en\b| uit\b| and\b| opgevoed\b|$)",
        r"\b(bekeerd(?:e)?(?: tot (?:de |het )?\w+)?|belijdend \w+|praktiserend \w+|converted to (?:islam"
        r"|christianity|judaism))\b",
        r"\b((?:aanhangers?|aanhanger) van (?:de |het )?(?:islam|christendom|jodendom|hindoeïsme|boeddhisme))\b",
        r"\b(islamitisch geloof|joods geloof|christelijk geloof|katholiek geloof|islam als geloof)\b",
    )
)
_CLOSING = re.compile(rf"\b{_BELIEVING}\b")


def beliefs(small: str) -> Iterator[Span]:
    """The words that tell the belief of somebody, in a plain text in small letters."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(small):
            yield match.span(1)
    for match in _CLOSING.finditer(small):
        if is_said_of_a_person(small, *match.span()):
            yield match.span()
