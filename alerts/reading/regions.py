"""Regions: whom a typed sentence says to warn without a circle (`Waarschuw alle juweliers in heel Nederland.`).

Only an explicit request counts: that offenders are known all over the country says nothing about who must hear of it.
"""

import re
from dataclasses import dataclass

from alerts.branch import Branch
from alerts.reading.branches import branches
from alerts.reading.tokens import Tokens

_WARN = r"(?:waarschuw|informeer|voor|aan|warn|inform|tell|for)"
_COUNTRY = r"heel nederland|(?:heel )?het hele land|all of the netherlands|the whole country"
_MUNICIPALITY = r"(?:de|deze|the|this) (?:hele|whole) (?:gemeente|municipality)"
_RANGE = r"(?:de |the )?(?:postcodes? )?(?:[1-9]\d{3} ?(?:-|–|t/m|tot en met|to) ?[1-9]\d{3}|[1-9]\d(?:xx|\d?x))"
_REQUEST = re.compile(
    rf"\b{_WARN} (?:alle|all) (?P<whom>[^.!?:;\n]{{3,60}}?) in (?:(?P<country>{_COUNTRY})"
    rf"|(?P<municipality>{_MUNICIPALITY})|(?P<range>{_RANGE}))\b[ ]*[.!:;]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ToldRegion:
    """A request in a text, for these branches. `name`: the country or a range of postcodes as it was typed; empty for
    the municipality of the place. `rest`: the text without the request."""

    name: str
    branches: frozenset[Branch]
    rest: str


def told_region(text: str) -> ToldRegion | None:
    """Return the request that the text makes, if it names a branch."""
    match = _REQUEST.search(text)
    if match is None:
        return None
    named = frozenset(one.value for one in branches(Tokens.of(match["whom"])))
    range_ = re.sub(r"^(?:de|the) ", "", match["range"] or "", flags=re.IGNORECASE)
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip()
    return ToldRegion("landelijk" if match["country"] else range_, named, rest) if named else None
