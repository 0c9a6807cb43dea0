"""The vehicle of offenders: its class and its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from alerts.reading.patterns import Exceptions, Patterns
from alerts.reading.reading import Colour, VehicleClass
from alerts.reading.tokens import Token, Tokens
from alerts.reading.vehicle_words import CLASS_OF, DOUBTFUL
from alerts.reading.words import COLOURS

# Words that are a car only where a colour, a make or an article stands before them.
_SEVERAL = frozenset({"fietsen", "bikes", "bicycles", "fiets", "bike", "bicycle"})
_ON_TEXT = """
    op on de met per by with een a n 'n zijn zn z'n his her haar hun elektrische oude old the stolen gestolen e electric
    mountain city racing dezelfde and en die dat deze this that which welke
"""
_ON = frozenset(_ON_TEXT.split())
_COLOUR_OF = {word: Colour(name) for name, words in COLOURS.items() if name for word in words.split()}
_ENGINE = Exceptions(
    {
        "": (
            "draaiende|lopende|warme|stationaire motor",
            "motor ..2 aan|draait|draaide|draaien|liep|warm|uit|stationair|lopend|draaiend|nog|afgezet|start|gestart",
            "met|de|zijn|hun motor loopt",
            "met motor",
        )
    }
)
_ON_ENGINE = Patterns[str](
    {
        "": (
            "op|met|per|on een|de|zijn|hun|zn motor",
            "op|per motor",
            "motor met",
            "twee|2 motoren",
            "COLOUR|zware|snelle|oude|onbekende|verdachte|crossende motor",
            "motor ..2 zonder|achtergelaten|geparkeerd|gestopt|stopt|stopte|kwam|reed|rijdt",
            "motor ..3 erop|achterop|opzittende|opzittenden|helm|helmen|kenteken",
            "sprong|sprongen|gesprongen|stapte|stapten|gestapt|achterop ..3 motor",
            "motor ri|richting",
        )
    }
)
_OWN_TEXT = """
    mijn mn m'n onze ons my our uw their collega bezorgers bezorger koeriers
    chauffeurs delivery police politie dienst
"""
_OWN = frozenset(_OWN_TEXT.split())
# Vehicles of victims and of the police, parts of other words, and what is no vehicle in its sentence.
_OTHERS_CARS = Exceptions(
    {
        "": (
            "police|politie|patrol|dienst|taxi|cash|money|geld|parcel|delivery|security|armoured VEHICLE",
            "van|off|from|uit|of zn|zijn|mijn|mn|m'n|his|my|her|de|the ..1 VEHICLE ..1 getrapt|geduwd|"
            "getrokken|gereden|gesleurd|gekicked",
            "kicked|pushed|dragged|off|from|knocked|pulled ..2 his|her|my|the bike|scooter|bicycle|"
            "moped|bestelvan|truck",
            "from the VEHICLE",
            "PUSH ..3 van|from|off ..1 VEHICLE",
            "trok|trokken|sleurde|sleurden|sloeg|sloegen|duwde|duwden|pulled|dragged|hauled|knocked ..5 van|uit|off|"
            "from|out ..3 "
            "VEHICLE",
            "STAFF|chauffeur|courier|rider|bezorger|koerier op|in|on ..2 VEHICLE",
            "VEHICLE ..2 klemgereden|leeggehaald|leeggeroofd|geplunderd",
            "bij|naast|in|from|near|at zijn|haar|his|her|mijn|my VEHICLE",
            "VEHICLE lock|slot|rack|rek|shop|keys|key|radio|wash|dealer|verhuur|garage|stalling|rekken|laadpaal|"
            "charger|"
            "bell|pomp|band|banden|tyre|tyres|sleutels|autosleutels",
            "naast|bij|tussen|achter|tegen|langs|between|behind|against|near|beside|under|onder de|the|geparkeerde|"
            "parked|"
            "andere|other VEHICLE",
            "geparkeerde|voorbijrijdende|passerende|rijdende|passing|parked|oncoming|tegemoetkomende auto|auto's|car|"
            "cars|"
            "scooters|fietsen|fiets|scooter|bike|bikes",
            "VEHICLE ..1 van ..1 STAFF|klant|klanten|slachtoffer|buren|buurman|buurvrouw|bezoeker|hotelgast|gast|zaak|"
            "bewoner|politie",
            "VEHICLE of|belonging ..2 STAFF|customer|customers|neighbour|victim|guest|police",
            "klant|slachtoffer|buurman|customer|customer's|customers|neighbour's|victim's|buren|koerier|bezorger|STAFF "
            "VEHICLE",
            "VEHICLE gestolen|gejat|ontvreemd|weggenomen|buitgemaakt|gejatte|stolen|nicked|taken|gone|missing|vernield|"
            "bekrast|beschadigd|opengebroken|leeggehaald|scratched|damaged|keyed",
            "VEHICLE ..1 meegenomen|afgepakt|afgenomen",
            "stole|steal|stal|stalen|jatte|jatten|pakte|nicked|took|demanded|eiste|eisten ..1 de|een|the|a|my|his|her|"
            "zijn|"
            "mijn|haar|n ..2 VEHICLE",
            "fietsendief|autodief|proefrit|test ..3 VEHICLE",
            "ambulance|brandweer|police|politie|bezorg|post|vuilnis VEHICLE",
            "kwam|komen|kom|ging|ik|wij|we|aan ..3 fietsen|scooteren",
            "fietsen|fiets ..1 verkopen|gestald|stallen|maken|repareren",
            "zn|zijn|mijn|mn|his|my|her|the|de VEHICLE|bus afgeven|afgepakt|gestolen|stolen|kwijt|"
            "afgenomen|leeg|leeggehaald",
            "die|dat|de|that|the VEHICLE ..2 kwijt|afgepakt|gestolen|stolen|gone",
            "VEHICLE|bus afgeven|afgepakt|kwijt|afgenomen",
            "zn|zijn|mijn|his|my|the|truck truck|trailer|bestelvan gone|stolen|missing",
            "everything|alles|dozen|pakketten|parcels ..2 uit|from|in ..1 VEHICLE",
            "VEHICLE helmet|helm|helmets|helmen|key|sleutel|sleutels|kluis|park|parts|shop|store|"
            "winkel|winkels|zaak|driver|drivers|chauffeur",
            "busje pepperspray|peper|pepper|traangas|deo|spray",
            "klemgereden|aangereden|gestopt ..1 mijn|zijn|de VEHICLE",
            "achter|behind|following|tailing|volgt|volgde|volgen ..2 mijn|onze|our|my|delivery ..1 VEHICLE",
            "ik|i|we|wij zat|zit|zaten|sat|sit|was|were ..2 in ..2 VEHICLE",
            "VEHICLE ..2 van ..1 bezorger|koerier|klant|collega|slachtoffer|chauffeur|medewerker",
        )
    }
)


_SECOND = Exceptions({"": ("tweede|second|andere|another|other auto|car|wagen|busje|scooter|VEHICLE",)})


@dataclass(frozen=True, slots=True)
class SeenVehicle:
    """A vehicle in the text: its class, its colour if told, the token that names it, and its span."""

    vehicle_class: VehicleClass
    colour: Colour | None
    token: int
    start: int
    end: int


def vehicles(tokens: Tokens) -> list[SeenVehicle]:
    """Return the vehicles of offenders in the order of the text."""
    if any(_SECOND.find(tokens)):
        return []
    engines = {index for seen in _ENGINE.find(tokens) for index in range(seen.first, seen.last + 1)}
    ridden = {index for seen in _ON_ENGINE.find(tokens) for index in range(seen.first, seen.last + 1)}
    others = {index for seen in _OTHERS_CARS.find(tokens) for index in range(seen.first, seen.last + 1)}
    found: list[SeenVehicle] = []
    for index in sorted([*tokens.places.get("VEHICLE", ()), *tokens.places.get("MAYBE_VEHICLE", ())]):
        token = tokens.all[index]
        if token.is_denied or index in others or _is_own(tokens.all, index):
            continue
        is_engine = index in engines and not (index and "COLOUR" in tokens.all[index - 1].concepts)
        if "MOTOR" in token.concepts and (is_engine or index not in ridden):
            continue
        colour, first, last = _colour(tokens.all, index)
        if not _is_sure(tokens.all, index, colour):
            continue
        kind = next(kind for name, kind in CLASS_OF.items() if name in token.concepts)
        found.append(SeenVehicle(kind, colour, index, tokens.all[first].start, tokens.all[last].end))
    return _joined(found)


def _joined(found: list[SeenVehicle]) -> list[SeenVehicle]:
    """Return them without a make before its model, and a class said again: `Mercedes Vito`, `VW Golf`."""
    joined: list[SeenVehicle] = []
    for one in found:
        if joined and one.token - joined[-1].token <= 1:
            before = joined.pop()
            kind = one.vehicle_class if before.vehicle_class is VehicleClass.CAR else before.vehicle_class
            one = SeenVehicle(kind, before.colour or one.colour, before.token, before.start, one.end)
        joined.append(one)
    return joined


def _is_own(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[max(0, index - 2) : index]
    if any(token.word in _OWN and token.sentence == tokens[index].sentence for token in before[-1:]):
        return True
    return len(before) == 2 and before[0].word in ("mijn", "mn", "m'n", "onze", "my", "our")


def _is_sure(tokens: Sequence[Token], index: int, colour: Colour | None) -> bool:
    """Whether a word that may be something else is a vehicle here."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.word in _SEVERAL:
        return before is not None and _is_ridden(before)
    if token.word in ("bus", "bussen"):
        looks = frozenset() if before is None else before.concepts - {"elektrische", "electric"}
        return colour is not None or not _LOOKS.isdisjoint(looks)
    if token.word not in DOUBTFUL or (colour is not None and token.word != "polo"):
        return True
    if before is not None and "BRAND" in before.concepts:
        return True
    if token.word.isdigit() or len(token.word) == 2:
        return False
    if token.word in ("polo", "golf") and _is_driven(tokens, index):
        return True
    if token.is_capital and token.start > 0 and token.word in _MODELS:
        return True
    return before is not None and before.word in ("een", "a", "in", "n") and token.word in _SOME


def _is_ridden(before: Token) -> bool:
    """Whether the word before several vehicles says that they are ridden, not for sale."""
    return bool({"COLOUR", "NUMBER"} & before.concepts) or before.word.isdigit() or before.word in _ON


# Models with a capital, and words behind *a*, that are vehicles then.
_MODELS_TEXT = "polo golf leon seat mini caddy focus smart swift jeep civic jaguar merc"
_MODELS = frozenset(_MODELS_TEXT.split())
_SOME_TEXT = "golf seat mini caddy jeep smart jaguar merc pickup limo wagen"
_SOME = frozenset(_SOME_TEXT.split())
_LOOKS = frozenset({"LOOKS_OF_CAR", "UNKNOWN_THING"})
_DRIVEN_TEXT = """
    weggereden wegreed wegreden reed reden weg vandoor ervandoor gestapt sprongen gevlucht vluchtte vluchtten gesprongen
    stapten stapte vertrokken vertrok scheurde scheurden weggescheurd ontkomen ingestapt fled drove left sped escaped
    off away jumped got rijdt rijden stond staat zat zitten zaten geparkeerd parked sitting gezeten wachtte wachtten
"""
_DRIVEN = frozenset(_DRIVEN_TEXT.split())
_SEEN_TEXT = """
    erin inzittenden inzittende motor rijdt reed geparkeerd geparkeerde bestuurder kenteken parked engine driver plates
    langzaam stapvoets rondjes raampjes inside voor tegenover staat
"""
_SEEN_BEHIND = frozenset(_SEEN_TEXT.split())


def _is_driven(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody is in it, or drives it: `weggereden in een groene polo` is no shirt."""
    sentence = tokens[index].sentence
    behind = {token.word for token in tokens[index + 1 : index + 10] if token.sentence == sentence}
    if tokens[index].clause == 0 and index <= 2 and _SEEN_BEHIND & behind:
        return True
    before = tokens[max(0, index - 4) : index]
    words = [token.word for token in before if token.sentence == tokens[index].sentence]
    return (
        "in" in words
        and not {"man", "jongen", "gekleed", "dressed"} & set(words)
        and bool(_DRIVEN & {token.word for token in tokens[max(0, index - 7) : index + 6]})
    )


def _colour(tokens: Sequence[Token], index: int) -> tuple[Colour | None, int, int]:
    """Return the colour of the vehicle that this token names, with the first and last token of both."""
    sentence = tokens[index].sentence
    for back in range(index - 1, max(-1, index - 4), -1):
        token = tokens[back]
        if token.sentence != sentence or not ({"COLOUR", "BRAND", "LOOKS_OF_CAR"} & token.concepts):
            break
        if token.word in _COLOUR_OF:
            return _COLOUR_OF[token.word], back, index
    for ahead in range(index + 1, min(len(tokens), index + 13)):
        token = tokens[ahead]
        is_other = bool({"GARMENT", "VEHICLE", "ONE", "MANY"} & token.concepts) and token.word != "motor"
        if token.sentence != sentence or is_other:
            break
        if token.word in _COLOUR_OF and _is_after(tokens, index, ahead):
            return _COLOUR_OF[token.word], index, ahead
    return None, index, index


def _is_alone(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is a clause of its own: `busje voor de deur, wit, ...`."""
    beside = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    return all(one is None or one.clause != tokens[index].clause for one in beside)


def _is_after(tokens: Sequence[Token], index: int, ahead: int) -> bool:
    """Whether a colour behind a vehicle is the vehicle's: `auto kleur wit`, `car black`, `auto is zwart`."""
    if tokens[ahead].word == "rode":  # English for what a bicycle did
        return False
    between = [token.word for token in tokens[index + 1 : ahead]]
    follows = tokens[ahead + 1] if ahead + 1 < len(tokens) else None
    if follows is not None and follows.sentence == tokens[ahead].sentence and {"GARMENT", "VEHICLE"} & follows.concepts:
        return False
    is_beside = not between and tokens[index].clause == tokens[ahead].clause
    is_told = between[-1:] in (["kleur"], ["colour"], ["color"], ["was"], ["is"], ["het"], ["kleurtje"])
    return is_beside or is_told or _is_alone(tokens, ahead)
