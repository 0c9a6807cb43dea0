"""Whether a text tells of a robbery, or of an attempt."""

from collections.abc import Iterator, Sequence

from alerts.reading.patterns import Patterns, Read
from alerts.reading.tokens import Tokens
from alerts.report import ReportKind

_ROBBERY = Patterns[bool](
    {
        True: (
            "overval|overvallen|overvalen|overvaller|overvallers|overvalletje|overvalt|overviel|overvielen|"
            "overvalln|overal_|roofoverval|roofovervallen|beroofd|beroving|berovingen|beroofden|beroofde|"
            "beroofdn|berooft"
            "|geroofd|leeggeroofd|roof|robbery|robberies|robbed|robbing|rob|robs|heist|holdup|hold-up|"
            "stickup|mugged|mugging|raid|raided|ramkraak|ramkraken|plofkraak|plofkraken|snelkraak|"
            "afgeperst|afpersing"
            "|jumped|ambushed|straatroof|carjacked|carjacking|hijacked|overvallen_",
            "held|hold|stick|stuck ..1 up|us up|me",
            "ov tankst|juwelier|supermarkt|slijterij",
            "smashed|smash and grabbed|grab|grabs",
            "dit is een overval",
        )
    }
)
_ATTEMPT = Patterns[bool](
    {
        True: (
            "poging|pogingen|attempt|attempted|attempts|attempting",
            "mislukt|mislukte|failed|foiled|verijdeld|gefaald|misluk|unsuccessful|voorkomen|botched",
            "wilden|wilde|wou|wouen|wouden|wil|willen|probeerde|probeerden|probeert|proberen|geprobeerd|"
            "tried|trying|tryed|wanted|try ..9 overvallen|beroven|rob|stelen|steal|overval|robbery|raid|"
            "pakken|kassala|kassa|kluis|geld|till|money|sleutels|tas|openmaken|opentrekken|bag|cash|grab|"
            "blow|hold|openbreken|afpakken|take|snatch|force",
            "~niet|not|didn't|didnt|never gelukt|lukte|open|succeed|work|af|door|ontploft",
            "~lukte|gelukt|ging ..2 niet|not",
            "~tried ..3 thing",
        )
    }
)
_DEMAND = Patterns[bool](
    {
        True: (
            "geld|money|kassa|kluis|till|safe ..1 of|or|else|nu|now ik|i",
            "geef ..3 geld|kassa|alles|telefoon|tas|sleutels|sleutel",
            "give ..3 money|cash|phone|keys|bag|till",
            "zei|zegt|riep|schreeuwde|zeggen|zeiden|said|say|says|shouted|yelled|shouting ..3 geld|money|"
            "kassa|cash|kluis",
            "money money",
            "eiste|eisten|eist|eisen|demanded|demanding|demands ..3 LOOT|kassa|kluis|sleutel|sleutels|keys|till|safe",
            "wilde|wilden|wou|wouen|wil|wanted|wants ..3 geld|money|cash|sleutels|keys|kassa|tas|telefoon|phone|bag",
            "kluis|kassa|safe|till moest|had ..2 open|to",
            "moest|moesten|had ..5 afgeven|geven|hand|give|open|openen|openmaken",
            "probeerde|probeerden|probeert|geprobeerd|wilde|wilden|wou|wouen|tried|trying ..9 kassa|"
            "kassala|kluis|till|safe|tas|telefoon|geld|bag|money|cash|drawer ..3 pakken|open|openen|"
            "opentrekken|grab|take|trekken|te|afpakken|snatch|breken",
            "tried ..2 open ..2 till|safe|register",
        )
    }
)
_BY_FORCE = frozenset({"physical", "injury", "threat"})
_CONTEXT = Patterns[bool]({True: ("aangehouden|arrested ..4 overval", "melden|bellen ..2 overval|overvallen")})
_NO_ROBBERY = Patterns[bool](
    {
        True: (
            "alarm|oefening|drill|protocol|training|preventie|beleid|tips|cijfers ..2 overval|overvallen|robbery",
            "overval training|alarm|protocol|preventie|knop|melder|oefening",
            "robbery training|drill|protocol|prevention",
            "bang|scared|afraid|angst ..3 overval|overvallen|robbed",
            "robbed|overvallen ..3 last|vorig year|jaar",
        )
    }
)


def robberies(tokens: Tokens, weapons: set[str], violence: set[str], loot: set[str]) -> Iterator[Read[ReportKind]]:
    """Yield what tells of a robbery or an attempt, in view of the weapons, violence and loot that were read."""
    told = list(_ROBBERY.read(tokens))
    if any(_NO_ROBBERY.find(tokens)):
        told = []
    asked = list(_DEMAND.read(tokens))
    by_force = bool(violence & _BY_FORCE or weapons - {"none_seen"})
    is_robbery = bool(told) or (by_force and bool(asked or loot - {"none"} or (loot and violence)))
    if not is_robbery:
        return
    tried = list(_ATTEMPT.read(tokens))
    taken = loot - {"none"}
    is_attempt = "none" in loot or (tried and not taken)
    kind = ReportKind.ROBBERY_ATTEMPT if is_attempt else ReportKind.ROBBERY
    yield from _passages(kind, told or asked)
    if is_attempt:
        yield from _passages(kind, tried)


def _passages(kind: ReportKind, told: Sequence[Read[bool]]) -> Iterator[Read[ReportKind]]:
    """Yield the kind with the first passage that tells it, or with none."""
    first = next(iter(told), Read(True, 0, 0))
    yield Read(kind, first.start, first.end)
