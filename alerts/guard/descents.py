"""Words that tell the origin or skin colour of people: never broadcast, and told to the police by phone only
(docs/domain.md §3)."""

import re
from collections.abc import Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.languages import languages
from alerts.guard.peoples import adjectives, countries, peoples
from alerts.guard.persons import LOOKS, PERSON, is_said_of_a_person
from alerts.guard.plain import Span
from alerts.guard.words import WordPatterns, Words

# Words for a language, a plate, a shop or food as well: they describe a person only beside a word for one.
_REGION = r"(?:(?:(?:n|no|nw|o|z|zo|zw|w)[.-]{1,2}|noord|oost|west|zuid|midden|latijns)[- ]?)"
_ORIGIN = by_initial(
    rf"(?:mar{{1,6}}o[kc]{{1,2}}a{{1,6}}nse?|turkse?|antil{{1,2}}i?aanse?|{_REGION}?(?:europ(?:ees|eese"
    rf"|ese)|afrikaanse?"
    rf"|amerikaanse?)|(?:zuid-?|oost-?)?indiase?|oostblok|arubaanse?|curaçaose?|surinaamse?|somalische?"
    rf"|syrische?|poolse?|roemeense?"
    r"|bulgaarse?|alban(?:ees|ese)|arabische?|(?:zuid-?oost-?|oost-?)?aziatische?|chin(?:ees|ese)"
    r"|hind(?:oe|u)staanse?|slavische?|buitenlandse?|allochtone|autochtone|mediterr?a(?:an|ne)se?|mediterrane"
    r"|(?:midden-?)?oosterse?|(?:niet-?)?westerse|creoolse?|molukse?|indische?|indonesische?|pakistaanse?|afghaanse?"
    r"|ira(?:kees|kese|aks|akse|ans|anse)|iraanse?|koerdische?|eritre(?:es|se)|ethiopische?|nigeriaanse?|ghan(?:ees"
    r"|ese)"
    r"|kaapverdi(?:aans|aanse|sche)|braziliaanse?|colombiaanse?|dominicaanse?|spaanse?|portug(?:ees|ese)|italiaanse?"
    r"|duitse?|franse?|engelse?|britse?|belgische?|nederlandse?|hollandse?|litouwse?|let(?:se|land)|russische?"
    r"|oekra[iï]ense?|tsjechische?|slowaakse?|hongaarse?|servische?|joegoslavische?|bosnische?|kroatische?|georgische?"
    r"|armeense?|moldavische?|viet?nam(?:ees|ese)|thaise?|filipijnse?|algerijnse?|tunesische?|egyptische?|libische?"
    r"|latino|zuidelijke?|caribische?|balkan"
    r"|moroccan|turkish|antillean|surinamese|somali(?:an)?|syrian|polish|romanian|bulgarian|albanian"
    r"|(?:north(?:ern)?|east(?:ern)?|west(?:ern)?|south(?:ern)?)[- ](?:european|african|asian|american)|african"
    r"|arab(?:ic)?"
    r"|asian|european|chinese|slavic|hispanic|latina|foreign|mediterranean|middle[- ]eastern|indian|pakistani|afghan"
    r"|iraqi|iranian|kurdish|eritrean|nigerian|russian|ukrainian|lithuanian|hungarian|serbian|german|french|dutch"
    r"|english|british|belgian|caribbean|algerian|tunisian|egyptian|georgian|moldovan|vietnamese|brazilian|spanish"
    r"|italian|portuguese|roma|sinti|gypsy)"
)
_SKIN = r"(?:zwarte|blanke|witte|donkere|bruine|gekleurde|gele|black|white|brown|coloured|colored|dark|pale)"
_COLOUR = re.compile(r"(?:zwarte|witte|donkere|bruine|gele|gekleurde|black|white|brown|colou?red|dark|pale|donker)")
_BETWEEN = (
    r"(?:(?:,? (?!en |de |die )[a-zë-]{2,12}e)|(?:,? (?:young|older|old|tall|short|looking|teenage|adult|middle-aged"
    r"|thin|slim"
    r"|fat|jong|groot|klein|lang|ouder|stel))){0,2}"
)
_PEOPLE = by_initial(
    r"(?:mar{1,6}o[kc]{1,2}an(?:en|ers?)|mar{1,6}o[kc]{1,2}aan(?:tjes?)?|mocro'?s?|turken|turk|turkjes?"
    r"|latino'?s|oostblokkers?|antillian(?:en|ers?)|antilliaan|surinamers?|syriërs?|somaliërs?"
    r"|roemenen|roemeen|bulgaren|bulgaar|albane(?:es|zen)|(?:oost|zuid)-?europeanen|(?:oost|zuid)-?europeaan"
    r"|(?:noord-?)?afrikan(?:en|er)|(?:noord-?)?afrikaan|arabieren|arabier|aziaten|aziaat|chinezen|hindoestan(?:en|er)"
    r"|hindoestaan|zigeuners?|zigeunerin|allochtonen|allochtoon|buitenlanders?|negers?|negerin|negroïde|negroide"
    r"|kleurlingen|kleurling|halfbloed(?:en)?|blanken|zwarten|donkerhuidigen?|afghanen|irakezen|iraniërs?|koerden"
    r"|eritreeërs?|nigerianen|ghanezen|kaapverdianen|antillen(?:aar|aren)|algerijnen|tunesiërs?|litouwers?|oekraïners?"
    r"|russen|hongaren|serviërs?|joegoslaven|joegoslaaf|georgiërs?|moldaviërs?|pakistan(?:en|i's)|vietnamezen"
    r"|moroccans?|romanians?|bulgarians?|poles|africans?|asians?|arabs?|gypsies|foreigners?|negroes|negro"
    r"|eastern europeans?|north africans?|albanians|blacks)"
)
_TINTED = r"(?:(?:licht|donker|bruin|zeer licht|heel donker)[ -]?)?getinte?"
_SKINS = by_initial(
    r"(?:(?:licht|donker|bruin|zwart|blank|wit|getint|olijf|bleek|geel"
    r"|gekleurd)[a-z]{0,40} (?:van )?(?:huid\w{0,40}|teint"
    r"|gelaatskleur)"
    r"|huidskleur(?: (?:was |is )?(?:licht|donker|bruin|zwart|blank|wit|getint)\w{0,40})?"
    r"|(?:licht|donker)(?:gekleurd|huidig|bruin getint)e?(?= (?:van|uiterlijk|en|type|man|vrouw|jongen)|[.,]|$)"
    r"|(?:dark|light|brown|black|fair|pale|olive|white|tanned)(?:er)?[- ]?skin(?:ned)?\b|skin colou?r|mixed[- ]race"
    r"|migratie-?achtergrond|(?:niet-?westers|buitenlands|donker|zuidelijk|mediterraan|noord-?afrikaans"
    r"|oosters)e? (?:uiterlijk|type))"
)
_COUNTRY = by_initial(
    r"(?:polen|roemenië|roemenie|bulgarije|marokko|turkije|suriname|somalië|somalie|syrië|syrie|albanië|albanie|irak"
    r"|iran"
    r"|afghanistan|eritrea|nigeria|ghana|algerije|tunesië|egypte|litouwen|letland|estland|oekraïne|rusland|hongarije"
    r"|servië"
    r"|joegoslavië|georgië|moldavië|pakistan|india|china|vietnam|afrika|azië|oost-?europa|zuid-amerika"
    r"|het midden-oosten"
    r"|het oostblok|(?:de )?antillen|curaçao|curacao|aruba|kaapverdië|duitsland|frankrijk|belgië|engeland|spanje|italië"
    r"|portugal|colombia|brazilië|chili|peru|nederland|poland|romania|bulgaria|morocco|turkey|somalia|syria|albania"
    r"|iraq"
    r"|africa|asia|eastern europe|germany|france|belgium|england|spain|italy|lithuania|latvia|ukraine|russia|hungary"
    r"|serbia|georgia|the middle east|north africa|south america|the antilles)"
)
_SEEMS = (
    r"(?:leek|leken|lijkt|lijken|oogt|oogden?|zag(?:en)? er|ziet er|zien er|eruit als een|eruit zien|looked|looks?"
    r"|appear(?:s|ed)?|seem(?:s|ed)?)(?: (?:to be|wat|nogal|heel|erg|vrij|licht|duidelijk|typisch|een beetje|like an?"
    r"|op een))?"
)
_IS = (
    r"(?:was|waren|is|zijn|were|are)(?: (?:allebei|beiden?|waarschijnlijk|vermoedelijk|duidelijk|zeker|mogelijk|volgens"
    r" \w{1,40}|denk ik|probably|both|all|clearly|likely|een|an?|allemaal)){0,2}"
)

_ADJECTIVE = WordPatterns(rf"\b{_ORIGIN}\b|\b{_SKIN}\b|\b(?:donker|blank|getint)\b")
_TINT = WordPatterns(rf"\b{_TINTED}\b")
_GLASS = (
    r"[a-z-]{0,14}(?:ruit(?:en|jes)?|ra(?:am|men)|gla(?:s|zen)|bril(?:len|lenglazen)?|vizier|folie"
    r"|windows?|glass|lens|lenzen"
    r"|spiegels?|cabine|autoramen)"
)
_GLASS_BEHIND = re.compile(rf"(?:,? ?\(?(?:[a-z-]{{1,14}},? ){{0,4}}{_GLASS}\b)")
_GLASS_BEFORE = re.compile(rf"\b{_GLASS}(?: [a-z-]{{1,12}}){{0,4}},? $")
_CAFE_BEHIND = re.compile(
    r" (?:(?:op|om|aan|naast|tegenover|in) (?:de|het|t|'t) (?:hoek|plein|markt|overkant|straat"
    r"|\w{0,20}(?:straat|plein|laan|weg|markt))"
    r"|(?:is|was|gaat|blijft) (?:\w{1,12} )?(?:dicht|open|gesloten)|heeft dicht|sluit|opent)\b"
)
_COLOUR_BEHIND = WordPatterns(r"\b(?:blank|donker|getint|zwart|black|white)(?=,|\.(?!\w)|$)")
_PERSON_BEFORE = re.compile(rf"\b{PERSON}(?:,| was| is| waren| zijn)? $")
_BEFORE_PEOPLE = re.compile(rf"{_BETWEEN},? {PERSON}\b|(?: of {_ORIGIN})?[- ]{LOOKS}\b")
_SAID_SO = re.compile(rf"\b{_SEEMS} $")
_IS_SO = re.compile(rf"\b{_IS}(?: (?:half|deels|van oorsprong|oorspronkelijk|zo te zien|part|half))? $")
# An item in a description of somebody: `jongen van 17 jaar, Noord-Afrikaans en tenger, blauw vest`.
_LISTED_BEFORE = re.compile(r"(?:[,:;] ?|\b(?:jaar|jr|half|deels),? )$")
_LISTED_BEHIND = re.compile(r"(?:[,;.](?!\w)| en [a-z]{3,14}[,.]|$)")
_DESCRIPTION = re.compile(
    rf"\b(?:signalement|{PERSON}|hij|zij|he|she)\b|\b[mv],|\b\d\d ?(?:-|tot|a|à) ?\d\d\b|\b\d\d (?:jaar|jr)\b"
)
_GUESSED = re.compile(rf"\b(?:vermoedelijk|waarschijnlijk|mogelijk|wrsch\.?|type|probably|likely|possibly|{LOOKS}:?) $")
_END = re.compile(r"[.,;!?]| en\b| van\b| and\b|$")
_FROM = WordPatterns(rf"\b(?:uit|from) ({_COUNTRY})\b")
_FROM_BEFORE = re.compile(r"\b(?:uit|from)(?: de| het| the)? $")
_COMING = re.compile(
    r"\b(?:kom(?:t|en|end)?|kwam(?:en)?|afkomstig|oorspronkelijk|come|came|comes|originally|is|are|was|were|zijn"
    r"|waren|man|mannen|vrouw"
    r"|vrouwen|jongens?|daders?|verdachten?|types|gasten|bende|groep|men|guys?|gang|people)"
    r"(?: (?:waarschijnlijk|vermoedelijk|allebei|beiden?|denk ik|oorspronkelijk|zo te horen|probably|both"
    r"|originally))? $"
)
_ALWAYS = WordPatterns(
    rf"\b({_PEOPLE})\b",
    r"\b(?:een|de|die|twee|drie|vier|paar|vuile|a|the|two|three)"
    r" (pool|polen|turks?|turk|rus|chinees|pole|russian|marokkaan)(?= |[.,!?]|$)",
    r"\b(polen)(?= (?:in|op|met) een| die| staan| liepen| reden| stonden)"
    r"(?<!uit polen)(?<!in polen)(?<!naar polen)(?<!van polen)",
    rf"\b({_SKINS})",
    r"\b(?:een|geen|de|die) (blanke|getinte)(?=[,.!?]| van\b| met\b| die\b|$)",
    r"\b((?:wortels|roots) in (?:het |de |the )?[a-zë-]{3,20})\b",
    r"\b(huid (?:als|zo [a-z]{3,12} als) [a-z]{3,14}|skin like [a-z]{3,14})\b",
    rf"\b((?:familie|ouders?|parents|family) (?:komt|komen|kwam|kwamen|came|come|comes) (?:uit|van"
    rf"|from) (?:the )?{_COUNTRY})\b",
    rf"\b((?:opgegroeid|grew up) (?:in|aan) {_COUNTRY})\b",
)
# Other things of which the word may be said: a plate, a thing, a language, a shop, food.
_THINGS = re.compile(
    r"\b(?:kentekens?|nummerbord\w{0,40}|plaat|platen|plates?|auto'?s?|busje|bus|bestelbus|wagen|vrachtwagen|camper"
    r"|caravan|car|(?:a|the|white|black|grey|blue|red) van"
    r"|truck|taal|accent|sprak(?:en)?|spreekt|spreken|spoke|speak|winkel|zaak|restaurant|eten|keuken|horloges?|merk"
    r"|pakket\w{0,40}"
    r"|lading|wijn|bier|brood|kaas|thee|tabak|sigaretten|food|shop|watch(?:es)?|parcel|bedrijf|website|nummer|brief"
    r"|sieraden)\b"
)
_LOOK_BACK = 60  # characters before such words that may say what they describe
_NEAR = 30


def descents(small: str, words: Words) -> Iterator[Span]:
    """Find words that tell somebody's origin or skin colour, in a plain text in small letters."""
    yield from languages(small, words)
    always = (match.span(1) for match in _ALWAYS.finditer(small, words))
    for start, end in (*always, *peoples(small, words)):
        if not _CAFE_BEHIND.match(small, end):
            yield start, end
    for match in _TINT.finditer(small, words):
        if not _is_of_glass(small, *match.span()):
            yield match.span()
    for match in _COLOUR_BEHIND.finditer(small, words):
        if _PERSON_BEFORE.search(small[max(0, match.start() - _NEAR) : match.start()]):
            yield match.span()
    for match in (*_ADJECTIVE.finditer(small, words), *adjectives(small, words)):
        if _tells_of_a_person(small, match):
            yield match.span()
    for match in _FROM.finditer(small, words):
        if _is_coming(small, match.start()):
            yield match.span(1)
    for match in countries(small, words):
        before = _FROM_BEFORE.search(small, max(0, match.start() - _NEAR), match.start())
        if before and _is_coming(small, before.start()):
            yield match.span()


def _is_coming(small: str, start: int) -> bool:
    """Whether the text before `start` says that people come from there."""
    before = small[max(0, start - _LOOK_BACK) : start]
    return bool(_COMING.search(before)) and not _THINGS.search(before[-_NEAR:])


def _is_of_glass(small: str, start: int, end: int) -> bool:
    """Whether a tint is said of glass: `getinte achterruit`, `ruiten (donker) getint`, not `getinte man met een
    glas`."""
    if _BEFORE_PEOPLE.match(small, end):
        return False
    before = small[max(0, start - _LOOK_BACK) : start]
    return bool(_GLASS_BEHIND.match(small, end) or _GLASS_BEFORE.search(before))


def _tells_of_a_person(small: str, match: re.Match[str]) -> bool:
    if _BEFORE_PEOPLE.match(small, match.end()):
        return True
    if "getint" in match[0] and _is_of_glass(small, *match.span()):
        return False
    before = small[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _COLOUR.fullmatch(match[0]):
        return False
    if _SAID_SO.search(before):
        return True
    if is_said_of_a_person(small, *match.span()):
        return not _THINGS.search(before)
    if _is_listed(small, match, before):
        return True
    is_said = (_IS_SO.search(before) or _GUESSED.search(before)) and _END.match(small, match.end())
    return bool(is_said) and not _THINGS.search(before)


def _is_listed(small: str, match: re.Match[str], before: str) -> bool:
    if match[0].endswith("e") or _THINGS.search(before[-_NEAR:]):
        return False
    is_apart = _LISTED_BEFORE.search(before) and _LISTED_BEHIND.match(small, match.end())
    return bool(is_apart) and _DESCRIPTION.search(before) is not None
