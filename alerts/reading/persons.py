"""How many offenders there were: one number, from how they are counted and told of."""

import re
from collections.abc import Iterator, Sequence

from alerts.reading.numbers import NUMBERS, WORD
from alerts.reading.patterns import Exceptions, Patterns, Read, Seen
from alerts.reading.tokens import Tokens

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
_PUBLIC = frozenset({"mensen", "people", "klanten", "gasten"})
_WE = re.compile(r"\b(?:we|wij|ons|ik) (?:[a-z]+ ){0,3}$")
_OF_WORK = frozenset(
    {"delivery", "parcel", "food", "pizza", "taxi", "truck", "lorry", "bus", "package", "meal", "my", "our"}
)
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
_UNKNOWN = re.compile(
    r"\b(?:onbekend (?:met )?hoeveel|hoeveel (?:het er |er |ze )?(?:waren|zijn|daders)? ?(?:is |was "
    r")?onbekend|onbekend aantal|aantal (?:daders )?onbekend|onbek\.? aantal"
    r"|aantal (?:daders |dd )?(?:is )?(?:niet bekend|nog onbekend)|(?:weet|weten|wist) niet (?:hoeveel|met "
    r"hoeveel)|geen idee (?:hoeveel|met hoeveel)|niet gezien hoeveel|unknown number|number (?:of suspects "
    r")?unknown"
    r"|(?:don'?t|doesn'?t|didn'?t|do not|does not) (?:know|see) how many|no idea how many|not sure how many|"
    r"how many (?:is )?unknown|unknown how many|how many (?:there were|they were|of them) (?:is |was )?"
    r"(?:unknown|not known))\b"
)
_UNDECIDED = re.compile(
    rf"\b(?:maybe|misschien|of|or) (?:maybe |misschien )?{_N} (?:maybe|of misschien|misschien|or maybe|of|or|"
    rf"a) {_N}\b"
)
_FOURTH = re.compile(
    r"\b(?:een|a|n|en de|and the) (?:(?P<third>derde|third)|(?P<fourth>vierde|fourth)|(?P<fifth>vijfde|fifth))\b"
    r"(?! (?:keer|van|deel|verdieping|dag|week|time|of|party|floor|maal|winkel|shop|day|zaak))"
)
_SINGLE = Patterns[int](
    {
        1: (
            "1|een|one|single|a dader|verdachte|suspect|verd|robber|overvaller|offender|pers|persoon|man",
            "1 inz|dd|inzittende|inzittenden|opzittende",
            "dd|inz 1",
            "dader|verdachte alleen",
            "alleen dader",
        )
    }
)
_ANOTHER = Patterns[int](
    {
        2: (
            "MY|zijn|zn|z'n|haar|dr|d'r|his|her|hun|the|de|een|a MATE",
            "ONE ..9 MATE",
            "ONE ..9 nog een ONE",
            "een|eentje|one|1 ..9 ander|andere|other|another|tweede|second",
            "ander|andere|other|another ONE|eentje|one|man",
            "ander|andere|other|another ..2 staat|stond|buiten|binnen|inside|outside|stays|waits|wacht|houdt|keeps",
            "tweede|second ONE|man",
            "beide|beiden|both",
            "eerste|first ..9 tweede|second",
            "een|a man|jongen|guy|boy ..2 en|and een|a vrouw|meisje|woman|girl|meid",
        )
    }
)
_ONE_TOLD = Patterns[int]({1: ("ONE", "een|die|deze|zo'n gek ..1 met|die|loopt|stond|staat|rent|filmt")})
# A man and his wife: only where nobody was hurt, for it may be the shopkeeper's.
_KIN = Patterns[int](
    {
        2: (
            "zijn|zn|z'n|haar|d'r|his|her vrouw|vrouwtje|man|vriendinnetje|zoon|dochter|broer|broertje|zus|zusje|"
            "collega|moeder|vader|wife|husband|son|daughter|brother|sister|mother|father|colleague|makkers",
        )
    }
)
_IN_TURN = Exceptions(
    {
        "": (
            "one|een|eentje|a na|after|voor|by|of de|het|the? ander|andere|another|other|one|een",
            "andere|other|ander|another winkels|winkel|zaken|zaak|shops|shop|stores|store|klanten|klant|customers|"
            "customer|kant|side|day|dag|staff|collega|collega's|mensen|people|hand|straat|street|jewellers|juweliers|"
            "juwelier|jeweller|keer|time|way|manier|deur|door|ingang|entrance|ondernemers|ondernemer|week",
            "beide|beiden|both ..1 kanten|kant|zijden|zijdes|sides|ends|handen|hands|armen|dagen|days|keren|times|"
            "SHOPS|"
            "DOOR|EXIT|LAYOUT|ROUND|VEHICLE",
            "some|een|the sort|soort|night|end or|of|or other|andere",
        )
    }
)
# Who finds or tells something is no offender.
_WITNESS = Exceptions(
    {
        "": (
            "PERHAPS|klant|gast|guest|hotelgast|customer|bezoeker|visitor|voorbijganger|passerby|buurtbewoner ..2 "
            "found|saw|told|reported|noticed|heard|says|said|spotted|alerted|warned|vond|zag|meldde|meldt|vertelde|"
            "vertelt|hoorde|waarschuwde|zei|zegt|tipte",
            "volgens|according een|a|to|de|the? een|a|de|the? PERHAPS|gast|klant|guest|customer",
        )
    }
)
_PERHAPS = Patterns[int]({1: ("PERHAPS",)})
_PASSENGER = Patterns[int]({1: ("passagier|passenger",)})
_HE = Patterns[int](
    {1: ("hij|ie|he|she|hem|him", "zij|ze vroeg|vraagt|heeft|had|is|was|wilde|liep|keek|droeg|boos|maakte")}
)
_HE_DOES = Patterns[int](
    {
        1: (
            "he|she|hij|ie ..1 put|puts|got|kept|said|told|made|came|comes|come|walked|entered|left|"
            "looked|looks|asked|asks|says|zei|kwam|kwamen|komt|loopt|liep|stond|bleef|maakte|heeft|"
            "ging|kreeg|nam|haalde|begon|zag|reed|had|has|draagt|vraagt|kijkt|filmt|steekt|duwt",
            "hij|ie|he|she duwde|trok|pakte|sloeg|dreigde|richtte|rende|griste|greep|stak|droeg|"
            "vluchtte|eiste|wilde|wou|filmde|keek|vroeg"
            "|pushed|pulled|took|threatened|ran|grabbed|punched|fled|demanded|wore|wanted|filmed|tried|"
            "hit|kicked|pointed",
            "hij|he had ..1 een|a|geen|no ..2 KNIFE|FIREARM|BLUNT|MASK|BALACLAVA|HELMET|GARMENT",
        )
    }
)
_OTHERS = Patterns[int]({1: ("STAFF",)})
_PLURAL = Patterns[int](
    {
        2: (
            "MANY",
            "groep|groepje|groepjes|bende|meerdere|stelletje|they|group|bunch|several|verschillende|lui",
            "a|this|that|another|same gang",
            "ze|zij kwamen|hebben|waren|zijn|wilden|reden|liepen|gaan|stonden|kijken|komen|filmden|"
            "maken|gingen|willen|hadden",
            "dader|dd s",
        )
    }
)
_NO_PLURAL = Patterns[int](
    {
        2: (
            "hoeveel|many|how|onze|our|andere|other ..1 MANY",
            "MANY werk|werken|werkt|work|works|people|hier|aanwezig",
            "gasten|people|mensen|heren ..1 lagen|zijn|het|were|inside|in|liggen",
            "heer|heren of mevrouw",
            "voor|of|for mensen|people",
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
    counts = _added(small) or list(_counts(small))
    values = {value for value, _, _ in counts}
    if 0 in values:
        return
    more = values - {1}
    if match := _FOURTH.search(small):
        counts = [(3 if match["third"] else _WHOLE, *match.span())]
        more = {counts[0][0]}
    if len(more) == 1:
        yield from (Read(_named(value), start, end) for value, start, end in counts if value in more)
    elif not more:
        yield from _of_one(tokens, [Read("1", start, end) for _, start, end in counts])


def _named(value: int) -> str:
    return "4_plus" if value >= _WHOLE else str(value)


def _counts(small: str) -> Iterator[tuple[int, int, int]]:
    """Yield numbers of offenders with their spans; 0 for a number that is left open."""
    for match in _COUNTS.finditer(small):
        low, high = match[1], match[2]
        value = _value(high)
        if low is not None and _value(low) < value and _named(_value(low)) != _named(value):
            value = 0
        if _AT_LEAST.search(small[max(0, match.start() - 14) : match.start()]) and value < _WHOLE:
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


def _added(small: str) -> list[tuple[int, int, int]]:
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


def _value(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS.get(written, 0)


def _capped(value: int) -> int:
    return min(value, _WHOLE)


def _of_one(tokens: Tokens, counted: Sequence[Read[str]]) -> Iterator[Read[str]]:
    """Yield one or two persons that are told of without a number over one."""
    apart = {seen.last for seen in _NO_PLURAL.find(tokens)} | {seen.first for seen in _NO_PLURAL.find(tokens)}
    plural = [one for one in _PLURAL.find(tokens) if one.first not in apart and not _is_public(tokens, one)]
    singles = list(_SINGLE.find(tokens))
    others = _others(tokens) if not plural else []
    if others:
        yield Read("2", *others[0].span(tokens))
    elif singles and counted:
        yield from counted
    elif not plural:
        apart |= _indices(_WITNESS, tokens)
        found = [one for one in _ONE_TOLD.find(tokens) if not _is_mine(tokens, one) and one.first not in apart]
        found = found or list(_HE_DOES.find(tokens)) or _perhaps(tokens)
        if not found and not any(_OTHERS.find(tokens)):
            found = list(_HE.find(tokens))
        yield from counted or [Read("1", *one.span(tokens)) for one in found[:1]]


def _others(tokens: Tokens) -> list[Seen[int]]:
    """Return what tells of a second person."""
    in_turn = _indices(_IN_TURN, tokens)
    found = [one for one in _ANOTHER.find(tokens) if one.last not in in_turn and one.first not in in_turn]
    kin = list(_KIN.find(tokens))
    staff = set(tokens.places.get("STAFF", ())) - {one.last for one in kin}
    if not (staff or {"THREAT", "PUSH", "HURT", "CRIME"} & tokens.places.keys()):
        found += kin
    return found


def _indices(exceptions: Exceptions, tokens: Tokens) -> set[int]:
    return {index for seen in exceptions.find(tokens) for index in range(seen.first, seen.last + 1)}


def _is_public(tokens: Tokens, seen: Seen[int]) -> bool:
    """Whether it is about other people than the one who was told of first: `man kijkt mensen op de vingers`."""
    return tokens.all[seen.first].word in _PUBLIC and any(one < seen.first for one in tokens.places.get("ONE", ()))


def _perhaps(tokens: Tokens) -> list[Seen[int]]:
    """Return customers, drivers and the like who do something odd; not when anybody was hurt: it may be them."""
    if {"THREAT", "PUSH", "HURT", "CRIME"} & tokens.places.keys() and not {"klant", "customer"} & tokens.places.keys():
        return []
    found = [*_PERHAPS.find(tokens), *(_PASSENGER.find(tokens) if "taxi" in tokens.places else ())]
    witnesses = _indices(_WITNESS, tokens)
    return [one for one in found if not _is_mine(tokens, one) and one.first not in witnesses]


def _is_mine(tokens: Tokens, seen: Seen[int]) -> bool:
    """Whether it is somebody's own: `mijn man`, `delivery rider`."""
    before = tokens.all[seen.last - 1] if seen.last else None
    return before is not None and (bool({"MY"} & before.concepts) or before.word in _OF_WORK)
