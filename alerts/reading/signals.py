"""The signals of reconnaissance that a text tells of."""

from collections.abc import Iterator, Sequence

from alerts.reading.conduct_patterns import CONDUCT_PATTERNS
from alerts.reading.faces import lies_about
from alerts.reading.kinds import is_sighting
from alerts.reading.lexicon import register
from alerts.reading.looking_patterns import LOOKING_PATTERNS
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.question_patterns import QUESTION_PATTERNS
from alerts.reading.signal_words import SIGNAL_WORDS
from alerts.reading.tokens import Tokens
from alerts.reading.wide_conduct_patterns import WIDE_CONDUCT_PATTERNS
from alerts.reading.wide_patterns import WIDE_PATTERNS
from alerts.report import Signal

register(SIGNAL_WORDS)
_NARROW = {**LOOKING_PATTERNS, **CONDUCT_PATTERNS, Signal.QUESTIONS_SECURITY: QUESTION_PATTERNS}
_WIDE = {**WIDE_PATTERNS, **WIDE_CONDUCT_PATTERNS}
_SIGNALS = Patterns({signal: [*_NARROW[signal], *_WIDE.get(signal, ())] for signal in _NARROW})


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
            "~empty handed",
            "~empty-handed|onverrichterzake",
            "~rekent|rekende|rekenden|reken|afrekent|afgerekend|afrekende|afrekenden ..2 niets|niks|nix|niet|"
            "nothing|af",
            "~niets|niks|nix|nothing|geen|nooit|never|zonder|without|not|no|nog ..4 BUYS|gekocht|afgerekend|uitgegeven|"
            "besteld|meegenomen|afrekenen|aankoop|kopen|besteed|spent|sale|purchase|purchases|bought|buying|bestellen|"
            "mee|kassabon|bon|receipt",
            "~gekocht|bought|uitgegeven|spent|meegenomen|afgerekend ..7 niets|niks|nothing|nul|nix|zero|noppes|geen|"
            "nada",
            "~no|geen|zero|nul sale|sales|aankoop|aankopen|purchase|purchases|bestelling|cent|stuiver",
            "~not so much as",
            "~niks|niets|nothing ..2 gepakt|betaald|gepast|bought|paid|taken|aangeraakt",
            "~never|nooit ..3 till|kassa|afgerekend|paid|betaald",
            "~zelfs|geen|niks|niets|not|no ..5 genomen|gedronken|drank|ordered|taken|meegenomen",
            "~no|not|geen|niet ..3 penny|cent|stuiver|dime|euro ..2 spent|uitgegeven|besteed|wijzer?",
            "~nooit|never|nog|niks|niets|nothing ..9 gekocht|meegenomen|kopen|koopt|bought|buy|buys|besteld|afgerekend",
            "~mandje|karretje|tas|basket|trolley|bag ..2 leeg|empty|bleef",
            "~leeg|lege|empty mandje|karretje|basket|trolley|handen|hands",
            "~neemt|nam|namen|nemen|pakt|pakte|takes|took ..2 nooit|niks|niets|nothing|never",
            "~zonder|without ..1 iets|wat|anything|something|een|a ..3 weg|te|vertrok|vertrokken|buying|bought|left|"
            "kopen|"
            "naar|eruit|out",
            "~nooit|never ..2 iets|wat|anything|een|a ..2 kopen|koopt|gekocht|bought|buy|buys|mee|besteld",
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
            "~LOOPS",
            "~keer|maal|times|x ..4 buiten|uit|out ..2 terug|binnen|back|in",
            "~in ..3 out ..3 in ..3 out",
            "~NTH keer|maal|time",
            "~twee|drie|vier|two|three|four|half|halve|NUMBER ..1 uur|hours|uren|uurtje ..1 lang?",
            "~in|binnen ..1 uit|buiten|out ..1 in|binnen",
            "~trips|rondes|rondjes|laps|uur|uren|hours|hour ..4 round|shelves|schappen|glas|glass|koffie|coffee|rond|"
            "tafeltje",
            "~heel|erg|zo|bleef|bleven|blijft|spent|spends|spend|hele|whole|all ..3 lang|tijd|uur|uren|long|time|"
            "hour|hours|"
            "day|dag|middag|morning|afternoon|minutes|minuten|ages",
            "~NTH|MANY_TIMES ..1 keer|maal|time|bezoek|visit|rondje|x?",
            "~COUNT keer|maal|times|x|rondjes|visits|bezoeken",
            "~in|binnen ..6 uit|buiten|weg|weer|out|left ..6 in|binnen|terug|back|again|weer|opnieuw",
            "~LONG ..3 rond|binnen|inside|in|tussen|between|among|browsing|at|bij",
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
    is_asked = any(one.value is Signal.HIGH_VALUE_REQUEST for one in found)  # then not to buy is part of that
    if not is_asked and (unbought := list(_NOT_BOUGHT.read(tokens))) and any(_STAYED_LONG.find(tokens)):
        found.append(Read(Signal.NO_PURCHASE_LOOP, unbought[0].start, unbought[0].end))
    found = _without_locks(tokens, [one for one in found if not _is_only_waiting(tokens, one)])
    values = {one.value for one in found} if not _VEHICLES.isdisjoint(tokens.places.keys()) else set()
    left = {sign for got_off in _GOT_OFF.read(tokens) for sign in got_off.signs}
    fled = {seen.end for seen in _FLED_BY.read(tokens)}
    by_staff = {tokens.all[seen.last].start for seen in _LOOKS_UP.find(tokens)}
    asked, wanted = _asked(tokens, found), _signs(found, Signal.HIGH_VALUE_REQUEST)
    for one in found:
        if not _has_actor(tokens, one.value):
            continue
        if one.value in _OF_ANSWERS and not asked.isdisjoint(one.signs):
            continue  # who asks when a shop closes, or whether a door is open, waits for nothing and tries none
        if one.value is Signal.WATCHING_FROM_VEHICLE and (
            _VEHICLES.isdisjoint(tokens.places.keys()) or one.start in left
        ):
            continue
        if one.value is Signal.ROUTE_CHECK and one.end in fled:
            continue
        if one.value is Signal.LOOKOUT and Signal.WATCHING_FROM_VEHICLE in values and not _has_other(tokens):
            continue  # whoever sits in a vehicle watches the shop, and not for another
        if one.value is Signal.FACE_HIDDEN and Signal.WATCHING_FROM_VEHICLE in values and _is_ridden(tokens):
            continue  # who rides wears a helmet
        if one.value in _OF_HANDS_AND_EYES and one.start in by_staff:
            continue
        if one.value is Signal.INTEREST_LAYOUT and not wanted.isdisjoint(one.signs):
            continue
        if one.value is Signal.INTEREST_LAYOUT and Signal.WATCHING_FROM_VEHICLE in values:
            continue  # who looks from a vehicle looks at the shop
        yield one


def _has_actor(tokens: Tokens, signal: Signal) -> bool:
    """Whether somebody is told of who may have shown this signal."""
    has_people = _has_people(tokens)
    if signal is Signal.QUESTIONS_SECURITY:
        return not _ASKING.isdisjoint(tokens.concepts)
    if signal in _OF_SOMEBODY:
        return has_people or is_sighting(tokens)
    if has_people or signal not in _OF_ANYBODY:
        return True
    if not _FIRST_PERSON.isdisjoint(tokens.concepts):
        return False
    if signal is Signal.PHOTOS:
        return bool(_MAKES & tokens.concepts)
    # A mark that neighbours have too is no visit.
    return signal is not Signal.MULTI_SHOP or bool(_DOES & tokens.concepts and "LEFT_THING" not in tokens.concepts)


# Whoever works there looks as well: `my manager looked up from the till`.
_LOOKS_UP = Exceptions(
    {"": ("ik|i|we|wij|STAFF LOOK|FEEL", "heb|hebben|have|maakte|took er|it|them|dat|ze|daar ..2 PHOTO")}
)


def _asked(tokens: Tokens, found: Sequence[Read[Signal]]) -> set[int]:
    return set() if _ASKING.isdisjoint(tokens.concepts) else _signs(found, Signal.QUESTIONS_SECURITY)


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


def _has_other(tokens: Tokens) -> bool:
    return not _OTHERS.isdisjoint(tokens.concepts)


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
_OF_HANDS_AND_EYES = frozenset({Signal.INTEREST_LAYOUT, Signal.TESTING_DOOR, Signal.PHOTOS})
_OF_ANSWERS = frozenset({Signal.CLOSING_TIME, Signal.TESTING_DOOR})
_OF_SOMEBODY = frozenset({Signal.CLOSING_TIME, Signal.FACE_HIDDEN})
_FIRST_PERSON = frozenset({"ik", "wij", "we", "i"})
_OTHERS = frozenset({"OTHER_ONE", "binnen", "inside", "uitkijk", "lookout", "derde", "twee", "two"})
_ASKING = frozenset(
    {
        "ASK",
        "ASKS",
        "CHATS",
        "TO_KNOW",
        "CALLED",
        "hoorde",
        "hoort",
        "getting",
        "belt",
        "bellen",
        "belde",
        "rang",
        "phoned",
        "caller",
        "beller",
    }
)
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
        "OTHER_ONE",
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
