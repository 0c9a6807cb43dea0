"""Names of people: given names that are common here, and the ways in which people are named."""

import re
from collections.abc import Iterator, Sequence

from alerts.guard.alternatives import by_initial
from alerts.guard.given_names import DOUBTFUL, GIVEN, SURNAMES, WORD_SURNAMES
from alerts.guard.plain import Span, hidden, matches_at
from alerts.guard.words import WordPatterns, Words

_PLAIN_WORDS_TEXT = """
    boer groen groot jong jonge wit witte zwart lange korte bakker kok post berg bos bosch dam dijk horst brand brink
    broek boom boon burg engelen faber graaf haan haas hoek jager keizer klein kroon loon maas meer prins roos schaap
    schipper stam steen swart vink vos wal winter wolf linden bijl blom bruin eijk heuvel hoeven kaya khan lam lopez
    brouwer kuiper snijder kramer mulder meulen timmer visser van leeuwen bax maes evers hagen rossi popa duijn silva
"""
_PLAIN_WORDS = frozenset(_PLAIN_WORDS_TEXT.split())
_SURE = SURNAMES - _PLAIN_WORDS
_BEHIND_A_NAME = SURNAMES | WORD_SURNAMES
_ONLY_IN_NAMES = {"der", "den"}  # particles after which a surname follows
# `De Lange`, `de Bakker` and the like may begin a sentence about something else.
_SURE_BEHIND_DE = SURNAMES - {"boer", "groot", "jong", "lange", "wit", "bakker", "koning", "dam", "jager"}
_ENDINGS = re.compile(
    r"\w{2,40}(?:stra|sma|ema|inga|ski|ska|wicz|czyk|escu|eanu|ović|ovic|ević|oğlu|oglu|enko|ssen|rsen|huizen|mans"
    r"|hoven)$"
)
_PARTICLES_TEXT = """
    van de der den het ten ter te el al von di la le bin ben da dos 't v.d vd
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_NEVER_ALONE_TEXT = """
    jordan berlin paris sydney van max ram can storm hope victoria april august
"""
_NEVER_ALONE = frozenset(_NEVER_ALONE_TEXT.split())
_WORD = re.compile(r"(?:(?<!\w)'t|[^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,40})")
_INITIAL = re.compile(r" ([A-Z])\b\.?(?![\w:]| \d)")

_CAP = r"[A-ZÀ-Ý][a-zà-ÿ'’ğışçöüłńśźżćčšž]{1,40}(?:-[A-ZÀ-Ý][a-zà-ÿ]{1,40})?"
_OF = r"(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]en?|[Tt]er|[Hh]et|[Ee]l|[Aa]l|'t|[Vv]on|[Bb]en|[Vv]\.?d\.?)[ -]){0,3}"
_FULL = rf"(?:(?:[A-Z]\.[ -]?){{1,4}})?{_OF}{_CAP}(?: {_OF}{_CAP}){{0,2}}"
_TITLE = by_initial(
    r"(?:dhr|de heer|heer|meneer|mijnheer|mevr(?:ouw)?|mvr|mw|mrs?|ms|miss"
    r"|agente?|hoofdagent"
    r"|wijkagente?|brigadier|inspecteur|rechercheur|officer|detective|sergeant|familie|fam"
    r"|gebroeders|wethouder|burgemeester|raadslid|commissaris|advocaat|notaris|prof(?:essor)?"
    r"|wijkagt|hoofdagt|buurtagent|stadsmarinier|handhaver"
    r"|dokter|drs?|inspector|constable|sir|miss|oome?|tante|juffrouw|meester)"
)
_NAMING = by_initial(
    r"(?:heet|heette|heten|genaamd|een zekere|(?<!de )(?<!het )ene|noemt zich"
    r"|noemde (?:zich|hem|haar)|noemden (?:hem|haar)|(?:voor|achter|roep"
    r"|bij)?naam(?: is| was| van (?:hem|haar)(?: is)?)?"
    r"|alias|a\.?k\.?a\.?|called|named|(?:nick|first |last |sur)?name(?: is| was)?|name's|goes by|known as|bekend als"
    r"|riepen?|roept)"
)
_TITLES = WordPatterns(rf"\b{_TITLE}\.? ")
_TITLED = re.compile(rf"({_FULL})")
_TITLED_SMALL = re.compile(r"((?:(?:van|de|der|den|ten|ter|het) ){0,3}([a-zà-ÿ]{1,40}))")
_CALLED = WordPatterns(rf"\b{_NAMING} ?:? ?[\"'“‘]?(?=[^\W\d_])")
_WHOLE = re.compile(_FULL)
_ONE = re.compile(r"[a-zà-ÿ]{2,40}\b")
_INITIAL_SMALL = re.compile(r"(?<![\w.])((?:[a-z]\. ?){1,3}(?:(?:van|de|der|den|v\.?d\.?) ){0,2}([a-zà-ÿ]{4,40}))\b")
_INITIALS = re.compile(
    rf"(?<![\w.&])((?:[A-Z]\.[ -]?){{1,4}}{_OF}[A-ZÀ-Ý][a-zà-ÿ'’ğışçöüł-]{{2,40}}(?:-[A-Z][a-z]{{1,40}})?)"
)
_TWO = re.compile(rf"(?<![\w.])((?:{_CAP}|[A-Z]) (?:{_OF})({_CAP}))(?!\w)")
_OF_SURNAME = re.compile(rf"(?<!\w)((?:[Vv]an [Dd]e[rn]?|[Vv]an|[Dd]e) ({_CAP}))(?!\w)")

_PLACE_ENDS = re.compile(
    r"(?:straat|laan|plein|weg|kade|dijk|singel|gracht|hof|pad|dreef|markt|park|plantsoen|brug|tunnel|school|college"
    r"|kerk|steeg"
    r"|boulevard|baan|haven"
    r"|kwartier|passage|centrum|wijk|buurt|huis|poort|hal|toren|burg|dam|rode|veld|oord|ring|viaduct|stadion|lyceum"
    r"|gebouw|kazerne|eiland)$"
)
_PLACE_NEXT = re.compile(
    r"[ -]{1,2}(?:\w{1,40})?(?:straat|laan|plein|weg|kade|dijk|singel|gracht|hof|pad|dreef|markt|park|plantsoen|brug"
    r"|tunnel|school"
    r"|college|kerk|steeg|boulevard"
    r"|hal|museum|ziekenhuis|arena|lyceum|stichting|huis|center|passage|street|road|square|avenue)\b"
)
_SHOP_NEXT = re.compile(
    r"(?:'s)? (?:& |en zo?o?n(?:en)?\b|& zn|b\.?v\b|v\.?o\.?f|juwelier|optiek|opticien|mode|schoen|tweewieler|fiets"
    r"|supermarkt|bakker|slager|sport|wonen|meubel"
    r"|auto|electro|elektro|bloem|drank|slijter|makelaar|interieur|keuken|kapper|hair|fashion|jewel|bakery|watch"
    r"|horloge|parfum|jeans|sneaker|schoenen|tas|whisk)",
)
_SHOP_BEFORE = re.compile(
    r"\b(?:bakkerij|bakker|slagerij|slager|juweliers?|kapper|kapsalon|caf[eé]|restaurant|hotel|firma|winkel"
    r"|supermarkt|optiek|opticien"
    r"|apotheek|drogist(?:erij)?|slijterij|garage|autobedrijf|bloemist|viswinkel|vishandel|kaaswinkel|kaashandel"
    r"|groenteboer|snackbar|cafetaria|bar"
    r"|salon|boetiek|boekhandel|makelaar(?:dij)?|notaris|fa\.|merk|sint|st\.|san|santa|zaak|bij de|cafetaria|eetcafe"
    r"|eetcafé|lunchroom|ijssalon|tabakszaak|modehuis|rijwielhandel|fietsenwinkel"
    r"|parfum|horloges?|jeans|school|basisschool|stichting|kringloop|jewell?er|bakery|shop|store|storm|operatie|actie"
    r"|orkaan) (?:de |van |het )?$"
)
_BRANDS = WordPatterns(
    r"\b(?:albert heijn|bram ladage|leen bakker|simon lévelt|bakker bart|jan linders|dirk van den broek|hans anders"
    r"|kees smit|christine le duc"
    r"|hugo boss|tommy hilfiger|daniel wellington|michael kors|calvin klein"
    r"|louis vuitton|thomas sabo|paul smith|ralph lauren|karl lagerfeld|alfa romeo|johnn(?:ie|y) walker|jack daniel'?s?"
    r"|jack (?:&|and|en) jones|captain morgan|jim beam"
    r"|william lawson['’]?s?|harley[- ]davidson|marc o['’]?polo|anne frank|philip morris|peter stuyvesant"
    r"|jean paul gaultier|marc jacobs"
    r"|giorgio armani|guess|dirk"
    r"|kate spade|ted baker|fred perry|vivienne westwood|pierre cardin|jimmy choo|donna karan|tom (?:ford|tailor)"
    r"|jack wolfskin|max (?:mara|factor|havelaar)|est[eé]e lauder|yves (?:saint laurent|rocher)|jo malone"
    r"|carolina herrera"
    r"|christian dior|nina ricci|roberto cavalli|jamie oliver|douwe egberts|willem ii|rem[iy] martin|john deere|oetker"
    r"|ben (?:&|en|and) jerry(?:['’]?s)?|(?<=dr\. )martens|(?<=dr )martens|bobbi brown|georg jensen"
    r"|patek philippe|charles vögele|steve madden|robert half|jan des bouvrie|eva longoria|de bijenkorf|michael page"
    r"|stanley(?! \w{1,40}(?:stra|sen)\b)|stella vicenza"
    r"|(?:super )?mario (?:kart|bros)|(?<=rotterdam )alexander)(?!\w)"
)
# Brands that are people's names as well: they are brands only without a given name before them and a surname after.
_NAMESAKES = re.compile(r"(?:van (?:cleef|gogh|haren|dale|den assem|gils|bommel)|romeo|douglas)(?!\w)")
_CAR_BEFORE = re.compile(
    r"\b(?:seat|alfa romeo|opel|renault|skoda|toyota|kia|fiat|smart|mercedes|citro[eë]n|ford|nissan) $"
)
_THING_BEFORE = re.compile(
    r"\b(?:winkel|zaak|restaurant|caf[eé]|bedrijf|app|straat|actie|operatie|groep|merk|product|shop|store|game"
    r"|website|bar|firma|hotel|school"
    r"|plein|chat|keten|formule|file|bestand|street|company|brand|shop's|gebruikers|user|account|zone|alarm|kamer|zaal|room|code|wachtwoord|password"
    r"|account-?)[\w ']{0,25}$"
)
# A house or box with a letter: `kluis B.` ends a sentence.
_LETTERED = re.compile(
    r"\b(?:kluis|vak|gate|exit|ingang|uitgang|deur|hal|blok|gebouw|kassa|etage|verdieping|klasse|type|model|maat|lijn"
    r"|perron|groep|plan|optie|punt|vitamine|hepatitis|team|locatie|zone|parkeerplaats|rij|stand|section|aisle|door"
    r"|block|unit) $"
)
_SENTENCE = re.compile(r"(?:^|[.!?:;\"“(-] ?|\n)$")
_NO_NAMES_TEXT = """
    de het een die dat dit wij ik hij zij ze er maar toen daarna volgens let bel politie winkel straat man vrouw
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
    september oktober november december rotterdam amsterdam capelle utrecht krimpen gouda schiedam den haag the police
    overval koning koningin prins bij op in om aan met naar voor niet geen graag sir rotterdam-rijnmond midden
    nederland
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())
_LOOK_BACK, _LOOK_ON = 40, 24  # characters around a name that may say that it is a shop's or a street's


def names(text: str, small: str, words: Words) -> Iterator[Span]:
    """Find names (given name, surname or both, without a title) in a plain text (given also in small letters)."""
    # The rest of a brand would still look like a name.
    text, small = _without_brands(text, small, words)
    tokens = list(_WORD.finditer(small))
    yield from _given_names(text, small, tokens)
    titles = list(_TITLES.finditer(small, words))
    with_capital = [title.end() for title in titles if text[title.start() + 1 : title.end()].strip(". ").islower()]
    for match in (*matches_at(_TITLED, text, with_capital), *_INITIALS.finditer(text)):
        start, end = match.span(1)
        is_letter = _LETTERED.search(small, max(0, start - _LOOK_BACK), start)
        if not (is_letter or _is_elsewhere(small, start, end) or _first(match[1]) in _NO_NAMES):
            yield start, end
    for match in matches_at(_TITLED_SMALL, small, (title.end() for title in titles)):
        if match[2] in _BEHIND_A_NAME:
            yield match.span(1)
    for match in _INITIAL_SMALL.finditer(small):
        if match[2] in _SURE:
            yield match.span(1)
    yield from _called(text, small, words)
    yield from _surnames(text, small, tokens)


def _called(text: str, small: str, words: Words) -> Iterator[Span]:
    """Find what follows `heet` and the like: anything with a capital, or a given name."""
    for begun in _CALLED.finditer(small, words):
        before = small[max(0, begun.start() - _LOOK_BACK) : begun.start()]
        if whole := _WHOLE.match(text, begun.end()):
            is_known = _first(whole[0]) not in _NO_NAMES and not _THING_BEFORE.search(before)
            if is_known and not _is_elsewhere(small, *whole.span()):
                yield whole.span()
        elif (one := _ONE.match(small, begun.end())) and one[0] in GIVEN and one[0] not in _NEVER_ALONE:
            yield one.span()


def _without_brands(text: str, small: str, words: Words) -> tuple[str, str]:
    brands = [brand.span() for brand in _BRANDS.finditer(small, words)]
    return hidden(text, brands), hidden(small, brands)


def _given_names(text: str, small: str, tokens: Sequence[re.Match[str]]) -> Iterator[Span]:
    behind = 0
    for place, word in enumerate(tokens):
        if word.start() < behind or not _is_given(word[0]):
            continue
        end = _end_of_name(text, small, tokens, place)
        is_alone = end - word.end() <= len(" B.")
        if _counts(text, word, is_alone=is_alone) and not _is_elsewhere(small, word.start(), end):
            yield word.start(), end
            behind = end


def _is_given(word: str) -> bool:
    return word in GIVEN or ("-" in word and all(part in GIVEN for part in word.split("-")))


def _counts(text: str, word: re.Match[str], *, is_alone: bool) -> bool:
    """Whether a word that is a given name is meant as one, by its capital and what stands around it."""
    is_capital = text[word.start()].isupper()
    is_shouted = text[word.start() : word.end()].isupper()
    if not is_alone and is_shouted and word[0] in DOUBTFUL:
        return False
    if not is_alone:
        return is_capital or word[0] not in DOUBTFUL or word[0] not in _NEVER_ALONE
    if word[0] not in DOUBTFUL:
        return True
    before, after = text[max(0, word.start() - 3) : word.start()], text[word.end() : word.end() + 2]
    is_dated = re.search(r"\d[ -]?$", before) or re.match(r"[ -]?\d", after)
    begins = _SENTENCE.search(before) is not None
    return is_capital and not (is_dated or is_shouted or begins or word[0] in _NEVER_ALONE)


def _end_of_name(text: str, small: str, tokens: Sequence[re.Match[str]], place: int) -> int:
    """Return where the name ends, with further given names, particles and a surname."""
    end, following = tokens[place].end(), place + 1
    has_particle = is_surely_surname = False
    while following < len(tokens) and following - place <= 6:
        word = tokens[following]
        if not _is_beside(text, tokens[following - 1].end(), word.start()):
            break
        if word[0] in _PARTICLES:
            has_particle, following = True, following + 1
            is_surely_surname = is_surely_surname or word[0] in _ONLY_IN_NAMES
            continue
        is_capital = text[word.start()].isupper() and not text[word.start() : word.end()].isupper()
        is_surname = is_surely_surname or word[0] in (_BEHIND_A_NAME if has_particle else _SURE)
        if (is_capital and word[0] not in _NO_NAMES) or is_surname or (word[0] in GIVEN and word[0] not in DOUBTFUL):
            end, following = word.end(), following + 1
            has_particle = is_surely_surname = False
            continue
        break
    initial = _INITIAL.match(text, end)
    return initial.end() if initial and end == tokens[place].end() else end


def _is_beside(text: str, end: int, start: int) -> bool:
    return text[end:start] in (" ", "-")


def _surnames(text: str, small: str, tokens: Sequence[re.Match[str]]) -> Iterator[Span]:
    """Find an unknown first name or an initial before a known surname, and a known surname by itself."""
    for match in _TWO.finditer(text):
        last, first = match[2].lower(), _first(match[1])
        is_surname = last in _SURE or _ENDINGS.match(last)
        is_shop = _is_elsewhere(small, *match.span(1)) or _is_elsewhere(small, *match.span(2))
        if is_surname and first not in _NO_NAMES and not is_shop:
            yield match.span(1)
    for match in _OF_SURNAME.finditer(text):
        if match[2].lower() in _SURE_BEHIND_DE and not _is_elsewhere(small, *match.span(1)):
            yield match.span(1)
    for match in tokens:
        if match[0] in _SURE and text[match.start()].isupper() and not _is_elsewhere(small, *match.span()):
            yield match.span()


def _first(name: str) -> str:
    return name.split()[0].lower()


def _is_elsewhere(small: str, start: int, end: int) -> bool:
    """Whether the name is part of the name of a street, a school, a shop or a brand."""
    last = small[start:end].split()[-1]
    after, before = small[end : end + _LOOK_ON], small[max(0, start - _LOOK_BACK) : start]
    if _PLACE_ENDS.search(last) and last not in SURNAMES and last not in GIVEN:
        return True
    if _NAMESAKES.fullmatch(small, start, end):
        return True
    is_place = _PLACE_NEXT.match(after) or _SHOP_NEXT.match(after) or _SHOP_BEFORE.search(before)
    return bool(is_place or _CAR_BEFORE.search(before))
