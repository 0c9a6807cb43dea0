"""Origin and skin colour of people: never broadcast, and told to the police by phone only (DOMAIN §3)."""

import re
from collections.abc import Iterator

from alerts.guard.persons import LOOKS, PERSON, is_said_of_a_person
from alerts.guard.plain import Span

# What a language, a plate, a shop or food may be called as well: it tells of a person only beside a word for one.
_REGION = r"(?:(?:[nozw]{1,2}[.-]{1,2}|noord|oost|west|zuid|midden|latijns)[- ]?)"
_ORIGIN = (
    rf"(?:mar+o[kc]{{1,2}}a+nse?|turkse?|antil{{1,2}}i?aanse?|{_REGION}?(?:europ(?:ees|eese|ese)|afrikaanse?"
    rf"|amerikaanse?)|(?:zuid-?|oost-?)?indiase?|oostblok|arubaanse?|curaçaose?|surinaamse?|somalische?|syrische?|poolse?|roemeense?"
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
_PEOPLE = (
    r"(?:mar+o[kc]{1,2}an(?:en|ers?)|mar+o[kc]{1,2}aan(?:tjes?)?|mocro'?s?|turken|turk|turkjes?|latino'?s|oostblokkers?|antillian(?:en|ers?)|antilliaan|surinamers?|syriërs?|somaliërs?"
    r"|roemenen|roemeen|bulgaren|bulgaar|albane(?:es|zen)|(?:oost|zuid)-?europeanen|(?:oost|zuid)-?europeaan"
    r"|(?:noord-?)?afrikan(?:en|er)|(?:noord-?)?afrikaan|arabieren|arabier|aziaten|aziaat|chinezen|hindoestan(?:en|er)"
    r"|hindoestaan|zigeuners?|zigeunerin|allochtonen|allochtoon|buitenlanders?|negers?|negerin|negroïde|negroide"
    r"|kleurlingen|kleurling|halfbloed(?:en)?|blanken|zwarten|donkerhuidigen?|afghanen|irakezen|iraniërs?|koerden"
    r"|eritreeërs?|nigerianen|ghanezen|kaapverdianen|antillen(?:aar|aren)|algerijnen|tunesiërs?|litouwers?|oekraïners?"
    r"|russen|hongaren|serviërs?|joegoslaven|joegoslaaf|georgiërs?|moldaviërs?|pakistan(?:en|i's)|vietnamezen"
    r"|moroccans?|romanians?|bulgarians?|poles|africans?|asians?|arabs?|gypsies|foreigners?|negroes|negro"
    r"|eastern europeans?|north africans?|albanians|blacks)"
)
_TINTED = (
    r"(?:(?:licht|donker|bruin|zeer licht|heel donker)[ -]?)?getinte?(?! (?:auto)?(?:ruit|raam|ramen|glas|glazen"
    r"|achterruit"
    r"|zijruit|bril|zonnebril|vizier|voorruit|folie|scheib|window|glass|lens))"
)
_SKINS = (
    r"(?:(?:licht|donker|bruin|zwart|blank|wit|getint|olijf|bleek|geel|gekleurd)[a-z]* (?:van )?(?:huid\w*|teint"
    r"|gelaatskleur)"
    r"|huidskleur(?: (?:was |is )?(?:licht|donker|bruin|zwart|blank|wit|getint)\w*)?"
    r"|(?:licht|donker)(?:gekleurd|huidig|bruin getint)e?(?= (?:van|uiterlijk|en|type|man|vrouw|jongen)|[.,]|$)"
    r"|(?:dark|light|brown|black|fair|pale|olive|white|tanned)(?:er)?[- ]?skin(?:ned)?\b|skin colou?r|mixed[- ]race"
    r"|migratie-?achtergrond|(?:niet-?westers|buitenlands|donker|zuidelijk|mediterraan|noord-?afrikaans"
    r"|oosters)e? (?:uiterlijk|type))"
)
_COUNTRY = (
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
    r" \w+|denk ik|probably|both|all|clearly|likely|een|an?|allemaal)){0,2}"
)

_ADJECTIVE = re.compile(rf"\b{_ORIGIN}\b|\b{_SKIN}\b|\b(?:donker|blank|getint)\b")
_COLOUR_BEHIND = re.compile(r"\b(?:blank|donker|getint|zwart|black|white)(?=,|\.(?!\w)|$)")
_PERSON_BEFORE = re.compile(rf"\b{PERSON}(?:,| was| is| waren| zijn)? $")
_BEFORE_PEOPLE = re.compile(rf"{_BETWEEN},? {PERSON}\b|(?: of {_ORIGIN})?[- ]{LOOKS}\b")
_SAID_SO = re.compile(rf"\b{_SEEMS} $")
_IS_SO = re.compile(rf"\b{_IS} $")
_GUESSED = re.compile(rf"\b(?:vermoedelijk|waarschijnlijk|mogelijk|wrsch\.?|type|probably|likely|possibly|{LOOKS}:?) $")
_END = re.compile(r"[.,;!?]| en\b| van\b| and\b|$")
_FROM = re.compile(rf"\b(?:uit|from) ({_COUNTRY})\b")
_COMING = re.compile(
    r"\b(?:kom(?:t|en|end)?|kwam(?:en)?|afkomstig|oorspronkelijk|come|came|comes|originally|is|are|was|were|zijn"
    r"|waren|man|mannen|vrouw"
    r"|vrouwen|jongens?|daders?|verdachten?|types|gasten|bende|groep|men|guys?|gang|people)"
    r"(?: (?:waarschijnlijk|vermoedelijk|allebei|beiden?|denk ik|oorspronkelijk|zo te horen|probably|both"
    r"|originally))? $"
)
_ALWAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b({_PEOPLE})\b",
        r"\b(?:een|de|die|twee|drie|vier|paar|vuile|a|the|two|three)"
        r" (pool|polen|turks?|turk|rus|chinees|pole|russian|marokkaan)(?= |[.,!?]|$)",
        rf"\b({_TINTED})\b",
        r"(?<!uit )(?<!in )(?<!naar )(?<!van )\b(polen)(?= (?:in|op|met) een| die| staan| liepen| reden| stonden)",
        rf"\b({_SKINS})",
    )
)
# Of what else that is said: a plate, a thing, a language, a shop, food.
_THINGS = re.compile(
    r"\b(?:kentekens?|nummerbord\w*|plaat|platen|plates?|auto'?s?|busje|bus|bestelbus|wagen|vrachtwagen|camper"
    r"|caravan|car|van"
    r"|truck|taal|accent|sprak(?:en)?|spreekt|spreken|spoke|speak|winkel|zaak|restaurant|eten|keuken|horloges?|merk"
    r"|pakket\w*"
    r"|lading|wijn|bier|brood|kaas|thee|tabak|sigaretten|food|shop|watch(?:es)?|parcel|bedrijf|website|nummer|brief"
    r"|sieraden)\b"
)
_LOOK_BACK = 60  # signs before such words that may say of what they are
_NEAR = 30


def descents(small: str) -> Iterator[Span]:
    """The words that tell origin or skin colour of somebody, in a plain text in small letters."""
    for pattern in _ALWAYS:
        for match in pattern.finditer(small):
            yield match.span(1)
    for match in _COLOUR_BEHIND.finditer(small):
        if _PERSON_BEFORE.search(small[max(0, match.start() - _NEAR) : match.start()]):
            yield match.span()
    for match in _ADJECTIVE.finditer(small):
        if _tells_of_a_person(small, match):
            yield match.span()
    for match in _FROM.finditer(small):
        before = small[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _COMING.search(before) and not _THINGS.search(before[-_NEAR:]):
            yield match.span(1)


def _tells_of_a_person(small: str, match: re.Match[str]) -> bool:
    if _BEFORE_PEOPLE.match(small, match.end()):
        return True
    before = small[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _COLOUR.fullmatch(match[0]):
        return False
    if _SAID_SO.search(before):
        return True
    if is_said_of_a_person(small, *match.span()):
        return not _THINGS.search(before)
    is_said = (_IS_SO.search(before) or _GUESSED.search(before)) and _END.match(small, match.end())
    return bool(is_said) and not _THINGS.search(before)
