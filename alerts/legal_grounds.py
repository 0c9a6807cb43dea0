"""Grounds (grondslag): the legal grounds on which the police share something, from a list that the operator sets.

The usual list names articles 19 and 20 of the Wet politiegegevens; which of them holds where is for the police to say.
"""

import re
from dataclasses import dataclass

LIST = (
    "wpg19=Wpg art. 19 (incidenteel);wpg20=Wpg art. 20 (samenwerkingsverband);"
    "consent=Toestemming van de aangever;public=Openbare bron;none=Geen politiegegevens"
)
FACT = "grounds"  # the list is written down at the start, for every process and every screen
MOST = 8
_ONE = re.compile(r"([a-z0-9_]{1,16})=([^;<>&]{1,50})")


@dataclass(frozen=True, slots=True)
class Grounds:
    """An entry of the list: `key` is for buttons and the record, `label` is what stands on the approval."""

    key: str
    label: str


def parse_grounds(text: str) -> tuple[Grounds, ...]:
    """Parse `key=label;key=label`; the first is preselected. Raises ValueError that says what is wrong."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [_ONE.fullmatch(part) for part in parts]
    grounds = tuple(Grounds(one[1], one[2].strip()) for one in found if one is not None and one[2].strip())
    if len(grounds) != len(parts) or not 1 <= len(grounds) <= MOST:
        raise ValueError(f"must be 1 to {MOST} times key=label with ; between, a key of a-z, 0-9 and _")
    if len({one.key for one in grounds}) < len(grounds) or len({one.label for one in grounds}) < len(grounds):
        raise ValueError("has a key or a label twice")
    return grounds
