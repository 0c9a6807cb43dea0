"""Times that are not when it happened: opening hours, habits, appointments, what somebody asks about, and prices."""

import re

from alerts.reading.clocks import ClockTime

# What happened before as well (`gisteren ook al`), and an evening that somebody asks about.
_AGAIN = re.compile(
    r"\b(?:gisteren|gister|gisteravond|gistermiddag|gisterochtend|eergisteren|vorige week|yesterday|"
    r"last week|maandag|dinsdag"
    r"|woensdag|donderdag|vrijdag|zaterdag|zondag)[a-z ]{0,12} (?:ook|als|also|too|already|as well)\b"
    r"|\b(?:sluit|sluiten|alleen|alone|open|werkt|werken|close|closes|closing|work|works|working|dienst)"
    r"(?: [a-z]{1,8}){0,2} (?:vanavond|tonight|morgen|tomorrow|on sunday|on saturday|on monday|op "
    r"zaterdag|op zondag|vanmiddag)\b"
    r"|\b(?:wie|of er|of we|of wij|of ik|of je|of jullie|hoeveel|hoe laat|wanneer|asked who|asking who|how many|"
    r"if we|if i|if there|whether|what time|tot hoe laat|met hoeveel|met z'n hoevelen)(?: [a-z']{1,14}){0,5}? "
    r"(?:vanavond|vanmiddag|vannacht|tonight|'s avonds|savonds|'s nachts|snachts|in de avond|at night|in the evening|"
    r"this evening|'s ochtends|sochtends|morgen)\b"
    r"|\b(?:from|van) (?:yesterday|last week|gisteren|gister|vorige week)\b(?! (?:om|rond|at|around|[a-z]+avond))"
    r"|\b(?:op|on) (?:zaterdag|zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|sunday|saturday|monday|"
    r"tuesday|wednesday"
    r"|thursday|friday) (?:er\b|aanwezig|werken|werkt|open|there|working)"
)
_HABIT = re.compile(
    r"\b(?:elke|iedere|every|each|dagelijks|al (?:een|de hele) week|steeds|telkens|always) (?:dag|avond|"
    r"ochtend|middag|nacht|week|maandag|dinsdag"
    r"|woensdag|donderdag|vrijdag|zaterdag|zondag|day|evening|morning|night|afternoon|time)\b"
)
# What was still as it should be: `stond er gisteren nog niet`.
_NOT_YET = re.compile(
    r"\b(?:gisteren|gister|gisteravond|vanmorgen|vanochtend|vanmiddag|eergisteren|yesterday|this morning|last night|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[a-z ]{0,12} (?:nog|still)(?: [a-z]{1,6})? "
    r"(?:niet|niks|niets|geen|goed|heel|dicht|fine|ok|there|not|intact)\b"
    r"|\b(?:wasn't|was not|weren't|not) (?:there|here|open|broken) (?:yesterday|last night|this morning)\b"
    r"|\b(?:was|were) (?:still )?(?:fine|ok|there|intact|closed|locked) (?:yesterday|last night|this morning)\b"
)
_SHOP_IS = (
    r"(?:we|wij|jullie|you|they|shop|store|winkel|zaak|cafe|kroeg|bar|restaurant|tent|tankstation|altijd|always|"
    r"normaal|"
    r"normally|meestal|usually)"
)
# A time of the clock at which shops open or close, or for which somebody asks, is not when it happened.
_BEFORE = re.compile(
    rf"\b(?:{_SHOP_IS} (?:[a-z]{{1,9}} ){{0,2}}?"
    r"(?:sluiten|sluit|dicht|open|close|closes|closed|shut|opens?|werken|werkt)(?: [a-z]{1,9}){0,2}"
    rf"|{_SHOP_IS} (?:is |was |gaat |gaan )?(?:dicht|gesloten|open|closed)"
    r"|(?:shift|dienst|werkdag|werk) (?:ends|starts|finishes|begint|eindigt|stopt|loopt)(?: (?:at|om|tot))?"
    r"|tot|until|till|from|alleen overdag|bezorgen|leveren|voor"
    r"|(?:elke|iedere|every|each|dagelijks|daily|altijd|always|meestal|usually|normally|normaal)(?: [a-z]{1,9}){0,3}"
    r"|(?<!gister )(?<!gisteren )(?<!dag )(?<!deze )(?:morgen|overmorgen|tomorrow|straks|volgende week|next week)"
    r"(?: [a-z]{1,9}){0,2}"
    r"|(?:geldtransport|geldwagen|geldloper|geldauto|waardetransport|politie|monteur|afspraak|appointment|vergadering|"
    r"meeting|levering|delivery)(?: (?:komt|is|was|om|at|comes|due)){0,2}"
    r"|(?:was|were|stond|stonden|ging|zat) (?:er )?(?:nog|still|all)(?: [a-z]{1,9}){0,3}"
    r"|(?:nog|still) (?:fine|ok|goed|heel|dicht|there|locked|closed|open)(?: [a-z]{1,9}){0,2}) $"
)
_BEHIND = re.compile(
    r" ?(?:uur |u |h )?(?:al |nog |ook |weer |pas |wel |we |wij )?"
    r"(?:sluiten|dicht gaan|dichtgaan|open gaan|opengaan|dicht is|open is|open zijn|dicht zijn|open waren|dicht waren|"
    r"sluiten we|sluiten wij|gaan we dicht|dicht gingen|sloten|terug(?:komen|komt|kwam|kwamen|zou|kon)?|langskomen|"
    r"langs komen|ophalen|opgehaald wordt|come back|be back|pick|(?:was|stond|zat|hing|lag|waren)(?: [a-z]{1,9}){0,3} "
    r"(?:nog|still|all)|it was (?:still|all)|nog (?:staat|staan|werkt|werken|is|zijn)|still (?:works?|working|here))\b"
)
# Digits that are a price, a length or a score, unless an hour stands behind.
_PRICE_BEFORE = re.compile(
    r"(?:€ ?|\b(?:euro|eur|van|of|kost|kosten|kostte|costs?|cost|price|prijs|bedrag|waarde|worth|lengte|ca|circa|"
    r"ongeveer 1|about 1|tall|lang|groot|versie|version|score) )$"
)
_LENGTH_BEHIND = re.compile(r" ?(?:m|meter|metres?|meters?|lang|groot|tall|hoog|long|high|breed|wide|eur|euros?|€)\b")
_DIGITS = re.compile(r"\d{1,2}[.:]\d\d")
_HOUR_BEHIND = re.compile(r" ?(?:uur|u|h|hrs|hours|pm|am|p\.m|a\.m)\b")

# Who comes afterwards, and how people are then: `de politie is nu hier`, `hij ligt nu in het ziekenhuis`.
_HELPERS = (
    r"(?:politie|police|cops|recherche|rechercheurs?|detectives?|agent|agenten|officers?|forensische?|forensics|"
    r"ambulance|ambulances|paramedics|brandweer|slachtofferhulp|wijkagent)"
)
_HELPERS_BEFORE = re.compile(rf"\b{_HELPERS}(?: (?:is|zijn|was|waren|has|have|are|er|hier|al|heeft|hebben))* $")
_AFTERMATH = re.compile(
    rf"\b(?:{_HELPERS}|ziekenhuis|hospital|thuis|home|veilig|safe|aangehouden|opgepakt|arrested|schoonmaken)\b"
    r"|\bnu (?:weer |even |helemaal |erg )?(?:dicht|gesloten|afgesloten|leeg|rustig|stil|bang|overstuur|in shock)\b"
    r"|\b(?:collega|personeel|medewerker|medewerkster|kassiere|eigenaar|eigenaresse|winkel|zaak) (?:is|zijn|ligt) nu\b"
)
_CALLS = re.compile(r"\b(?:bel|bellen|belt|call|stuur|send|kom|come|nodig|need|snel|hurry)\b")
_AGAIN_NOW = re.compile(
    r"(?: [a-z]{1,12})? (?:ze|zij|hij|die|dezelfde|they|he|she)(?: [a-z]{1,12}){0,2} (?:weer|opnieuw|again|terug|back)"
    r"\b(?! (?:weg|thuis|veilig|open|dicht|gone|home))"
)
_CLAUSE = 80  # characters of a clause on each side that are looked at
_PAUSE = re.compile(r"[.,;:!?()]")


def is_of_helpers(small: str, start: int) -> bool:
    """Whether a *net* or *just* here tells of police and the like: `politie is net weg`."""
    return bool(_HELPERS_BEFORE.search(small[max(0, start - 40) : start]))


def is_of_aftermath(small: str, start: int, end: int) -> bool:
    """Whether a *nu* here tells how things are since, and not what happens."""
    before = _PAUSE.split(small[max(0, start - _CLAUSE) : start])[-1]
    behind = _PAUSE.split(small[end : end + _CLAUSE])[0]
    clause = f"{before}{small[start:end]}{behind}"
    return bool(_AFTERMATH.search(clause)) and not _CALLS.search(clause)


def is_again(small: str, end: int) -> bool:
    """Whether a *nu* that ends here tells of people who are back: `nu staan ze er weer`."""
    return bool(_AGAIN_NOW.match(small, end))


def days_of_other_times(small: str) -> set[int]:
    """Return the indices of the characters of days that are no moment: habits, and what somebody asks about."""
    return {
        sign
        for pattern in (_AGAIN, _HABIT, _NOT_YET)
        for match in pattern.finditer(small)
        for sign in range(*match.span())
    }


def is_other_time(small: str, clock: ClockTime) -> bool:
    """Whether a time of the clock is not when it happened."""
    before = small[max(0, clock.start - 40) : clock.start]
    if _BEFORE.search(before) or _BEHIND.match(small, clock.end):
        return True
    if not _DIGITS.fullmatch(small, clock.start, clock.end) or _HOUR_BEHIND.match(small, clock.end):
        return False
    return bool(_PRICE_BEFORE.search(before) or _LENGTH_BEHIND.match(small, clock.end))
