"""Where offenders left to: a direction of the compass, or a goal in words."""

import re
from collections.abc import Iterator, Sequence

from alerts.reading.patterns import Read
from alerts.reading.tokens import Token, Tokens

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
    r"(?P<side>oost|west|east))(?:en|elijke?|ern|erly|wards|ward|waarts|bound)?"
)
_DIRECTION = re.compile(
    rf"\b(?:ri|rtg|richting|dir|kant|naar|heading|headed|towards|toward|to|direction|going|went|foot|voet|rijrichting|"
    rf"vluchtrichting|looprichting|"
    rf"turned|it|rode|raced|sped|tore|cycled|escaped|left|up|road|straat|"
    rf"off|weg|fled|gevlucht|drove|ran|car|scooter|bike|north|away|vluchtten) ?[.,:]? ?(?:de |het |"
    rf"t |'t |the |due |richting |in )?{_WAY}\b"
    rf"(?! ?(?:winkel|street|straat|plein|holland|brabant|station|side|zijde|in de stad|-holland))(?P<kant> "
    rf"(?:ri\b|richting|direction|kant))?"
)
_SHORT = {"no": "north_east", "nw": "north_west", "zo": "south_east", "zw": "south_west", "ne": "north_east"} | {
    "se": "south_east",
    "sw": "south_west",
}
_DIRECTION_SHORT = re.compile(
    r"\b(?:ri|rtg|richting|rijrichting|vluchtrichting|dir|heading|direction)[.:]? (no|nw|zo|zw|ne|se|sw)\b(?! (?!weg|"
    r"gevlucht|op|in|met|en|and|vertrokken|gereden|on|with|rode|zwarte)[a-z])"
)
_DIRECTION_BEHIND = re.compile(rf"\b{_WAY} (?:richting|ri\b|direction|kant op)")
_DIRECTION_ALONE = re.compile(rf"\b(?=[a-z]{{4,9}}(?:waarts|bound|wards)\b){_WAY}")


def exit_directions(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the directions of the compass in which offenders went."""
    for pattern in (_DIRECTION, _DIRECTION_BEHIND, _DIRECTION_ALONE):
        for match in pattern.finditer(tokens.told):
            yield Read(_direction(match), *match.span())
    for match in _DIRECTION_SHORT.finditer(tokens.told):
        yield Read(_SHORT[match[1]], *match.span())


def _direction(match: re.Match[str]) -> str:
    main = match["nl"] or match["en"]
    side = match["side"] or match["nl2"] or match["en2"]
    return "_".join(_COMPASS[one] for one in (main, side) if one)


# Where offenders went in words: `richting het station`, `towards the A20`; behind a word for leaving `naar` does too.
_TOWARDS = frozenset({"richting", "richtng", "rtg", "ri", "towards", "toward"})
_TO = frozenset({"naar", "to"})
_RIDING_TEXT = """
    rende renden gerend weggerend reed reden gereden fietste fietsten gefietst scheurde scheurden gescheurd sprintte
    sprintten weggelopen weggefietst weggesprint
    ran drove rode cycled sprinted sped raced
"""
_RIDING = frozenset(_RIDING_TEXT.split())
_ARTICLES = frozenset({"de", "het", "'t", "t", "the"})
_ENDS_TEXT = """
    op met in en via over langs na om rond door aan bij van toen waar die dat is zijn was waren hebben heeft net nu
    zojuist gegaan on with and at by along after around when who just now off of where is are were then maar but zonder
"""
_ENDS = frozenset(_ENDS_TEXT.split())
# In or at the shop, or a person: nobody fled there.
_NO_GOAL_TEXT = """
    kassa toonbank balie deur uitgang ingang winkel zaak kluis magazijn kantoor achterdeur voordeur mij me ons hem haar
    hen ze jou collega medewerker medewerkster klant klanten buiten binnen huis beneden boven till counter door exit
    entrance shop store safe office us him her them you colleague customer customers home outside inside
"""
_NO_GOAL = frozenset(_NO_GOAL_TEXT.split())
_REACH, _CLOSE, _LONGEST = 8, 2, 5  # tokens to the word for leaving, with `naar`, and of the words themselves


def exit_goals(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield where offenders went, as it was typed."""
    for index, token in enumerate(tokens.all):
        reach = _REACH if token.word in _TOWARDS else _CLOSE if token.word in _TO else 0
        if not reach or token.is_denied or not _is_of_flight(tokens.all, index, reach):
            continue
        last = _end_of_goal(tokens.all, index + 1)
        if last is not None:
            start, end = tokens.all[index + 1].start, tokens.all[last].end
            yield Read(tokens.plain.text[start:end], start, end)


def _is_of_flight(tokens: Sequence[Token], index: int, reach: int) -> bool:
    """Whether a word for leaving stands near in the same sentence; before it where `naar` tells the goal."""
    behind = reach if reach == _REACH else 0
    near = tokens[max(0, index - reach) : index + 1 + behind]
    return any(
        one.sentence == tokens[index].sentence and ("LEFT" in one.concepts or one.word in _RIDING) and not one.is_denied
        for one in near
    )


def _end_of_goal(tokens: Sequence[Token], first: int) -> int | None:
    """Return the index of the last word of the goal; None where none is told."""
    last = None
    for index in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[index]
        if token.clause != tokens[first - 1].clause or token.word in _ENDS or "LEFT" in token.concepts:
            break
        if token.word in _NO_GOAL or token.word in _RIDING:
            return None if token.word in _NO_GOAL else last
        if token.word not in _ARTICLES:
            last = index
        elif index > first and not token.is_capital:
            break
    return last
