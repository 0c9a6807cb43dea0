"""How many offenders there were: one number, from how they are counted and told of."""

import re
from collections.abc import Iterator, Sequence

from alerts.reading.numbers import NUMBERS, WORD
from alerts.reading.patterns import Patterns, Read, Seen
from alerts.reading.tokens import Tokens

_COUNTED = (
    "tweetal:2 duo:2 stel:2 stelletje:2 koppel:2 echtpaar:2 couple:2 pair:2 drietal:3 trio:3 viertal:4 "
    "vijftal:4 zestal:4"
)
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
_N = rf"(\d{{1,2}}|{WORD})"
_ADJ = (
    r"(?:(?!(?:of|or|en|and|to|tot|keer|x|uur|u|min|minuten|jaar|times|hours|minutes|doors|in|met|with|voor|"
    r"over|past|op|ik|de|het|een|werkt)\b)[a-z'-]{2,20} ){0,3}?"
)
# Counts: each gives a number, or two between which it is left open.
_COUNTS = re.compile(
    rf"(?<![\d.,:/-])\b(?:{_N} ?(?:a|of|or|tot|to|-|/) ?)?{_N} ?x? ?(?:nn )?{_ADJ}{_PERSON}(?! ?(?:geleden|"
    rf"jaar|klanten))"
)
_BEHIND = re.compile(
    rf"\b(?:man|mannetje) of (?P<about>{WORD}|\d{{1,2}})\b|\b(?:dd|daders|verdachten|verd|suspects|inz|"
    rf"personen|pers)\.?:? ?\(?(?P<behind>\d{{1,2}})(?![\d.:u/-])\)?"
    rf"|\b(?:groep|groepje|bende|clubje|group|gang|bunch) (?:van|of) (?:ongeveer |about |around |zo'n |wel "
    rf")?(?P<group>\d{{1,2}}|{WORD})\b"
    rf"|\b(?P<of_them>\d{{1,2}}|{WORD}) of (?:them|those|the men|the guys)\b|\bmet (?:z'n|zn|zijn|hun) "
    rf"?(?P<together>tweeen|tweetjes|drieen|vieren|vijven|zessen|zijn tweeen)"
    rf"|\b(?P<with>\d{{1,2}}|{WORD}) (?:in|inside|erin|er in|van die gasten|van hen|van ze)\b(?! (?:de|the|"
    rf"our|my|een|a|onze|winkel|en|uur|totaal|total|twee|row|and))"
    rf"|\bwith (?P<inside>two|three|four|2|3|4) (?:inside|in it|on it)\b|\b(?:een|1|one) (?:van de|vd|v\.d\.|"
    rf"of the|van) (?P<out_of>\d|{WORD})\b"
    rf"|\b(?P<three_of>two|three|four) of us\b"
)
_TOGETHER = {"tweeen": 2, "tweetjes": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zijn tweeen": 2}
_NUMBERED = re.compile(r"\b(?:dader|verdachte|suspect|verd|persoon) ?([1-4])\b(?![.:]\d)")
_UNKNOWN = re.compile(
    r"\b(?:onbekend (?:met )?hoeveel|hoeveel (?:het er |er |ze )?(?:waren|zijn|daders)? ?(?:is |was "
    r")?onbekend|onbekend aantal|aantal (?:daders )?onbekend|onbek\.? aantal"
    r"|aantal (?:daders |dd )?(?:is )?(?:niet bekend|nog onbekend)|(?:weet|weten|wist) niet (?:hoeveel|met "
    r"hoeveel)|geen idee (?:hoeveel|met hoeveel)|niet gezien hoeveel|unknown number|number (?:of suspects "
    r")?unknown"
    r"|(?:don'?t|doesn'?t|didn'?t|do not|does not) (?:know|see) how many|no idea how many|not sure how many|"
    r"how many (?:is )?unknown)\b"
)
_UNDECIDED = re.compile(
    rf"\b(?:maybe|misschien|of|or) (?:maybe |misschien )?{_N} (?:maybe|of misschien|misschien|or maybe|of|or|"
    rf"a) {_N}\b"
)
_ANOTHER = Patterns[int](
    {
        2: (
            "MY|zijn|haar|his|her|hun|the|de|een|a MATE",
            "een|eentje|one|1|een ..9 ander|andere|other|another|tweede|second",
            "ander|andere|other|another ONE|eentje|one|man",
            "ander|other ..2 staat|stond|buiten|binnen|inside|outside|stays|waits|wacht",
            "tweede|second ONE|man",
            "beide|beiden|both",
            "eerste|first ..9 tweede|second",
            "de een|een|1 ..7 de ander|ander",
        )
    }
)
_ONE_TOLD = Patterns[int](
    {
        1: (
            "een|1|one|a|an|deze|die|dat|this|that|zo'n|some|dezelfde|the|de|same|n|'n|weer|onbekende|"
            "single|vreemde|random|another|dit|onbek|alleen ..3 ONE",
            "ONE",
            "iemand|someone|somebody|eentje",
            "een|1|one|a|an|the|de|deze|die|zo'n ..2 PERHAPS",
        )
    }
)
_MAY_BE = Patterns[int](
    {
        1: (
            "PERHAPS ..1 vroeg|vraagt|wilde|wou|probeerde|keek|filmde|filmt|heeft|had|bedreig*|trok|asked|tried|"
            "wanted|was|is|kept|keeps|has|had|achterin|got|pulled|filming|watching",
        )
    }
)
_HE = Patterns[int]({1: ("hij|ie|he|she", "zij|ze vroeg|vraagt|heeft|had|is|was|wilde|liep|keek|droeg|boos|maakte")})
_OTHERS = Patterns[int]({1: ("STAFF|PERHAPS",)})
_PLURAL = Patterns[int](
    {
        2: (
            "MANY",
            "groep|groepje|groepjes|bende|meerdere|stelletje|they|group|gang|bunch|several|verschillende|lui",
            "ze|zij kwamen|hebben|waren|zijn|wilden|reden|liepen|gaan|stonden|kijken|komen|filmden|maken",
            "dader|dd s",
        )
    }
)
_WHOLE = 4  # from which on the number is `4_plus`


def persons(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the value of `offender_count`; nothing when it is not said or left open. Spans are of the plain text."""
    small = tokens.told
    if match := _UNKNOWN.search(small):
        yield Read("unknown", *match.span())
        return
    if _UNDECIDED.search(small):
        return
    counts = list(_counts(small))
    values = {value for value, _, _ in counts}
    if 0 in values:
        return
    if len(values) > 1:
        values -= {1}
    if len(values) == 1 and values != {1}:
        yield from (Read(_named(value), start, end) for value, start, end in counts if value in values)
    elif not values or values == {1}:
        yield from _of_one(tokens)


def _named(value: int) -> str:
    return "4_plus" if value >= _WHOLE else str(value)


def _counts(small: str) -> Iterator[tuple[int, int, int]]:
    """Yield numbers of offenders with their spans; 0 for a number that is left open."""
    for match in _COUNTS.finditer(small):
        low, high = match[1], match[2]
        value = _value(high)
        if low is not None and _value(low) < value and _named(_value(low)) != _named(value):
            value = 0
        if not _is_of_others(small, match):
            yield _capped(value), *match.span()
    for match in _BEHIND.finditer(small):
        written = next(group for group in match.groups() if group)
        yield _capped(_TOGETHER.get(written) or _value(written)), *match.span()
    for word, number in (one.split(":") for one in _COUNTED.split()):
        for match in re.finditer(
            rf"\b{word}\b(?! (?:er\b|dat\b|amateurs|idioten|meisjes|jongeren|kids|of\b(?! (?:men|guys|lads|"
            rf"kids|boys|girls|women|people|teens|youths)))|van\b)",
            small,
        ):
            yield int(number), *match.span()
    numbered = {int(match[1]) for match in _NUMBERED.finditer(small)}
    if len(numbered) > 1:
        for match in _NUMBERED.finditer(small):
            yield max(numbered), *match.span()


def _is_of_others(small: str, match: re.Match[str]) -> bool:
    """Whether it counts customers, staff or the shops, or the rest of those that are counted already."""
    before = small[max(0, match.start() - 12) : match.start()]
    behind = small[match.end() : match.end() + 12]
    return bool(
        re.search(
            r"\b(?:andere|ander|other|overige|mijn|onze|my|our|kamer|nummer|nr|kassa|gang|lijn|om|at|rond) $", before
        )
        or re.match(r" (?:van ons|personeel)\b", behind)
    )


def _value(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS.get(written, 0)


def _capped(value: int) -> int:
    return min(value, _WHOLE)


def _of_one(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield one or two persons that are told of without a number."""
    plural = list(_PLURAL.find(tokens))
    ones = [one for one in _ONE_TOLD.find(tokens) if not _is_mine(tokens, one)]
    if others := list(_ANOTHER.find(tokens)):
        if not plural:
            yield from _spanned(tokens, others[:1], "2")
        return
    if plural:
        return
    found = ones[:1] or list(_MAY_BE.find(tokens))[:1]
    if not found and not any(_OTHERS.find(tokens)):
        found = list(_HE.find(tokens))[:1]
    yield from _spanned(tokens, found, "1")


def _is_mine(tokens: Tokens, seen: Seen[int]) -> bool:
    """Whether it is somebody's own: `mijn man`."""
    before = tokens.all[seen.last - 1] if seen.last else None
    return before is not None and "MY" in before.concepts


def _spanned(tokens: Tokens, seen: Sequence[Seen[int]], value: str) -> Iterator[Read[str]]:
    return (Read(value, *one.span(tokens)) for one in seen)
