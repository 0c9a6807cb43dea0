"""Whether a text tells of a robbery, or of an attempt."""

from collections.abc import Iterator, Sequence

from alerts.reading.deeds import reached_in, tried_to_take
from alerts.reading.outcomes import came_away, came_to_nothing, gave_up, is_left_open, is_wanted, storms
from alerts.reading.patterns import Patterns, Read
from alerts.reading.robbery_patterns import ATTEMPT, DEMAND, ROBBERY
from alerts.reading.tokens import Tokens
from alerts.report import ReportKind

# With a weapon or with force it is no customer's wish.
_WISH = Patterns[bool]({True: ("wilde|wilden|wou|wouen|wil|wanted|wants ..3 LOOT",)})
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
# Where somebody with a weapon hurts people who have no shop.
_ELSEWHERE = frozenset(
    {"TROUBLE", "buiten", "outside", "straat", "street", "plein", "square", "markt", "park", "FOLLOWS"}
)
_INDOORS = frozenset({"SHOP", "SHOPKIND", "LAYOUT", "ROUND", "binnen", "inside", "kassa", "CRIME", "CRIME_NAME"})
_VICTIMS = frozenset({"STAFF", "courier", "rider", "driver"})
_ALARMS = frozenset(
    {"alarm", "noodknop", "alarmknop", "paniekknop", "overvalknop", "sirene", "button", "panic", "siren"}
)
_REFUNDS = frozenset({"terug", "refund", "back", "bon", "receipt", "teruggave"})
HEAVY_WAYS = frozenset({"vehicle", "explosive"})
"""Approaches that tell of a crime, even if nothing else does."""
_INWARD = frozenset({"break_in", "back_door"})
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
    """Yield what tells of a robbery or an attempt, in view of the other fields: `ways` are approaches, and faces were
    `hidden` by masks or balaclavas."""
    if is_perhaps(tokens):
        return
    told = [] if any(_NO_ROBBERY.find(tokens)) else list(ROBBERY.read(tokens))
    asked, tried = list(DEMAND.read(tokens)), list(ATTEMPT.read(tokens))
    armed, forced = weapons - {"none_seen"}, violence & _BY_FORCE
    is_forced = bool(forced or armed or any(_ARMED.find(tokens)))
    by_force = is_forced or bool(ways & _FORCED_WAYS)
    taken, failed = loot - {"none"}, came_to_nothing(tokens) or "none" in loot
    is_robbery = (
        bool(told)
        or (by_force and bool(asked or loot))
        or bool(taken and (weapons or hidden))
        or ("waiting_staff" in ways and bool(taken or asked))
        or (bool(ways & HEAVY_WAYS) and bool(tried or forced))
        or (any(_CLAIMED.find(tokens)) and _is_claim_met(tokens))
        or (is_forced and (came_away(tokens) or gave_up(tokens) or any(_WISH.find(tokens))))
        or (bool(armed and forced) and _is_inside(tokens, loot))
        or (failed and is_wanted(tokens) and (by_force or hidden or "none" in loot or _moves(tokens)))
        or (failed and (storms(tokens) or (bool(ways) and any(offenders(tokens)))))
        or (bool(loot) and reached_in(tokens))
        or _failed(tokens, loot, ways)
        or _came_for_it(tokens, ways, is_tried=bool(tried))
        or ("break_in" in ways and bool(violence or (tried and loot)))
        or (any(_TRIED_ROBBERY.find(tokens)) and bool(weapons or loot or any(_ROBBERY_DENIED.find(tokens))))
        or ("back_door" in ways and _TAKES_ALL in tokens.places and bool(loot or any(_ALL_TAKEN.find(tokens))))
    )
    if not is_robbery:
        return
    is_attempt = "none" in loot or (not loot and bool(tried or (failed and _is_attempted(tokens, asked))))
    kind = ReportKind.ROBBERY_ATTEMPT if is_attempt else ReportKind.ROBBERY
    yield from _passages(kind, told or asked)
    if is_attempt:
        yield from _passages(kind, tried)


def _came_for_it(tokens: Tokens, ways: set[str], *, is_tried: bool) -> bool:
    """Whether a customer drew a weapon, or somebody tried to break in where people are."""
    if "as_customer" in ways and any(_DRAWN.find(tokens)):
        return True
    return is_tried and bool(ways & _INWARD) and any(_TRIED_TO_ENTER.find(tokens))


def _is_claim_met(tokens: Tokens) -> bool:
    return came_away(tokens) or (_leave(tokens) and _REFUNDS.isdisjoint(tokens.concepts))


def _is_attempted(tokens: Tokens, asked: Sequence[Read[bool]]) -> bool:
    return bool(asked) or is_wanted(tokens) or gave_up(tokens)


def _is_inside(tokens: Tokens, loot: set[str]) -> bool:
    """Whether it was in a shop, and no alarm ended it before anything was taken."""
    if _INDOORS.isdisjoint(tokens.concepts):
        return False
    is_ended = not (_ALARMS.isdisjoint(tokens.concepts) or loot) and _leave(tokens)
    return _ELSEWHERE.isdisjoint(tokens.concepts) and not is_ended


def _moves(tokens: Tokens) -> bool:
    """Whether offenders left, or somebody is told of who may be robbed of what is carried."""
    return _leave(tokens) or not _VICTIMS.isdisjoint(tokens.concepts)


def _leave(tokens: Tokens) -> bool:
    return not _LEAVES.isdisjoint(tokens.concepts)


def _failed(tokens: Tokens, loot: set[str], ways: set[str]) -> bool:
    """Whether it is told how a robbery failed: in its way, after bursting in, or because somebody held on."""
    return (
        (bool(ways & (_SLOW_WAYS | {"hit_and_run"})) and any(_FAILED.find(tokens)))
        or ("none" in loot and any(_BURST_IN.find(tokens)))
        or (tried_to_take(tokens) and _leave(tokens))
    )


def is_perhaps(tokens: Tokens) -> bool:
    """Whether it is left open that it was a robbery: `misschien overval, misschien vechtpartij`."""
    return any(_PERHAPS_ROBBERY.find(tokens)) or is_left_open(tokens)


def may_be_robbery(tokens: Tokens, weapons: set[str], loot: set[str]) -> bool:
    """Whether a weapon, or people, stand beside something that was taken or asked for: too little to say which."""
    if not _REFUNDS.isdisjoint(tokens.concepts):
        return False
    is_asked = any(DEMAND.find(tokens)) or any(ATTEMPT.find(tokens))
    return bool(weapons - {"none_seen"} and (is_asked or loot)) or bool(
        loot - {"none"} and not _WHO.isdisjoint(tokens.concepts)
    )


_WHO = frozenset({"ONE", "MANY", "THEY", "HE", "SHE"})
_OFFENDERS = Patterns[bool](
    {True: ("dader|daders|perpetrator|perpetrators|offender|offenders|overvaller|overvallers|robber|robbers",)}
)


def offenders(tokens: Tokens) -> Iterator[Read[bool]]:
    """Yield the words for whoever committed a crime that is not named."""
    return _OFFENDERS.read(tokens)


def _passages(kind: ReportKind, told: Sequence[Read[bool]]) -> Iterator[Read[ReportKind]]:
    """Yield the kind with the first passage that tells it, or with none."""
    first = next(iter(told), Read(True, 0, 0))
    yield Read(kind, first.start, first.end)
