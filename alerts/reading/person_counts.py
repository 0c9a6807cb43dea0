"""Numbers of persons: how many people a text counts, in digits, in words, or by what they are together."""

import re
from collections.abc import Iterator

from alerts.reading.numbers import NUMBERS, WORD

WHOLE = 4  # from which on the number is `4_plus`
_COUNTED = {
    "tweetal": 2,
    "duo": 2,
    "stel": 2,
    "stelletje": 2,
    "koppel": 2,
    "echtpaar": 2,
    "couple": 2,
    "pair": 2,
    "drietal": 3,
    "trio": 3,
    "viertal": 4,
    "vijftal": 4,
    "zestal": 4,
}
_PAIRS = re.compile(
    rf"\b({'|'.join(_COUNTED)})\b(?! (?:er\b|dat\b|amateurs|idioten|meisjes|jongeren|kids|van\b|of "
    rf"(?:times|minutes|days|hours|bottles)|minutes|weken"
    r"|days|hours|schoenen|sneakers|of shoes))"
)
# A man and a woman, of whom neither has a number; and numbers that are added up: `2 jongens en een meisje`.
_TWO_TOLD = re.compile(
    r"\b(?:man|jongen|vent|kerel|heer|jongeman|knul|guy|boy|bloke) (?:en|and|&|\+|met) (?:een |n |a )?"
    r"(?:vrouw|dame|meisje|meid|woman|girl|lady|jongedame|vrouwtje)\b"
    r"|\b(?:vrouw|dame|meisje|meid|woman|girl|lady) (?:en|and|&|\+|met) (?:een |n |a )?"
    r"(?:man|jongen|vent|kerel|heer|knul|guy|boy)\b"
)
_AT_LEAST = re.compile(r"\b(?:at least|minstens|zeker|minimaal|tenminste|meer dan|more than) $")
_WE = re.compile(r"\b(?:we|wij|ons|ik) (?:[a-z]+ ){0,3}$")
_OF_OTHERS = re.compile(
    r"\b(?:andere|ander|other|overige|mijn|onze|my|our|kamer|nummer|nr|kassa|gang|lijn|om|at|rond|past|"
    r"to|half|voor|over|kwart|hoeveel|many"
    r"|van de|of the|room) $"
)
_OURS = re.compile(r" (?:van ons|personeel|op dienst|werken|werkt|work)\b")
_PERSON = (
    r"(?:mannen|man\b|kerels?|venten|vent\b|gasten|gast\b|gastjes|gozers?|gozre|knullen|knul|jongens?|"
    r"jonge\b|jongetjes|jongemannen|jongeman|jongelui|vrouwen|vrouw"
    r"|dames?|meisjes?|meiden|meid\b|heren|heer\b|personen|persoon|pers\b|persons?|figuren|figuur|types?\b|"
    r"lui\b|daders?"
    r"|dader\(s\)|verdachten|verdachte\b|verd\b|overvallers?|rovers?|dieven|dief\b|jochies?|mannetjes?|"
    r"individuen|pubers?|tieners?|jongeren|jongere\b"
    r"|dd\b|inz\b|inzittenden?|opzittenden?|passagiers?|bezoekers?|mensen|criminelen|boeven|inbrekers?|"
    r"klanten|onbekenden|kinderen|nn\b|nn man|guys?|lads?|dudes?|chaps?"
    r"|m[ae]n\b|wom[ae]n|girls?|boys?|people|suspects?|robbers?|offenders?|perpetrators?|perps?|thieves|"
    r"thief|kids?|teens?|teenagers?"
    r"|youths?|individuals?|males?|females?|occupants?|passengers?|customers|gentlemen|ladies|blokes?|"
    r"fellas?|youngsters?|strangers|gunmen|assailants|attackers)"
)
_N = rf"(\d{{1,2}}|(?:{WORD})\b)"
_NO_ADJECTIVE = (
    r"of|or|en|and|to|tot|keer|x|uur|u|min|minuten|jaar|times|hours|minutes|doors|in|met|with|voor|over|"
    r"past|op|ik|de|het|een|werkt"
    r"|some|a|an|the|that|this|dat|die|dit|deze|pm|am|hour|te|waren|was|is|zijn|per|street|straat|"
    r"winkels|shops|scooters|auto"
    r"|kwart|half|meter|km|van|from|at|om|rond|vanavond|vanmiddag|vanochtend|wapen|weapon|mes|knife|door|by|waar|where"
)
_ADJ = rf"(?:(?!(?:{_NO_ADJECTIVE}|{WORD})\b)[a-z'-]{{2,20}} ){{0,3}}?"
# Counts: each gives a number, or two between which it is left open.
_COUNTS = re.compile(
    rf"(?<![\d.,:/-])\b(?:{_N} ?(?:a|of|or|tot|to|-|/) ?)?{_N} ?x? ?(?:nn )?{_ADJ}{_PERSON}(?![a-z])(?! "
    rf"?(?:geleden|jaar|klanten|sterk personeel))"
)
_BEHIND = re.compile(
    rf"\b(?:man|mannetje) of (?P<about>{WORD}|\d{{1,2}})\b|\b(?:dd|daders|verdachten|verd|suspects|inz|"
    rf"personen|pers)\.?:? ?\(?(?P<behind>\d{{1,2}})(?![\d.:u/-])\)?"
    rf"|\b(?:groep|groepje|bende|clubje|group|gang|bunch) (?:van|of) (?:ongeveer |about |around |zo'n |wel "
    rf")?(?P<group>\d{{1,2}}|{WORD})\b"
    rf"|\b(?P<of_them>\d{{1,2}}|{WORD}) of (?:them|those|the men|the guys)\b|\bmet (?:z'n|zn|zijn|hun) "
    rf"?(?P<together>tweeen|tweetjes|drieen|vieren|vijven|zessen|zijn tweeen)"
    rf"|\b(?P<with>\d{{1,2}}|{WORD}) (?:erin|er in|van die gasten|van hen|van ze|in it|inside it|aan boord|achterop)\b"
    rf"|\b(?P<masked>\d{{1,2}}|{WORD}) (?:in (?:masks|hoods|balaclavas|black|het zwart))\b"
    rf"|\bwith (?P<inside>two|three|four|2|3|4) (?:inside|in it|on it)\b|\b(?:een|1|one) (?:van de|vd|"
    rf"v\.d\.|of the|van) (?P<out_of>\d|{WORD})\b"
)
_TOGETHER = {"tweeen": 2, "tweetjes": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zijn tweeen": 2}
_ADDED = re.compile(
    rf"(?<![\d.,:/-])\b{_N} {_ADJ}{_PERSON} ?(?:en|and|&|\+|plus|met|with) {{1,2}}(?:{_N}|a) {_ADJ}"
    r"(?:vrouw|vrouwen|dames?|meisjes?|meiden|meid|man|mannen|jongens?|gast|woman|women|girls?|ladies|lady|guys?|"
    r"boys?|men|kerels?|vent|heren|heer)\b"
)
_NUMBER_BEFORE = re.compile(rf"\b(?:[2-9]|1\d|(?!een\b|one\b)(?:{WORD})) (?:[a-z-]+ ){{0,2}}$")
_NUMBERED = re.compile(r"\b(?:dader|verdachte|suspect|verd|persoon) ?([1-4])\b(?![.:]\d)")
FOURTH = re.compile(
    r"\b(?:een|a|n|en de|and the) (?:(?P<third>derde|third)|(?P<fourth>vierde|fourth)|(?P<fifth>vijfde|fifth))\b"
    r"(?! (?:keer|van|deel|verdieping|dag|week|time|of|party|floor|maal|winkel|shop|day|zaak))"
)


def counts(small: str) -> Iterator[tuple[int, int, int]]:
    """Yield numbers of offenders with their spans; 0 for a number that is left open."""
    for match in _COUNTS.finditer(small):
        low, high = match[1], match[2]
        value = _value(high)
        if low is not None and _value(low) < value and named(_value(low)) != named(value):
            value = 0
        if _AT_LEAST.search(small[max(0, match.start() - 14) : match.start()]) and value < WHOLE:
            value = 0
        if not _is_of_others(small, match):
            yield _capped(value), *match.span()
    for match in _BEHIND.finditer(small):
        if not (match["together"] and _WE.search(small[max(0, match.start() - 24) : match.start()])):
            written = next(group for group in match.groups() if group)
            yield _capped(_TOGETHER.get(written) or _value(written)), *match.span()
    for match in _PAIRS.finditer(small):
        yield _COUNTED[match[1]], *match.span()
    for match in _TWO_TOLD.finditer(small):
        if not _is_of_others(small, match) and not _NUMBER_BEFORE.search(small[: match.start()][-24:]):
            yield 2, *match.span()
    numbered = {int(match[1]) for match in _NUMBERED.finditer(small)}
    if len(numbered) > 1:
        yield from ((max(numbered), *match.span()) for match in _NUMBERED.finditer(small))


def added(small: str) -> list[tuple[int, int, int]]:
    """Return the sum of two numbers that are told of as one group, with its span: `2 jongens en een meisje`."""
    matches = [match for match in _ADDED.finditer(small) if not _is_of_others(small, match)]
    if len(matches) != 1:
        return []
    first, second = (_value(written) if written else 1 for written in matches[0].groups())
    return [(_capped(first + second), *matches[0].span())]


def _is_of_others(small: str, match: re.Match[str]) -> bool:
    """Whether it counts customers or staff, or the rest of those that are counted already."""
    before = small[max(0, match.start() - 12) : match.start()]
    return bool(_OF_OTHERS.search(before) or _OURS.match(small, match.end()))


def named(value: int) -> str:
    """Return the value of `offender_count` for a number."""
    return "4_plus" if value >= WHOLE else str(value)


def _value(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS.get(written, 0)


def _capped(value: int) -> int:
    return min(value, WHOLE)
