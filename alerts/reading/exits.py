"""How offenders left, and in which direction of the compass."""

import re
from collections.abc import Iterator, Sequence

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.reading import VehicleClass
from alerts.reading.tokens import Tokens
from alerts.reading.vehicles import SeenVehicle

register(
    {
        "LEFT": "weg vlucht vluchtte vluchtten vluchten gevlucht vertrokken vertrok vertrekt ervandoor "
        "vandoor weggereden"
        " wegreed wegreden wegrijden weggescheurd wegscheurde gesprongen ontkomen ontkwam ontsnapt verdwenen verdween"
        " weggegaan weggaan weggefietst gevl afgetaaid vluchtvoertuig vluchtwijze"
        " left fled flee flees escaped gone away sped leaving leaves escape getaway disappeared scarpered",
        "DROVE": "weggereden wegreed wegreden wegrijden weggescheurd wegscheurde",
        "COMPASS_WORD": "ri richting richtng kant naar heading headed towards toward direction to going north",
    }
)
_ON_FOOT = Patterns[str](
    {
        "on_foot": (
            "te voet",
            "tevoet|lopend|wandelend|rennend",
            "on foot",
            "by foot",
            "rende|renden|rent|rennen|ren|sprintte|sprintten|run|ran|running|runs|gerend|sprinted|"
            "bolted|dashed|sprint ..3 weg|away|off|er|vandoor|out|ervandoor|uit|buiten",
            "liep|liepen|loopt|lopen|gelopen|walked|walks|walking ..3 weg|away|off|ervandoor|vandoor|naar_buiten",
            "legged it",
            "er|ging|gingen ..4 rennend|lopend|hollend vandoor",
            "zette|zetten het op een lopen",
            "het op een lopen",
            "weggerend|weggelopen|wegrende|wegrenden|wegrennen|wegliep|wegliepen|weglopen|wegsprintte|weggesprint",
            "rende|renden|ran|rent|gerend|rennen|sprintte|sprintten|he|she|they ran|the|het|de|naar|"
            "towards|toward|into|richting|down|up|in|ri|through|west|east|north|south|steeg|park",
            "ran|run",
            "rende|renden|gerend",
            "gaan|ging|gingen|gaat|go|went rennen|lopen|gerend|running",
            "gaat lopen weg",
        )
    }
)
_RUN_IN = Exceptions(
    {
        "": (
            "rende|renden|ran|rennen|rent|run|running|rushed|gerend|stormden ..3 binnen|inside",
            "rende|renden|ran|rennen|rent|run|running|rushed ..1 in|into|to|naar|op ..1 de|het|the|"
            "onze|our|my|mijn|een|a? winkel|zaak|shop|store|toonbank|mij|me|him|hem|counter|kassa",
            "ik|i|we|wij ren|rende|ran|renden|run",
            "achter|after hem|haar|ze|him|them|mij|me",
            "engine|motor|car|auto ..1 running",
            "running|rent|run ..1 a|een shop|winkel|zaak|business",
            "grab|hit|smash|snatch and|& run|runs|ran",
            "who|die run|runs the|de shop|winkel",
        )
    }
)
_UNKNOWN = Patterns[str](
    {
        "unknown": (
            "~vluchtwijze|vluchtrichting ..3 onbekend",
            "~weet|weten|wist|wisten niet|nt hoe|waarheen|waar ..4 weg|weggegaan|gevlucht|vertrokken|"
            "ontkomen|gingen|ging|is|zijn|weggingen",
            "~geen idee hoe|waarheen ..4 weg|gevlucht|vertrokken|ontkomen|weggegaan|ging|gingen",
            "~niemand|nobody|noone ..2 zag|gezien|saw|knows|weet ..1 hoe|how ..4 weg|left|wegging|away|"
            "gevlucht|went|vertrok",
            "~hoe ..4 gevlucht|weg|vertrokken|weggegaan|ontkomen ..3 onbekend",
            "~hoe ..5 weg|gevlucht|vertrokken|gekomen|ontkomen ..2 ook|evenmin|onduidelijk",
            "~onbekend|unknown|unclear hoe|how ..4 weg|gevlucht|vertrokken|left|fled|away|escaped|ontkomen",
            "~didn't|didnt|don't|dont|not|no|never ..2 see|know|idea|saw|sure ..2 which|how|where ..5 way|"
            "left|went|how|away|fled|escaped|got",
            "~niet gezien hoe|waarheen ..4 weg|gevlucht|vertrokken|ging|gingen",
            "~hoe ..3 weggegaan|weg|gevlucht ..2 weet|weten ..2 niet",
            "~of zo|iets dat weten we niet",
            "~escape|getaway ..2 unknown",
            "~wijze van vluchten onbekend",
            "~hoe|waarheen ..5 weg|gevlucht|vertrokken|ontkomen|weggekomen|gekomen|gegaan ..3 niemand|nobody",
            "~hoe|waarheen ..5 weg|gevlucht|vertrokken|ontkomen|weggekomen|gekomen|gegaan ..2 weet|weten|wist ..2 "
            "niemand|niet|nt|nobody",
            "~niemand|nobody|no-one ..1 zag|saw|weet|knows|heeft|has ..4 weg|left|vertrokken|vluchten|escape|leave|"
            "gingen|fled|gevlucht|went|wegrijden|weggaan",
        )
    }
)
_GETAWAY = Patterns[str](
    {
        "": (
            "LEFT ..2 op|in|met|per|on|by|into|onto|achterop ..5 VEHICLE|MAYBE_VEHICLE",
            "weg|gevlucht|vertrokken|ervandoor|vandoor|vlucht|fled|left|gone|away|gereden|escaped|off|"
            "weggereden|drove|sped|ri ..2 op|in|met|per|on|by|into|onto|going|go ..5 VEHICLE|MAYBE_VEHICLE",
            "op|in|met|per|on|by|into ..4 VEHICLE|MAYBE_VEHICLE ..5 weg|gevlucht|vertrokken|vertrok|"
            "vertrokken|ervandoor|"
            "vandoor|wegweggescheurd|away|off|left|fled|gesprongen|heading|"
            "wegri|richting|vluchtte|ontkomen",
            "VEHICLE|MAYBE_VEHICLE ..3 ri|richting|heading|headed|towards|direction|gevl|gevlucht|"
            "vlucht|noordelijke|zuidelijke|oostelijke|westelijke",
            "vluchtauto|vluchtscooter|vtg|vluchtvoertuig|getaway ..5 VEHICLE|MAYBE_VEHICLE",
            "naar ..4 op|in|on|by|met ..2 VEHICLE|MAYBE_VEHICLE ..1 gereden?",
            "north*|south*|east|west|eastwards|westwards|noord*|zuid*|oost*|westen|westelijke ..2 op|"
            "in|on|by|met|with ..3 VEHICLE|MAYBE_VEHICLE",
            "op|in|met|on|by|into|with ..4 VEHICLE|MAYBE_VEHICLE ..2 vertrok|vertrokken|weg|left",
            "VEHICLE|MAYBE_VEHICLE ..4 daarmee weg",
            "go|goes|gaat|gaan|ging|gingen|went ..2 weg|away|by|met|with|off|op|in ..3 VEHICLE|MAYBE_VEHICLE",
            "VEHICLE|MAYBE_VEHICLE ..2 COLOUR? ..1 weg|gevlucht|vertrokken|ri",
            "vluchtauto|vluchtvoertuig|getaway|vtg|vluchtscooter|vlucht ..5 VEHICLE|MAYBE_VEHICLE",
            "weg|gevlucht|fled|left|gone|vlucht|mee COLOUR? VEHICLE|MAYBE_VEHICLE ri|richting|COMPASS|COMPASS_WAY",
            "sprong|sprongen|gesprongen|stapte|stapten|stapt|jumped|hopped|got|climbed ..1 op|in|achterop|"
            "on|into|onto ..4 VEHICLE|MAYBE_VEHICLE",
            "VEHICLE|MAYBE_VEHICLE stond|stonden|waited|waiting|wachtte ..2 klaar|te|for|outside",
            "daarmee weg",
            "VEHICLE|MAYBE_VEHICLE ..1 daarmee|waarmee",
        )
    }
)
_DROVE = Patterns[str](
    {
        "": (
            "DROVE",
            "reed|reden|rijdt|rijden|drove|scheurde|scheurden|sped|drives|driving|rode|speeds ..5 "
            "weg|off|away|ervandoor|vandoor|north|south|east|west",
            "zijn ..4 naar ..4 gereden",
            "fietste|fietsten|cycled|weggefietst",
            "weggereden|weggescheurd",
            "gereden weg",
            "weg gereden",
            "LEFT|went|rode|drove ..3 on|with|in it",
            "erop|ermee weg|vandoor|ervandoor|gevlucht|vertrokken|away",
            "weg|vandoor|ervandoor|gevlucht|vertrokken ermee|erop",
        )
    }
)
_COMPASS = {
    "noord": "north",
    "oost": "east",
    "zuid": "south",
    "west": "west",
    "north": "north",
    "east": "east",
    "south": "south",
}
_WAY = (
    r"(?:(?P<nl>noord|zuid)(?:elijke?)?[ -]?(?P<nl2>oost|west)?|(?P<en>north|south)[ -]?(?P<en2>east|west)?|"
    r"(?P<side>oost|west|east))(?:en|elijke?|ern|erly|wards|ward)?"
)
_DIRECTION = re.compile(
    rf"\b(?:ri|rtg|richting|dir|kant|naar|heading|headed|towards|toward|to|direction|going|went|foot|voet|"
    rf"off|weg|fled|gevlucht|drove|ran|car|scooter|bike|north|away|vluchtten|in de|in) ?[.,:]? ?(?:de |het |"
    rf"t |'t |the |due |richting |in )?{_WAY}\b"
    rf"(?! ?(?:winkel|street|straat|plein|holland|brabant|station|side|zijde|in de stad|-holland))(?P<kant> "
    rf"(?:ri\b|richting|direction|kant))?"
)
_DIRECTION_BEHIND = re.compile(rf"\b{_WAY} (?:richting|ri\b|direction|kant op)")


def exit_modes(tokens: Tokens, vehicles: Sequence[SeenVehicle]) -> Iterator[Read[str]]:
    """Yield how offenders left; `unknown` where it is said that nobody saw it."""
    unknown = list(_UNKNOWN.read(tokens))
    if unknown:
        yield from unknown
        return
    by_token = {one.token: one for one in vehicles}
    away = list(_GETAWAY.find(tokens))
    ridden = False
    for seen in away:
        for index in range(seen.first, seen.last + 2):
            if index in by_token:
                ridden = True
                yield Read(_mode(by_token[index].vehicle_class), *seen.span(tokens))
    if not ridden and (drove := list(_DROVE.find(tokens))):
        classes = {_mode(one.vehicle_class) for one in vehicles}
        if len(classes) == 1:
            ridden = True
            yield Read(classes.pop(), *drove[0].span(tokens))
    if not ridden:
        inward = {index for seen in _RUN_IN.find(tokens) for index in range(seen.first, seen.last + 1)}
        yield from (seen.read(tokens) for seen in _ON_FOOT.find(tokens) if seen.first not in inward)


def _mode(vehicle_class: VehicleClass) -> str:
    if vehicle_class is VehicleClass.BICYCLE:
        return "bicycle"
    return "scooter" if vehicle_class in (VehicleClass.SCOOTER, VehicleClass.MOTORCYCLE) else "car"


def exit_directions(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the directions of the compass in which offenders went."""
    for pattern in (_DIRECTION, _DIRECTION_BEHIND):
        for match in pattern.finditer(tokens.told):
            yield Read(_direction(match), *match.span())


def _direction(match: re.Match[str]) -> str:
    main = match["nl"] or match["en"]
    side = match["side"] or match["nl2"] or match["en2"]
    return "_".join(_COMPASS[one] for one in (main, side) if one)
