"""The vehicle of offenders: its class and its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns
from alerts.reading.reading import Colour, VehicleClass
from alerts.reading.tokens import Token, Tokens
from alerts.reading.words import COLOURS

_CLASSES = {
    "CAR": "auto auto's autootje autotje personenauto personenwagen huurauto stationwagen stationwagon "
    "hatchback"
    " sportwagen terreinwagen suv cabrio car cars sedan saloon hatch"
    " golf polo audi bmw mercedes merc volkswagen vw opel opeltje renault peugeot peugeotje citroen skoda "
    "toyota ford kia hyundai"
    " mazda nissan volvo fiat fiatje mini tesla suzuki honda dacia lexus porsche jaguar mitsubishi alfa "
    "lancia chevrolet seat"
    " saab smart daihatsu cupra passat golfje polootje astra corsa insignia zafira vectra meriva mokka "
    "clio megane twingo captur scenic"
    " laguna zoe fiesta focus mondeo kuga escort ka picanto sportage ceed rio i10 i20 i30 tucson yaris "
    "aygo auris corolla"
    " prius rav4 ibiza leon ateca arona octavia fabia superb kodiaq scala tiguan touran touareg arteon "
    "panda punto 500 micra qashqai"
    " juke swift alto civic jazz sandero duster logan a1 a3 a4 a5 a6 a8 q3 q5 q7 c1 c3 c4 c5 1-serie "
    "3-serie 5-serie x1 x3 x5"
    " 106 107 108 206 207 208 306 307 308 407 508 2008 3008 v40 v50 v60 v70 s60 xc40 xc60 xc90 model cooper"
    " bolide hybride beetle kever range rover jeep",
    "VAN": "busje bestelbus bestelbusje bestelwagen bestelauto bestelbussen bestelwagentje bakwagen vito sprinter "
    "transit transporter caddy vivaro"
    " trafic crafter berlingo kangoo partner boxer ducato jumper expert jumpy master doblo bestelvan vans "
    "minivan minibus campervan camper connect transit-connect"
    " bestelbusjes minibusje personenbus personenbusje rolstoelbus",
    "BUS": "bus",
    "TRUCK": "vrachtwagen vrachtauto truck lorry trailer oplegger vrachtwagens trekker kiepwagen",
    "MOTORCYCLE": "motorfiets motorrijder motorbike motorcycle motorfietsen motorbikes crossmotor motoren motorrijders",
    "MOTOR": "motor",
    "SCOOTER": "scooter scooters scootertje brommer brommers brommertje snorfiets snorscooter motorscooter bromfiets "
    "bromscooter vespa moped"
    " mopeds tmax t-max piaggio scoter deelscooter maxiscooter tomos",
    "BICYCLE": "*fiets crossfiets fiets fietsen fietsje damesfiets herenfiets racefiets fatbike fatbikes "
    "e-bike ebike bakfiets "
    "elektrische-fiets mountainbike"
    " bicycle bicycles bike bikes mountainbikes vouwfiets omafiets bmx e-bikes fat-bike fetbike ov-fiets "
    "swapfiets pushbike cycle koersfiets",
}
_OF = {
    "CAR": VehicleClass.CAR,
    "VAN": VehicleClass.VAN,
    "BUS": VehicleClass.VAN,
    "TRUCK": VehicleClass.TRUCK,
    "MOTORCYCLE": VehicleClass.MOTORCYCLE,
    "MOTOR": VehicleClass.MOTORCYCLE,
    "SCOOTER": VehicleClass.SCOOTER,
    "BICYCLE": VehicleClass.BICYCLE,
}
# Words that are a car only where a colour, a make or an article stands before them.
_SEVERAL = frozenset({"fietsen", "bikes", "bicycles", "fiets", "bike", "bicycle"})
_ON_TEXT = """
    op on de met per by with een a n 'n zijn zn z'n his her haar hun elektrische oude old the stolen gestolen e electric
    mountain city racing dezelfde and en
"""
_ON = frozenset(_ON_TEXT.split())
_DOUBTFUL_TEXT = """
    polo focus ka rio mini 500 smart seat master partner model alto scala up a1 a3 a4 a5 a6 a8 q3 q5 q7 c1 c3 c4
    c5 x1 x3 x5 106 107 108 206 207 208 306 307 308 407 508 2008 3008 expert boxer jumper connect trailer leon
    jazz swift escort range rover beetle kever alfa civic superb logan hatch cycle i10 i20 i30 zoe jeep caddy
    express duster juke club golf
"""
_DOUBTFUL = frozenset(_DOUBTFUL_TEXT.split())
register(_CLASSES)
register(
    {
        "VEHICLE": " ".join(word for words in _CLASSES.values() for word in words.split() if word not in _DOUBTFUL),
        "MAYBE_VEHICLE": _DOUBTFUL_TEXT,
        "MODEL": "golf polo caddy leon swift focus seat partner mini scala jeep civic",
        "BRAND": "audi bmw mercedes volkswagen vw opel renault peugeot citroen skoda toyota ford kia hyundai mazda "
        "nissan volvo fiat mini tesla"
        " suzuki honda dacia seat volkswagen range",
        "LOOKS_OF_CAR": "estate saloon sports station family personen sport oude oud nieuwe kleine grote klein "
        "donkere lichte vieze deuk old small big dark dirty "
        "battered "
        "little new large shiny"
        " gedeukte gestolen stolen verdachte klassieke geblindeerde sportieve dure elektrische electric "
        "metallic verroeste oud model van",
    }
)
_COLOUR_OF = {word: Colour(name) for name, words in COLOURS.items() if name for word in words.split()}
_ENGINE = Exceptions(
    {
        "": (
            "draaiende|lopende|warme|stationaire motor",
            "motor ..2 aan|draait|draaide|draaien|liep|warm|uit|stationair|lopend|draaiend|nog",
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
            "COLOUR motor",
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
            "van|off|from|uit|of zn|zijn|mijn|mn|m'n|his|my|her|de|the VEHICLE getrapt|geduwd|"
            "getrokken|gereden|gesleurd|gekicked",
            "kicked|pushed|dragged|off|from|knocked|pulled ..2 his|her|my|the bike|scooter|bicycle|"
            "moped|bestelvan|truck",
            "from the VEHICLE",
            "PUSH ..3 van|from|off ..1 VEHICLE",
            "bij|naast|in|from|near|at zijn|haar|his|her|mijn|my VEHICLE",
            "VEHICLE lock|slot|rack|rek|shop",
            "kwam|komen|kom|ging|ik|wij|we|aan ..3 fietsen|scooteren",
            "fietsen|fiets ..1 verkopen|gestald|stallen|maken|repareren",
            "zn|zijn|mijn|mn|his|my|her|the|de VEHICLE|bus afgeven|afgepakt|gestolen|stolen|kwijt|"
            "afgenomen|leeg|leeggehaald",
            "VEHICLE|bus afgeven|afgepakt|kwijt|afgenomen",
            "zn|zijn|mijn|his|my|the|truck truck|trailer|bestelvan gone|stolen|missing",
            "everything|alles|dozen|pakketten|parcels ..2 uit|from|in ..1 VEHICLE",
            "VEHICLE helmet|helm|helmets|helmen|key|sleutel|sleutels|kluis|park|parts|shop|store|"
            "winkel|winkels|zaak|driver|drivers|chauffeur",
            "busje pepperspray|peper|pepper|traangas|deo|spray",
            "klemgereden|aangereden|gestopt ..1 mijn|zijn|de VEHICLE",
            "achter|behind|following|tailing|volgt|volgde|volgen ..2 mijn|onze|our|my|delivery ..1 VEHICLE",
            "VEHICLE ..2 van ..1 bezorger|koerier|klant|collega|slachtoffer|chauffeur|medewerker",
        )
    }
)


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
    engines = {index for seen in _ENGINE.find(tokens) for index in range(seen.first, seen.last + 1)}
    ridden = {index for seen in _ON_ENGINE.find(tokens) for index in range(seen.first, seen.last + 1)}
    others = {index for seen in _OTHERS_CARS.find(tokens) for index in range(seen.first, seen.last + 1)}
    found: list[SeenVehicle] = []
    for index in sorted([*tokens.places.get("VEHICLE", ()), *tokens.places.get("MAYBE_VEHICLE", ())]):
        token = tokens.all[index]
        if token.is_denied or index in others or _is_own(tokens.all, index):
            continue
        if "MOTOR" in token.concepts and (index in engines or index not in ridden):
            continue
        colour, first, last = _colour(tokens.all, index)
        if not _is_sure(tokens.all, index, colour):
            continue
        kind = next(
            _OF[name]
            for name in ("VAN", "SCOOTER", "BICYCLE", "TRUCK", "MOTORCYCLE", "MOTOR", "BUS", "CAR")
            if name in token.concepts
        )
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
    return (
        len(before) == 2
        and before[0].word in ("mijn", "mn", "m'n", "onze", "my", "our")
        and "COLOUR" not in before[1].concepts
    )


def _is_sure(tokens: Sequence[Token], index: int, colour: Colour | None) -> bool:
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.word in _SEVERAL:  # ridden, not for sale
        return before is not None and (
            bool({"COLOUR", "NUMBER"} & before.concepts) or before.word.isdigit() or before.word in _ON
        )
    if token.word == "bus":
        return colour is not None
    if token.word not in _DOUBTFUL or (colour is not None and token.word != "polo"):
        return True
    if before is not None and "BRAND" in before.concepts:
        return True
    if token.word.isdigit() or len(token.word) == 2:
        return False
    if token.word in ("polo", "golf") and _is_driven(tokens, index):
        return True
    is_named = token.is_capital and token.start > 0
    return (
        is_named
        and token.word
        in ("polo", "golf", "leon", "seat", "mini", "caddy", "focus", "partner", "smart", "swift", "jeep", "civic")
    ) or (
        before is not None
        and before.word in ("een", "a", "in", "n")
        and token.word in ("golf", "seat", "mini", "caddy", "jeep", "smart")
    )


def _is_driven(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody is in it, or drives it: `weggereden in een groene polo` is no shirt."""
    before = tokens[max(0, index - 4) : index]
    words = [token.word for token in before if token.sentence == tokens[index].sentence]
    return (
        "in" in words
        and not {"man", "jongen", "gekleed", "dressed"} & set(words)
        and bool(
            {"weggereden", "wegreed", "wegreden", "reed", "reden", "weg", "vandoor", "ervandoor", "gestapt", "sprongen"}
            & {token.word for token in tokens[max(0, index - 6) : index + 3]}
        )
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
    for ahead in range(index + 1, min(len(tokens), index + 9)):
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
    is_told = between[-1:] in (["kleur"], ["colour"], ["color"], ["was"], ["is"])
    return is_beside or is_told or _is_alone(tokens, ahead)
