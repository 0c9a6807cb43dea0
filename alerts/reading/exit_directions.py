"""In which direction of the compass offenders left."""

import re
from collections.abc import Iterator

from alerts.reading.patterns import Read
from alerts.reading.tokens import Tokens

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
