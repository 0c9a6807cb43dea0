"""Persons that are told of without a number: one, or one and another."""

import re
from collections.abc import Iterator, Sequence

from alerts.reading.patterns import Exceptions, Patterns, Read, Seen
from alerts.reading.tokens import Tokens

_PUBLIC = frozenset({"mensen", "people", "klanten", "gasten"})
_THINGS = frozenset(
    {"VEHICLE", "MAYBE_VEHICLE", "LEFT_THING", "THING_HERE", "CALLED", "SHOP", "verdacht", "situatie"}
    | {"omstandigheid", "omstandigheden", "gedrag", "zaken"}
)
_OF_WORK = frozenset(
    {"delivery", "parcel", "food", "pizza", "taxi", "truck", "lorry", "bus", "package", "meal", "my", "our"}
)
# A person of whom it is not said that it was one: `iemand heeft kauwgom in het slot geduwd`.
_SOMEBODY = frozenset({"iemand", "someone", "somebody"})
_OF_SOMEBODY = Patterns[bool](
    {True: ("~HE|SHE", "~zn|z'n|his|her|hem|him", "GARMENT|HOOD|MASK|BALACLAVA|HELMET", "alleen|alone")}
)
# A word before what is odd, and no person: `verdachte scooter`.
_SUSPECT = frozenset({"verdachte", "suspect", "verd"})
# Whoever is counted as one stays one when told of as *they*, unless something is done meanwhile.
_A_SINGLE = re.compile(r"(?:1|one|a single|single)\b")
_PRONOUNS = frozenset({"they", "ze", "zij"})
_MEANWHILE = frozenset({"while", "whilst", "terwijl"})
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
            "MATE buiten|outside|binnen|inside|wacht|wachtte|wachtten|waited|waiting|waits|stond|staat|stood|kept|"
            "keeps|hield|"
            "houdt|bleef|blijft|stayed|stays|op|on|at|keeping|standing|filmde|filmt",
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
_ONE_TOLD = Patterns[int](
    {
        1: (
            "ONE",
            "een|die|deze|zo'n gek ..1 met|die|loopt|stond|staat|rent|filmt",
            "onbekende|gemaskerde|vreemdeling met|die|bij|in|op|aan|zegt|zei|kwam|komt|liep|loopt|belde|belt|vroeg|"
            "vraagt|"
            "stond|staat|probeerde|probeert|heeft|had|wilde|rende|drong|beweerde",
        )
    }
)
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
            "als|like|as|zogenaamde|normale|gewone|normal|of|alsof|voor|regular een|a|n|gewone|normale|normal? PERHAPS",
            "posing|posed|pretending|pretended|acting|acted ..3 PERHAPS",
            "ONE|PERHAPS|klant|gast is|wordt|werd|was|got|gets|being|been ..4 beroofd|overvallen|bestolen|bedreigd|"
            "neergestoken|neergeslagen|mishandeld|geslagen|robbed|mugged|attacked|stabbed|threatened|beaten|geraakt|"
            "gewond|injured|wounded|gevallen",
            "beroving|overval|straatroof|robbery|aanval|roofoverval|attack|mugging op|van|of|on|bestelvan "
            "een|de|a|the|oudere? "
            "ONE|PERHAPS|klant",
            "beroofde|beroofden|overviel|overvielen|robbed|mugged|bedreigde|bedreigden|bestal|bestalen|attacked "
            "een|a|de|the|oudere ONE|PERHAPS|klant",
            "schoonmaker|schoonmaakster|schoonmaak|cleaner|politie|police|agent|boa|wijkagent|handhaver|getuige|"
            "witness",
        )
    }
)
_PERHAPS = Patterns[int]({1: ("PERHAPS",)})
_PASSENGER = Patterns[int]({1: ("passagier|passenger|inzittende",)})
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
            "hit|kicked|pointed|pretended|acted|posed|drew|showed|stole|snatched|jumped|smashed|stood|hung|ordered|"
            "drove|rode|"
            "cycled|followed|refused|shouted|yelled|waved|swung|stabbed|slapped|shoved|robbed|escaped|claimed|browsed",
            "hij|ie|he|she deed|paste|bedreigde|toonde|stal|sprong|hing|bestelde|fietste|volgde|weigerde|schreeuwde|"
            "zwaaide|sloop|sneed|schopte|beroofde|ontkwam|beweerde|gaf|bood|betaalde|probeerde|dwong|gooide|zat|"
            "wachtte|"
            "snuffelde|scheurde|spurtte|sprintte|verdween|vertrok",
            "hij|he had ..1 een|a|geen|no ..2 KNIFE|FIREARM|BLUNT|MASK|BALACLAVA|HELMET|GARMENT",
        )
    }
)
_OTHERS = Patterns[int]({1: ("STAFF",)})
_PLURAL = Patterns[int](
    {
        2: (
            "MANY",
            "groep|groepje|groepjes|bende|meerdere|stelletje|they|group|bunch|several|verschillende|lui|rest|anderen|"
            "others",
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


def of_one_or_two(tokens: Tokens, counted: Sequence[Read[str]]) -> Iterator[Read[str]]:
    """Yield one or two persons that are told of without a number over one."""
    apart = {seen.last for seen in _NO_PLURAL.find(tokens)} | {seen.first for seen in _NO_PLURAL.find(tokens)}
    plural = [one for one in _PLURAL.find(tokens) if one.first not in apart and not _is_public(tokens, one)]
    plural = [] if plural and _is_the_one(tokens, plural, counted) else plural
    singles = list(_SINGLE.find(tokens))
    others = _others(tokens) if not plural else []
    if others:
        yield Read("2", *others[0].span(tokens))
    elif singles and counted:
        yield from counted
    elif not plural:
        apart |= _indices(_WITNESS, tokens)
        found = [one for one in _ONE_TOLD.find(tokens) if one.first not in apart and _is_one(tokens, one)]
        found = found or list(_HE_DOES.find(tokens)) or _perhaps(tokens)
        if not found and "FOLLOWS" not in tokens.concepts and not any(_OTHERS.find(tokens)):
            found = list(_HE.find(tokens))
        yield from counted or [Read("1", *one.span(tokens)) for one in found[:1]]


def _is_the_one(tokens: Tokens, plural: Sequence[Seen[int]], counted: Sequence[Read[str]]) -> bool:
    """Whether each *they* is the one who was counted in a clause before: `One guy robbed us. They took cash`."""
    ends = [one.end for one in counted if _A_SINGLE.match(tokens.told, one.start)]
    if not ends:
        return False
    clause = max(token.clause for token in tokens.all if token.start < ends[-1])
    they = [tokens.all[one.first] for one in plural]
    before = {tokens.all[one.first - 1].word for one in plural if one.first}
    return all(token.word in _PRONOUNS and token.clause > clause for token in they) and before.isdisjoint(_MEANWHILE)


def _is_one(tokens: Tokens, seen: Seen[int]) -> bool:
    """Whether it is an offender, and surely one: not `mijn man`, `verdachte scooter` or a bare `iemand`."""
    token = tokens.all[seen.last]
    if token.word in _SUSPECT:
        behind = tokens.all[seen.last + 1] if seen.last + 1 < len(tokens.all) else None
        if behind is not None and behind.clause == token.clause and _THINGS & behind.concepts:
            return False
    if token.word in _SOMEBODY:
        return any(_OF_SOMEBODY.find(tokens))
    return not _is_mine(tokens, seen)


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
    if before is None or before.clause != tokens.all[seen.last].clause:
        return False
    return bool({"MY"} & before.concepts) or before.word in _OF_WORK
