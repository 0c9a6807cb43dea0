"""The signals of reconnaissance that a text tells of."""

from collections.abc import Iterator, Sequence

from alerts.reading.conduct_patterns import CONDUCT_PATTERNS
from alerts.reading.faces import lies_about
from alerts.reading.lexicon import register
from alerts.reading.looking_patterns import LOOKING_PATTERNS
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.question_patterns import QUESTION_PATTERNS
from alerts.reading.signal_words import SIGNAL_WORDS
from alerts.reading.tokens import Tokens
from alerts.report import Signal

register(SIGNAL_WORDS)
_SIGNALS = Patterns({**LOOKING_PATTERNS, **CONDUCT_PATTERNS, Signal.QUESTIONS_SECURITY: QUESTION_PATTERNS})


_NOT_BOUGHT = Patterns[bool](
    {
        True: (
            "~BUY ..3 niets|niks|nothing|nix|niet|never|nooit|geen|anything|nada|not|noppes",
            "~NOTHING ..4 kopen|gekocht|kocht|kochten|koopt|buying|bought|buy|buys|purchase|purchased|"
            "kopend|aangeschaft|afgerekend|purchasing|ordering|ordered|besteld|bestelt|bestellen|bestelde|bestelden|"
            "orders|koop",
            "~bestelt|bestelde|bestelden|bestellen|orders|ordered|drinkt|koopt ..3 niets|niks|nothing|nooit|never|"
            "niet|geen",
            "~zonder|no|nog|without|geen|empty ..3 boodschappen|mandje|basket|karretje|winkelwagen|"
            "aankoop|aankopen|purchase|trolley|cart|pak|producten",
            "~lege handen",
        )
    }
)
_STAYED_LONG = Patterns[bool](
    {
        True: (
            "~LONG ..4 SHOPKIND|tafeltje|tafel|terras|lobby|bar",
            "~LONG ..5 binnen|inside|zaak|winkel|shop|store|rond|rondlopen|rondgelopen|rondkijken|"
            "around|browsing|zonder|without|kijken",
            "~binnen|inside|rond|around|zaak|shop|winkel|staat|stond|loopt|wandering|walking|hangt|"
            "loitering|browsing ..6 LONG",
            "~rondje|rondjes ..4 winkel|zaak|zonder|door",
            "~very|so|too|far long ..2 inside|in|looking|browsing",
            "~heel|zo|erg lang|lange ..2 kijken|binnen|rond|gekeken",
            "~hele|whole|all tijd|time|middag|ochtend|dag|day|morning|afternoon ..5 binnen|inside|rond|"
            "winkel|zaak|shop|store",
            "~been|komt|kwam|came|comes|geweest ..1 in|binnen|langs ..3 MANY_TIMES",
            "~komt|kwam|kwamen|komen|came|comes|coming|binnengekomen|was|langs ..3 MANY_TIMES",
            "~MANY_TIMES ..4 binnen|in|komt|kwam|came|terug|back|langs|binnengekomen",
        )
    }
)
# Locks are no closing time: `de sloten zitten nog`.
_LOCKS = Exceptions(
    {
        "": (
            "de|het|alle|beide|nieuwe|oude|onze|mijn|die|NUMBER|aan|met|geen|andere|hun ..1 sloten",
            "zitten|zaten|zijn|waren|er nog|nieuwe|andere|geen|al? sloten",
            "sloten zitten|zit|zaten|zijn|waren|kapot|vervangen|geforceerd|beschadigd|erop|eraf|eruit|van|op|aan",
        )
    }
)


def signals(tokens: Tokens) -> Iterator[Read[Signal]]:
    """Yield the signals, each with its passage."""
    found = [seen.read(tokens) for seen in _SIGNALS.find(tokens)]
    if lies_about(tokens):
        found = [one for one in found if one.value is not Signal.FACE_HIDDEN]
    if (unbought := list(_NOT_BOUGHT.read(tokens))) and any(_STAYED_LONG.find(tokens)):
        found.append(Read(Signal.NO_PURCHASE_LOOP, unbought[0].start, unbought[0].end))
    found = [one for one in found if not _is_only_waiting(tokens, one)]
    found = _without_locks(tokens, found)
    values = {one.value for one in found} if not _VEHICLES.isdisjoint(tokens.places.keys()) else set()
    left = {sign for got_off in _GOT_OFF.read(tokens) for sign in got_off.signs}
    fled = {seen.end for seen in _FLED_BY.read(tokens)}
    asked, wanted = _signs(found, Signal.QUESTIONS_SECURITY), _signs(found, Signal.HIGH_VALUE_REQUEST)
    for one in found:
        if one.value is Signal.CLOSING_TIME and (not asked.isdisjoint(one.signs) or not _has_people(tokens)):
            continue
        if one.value in _OF_ANYBODY and not _has_people(tokens) and not _FIRST_PERSON.isdisjoint(tokens.concepts):
            continue
        if one.value is Signal.PHOTOS and not (_has_people(tokens) or _MAKES & tokens.concepts):
            continue
        if one.value is Signal.MULTI_SHOP and not (_has_people(tokens) or _DOES & tokens.concepts):
            continue
        if one.value is Signal.MULTI_SHOP and "LEFT_THING" in tokens.concepts and not _has_people(tokens):
            continue  # a mark that neighbours have too
        if one.value is Signal.WATCHING_FROM_VEHICLE and (
            _VEHICLES.isdisjoint(tokens.places.keys()) or one.start in left
        ):
            continue
        if one.value is Signal.ROUTE_CHECK and one.end in fled:
            continue
        if one.value is Signal.FACE_HIDDEN and Signal.WATCHING_FROM_VEHICLE in values and _is_ridden(tokens):
            continue  # who rides wears a helmet
        if one.value is Signal.INTEREST_LAYOUT and not wanted.isdisjoint(one.signs):
            continue
        if one.value is Signal.INTEREST_LAYOUT and Signal.WATCHING_FROM_VEHICLE in values:
            continue  # who looks from a vehicle looks at the shop
        yield one


def _signs(found: Sequence[Read[Signal]], signal: Signal) -> set[int]:
    return {sign for one in found if one.value is signal for sign in one.signs}


_RIDDEN = frozenset({"SCOOTER", "MOTORCYCLE", "MOTOR"})
_HIDES = frozenset(
    {"BALACLAVA", "MASK", "HOOD", "CLOTH", "weigert", "weigerde", "afdoen", "refused", "visor", "vizier"}
)
_WAITS_IN_CAR = Patterns[str](
    {
        "": (
            "waiting|waited|waits|wacht|wachten|wachtte|wachtten|zit|zitten|sitting ..3 with|met ..2 engine|motor|"
            "draaiende",
            "waiting|waited|waits|wacht|wachten|wachtte|wachtten|zit|zitten|sitting ..3 in ..3 VEHICLE",
        )
    }
)


# Who got off looks from no vehicle, and who flees through an alley does not explore it.
_GOT_OFF = Patterns[str](
    {
        "": (
            "got|gets|stepped|climbed|jumped|hopped off|out|from ..3 VEHICLE",
            "stapte|stapten|stapt|stappen|gestapt|sprong ..1 van|uit|af ..3 VEHICLE",
        )
    }
)
_FLED_BY = Patterns[str]({"": ("RUN ..3 EXIT",)})


def _is_ridden(tokens: Tokens) -> bool:
    return not _RIDDEN.isdisjoint(tokens.concepts) and _HIDES.isdisjoint(tokens.concepts)


def _is_only_waiting(tokens: Tokens, one: Read[Signal]) -> bool:
    """Whether a lookout only waits in a vehicle for the other."""
    if one.value is not Signal.LOOKOUT:
        return False
    return any(waits.start < one.end and one.start < waits.end for waits in _WAITS_IN_CAR.read(tokens))


def _has_people(tokens: Tokens) -> bool:
    return not _PEOPLE.isdisjoint(tokens.places.keys())


_VEHICLES = frozenset(
    {
        "VEHICLE",
        "MAYBE_VEHICLE",
        "motor",
        "engine",
        "vtg",
        "voertuig",
        "vehicle",
        "idling",
        "stationair",
        "taxi",
        "driver",
        "bestuurder",
    }
)
# What whoever types may do as well: `ik ga naar twee winkels`.
_OF_ANYBODY = frozenset(
    {
        Signal.INTEREST_LAYOUT,
        Signal.MULTI_SHOP,
        Signal.PHOTOS,
        Signal.NO_PURCHASE_LOOP,
        Signal.HIGH_VALUE_REQUEST,
        Signal.ROUTE_CHECK,
    }
)
_FIRST_PERSON = frozenset({"ik", "wij", "we", "i"})
_MAKES_TEXT = """
    filmt filmde filmden filmen gefilmd filmend filming filmed films maakt maakte maakten maken gemaakt nam namen
    genomen took taking takes fotografeert fotografeerde fotograferen gefotografeerd photographed photographing snapping
"""
_MAKES = frozenset(_MAKES_TEXT.split())
_DOES_TEXT = """
    LOOK PHOTO ASK FEEL DRIVES HANG loopt lopen liep liepen gaat ging gingen af walking walked going went
"""
_DOES = frozenset(_DOES_TEXT.split())
_PEOPLE = frozenset(
    {
        "zich",
        "signalement",
        "ONE",
        "MANY",
        "PERHAPS",
        "THEY",
        "HE",
        "SHE",
        "VEHICLE",
        "groepje",
        "groep",
        "group",
        "stel",
        "couple",
    }
    | {"tweetal", "drietal", "viertal", "duo", "trio", "koppel", "echtpaar", "bende"}
)


def _without_locks(tokens: Tokens, found: list[Read[Signal]]) -> list[Read[Signal]]:
    """Return them without a closing time that is read from locks."""
    if "sloten" not in tokens.places:
        return found
    seen = [tokens.all[index] for one in _LOCKS.find(tokens) for index in (one.first, one.last)]
    locks = [token for token in seen if token.word == "sloten"]
    edges = {token.start for token in locks} | {token.end for token in locks}
    return [one for one in found if one.value is not Signal.CLOSING_TIME or edges.isdisjoint((one.start, one.end))]
