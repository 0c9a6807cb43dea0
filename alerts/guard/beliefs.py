"""Words that tell the religion of people."""

from collections.abc import Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.persons import LOOKS, PERSON, is_said_of_a_person
from alerts.guard.plain import Span
from alerts.guard.words import WordPatterns, Words

_BELIEVERS = by_initial(
    r"(?:moslims?|moslima'?s?|moslimman|moslimmannen|moslimvrouw(?:en)?|moslimjongens?|islamieten|islamiet"
    r"|mohammedan\w{0,40}"
    r"|joden|jood|jodin|christenen|christen|katholieken|protestanten|protestant|hindoes?|boeddhisten|boeddhist|sikhs?"
    r"|salafisten|salafist|soennieten|soenniet|sjiieten|sjiiet|alevieten|aleviet|atheïsten|atheïst|ongelovigen"
    r"|jehova'?s? getuigen?|jehova'?s|gereformeerden|mormonen|mormoon|bekeerlingen|bekeerling"
    r"|muslims?|moslems|jews|jew|christians|catholics|hindus?|buddhists?|jehovah'?s? witness(?:es)?|mormons?|atheists?)"
)
_BELIEVING = by_initial(
    r"(?:islamitische?|joodse?|christelijke?|(?:rooms-?)?katholieke?|protestantse?|gereformeerde?|hindoeïstische?"
    r"|boeddhistische?|orthodoxe?|salafistische?|s(?:oe|u)n{1,6}itische?|sjiitische?|gelovige?"
    r"|streng-?gelovige?|diepgelovige?|religieuze?|evangelische?"
    r"|streng religieuze?|islamic|jewish|christian|catholic|protestant|hindu|buddhist|orthodox|religious|devout|muslim)"
)
_BETWEEN = r"(?:,? (?!en |de |die )[a-zë-]{2,12}e){0,2}"
_PATTERNS = WordPatterns(
    rf"\b({_BELIEVERS})\b",
    rf"\b({_BELIEVING})(?={_BETWEEN},? (?:{PERSON}|{LOOKS})\b)",
    rf"\b(?:is|was|zijn|waren|are|were|leek|leken|bleek|looked|zag(?:en)? er|heel|erg|streng)"
    rf"(?: (?:heel|erg|streng|allebei|overtuigd|duidelijk|very|both|clearly|zeer|ook))? ({_BELIEVING})"
    r"(?=[.,;!?]| en\b| uit\b| and\b| opgevoed\b|$)",
    r"\b(bekeerd(?:e)?(?: tot (?:de |het )?\w{1,40})?|belijdend \w{1,40}|praktiserend \w{1,40}|converted to (?:islam"
    r"|christianity|judaism))\b",
    r"\b((?:aanhangers?|aanhanger) van (?:de |het )?(?:islam|christendom|jodendom|hindoeïsme|boeddhisme))\b",
    r"\b(richting mekka (?:aan het )?bidden|bidt? (?:\w{1,12} ){0,5}richting mekka)\b",
    r"\b((?:doet|doen|deed|deden) (?:ook )?mee (?:met|aan) (?:de )?(?:ramadan|vasten))\b",
    r"\b(?:hij|zij|ze|he|she|they) ((?:viert|vierde|vast|vastte) (?:\w{1,12} )?(?:de |met )?(?:ramadan"
    r"|sabbat|sjabbat))\b",
    r"\b((?:elke|iedere|every) (?:sabbat|sjabbat|vrijdag|zondag|week|friday|sunday) naar (?:de )?(?:sjoel"
    r"|moskee|synagoge|kerk))\b",
    r"\b((?:given|gave|gives) (?:his|her|their) (?:life|heart) to (?:jesus|christ|god|allah))\b",
    r"\b(islamitisch geloof|joods geloof|christelijk geloof|katholiek geloof|islam als geloof)\b",
)
_CLOSING = WordPatterns(rf"\b{_BELIEVING}\b")


def beliefs(small: str, words: Words) -> Iterator[Span]:
    """Find words that tell somebody's belief, in a plain text in small letters."""
    for match in _PATTERNS.finditer(small, words):
        yield match.span(1)
    for match in _CLOSING.finditer(small, words):
        if is_said_of_a_person(small, *match.span()):
            yield match.span()
