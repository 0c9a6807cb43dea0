"""Numbers of persons: how many people a text counts, in digits, in words, or by what they are together."""

import re
from collections.abc import Iterator

from alerts.reading.numbers import NUMBERS, WORD
from alerts.reading.other_people import are_others, is_of_something
from alerts.reading.person_words import ADJECTIVES, PERSON, N

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
    "duootje": 2,
    "twosome": 2,
    "threesome": 3,
    "foursome": 4,
}
_PAIRS = re.compile(
    rf"\b({'|'.join(_COUNTED)})\b(?! (?:er\b|amateurs|idioten|meisjes|jongeren|kids|van\b|of "
    rf"(?:times|minutes|days|hours|bottles)|minutes|weken"
    r"|days|hours|schoenen|sneakers|of shoes|jassen|handschoenen|oorbellen|brillen|keer|"
    r"uur|dagen|klanten|collega|medewerkers|euro|meter|telefoons|"
    r"of (?:gloves|glasses|jeans|earrings|pairs|phones)))"
)
# A man and a woman, of whom neither has a number; and numbers that are added up: `2 jongens en een meisje`.
_TWO_TOLD = re.compile(
    r"\b(?:man|jongen|vent|kerel|heer|meneer|jongeman|knul|guy|boy|bloke) (?:en|and|&|\+|met) (?:een |n |a )?"
    r"(?:vrouw|dame|mevrouw|meisje|meid|woman|girl|lady|jongedame|vrouwtje)\b"
    r"|\b(?:vrouw|dame|mevrouw|meisje|meid|woman|girl|lady) (?:en|and|&|\+|met) (?:een |n |a )?"
    r"(?:man|jongen|vent|kerel|heer|meneer|knul|guy|boy)\b"
    r"|\b(?:een|1|one) (?:van de|vd|of the|van hen|of them) ?(?:daders|overvallers|mannen|jongens|verdachten|robbers|"
    r"men|suspects)?\b[^.;]{1,60}\b(?:en|and|,) ?(?:de|the) (?:ander|andere|other)\b(?! (?:twee|drie|two|three|[2-9]))"
    r"|\b(?:beide|both) (?:daders|mannen|overvallers|jongens|verdachten|vrouwen|personen|men|suspects|robbers|guys|"
    r"boys|"
    r"lads|women)\b|\b(?:both (?:masked|armed|wearing|in|with)|(?:beiden|allebei) (?:gemaskerd|gewapend|een|met|in))\b"
)
_MOST = 30  # offenders that are told of in such words
_AT_LEAST = re.compile(r"\b(?:at least|minstens|zeker|minimaal|tenminste|meer dan|more than|minimum|no less than) $")
_WE = re.compile(r"\b(?:we|wij|ons|ik) (?:[a-z]+ ){0,3}$")
# Counts: each gives a number, or two between which it is left open.
_COUNTS = re.compile(
    rf"(?<![\d.,:/-])\b(?:{N} ?(?:a|of|or|tot|to|-|/) ?)?{N} ?x? ?(?:nn )?{ADJECTIVES}{PERSON}(?![a-z'-])(?! "
    rf"?(?:geleden|jaar|klanten|sterk personeel|horloges?|jassen|parfums?|schoenen|tassen|fietsen|watches|perfumes?|"
    rf"jackets|coats|shoes|bikes)\b)"
)
_LITTLE = r"\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|two|three|four|five|six|seven|eight"
_PLACED = (
    r"te|door|binnen|buiten|voor|bij|in|op|achter|naar|erin|erop|rond|langs|waiting|outside|inside|at|by|on|standing|"
    r"tegenover|opposite|aan de overkant|weg|with|met|die|who"
)
_BEHIND = re.compile(
    rf"\b(?P<many>tiental|dozijn|tientallen|twintigtal|dozens|half a dozen) (?:of )?{ADJECTIVES}{PERSON}(?![a-z'-])"
    rf"|\b(?:man|mannetje|stuk) of (?P<about>{WORD}|\d{{1,2}})\b|\b(?:dd|daders|verdachten|verd|suspects|inz|"
    rf"overvallers|personen|pers|offenders|perps)\.?:? ?\(?(?P<behind>\d{{1,2}})(?![\d.:u/-]| ?(?:uur|min|jaar))\)?"
    rf"|\b(?:groep|groepje|bende|clubje|ploeg|kliek|group|gang|bunch|crew) (?:van|of) (?:ongeveer |about |around |zo'n "
    rf"|wel |zeker |een man of )?(?P<group>\d{{1,2}}|{WORD})\b"
    rf"|\b(?P<of_them>\d{{1,2}}|{WORD}) of (?:them|those|the men|the guys)\b(?! (?:off|open|away|back))"
    rf"|\bmet (?:z'n|zn|zijn|hun|hen|ze) ?"
    rf"?(?P<together>tweeen|tweetjes|drieen|vieren|vijven|zessen|zevenen|achten|zijn tweeen)"
    rf"|\bmet (?:z'n|zn|hun) (?P<together2>{_LITTLE})\b"
    rf"|\b(?P<with>\d{{1,2}}|{WORD}) (?:erin|er in|van die (?:gasten|gozers|types|jongens)|van hen|van ze|in it|"
    rf"inside it|aan boord|achterop)\b"
    rf"|\b(?P<masked>\d{{1,2}}|{WORD}) (?:in (?:masks|hoods|balaclavas|black|het zwart))\b"
    rf"|\bwith (?P<inside>two|three|four|2|3|4) (?:inside|in it|on it)\b|\b(?:een|1|one) (?:van de|vd|"
    rf"v\.d\.|of the|van) (?P<out_of>\d|{WORD})\b(?! (?:winkels|zaken|shops|stores|deuren|doors|ramen|kassa))"
)
# Without a noun: `er stonden twee te wachten`, `ze waren met drie`, `die twee van gisteren`.
_WITHOUT_NOUN = re.compile(
    rf"\b(?:stonden|stond|zaten|staan|zitten|hingen|hangen|waren|zijn|kwamen|komen|liepen|lopen|renden|stormden|reden|"
    rf"zag|zagen|see|saw|were|are|was|there's)(?: (?:er|ook|weer|net|ze|ineens|opeens|buiten|binnen|ik|we|only|"
    rf"maar|still|nog|ongeveer|about)){{0,3}} (?:met )?(?P<placed>{_LITTLE})(?= (?:{_PLACED})\b)"
    rf"|(?<![\d.:])\b(?P<doing>{_LITTLE}) (?:te wachten|in de auto|in de bus|in het busje|op de scooter|op de motor|"
    rf"op een scooter|op een fatbike|op een brommer|waiting|stonden|bleven|hielden|renden|"
    rf"stormden|stayed|stood|kept|ran in|rushed|"
    rf"gemaskerd|masked|armed|gewapend)\b"
    rf"|\b(?:waren|zijn|kwamen|komen|liepen|renden)(?: (?:ze|er|wel|ongeveer|minstens|zeker)){{0,2}} (?:met|er|ze) "
    rf"(?P<with_them>{_LITTLE})(?= ?(?:[.,;!?)]|$)| (?:binnen|en|naar|weg|tegelijk|in totaal|waarvan|aan)\b)"
    rf"|\b(?:die|deze|dezelfde|diezelfde|those|these|the same|that same|de|the) "
    rf"(?P<those>twee|drie|vier|two|three|four|2|3|4)"
    rf"(?= ?(?:[.,;!?)]|$)| (?:van|from|weer|again|are|were|zijn|waren|stonden|staan|lopen|liepen|hangen|"
    rf"renden|ran|kwamen|came|who|die|back|left|gingen|keken|reden)\b)"
    rf"|\b(?:they|there) (?:are|were|was) (?P<they>{_LITTLE})(?= ?(?:[.,;!?)]|$)| (?:of them|in total)\b)"
    rf"|\b(?P<in_all>{_LITTLE}) (?:in total|in totaal)\b"
)
# One, and the others beside: `een binnen, de andere twee buiten`, `een man met twee vrienden`.
_REST = re.compile(
    rf"\b(?:de |the |nog |en |and )?(?:andere|other|overige|remaining) (?P<rest>{_LITTLE})\b"
    rf"|\b(?P<others>{_LITTLE}) (?:anderen|others|andere (?:mannen|jongens|gasten|kerels|daders|personen)|"
    rf"other (?:men|guys|boys|lads|people|suspects))"
    rf"(?= ?(?:[.,;!?]|$)| (?:wacht|stond|staa|bleef|bleven|blijven|buiten|binnen|op|in|bij|wait|stood|stay|outside|"
    rf"inside|"
    rf"at|kept|hield|keken|rend|who|die|were|ging|gingen|filmde))"
    rf"|\b(?:zijn|zn|z'n|his|haar|her|met|en|and|with) (?P<mates>{_LITTLE}) "
    rf"(?:maten|maatjes|vrienden|vriendinnen|makkers|"
    rf"kompanen|handlangers|kameraden|mates|friends|buddies|accomplices|pals|metgezellen)\b"
)
_SOMEONE = re.compile(
    r"\b(?:een|eentje|one|1|man|vent|jongen|gast|kerel|vrouw|dame|meisje|guy|woman|girl|boy|lad|hij|he|she|de eerste|"
    r"first|dader|overvaller)\b"
)
# A pair, and a mate of theirs: `een stel, hun vriend wachtte`.
_THEIR_MATE = re.compile(
    r"\b(?:hun|their) (?:vriend|vriendin|maat|maatje|handlanger|kameraad|makker|kompaan|friend|mate|buddy|"
    r"accomplice|pal)\b"
)
_ITS_MATE = re.compile(
    r"\b(?:hun|their|haar|his|her|zijn|zn|een|a) (?:vriend|vriendin|maat|maatje|handlanger|kameraad|makker|friend|mate|"
    r"buddy|accomplice|pal)\b"
)
_TOGETHER = {
    "tweeen": 2,
    "tweetjes": 2,
    "drieen": 3,
    "vieren": 4,
    "vijven": 5,
    "zessen": 6,
    "zijn tweeen": 2,
    "zevenen": 4,
    "achten": 4,
}
_ONE_PERSON = (
    r"(?:man|vrouw|jongen|meisje|vent|kerel|dame|heer|gast|jongeman|dader|guy|woman|girl|boy|lad|lady|gentleman)"
)
_ADDED = re.compile(
    rf"(?<![\d.,:/-])\b(?:{N} {ADJECTIVES}{PERSON}|(?:een |a )?{_ONE_PERSON}) ?(?:en|and|&|\+|plus|met|with) {{1,2}}"
    rf"(?:(?:nog|ook) )?(?:{N}|a) {ADJECTIVES}"
    r"(?:vrouw|vrouwen|dames?|meisjes?|meiden|meid|man|mannen|jongens?|gast|gasten|woman|women|girls?|ladies|lady|"
    r"guys?|"
    r"boys?|men|kerels?|vent|heren|heer|lads?|jongere|jongeren)\b"
)
_NUMBER_BEFORE = re.compile(rf"\b(?:[2-9]|1\d|(?!een\b|one\b)(?:{WORD})) (?:[a-z-]+ ){{0,2}}$")
_NUMBERED = re.compile(r"\b(?:dader|verdachte|suspect|verd|persoon) ?([1-4])\b(?![.:]\d)")
FOURTH = re.compile(
    r"\b(?:een|a|n|en de|and the) (?:(?P<third>derde|third)|(?P<fourth>vierde|fourth)|(?P<fifth>vijfde|fifth))\b"
    r"(?! (?:keer|van|deel|verdieping|dag|week|time|of|party|floor|maal|winkel|shop|day|zaak))"
)


def counts(small: str) -> list[tuple[int, int, int]]:
    """Return numbers of offenders with their spans; 0 for a number that is left open."""
    found = [*_with_nouns(small), *_without_nouns(small)]
    found += [(_COUNTED[match[1]], *match.span()) for match in _PAIRS.finditer(small)]
    for match in _TWO_TOLD.finditer(small):
        if not are_others(small, *match.span()) and not _NUMBER_BEFORE.search(small[: match.start()][-24:]):
            found.append((2, *match.span()))
    numbered = {int(match[1]) for match in _NUMBERED.finditer(small)}
    if len(numbered) > 1 and not found:
        found += [(max(numbered), *match.span()) for match in _NUMBERED.finditer(small)]
    return [*_beside(small, found)] or found


def _with_nouns(small: str) -> Iterator[tuple[int, int, int]]:
    for match in _COUNTS.finditer(small):
        low, high = match[1], match[2]
        value = _value(high)
        if low is not None and _value(low) < value and named(_value(low)) != named(value):
            value = 0
        if _AT_LEAST.search(small[max(0, match.start() - 14) : match.start()]) and value < WHOLE:
            value = 0
        if value <= _MOST and not are_others(small, *match.span()):
            yield _capped(value), *match.span()


def _without_nouns(small: str) -> Iterator[tuple[int, int, int]]:
    for match in _BEHIND.finditer(small):
        before = small[max(0, match.start() - 24) : match.start()]
        is_ours = (match["together"] or match["together2"]) and _WE.search(before)
        if not is_ours and not (match["of_them"] and is_of_something(small, match.start())):
            written = next(group for group in match.groups() if group)
            yield _capped(WHOLE if match["many"] else _TOGETHER.get(written) or _value(written)), *match.span()
    for match in _WITHOUT_NOUN.finditer(small):
        name = match.lastgroup or ""
        if not is_of_something(small, match.start(name)) and not _WE.search(small[: match.start()][-24:]):
            yield _capped(_value(match[name])), *match.span()


def _beside(small: str, found: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield the number with those who are told of beside the ones that were counted."""
    more = {value for value, _, _ in found} - {1}
    if not more:
        for match in _REST.finditer(small):
            if _SOMEONE.search(small[: match.start()]):
                yield _capped(1 + _value(match[match.lastgroup or ""])), *match.span()
    elif len(more) == 1 and (value := more.pop()) in (2, 3):
        is_pair = bool(_PAIRS.search(small))
        for match in (_ITS_MATE if is_pair else _THEIR_MATE).finditer(small):
            yield _capped(value + 1), *match.span()


def added(small: str) -> list[tuple[int, int, int]]:
    """Return the sum of two numbers that are told of as one group, with its span: `2 jongens en een meisje`."""
    matches = [match for match in _ADDED.finditer(small) if not are_others(small, *match.span())]
    if len(matches) != 1:
        return []
    first, second = (_value(written) if written else 1 for written in matches[0].groups())
    return [(_capped(first + second), *matches[0].span())]


def named(value: int) -> str:
    """Return the value of `offender_count` for a number."""
    return "4_plus" if value >= WHOLE else str(value)


def _value(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS.get(written, 0)


def _capped(value: int) -> int:
    return min(value, WHOLE)
