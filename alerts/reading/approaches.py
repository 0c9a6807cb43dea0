"""How the offenders of a robbery went about it."""

from collections.abc import Iterator

from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

_APPROACHES = Patterns[str](
    {
        "hit_and_run": (
            "smash|smashed|grab ..1 and|n|& grab|grabbed|run|grabs",
            "smash|smashed|grab grab|grabbed|run",
            "snatch|smash|grab and|& grab|run|go",
            "gone|out|weg|away|off ..2 in|within|binnen ..2 seconds|seconden|seconde|sec|tellen",
            "snatch|hit and|& run|go",
            "griste|gristen|gris|grist|grissen|gegrist|meegegrist|graaide|graaiden|graait|graaien|gegraaid|"
            "snatched|scooped|weggegrist|grijpt|grepen|greep|grabbed ..8 weg|rende|renden|rennen|wegrennen|"
            "seconden|sec|tellen|minuut|ran|out|run|weer|vandoor|toonbank|balie|gerend",
            "stormd*|stormen|rennen|renden|rende|rent|stormed|rushed|burst|vlogen|stormt|stormdenn ..3 "
            "binnen|in|inside ..9 weg|weer|buiten|gegrist|grissen|grepen|gristen|out|grabbed|sec|seconden|"
            "tellen|minuut",
            "binnen|within|in ..2 seconden|tellen|sec|minuut|seconds|minute|20|30 ..4 weg|out|gone|weer|buiten|off",
            "in and out ..2 within|in",
            "snelkraak|grijpoverval|snelle-kraak",
        ),
        "as_customer": (
            "als|as|like|gewone|normale|normal|posed|posing|posed|acted|pretended|pretending|deed|deden|"
            "alsof|doen|voordoen ..4 klant|klanten|customer|customers|koper|buyer|shopper|guest",
            "deed|deden|of ..3 klant|klanten",
            "netjes naar|asked ..3 gevraagd|politely",
            "eerst ..2 netjes? ..4 gevraagd|rondgekeken|gekeken|gepast|passen",
            "vroeg|vroegen|wilde|wilden|asked|tried ..1 eerst|first",
            "bestelde|ordered|kocht|bought ..2 eerst|first",
        ),
        "waiting_staff": (
            "{opwachten|opgewacht|wachten|wachtte|wachtten|wacht|waiting|waited|gewacht|stond|stonden|"
            "wachtend openen|opende|opendeed|opening|open|openmaken|sluiten|sluit|afsluiten|closing|closed|"
            "locked|locking|afsloot|opendoen|starten|started|shift|afsloten|deur|arrived}9",
            "op te wachten ..6 openen|opende|opening|sluiten|deur|personeelsingang",
            "opgewacht ..5 bij|toen|at|personeelsingang|achter",
            "staan|stond|stonden ..4 op te wachten",
            "opwachten|opgewacht",
            "wachtte|wachtten|waited|waiting|gewacht ..1 tot|until|till|for ..5 opende|openen|opendeed|"
            "opened|open|closed|sluiten|afsloot|afsluiten|staff|employee|ging|medew|me|us",
            "waiting for me|us|staff|him|her|mij|the",
            "staff|personeels entrance|ingang",
        ),
        "back_door": (
            "via|door|by|through|from|langs|used|at|achterom|uit ..2 achterdeur|achteringang|achterom|"
            "backdoor|achterkant|achteruitgang|keukendeur|dienstingang|leveranciersingang|laaddeur|zijdeur_",
            "through|by|via|at|in|used|the ..2 back|rear|kitchen|service|delivery door|entrance",
            "back|kitchen|rear door ..6 came|come|in|entered|inside",
            "door achter deur",
            "achterdeur ..5 binnen|binnengekomen|binnengedrongen|in|gekomen|binnenkomen",
            "came|come|entered|got|binnen|kwamen|komen ..4 behind|achterom|achterlangs|achterdeur|achter",
        ),
        "break_in": (
            "{ingeslagen|ingegooid|ingetikt|ingetrapt|kapotgeslagen|opengebroken|geforceerd|ingebroken|"
            "gebroken|opengewrikt raam|ruit|deur|dak|dakraam|slot|pui|rolluik|winkelruit|etalageruit|glas}6",
            "door|via|through ..2 dak|dakraam|raam|skylight|roof|window|muur|wall|ceiling|plafond ..5 "
            "gebroken|ingebroken|binnen|naar|break|broke|in|came|binnengekomen",
            "dakraam|skylight|dakluik ..4 ingebroken|broke|through|binnen|open",
            "broke|break|breaking|smashed|forced|kicked|pried ..4 skylight|window|roof|door|wall|in|lock|"
            "shutter|glass ..4 into|to|in|their|way|and|get|through|at",
            "ingebroken|inbreken|inbraken|breken ..2 in|terwijl|toen|binnen?",
            "broke in|into",
            "gat in muur|dak",
        ),
        "vehicle": (
            "ramkraak*|ramkraken|ram-raid|ramraid|ram-raided|rammed|geramd|ramde|ramden|ramden|rammen|ramt|ram-raiders",
            "ram raid|raided|raiders",
            "drove|reed|reden|ingereden|binnengereden|rijdt|crashed|gereden|backed|reversed|ploughed ..8 "
            "through|into|door|gevel|pui|shutter|front|window|winkel|rolluik|etalage|ruit|binnen ..2 "
            "shutter|front|window|door|pui|gevel?",
            "gevel|pui|etalage|rolluik|ruit ingereden|geramd|binnengereden",
            "VEHICLE ..3 door|in|tegen|op ..2 pui|gevel|rolluik|etalage|winkelruit|ruit",
            "VEHICLE through|into ..2 shutter|front|window|door|facade",
        ),
        "explosive": (
            "~plofkraak*|plofkraken|explosief|explosieven|opgeblazen|explosie|ontploffing|explosive|"
            "explosives|bom|bomb|springstof|blew|opblazen_|dynamiet|vuurwerkbom|cobra|explosion|detonated|"
            "ontploft|blown|detonatie|semtex",
        ),
    }
)
_ONLY_SAID = Exceptions(
    {
        "back_door": (
            "weg|gevlucht|vertrokken|left|fled|escaped|ran|naar|rende|vluchtte|vluchtten ..2 via|through|by|"
            "door|out ..2 achterdeur|back|rear|achteruitgang|achterom ..1 door?",
        ),
        "explosive": (
            "dreig*|gedreigd|threatened|threat ..6 bom|bomb|opblazen|blazen|explosief|explosive",
            "~geen|no explosief|bom|explosive|bomb",
        ),
        "vehicle": ("niet|geen|not geramd",),
    }
)


def approaches(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the ways in which the offenders went about it."""
    only_said = {(seen.value, seen.first) for seen in _ONLY_SAID.find(tokens)}
    said = {(seen.value, index) for seen in _ONLY_SAID.find(tokens) for index in range(seen.first, seen.last + 1)}
    for seen in _APPROACHES.find(tokens):
        if only_said and any((seen.value, index) in said for index in range(seen.first, seen.last + 1)):
            continue
        yield seen.read(tokens)
