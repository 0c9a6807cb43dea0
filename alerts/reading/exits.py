"""How offenders left."""

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
        " weggegaan weggaan weggefietst gevl gevlogen afgetaaid vluchtvoertuig vluchtwijze"
        " left fled flee flees escaped gone away sped leaving leaves escape getaway disappeared scarpered",
        "DROVE": "weggereden wegreed wegreden wegrijden weggescheurd wegscheurde",
        "COMPASS_WORD": "ri richting richtng kant naar heading headed towards toward direction to going north",
    }
)
_ON_FOOT = Patterns[str](
    {
        "on_foot": (
            "~zonder|without ..2 buit|iets|geld|loot|anything|it weggerend|weggelopen|wegrende|wegrenden|weggespurt|"
            "weggehold|gerend|weggesprint",
            "bolted|bolts|legged|hightailed|holde|holden|spurtte|spurtten|sprintte|sprintten|sprinted|snelde|snelden "
            "..4 down|up|across|richting|het|de|into|naar|towards|toward",
            "go|goes|went|gone|came|going ..1 out|off|away running|lopend|rennend",
            "koos|kozen ..1 het hazenpad",
            "rennend|lopend|hollend langs|door|over|richting|naar",
            "te voet",
            "buiten|uit|out gerend|gestormd|gesprint|gehold|gesneld|running|sprinting",
            "came|kwamen|kwam ..4 running|rennend|gerend ..1 out|buiten|uit?",
            "wandelde|wandelden|wandelt|holde|holden|holt|hollen|spurtte|spurtten|spurt|spurten|snelde|snelden|draafde|"
            "draafden|huppelde ..3 weg|ervandoor|vandoor|buiten|uit|richting",
            "strolled|stroll|strolls|sauntered|wandered|jogged|walk|skulked|legging ..3 off|away|out",
            "weggespurt|wegspurtte|wegspurtten|wegspurten|weggehold|wegholde|wegholden|weggewandeld|wegwandelde|"
            "wegwandelden|weggesneld|wegsnelde|wegsprinten|wegsprintten|wegrent|wegloopt|hardlopend|hollend",
            "nam|namen|nemen|neemt|genomen ..2 benen",
            "benen genomen|nemen|nam|namen",
            "took to their|his|her heels",
            "made ..1 run|dash for it",
            "did a runner",
            "op een lopen|rennen|hollen|drafje",
            "on his|her|their heels",
            "tevoet|lopend|wandelend|rennend",
            "on foot",
            "by foot",
            "rende|renden|rent|rennen|ren|sprintte|sprintten|run|ran|running|runs|gerend|sprinted|"
            "bolted|dashed|sprint ..3 weg|away|off|vandoor|out|ervandoor|uit|buiten",
            "liep|liepen|loopt|lopen|gelopen|walked|walks|walking ..3 weg|away|off|ervandoor|vandoor",
            "legged it|down|out|up|into",
            "er|ging|gingen ..4 rennend|lopend|hollend vandoor",
            "zette|zetten het op een lopen",
            "het op een lopen",
            "weggerend|weggelopen|wegrende|wegrenden|wegrennen|wegliep|wegliepen|weglopen|wegsprintte|weggesprint",
            "gaan|ging|gingen|gaat|go|went rennen|lopen|gerend|running",
            "gaat lopen weg",
        )
    }
)
# Whoever runs after a crime flees.
_RAN = Patterns[str](
    {
        "on_foot": (
            "rende|renden|ran|rent|gerend|rennen|sprintte|sprintten|he|she|they ran|the|het|de|naar|"
            "towards|toward|into|richting|down|up|in|ri|through|west|east|north|south|steeg|park",
            "ran|run",
            "rende|renden|gerend",
            "liep|liepen|walked|wandelden ..3 buiten|outside ..2 richting|towards|direction|het|de?",
            "liep|liepen|loopt|lopen|walked|walks|wandelde|wandelden|strolled ..3 winkel|zaak|deur|shop|door|store|"
            "hoek|"
            "straat|corner ..1 uit|out|om|off|down",
            "vluchtte|vluchtten|gevlucht|fled|vertrok|vertrokken|ontkwam|escaped ..3 lopend|rennend|voet|foot|steeg|"
            "steegje|"
            "park|bos|parkje",
            "verdween|verdwenen|disappeared|vanished|dook|doken|glipte|glipten|slipped|ducked|melted ..5 tussen|"
            "menigte|"
            "mensenmassa|crowd|crowds|kraampjes|steeg|steegje|alley|metro|metro-ingang|park|bos|woods|voetgangers|"
            "drukte|"
            "winkelend|station|shoppers",
            "slenterde|slenterden|slenterend|kuierde|wandelde|strolled|sauntered|wandered|ambled|jogde|jogden|jogged",
            "over|hopped|climbed|klom|klommen|sprong|sprongen ..3 hek|schutting|muur|fence|wall|gate ..3 ran|weg|"
            "rende|away|"
            "off|gevlucht|ervandoor",
            "legged|bolted|dashed|scarpered|peerde|smeerde|stoof|holde|hared|pelted",
            "deur|door|winkel|zaak ..1 uit ..1 gerend|gestormd|gevlucht|gelopen|gesprint",
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
            "it's|is|was|were|are bolted",
            "running|rent|run|runs ..3 shop|winkel|zaak|business|place|cafe|store|bar|restaurant|bakery|salon",
            "grab|hit|smash|snatch and|& run|runs|ran",
            "who|die run|runs the|de shop|winkel",
            "ik|i|we|wij|zelf ben|zijn|heb|was|were ..3 weggerend|weggelopen|gerend|wegrende|ran|run|running|rennen",
            "ben|zijn ik|we|wij ..3 weggerend|weggelopen|gerend|gaan",
            "ik|i|we|wij ..3 en|and ..1 weggerend|weggelopen|gerend",
            "STAFF|mensen|people|iedereen|klant|klanten|customer|customers|publiek|omstanders|voorbijgangers rende|"
            "renden|ran|liep|liepen|"
            "vluchtte|"
            "vluchtten|rennen|run|sprintte|is ..3 weg|away|off|out|naar|to|achter|buiten|magazijn|weggerend?",
        )
    }
)
_UNKNOWN = Patterns[str](
    {
        "unknown": (
            "~vluchtwijze|vluchtrichting ..3 onbekend",
            "~weet|weten|wist|wisten niet|nt waarheen|waar ..4 weg|weggegaan|gevlucht|vertrokken|"
            "ontkomen|gingen|ging|is|zijn|weggingen",
            "~weet|weten|wist|wisten niet|nt hoe ze|hij|ie|zij|de|die ..4 weg|weggegaan|gevlucht|vertrokken|ontkomen|"
            "gingen|"
            "ging|is|zijn|weggingen",
            "~geen idee hoe|waarheen ..4 weg|gevlucht|vertrokken|ontkomen|weggegaan|ging|gingen",
            "~niemand|nobody|noone ..2 zag|gezien|saw|knows|weet ..1 hoe|how|waarheen|where ..4 weg|left|wegging|"
            "weggingen|weggekomen|vluchtten|"
            "vluchtte|vertrokken|gingen|away|"
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
            "~wijze ..4 gevlucht|vertrokken|weggekomen|ontkomen|weggegaan ..2 onbekend|unknown",
            "~onbekend|onduidelijk|unknown hoe|waarheen|how ..4 weggekomen|gegaan|weggegaan|ontkomen|vertrokken|"
            "gevlucht|weg",
            "~hoe|waarheen|waarmee|how|where ..9 gevlucht|weg|vertrokken|ontkomen|weggekomen|gegaan|fled|left|went ..2 "
            "niet|not|onbekend|onduidelijk|unknown|unclear ..1 bekend|known|duidelijk?",
            "~hoe|waarheen|how|where ..5 weg|gevlucht|vertrokken|ontkomen|weggekomen|gekomen|gegaan|left|away|fled ..4 "
            "niemand|nobody|geen|no-one ..2 gezien|mens|weet|seen|saw|knows",
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
            "bolted|weg|gevlucht|vertrokken|ervandoor|vandoor|vlucht|fled|left|gone|away|gereden|escaped|off|"
            "weggereden|drove|sped|ri ..2 op|in|met|per|on|by|into|onto|going|go ..5 VEHICLE|MAYBE_VEHICLE",
            "op|in|met|per|on|by|into ..4 VEHICLE|MAYBE_VEHICLE ..5 weg|gevlucht|vertrokken|vertrok|"
            "vertrokken|ervandoor|"
            "vandoor|wegweggescheurd|away|off|left|fled|gesprongen|heading|"
            "wegri|richting|vluchtte|ontkomen",
            "VEHICLE|MAYBE_VEHICLE ..3 ri|richting|heading|headed|towards|direction|gevl|gevlucht|"
            "vlucht|noordelijke|zuidelijke|oostelijke|westelijke",
            "vluchtauto|vluchtscooter|vtg|vluchtvoertuig|getaway ..5 VEHICLE|MAYBE_VEHICLE",
            "naar ..4 op|in|on|by|met ..2 VEHICLE|MAYBE_VEHICLE ..1 gereden?",
            "LEFT|weg|ervandoor|vandoor|gevlucht|fled|left|gone|off|away|made ..1 met|with ..5 op|in|on|by|per|onto "
            "..3 "
            "VEHICLE|MAYBE_VEHICLE",
            "ran|rende|renden|rent|rennen|sprintte|sprintten|liep|liepen|walked|sprinted ..2 naar|to ..3 "
            "VEHICLE|MAYBE_VEHICLE",
            "klom|klommen|dook|doken|kroop|kropen|dived|piled|leapt|sprang|springt|springen|stap|stappen|stapten|"
            "instapten|"
            "plofte|ploften ..2 op|in|achterop|into|onto|on ..4 VEHICLE|MAYBE_VEHICLE",
            "VEHICLE|MAYBE_VEHICLE ..3 picked|pikte|haalde|scooped ..2 up|op",
            "gevlucht|vertrokken|weg|fled|left|ontkomen auto|voertuig|car|vtg ..2 VEHICLE|MAYBE_VEHICLE",
            "hopped|jumped|climbed|sprong|sprongen|stapte|stapten ..1 on|onto|op|achterop ..6 VEHICLE|MAYBE_VEHICLE",
            "opgepikt|opgehaald|picked|collected|meegenomen ..2 door|by|up ..3 VEHICLE|MAYBE_VEHICLE",
            "achterop ..3 VEHICLE|MAYBE_VEHICLE",
            "op|in|met|on|by ..4 VEHICLE|MAYBE_VEHICLE ..4 weggescheurd|weggereden|wegreed|wegreden|weggeracet|"
            "wegscheurde|"
            "wegscheurden|weggestoven|weggefietst|gesmeerd|verdwenen|verdween|vertrekken|wegracete|wegspoten",
            "north*|south*|east|west|eastwards|westwards|noord*|zuid*|oost*|westen|westelijke ..2 op|"
            "in|on|by|met|with ..3 VEHICLE|MAYBE_VEHICLE",
            "op|in|met|on|by|into|with ..4 VEHICLE|MAYBE_VEHICLE ..2 vertrok|vertrokken|weg|left|weggegaan|gegaan",
            "VEHICLE|MAYBE_VEHICLE ..3 als|as vluchtauto|vluchtvoertuig|vluchtscooter|getaway",
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
            "scheurde|scheurden|scheurt|scheuren|racete|raceten|racet|spoot|spoten|stoof|stoven|vloog|vlogen|crosste|"
            "crossten|"
            "sjeesde|sjeesden|knalde|knalden|trok|gaf|gaven ..3 weg|ervandoor|vandoor|gas|hard",
            "tore|raced|roared|zoomed|screeched|peeled|pulled|accelerated|revved|turned|driven|riding|blasted ..2 off|"
            "away",
            "weggeracet|weggespoten|weggestoven|weggecrost|wegscheuren|wegscheurden|wegracete|wegraceten|wegspoot|"
            "wegspoten|"
            "wegstoof|wegstoven|plankgas|wegscheurt|wegrijdt|wegrijden|ingestapt|instapten",
            "vol|met vol? gas",
            "piepende|gierende|screeching|squealing banden|tyres|tires",
            "stapte|stapten|stappen|sprong|sprongen|dook|doken in|achterop|erin|erop",
            "got|jumped|hopped|climbed in|on ..1 and",
            "zijn ..4 naar ..4 gereden",
            "fietste|fietsten|cycled|weggefietst|wegfietste|wegfietsten|wegfietsen|fietsend|pedalled",
            "weggereden|weggescheurd",
            "gereden weg",
            "weg gereden",
            "LEFT|went|rode|drove ..3 on|with|in it",
            "erop|ermee weg|vandoor|ervandoor|gevlucht|vertrokken|away",
            "weg|vandoor|ervandoor|gevlucht|vertrokken ermee|erop",
        )
    }
)


# In or on whose vehicle it was does not matter: `reed weg in de auto van mijn collega`.
_AWAY = (
    "weg|weggereden|wegreed|wegreden|gevlucht|vluchtte|vluchtten|fled|left|vertrok|vertrokken|vandoor|ervandoor|"
    "gescheurd|"
    "weggescheurd|off|away|escaped"
)
_RIDDEN_AWAY = Patterns[str](
    {
        "car": (f"{_AWAY} ..1 in|per|by|met|with ..2 auto|busje|car|bestelvan|bestelbus|vrachtwagen|wagen|taxi|truck",),
        "scooter": (f"{_AWAY} ..1 op|per|by|met|with|on ..2 scooter|brommer|snorfiets|moped|motor|motorbike",),
        "bicycle": (f"{_AWAY} ..1 op|per|by|met|with|on ..2 fiets|fatbike|bike|bicycle|e-bike|ebike|racefiets",),
    }
)


# One drove off on what was taken; of who ran behind it is no way of flight of all.
_DROVE_OFF = Patterns[str](
    {"": ("reed|reden|fietste|scheurde|rode|drove|rides|cycled ..2 ermee|daarmee|it ..1 weg|off|away",)}
)


def exit_modes(tokens: Tokens, vehicles: Sequence[SeenVehicle], *, is_crime: bool) -> Iterator[Read[str]]:
    """Yield how offenders left; `unknown` where it is said that nobody saw it."""
    unknown = list(_UNKNOWN.read(tokens))
    if unknown:
        yield from unknown
        return
    by_token = {one.token: one for one in vehicles}
    away = list(_GETAWAY.find(tokens))
    ridden, drove = False, list(_DROVE.find(tokens))
    for seen in away:
        for index in range(seen.first, seen.last + 2):
            if index in by_token:
                ridden = True
                yield Read(_mode(by_token[index].vehicle_class), *seen.span(tokens))
    if not ridden and drove:
        classes = {_mode(one.vehicle_class) for one in vehicles}
        if len(classes) == 1:
            ridden = True
            yield Read(classes.pop(), *drove[0].span(tokens))
    if not ridden and (others := list(_RIDDEN_AWAY.read(tokens))):
        ridden = True
        yield from others
    if not ridden and not any(_DROVE_OFF.find(tokens)):
        inward = {index for seen in _RUN_IN.find(tokens) for index in range(seen.first, seen.last + 1)}
        on_foot = [*_ON_FOOT.find(tokens), *(_RAN.find(tokens) if is_crime else ())]
        yield from (seen.read(tokens) for seen in on_foot if seen.first not in inward)


def _mode(vehicle_class: VehicleClass) -> str:
    if vehicle_class is VehicleClass.BICYCLE:
        return "bicycle"
    return "scooter" if vehicle_class in (VehicleClass.SCOOTER, VehicleClass.MOTORCYCLE) else "car"
