"""How the offenders of a robbery went about it."""

from collections.abc import Iterator

from alerts.reading.approach_patterns import APPROACH_PATTERNS
from alerts.reading.approach_words import APPROACH_WORDS
from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

register(APPROACH_WORDS)
_APPROACHES = Patterns(APPROACH_PATTERNS)
_ONLY_SAID = Exceptions(
    {
        "back_door": (
            "kwam|came|rende|liep ..3 STAFF ..1 van|via|from achter|achteren|behind",
            "weg|gevlucht|vertrokken|left|fled|escaped|ran|naar|rende|vluchtte|vluchtten ..2 via|through|by|"
            "door|out ..2 achterdeur|back|rear|achteruitgang|achterom ..1 door?",
        ),
        "hit_and_run": (
            "KNIFE|FIREARM ..9 graaide|griste|pakte|greep|grabbed ..9 weg|vandoor|ran|away|gone",
            "STAFF|ik|we|wij|i ..2 rende|renden|rennen|ran",
            "rende|renden|rennen|rent|ran|run|running in|into ..2 richting|noord*|zuid*|oost*|west*|direction|north*|"
            "south*|east*",
        ),
        "waiting_staff": (
            "open stond|stonden|staat|staan",
            "stond|stonden|staat open",
            "open ..1 breken|wrikken|trappen|gebroken|gewrikt|brak|braken|gebeukt",
        ),
        "explosive": (
            "dreig*|gedreigd|threatened|threat ..6 bom|bomb|opblazen|blazen|explosief|explosive",
            "~geen|no explosief|bom|explosive|bomb",
        ),
        "vehicle": ("niet|geen|not geramd", "VEHICLE ..3 tegen|tegenover|bij|voor ..1 de geparkeerd"),
        "as_customer": (
            "vroeg|vroegen|asked ..3 of|if|whether|hoe|waar|wie|when",
            "alsof ..3 KNIFE|FIREARM|BLUNT|wapen|politie|agent|agenten|monteur|koerier|bezorger",
        ),
        "break_in": (
            "sloeg|sloegen|tikte|tikten|beukte|beukten|trapte|trapten|schopte|schopten ..3 op|tegen ..1 ENTRY",
            "door|through|achter|behind|tegen het|the|de glas|glass",
            "smash|smashed and|n|& grab|grabbed",
            "~geen|no|zonder|without sporen|braakschade|braaksporen|inbraak|forced",
        ),
    }
)


_HEAVY = frozenset({"vehicle", "explosive"})


def approaches(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the ways in which the offenders went about it."""
    only_said = {(seen.value, seen.first) for seen in _ONLY_SAID.find(tokens)}
    said = {(seen.value, index) for seen in _ONLY_SAID.find(tokens) for index in range(seen.first, seen.last + 1)}
    found = list(_APPROACHES.find(tokens))
    if any(seen.value in _HEAVY for seen in found):
        found = [seen for seen in found if seen.value in _HEAVY]  # how they came in, whatever they did then
    for seen in found:
        if only_said and any((seen.value, index) in said for index in range(seen.first, seen.last + 1)):
            continue
        yield seen.read(tokens)
