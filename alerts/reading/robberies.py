"""Whether a text tells of a robbery, or of an attempt."""

from collections.abc import Iterator, Sequence

from alerts.reading.deeds import reached_in, tried_to_take
from alerts.reading.patterns import Patterns, Read
from alerts.reading.tokens import Tokens
from alerts.report import ReportKind

_ROBBERY = Patterns[bool](
    {
        True: (
            "overval|overvallen|overvalen|overvaller|overvallers|overvalletje|overvalt|overviel|overvielen|"
            "overvalln|overal_|roofoverval|roofovervallen|beroofd|beroven|beroving|berovingen|beroofden|beroofde|"
            "beroofdn|berooft"
            "|geroofd|leeggeroofd|roof|*overval|*overvallen|overvalpoging*|roofpoging|tasjesroof|kassaroof|gegijzeld|"
            "gijzeling|"
            "gijzelden|hostage|plofkraakpoging|ramkraakpoging|stick-up|robery|robberry|robbery|robberies|robbed|"
            "robbing|rob|robs|heist|holdup|hold-up|"
            "stickup|mugged|mugging|raid|raided|ramkraak|ramkraken|plofkraak|plofkraken|snelkraak|"
            "afgeperst|afpersing"
            "|ambushed|straatroof|carjacked|carjacking|hijacked|overvallen_",
            "held|hold|stick|stuck ..1 up|us up|me",
            "held|hold|holds|holding up ..1 my|our|the|a|his|STAFF ..3 STAFF|rider|driver|courier|shop|store|bakery|"
            "pharmacy|station|bank|till",
            "van|uit|off|from ..3 VEHICLE|fiets|bike ..1 getrokken|geduwd|gesleurd|gerukt|getrapt ..9 afgepakt|"
            "afgenomen|"
            "meegenomen|mee|kwijt|weg|gestolen",
            "slachtoffer geworden ..1 van|overval?",
            "hands|handen up|omhoog",
            "got|been|was|were|getting jumped",
            "jumped ..2 me|him|us|courier|driver|rider",
            "ov tankst|juwelier|supermarkt|slijterij",
            "waardetransport*|geldtransport|geldwagen|geldauto ..6 klemgereden|klemgezet|aangevallen|beschoten|"
            "gestopt|ambushed",
            "smashed|smash and grabbed|grab|grabs",
            "dit is een overval",
            "dwong|dwongen|gedwongen|forced|dwingt ..6 kluis|kassa|safe|till|open|openen|register|geld|money",
            "{pui|gevel|rolluik|winkel|etalage|shopfront|shutter geramd|rammed|ramde|ramden}7",
            "got|been|were done|turned over",
            "smash|snatch|grab and|& grab|run",
            "blew|blown|blow|blasted ..3 atm|machine|safe|cash",
            "robber|robbers|rover|rovers|overvallertje|gunman|gunmen",
            "~overvaller|overvallers|robber|robbers",
            "{pinautomaat|geldautomaat|atm|kluis opgeblazen|blown|ontploft|explosief|opblazen|explosieven}6",
        )
    }
)
_ATTEMPT = Patterns[bool](
    {
        True: (
            "poging|pogingen|attempt|attempted|attempts|attempting",
            "mislukt|mislukte|failed|foiled|verijdeld|gefaald|misluk|unsuccessful|voorkomen|botched",
            "wilden|wilde|wou|wouen|wouden|probeerde|probeerden|probeert|proberen|geprobeerd|"
            "tried|trying|tryed|wanted|try ..9 overvallen|beroven|rob|stelen|steal|overval|robbery|raid|"
            "pakken|kassala|kassa|kluis|geld|till|money|sleutels|tas|openmaken|opentrekken|bag|cash|grab|forcing|"
            "breaking|kicking|smashing|pushing|"
            "slaan|inslaan|trappen|intrappen|forceren|ingooien|openwrikken|wrikken|smash|kick|dringen|push|barge|blow|"
            "hold|blazen|opblazen|rammen|ram|openbreken|afpakken|take|snatch|force|break|breken|inbreken|"
            "binnendringen|get",
            "~niet|not|didn't|didnt|never gelukt|lukte|open|succeed|work|af|door|ontploft",
            "~lukte|gelukt|ging ..2 niet|not",
            "~kreeg|kregen|krijgt|kon|konden ..3 niet|not mee|los|eruit|open",
            "~kwam|kwamen|komen|kreeg|kregen|kon|konden|could|couldn't|couldnt ..3 niet|not|couldn't|couldnt ..3 "
            "binnen|in|inside|open",
            "~couldn't|couldnt get in|inside",
            "tegengehouden|weggejaagd|verjaagd|gestoord|betrapt|interrupted|disturbed",
            "glas|glass|ruit|window|deur|door held|hield|bleef",
            "weigerde|weigerden|weigerd|refused|refuses",
            "hield|hielden|joeg|joegen|chased|stopped|scared ..3 tegen|weg|off|away",
            "inbraakpoging|braakpoging|overvalpoging*|roofpoging|plofkraakpoging|ramkraakpoging",
            "~never|niet|not|didn't|didnt ..1 got|get|binnen|binnengekomen|inside ..1 in|inside|gekomen|gelukt?",
            "~niet|not|nooit|never|didn't|didnt ..1 afgegaan|geexplodeerd|explode|exploded|detonate|afging",
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
            "wilde|wilden|wou|wouen|wil|wanted|wants ..3 dagopbrengst|opbrengst|omzet|takings|geld|money|cash|"
            "sleutels|keys|kassa|tas|telefoon|phone|bag",
            "kluis|kassa|safe|till moest|had ..2 open|to",
            "kassa|kassala|la|kluis|till|register|safe|drawer ..2 opengetrokken|opengemaakt|"
            "leeggehaald|opened|opengebroken|leeg",
            "moest|moesten|had ..5 afgeven|geven|hand|give|open|openen|openmaken",
            "probeerde|probeerden|probeert|geprobeerd|wilde|wilden|wou|wouen|tried|trying ..9 kassa|"
            "kassala|kluis|till|safe|tas|telefoon|geld|bag|money|cash|drawer ..3 pakken|open|openen|"
            "opentrekken|grab|take|trekken|te|afpakken|snatch|breken",
            "tried ..2 open ..2 till|safe|register",
            "moeten|moest|moesten|must ..1 geven|afgeven|afstaan|inleveren",
            "made|forced|makes ..4 open|empty|fill|hand|give|pack",
            "helped|helps ..1 himself|themselves|herself|themself",
            "vroeg|vraagt|asked|asks ..1 om|for ..2 geld|kassageld|cash|money|till|takings",
            "ripped|tore|yanked|snatched|rukte|rukten|trok|trokken|griste|gristen ..4 out|uit|from ..4 hand|handen|"
            "hands",
            "cleared|clears|emptied|empties ..2 safe|till|register|drawer|vault",
            "leeg gehaald|gemaakt|geroofd",
            "made|forced|forces|making|dwong|dwongen|gedwongen|moest|moesten ..4 open|openen|give|hand|"
            "afgeven|geven|openmaken|empty ..4 LOOT|kluis|kassa|safe|till|register|vault",
            "leeggehaald|leeggeroofd|leeggemaakt|leeghalen|leegroven",
            "hit|hits|bashed|smashed|smash|smashing|sloeg|sloegen|kapotgeslagen|ingeslagen|stukgeslagen|sloopten|"
            "smashes ..4 case|cases|vitrine*|display*|showcase*|kast|kasten|toonbank|cabinet|cabinets",
            "vitrine*|display*|showcase* ..3 kapotgeslagen|ingeslagen|stukgeslagen|smashed|kapot",
            "rukte|rukten|trok|trokken|pakte|brak|braken|greep|ripped|pulled|yanked ..2 la|lade|"
            "kassa|kassalade|kassala|till|drawer|register ..1 eruit|open|mee|los|out",
            "afgepakt|afgenomen|afhandig",
            "greep|graai|graaide|graaiden|reached|dook|doken|grabbed|dipped ..1 in|into|uit|from ..2 kassa|kassala|"
            "geldla|kassalade|lade|la|till|register|drawer",
            "took|pakte|pakten|nam|namen|steal|stole everything|alles|it|all",
            "alles|everything ..2 meegenomen|weg|mee|taken|gepakt",
            "nam|namen|neemt|nemen|griste|gristen|greep|grepen|pakte|pakten|took|grabbed|sleepte|sleepten ..6 "
            "mee|meegenomen|weg|with",
        )
    }
)
_TAKES_ALL = "alles"
_ALL_TAKEN = Patterns[bool]({True: ("alles pakken|pakte|pakten|meegenomen|mee|weg",)})
_BY_FORCE = frozenset({"physical", "injury", "threat"})
_PERHAPS_ROBBERY = Patterns[bool](
    {
        True: (
            "misschien|mogelijk|wellicht|maybe|perhaps|possibly|of|or ..4 overval|beroving|robbery|overvallen|"
            "ramkraak ..1 "
            "of|or|misschien|maybe|perhaps|wellicht|mogelijk ..2 TROUBLE|inbraak|burglary|ruzie|fight|brand|ongeluk|"
            "accident|aanrijding|steekpartij|iets|something",
            "TROUBLE|inbraak|burglary|ruzie|fight|ongeluk|accident ..1 of|or|misschien|maybe|perhaps|wellicht ..2 "
            "overval|beroving|robbery",
        )
    }
)
_ON_BODY = frozenset({"physical", "injury"})
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


_TRIED_ROBBERY = Patterns[bool](
    {
        True: (
            "~poging|attempt|attempted ..3 overval|beroving|roof|robbery|raid|ramkraak|plofkraak|"
            "hold-up|holdup|gehad|gedaan|tot",
            "~poging|attempted|attempt",
        )
    }
)
_ROBBERY_DENIED = Patterns[bool]({True: ("~overval|beroving|robbery|overvallen|beroofd|robbed",)})
_FORCED_WAYS = frozenset({"vehicle", "explosive", "hit_and_run"})
_ARMED = Patterns[bool]({True: ("met|een|n|a|with|had|zijn|his|het|the wapen|weapon", "gewapend|gewapende|armed")})
_CLAIMED = Patterns[bool](
    {
        True: (
            "eiste|eisten|eist|demanded|demands|demanding ..3 kassa|kassageld|kluis|till|safe|register|cash|takings|"
            "dagopbrengst|geld|money",
        )
    }
)
# Whoever tries to break or to push in where people are, or by what is called an attempt.
_TRIED_TO_ENTER = Patterns[bool](
    {
        True: (
            "inbraakpoging|braakpoging",
            "poging ..2 inbraak|inbreken",
            "attempted|attempt ..2 break-in|burglary",
            "wilden|wilde|wou|wouen|wouden|probeerde|probeerden|probeert|proberen|geprobeerd|tried|trying|attempted "
            "..9 "
            "slaan|inslaan|intrappen|trappen|binnendringen|dringen|binnen|openbreken|breken|inbreken|forceren|push|"
            "barge|force|"
            "forcing|breaking|kicking|smashing|pushing|"
            "break|smash|kick|get|come ..4 slaan|trappen|breken|dringen|in|through|open|binnen|inside|down?",
        )
    }
)
_BURST_IN = Patterns[bool](
    {
        True: (
            "binnengestormd|binnengevallen|binnengerend|binnenstormen|binnenstormden|binnenvielen|binnengedrongen",
            "STORMED|gestormd|drongen|gedrongen|vielen|barged ..2 binnen|inside|in gestormd|gevallen?",
            "binnen gestormd|gerend|gedrongen|gevallen",
            "smashed|sloeg|sloegen ..3 display|displays|vitrine|vitrines|showcase|showcases ..9 RUN|LEFT",
        )
    }
)
_LEAVES = frozenset(
    {
        "RUN",
        "LEFT",
        "QUIT",
        "weggejaagd",
        "verjaagd",
        "liep",
        "liepen",
        "ging",
        "gingen",
        "droop",
        "dropen",
        "walked",
        "afgedropen",
    }
)
_REFUNDS = frozenset({"terug", "refund", "back", "bon", "receipt", "teruggave"})
HEAVY_WAYS = frozenset({"vehicle", "explosive"})
"""Approaches that tell of a crime, even if nothing else does."""
_SLOW_WAYS = frozenset({"break_in", "waiting_staff", "back_door"})
_FAILED = Patterns[bool](
    {
        True: (
            "~grissen|snatch|grab|grijpen|wegrennen|pakken ..9 mislukt|mislukte|failed",
            "~poging|attempt ..4 mislukt|mislukte|failed|gestrand|verijdeld|foiled",
            "~mislukte|failed|verijdelde|foiled ..2 poging|attempt",
        )
    }
)
_DRAWN = Patterns[bool](
    {
        True: (
            "trok|trokken|haalde|haalden|pakte|pakten|toonde|toonden|pulled|drew|pulls|trekt|trekken|produced|whipped "
            "..4 KNIFE|FIREARM|BLUNT|wapen|weapon",
        )
    }
)


def robberies(
    tokens: Tokens, weapons: set[str], violence: set[str], loot: set[str], ways: set[str], hidden: bool
) -> Iterator[Read[ReportKind]]:
    """Yield what tells of a robbery or an attempt, in view of the other fields that were read.

    `ways` are approaches; `hidden`: faces were covered by masks or balaclavas.
    """
    told = [] if any(_NO_ROBBERY.find(tokens)) or is_perhaps(tokens) else list(_ROBBERY.read(tokens))
    asked, tried = list(_DEMAND.read(tokens)), list(_ATTEMPT.read(tokens))
    by_force = bool(violence & _BY_FORCE or weapons - {"none_seen"} or ways & _FORCED_WAYS or any(_ARMED.find(tokens)))
    taken = loot - {"none"}
    is_robbery = (
        bool(told)
        or (by_force and bool(asked or loot))
        or bool(taken and (weapons or hidden))
        or ("waiting_staff" in ways and bool(taken or asked))
        or (bool(ways & HEAVY_WAYS) and bool(tried or violence & _ON_BODY))
        or (
            any(_CLAIMED.find(tokens))
            and not _LEAVES.isdisjoint(tokens.concepts)
            and _REFUNDS.isdisjoint(tokens.concepts)
        )
        or (bool(loot) and reached_in(tokens))
        or _failed(tokens, loot, ways)
        or ("as_customer" in ways and any(_DRAWN.find(tokens)))
        or ("break_in" in ways and bool(violence or (tried and loot)))
        or ("break_in" in ways and bool(tried) and any(_TRIED_TO_ENTER.find(tokens)))
        or ("back_door" in ways and bool(tried) and any(_TRIED_TO_ENTER.find(tokens)))
        or (any(_TRIED_ROBBERY.find(tokens)) and bool(weapons or loot or any(_ROBBERY_DENIED.find(tokens))))
        or ("back_door" in ways and _TAKES_ALL in tokens.places and bool(loot or any(_ALL_TAKEN.find(tokens))))
    )
    if not is_robbery:
        return
    is_attempt = "none" in loot or (bool(tried) and not loot)
    kind = ReportKind.ROBBERY_ATTEMPT if is_attempt else ReportKind.ROBBERY
    yield from _passages(kind, told or asked)
    if is_attempt:
        yield from _passages(kind, tried)


def _failed(tokens: Tokens, loot: set[str], ways: set[str]) -> bool:
    """Whether it is told how a robbery failed: in its way, after bursting in, or because somebody held on."""
    return (
        (bool(ways & (_SLOW_WAYS | {"hit_and_run"})) and any(_FAILED.find(tokens)))
        or ("none" in loot and any(_BURST_IN.find(tokens)))
        or (tried_to_take(tokens) and not _LEAVES.isdisjoint(tokens.concepts))
    )


def is_perhaps(tokens: Tokens) -> bool:
    """Whether it is left open that it was a robbery: `misschien overval, misschien vechtpartij`."""
    return any(_PERHAPS_ROBBERY.find(tokens))


def may_be_robbery(tokens: Tokens, weapons: set[str], loot: set[str]) -> bool:
    """Whether a weapon, or people, stand beside something that was taken or asked for: too little to say which."""
    if not _REFUNDS.isdisjoint(tokens.concepts):
        return False
    is_asked = any(_DEMAND.find(tokens)) or any(_ATTEMPT.find(tokens))
    return bool(weapons - {"none_seen"} and (is_asked or loot)) or bool(
        loot - {"none"} and not _WHO.isdisjoint(tokens.concepts)
    )


_WHO = frozenset({"ONE", "MANY", "THEY", "HE", "SHE"})
_OFFENDERS = Patterns[bool]({True: ("dader|daders|dd|perpetrator|perpetrators|offender|offenders",)})


def offenders(tokens: Tokens) -> Iterator[Read[bool]]:
    """Yield the words for whoever committed a crime that is not named."""
    return _OFFENDERS.read(tokens)


def _passages(kind: ReportKind, told: Sequence[Read[bool]]) -> Iterator[Read[ReportKind]]:
    """Yield the kind with the first passage that tells it, or with none."""
    first = next(iter(told), Read(True, 0, 0))
    yield Read(kind, first.start, first.end)
