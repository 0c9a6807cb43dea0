"""Names of shops in a typed text, which a notice about them leaves out."""

import re
from collections.abc import Sequence

from alerts.guard import Finding, Found


def shops_in(text: str, names: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Return the findings with those places where the name of one of these shops stands, as names. A name of one word
    counts with its capitals only: a baker is no shop called Baker."""
    spans = [span.span() for name in names if name.strip() for span in shop_pattern(name).finditer(text)]
    apart = [one for one in spans if all(one[1] <= other.start or other.end <= one[0] for other in found)]
    longest = [
        one
        for one in set(apart)
        if not any(one != other and other[0] <= one[0] <= one[1] <= other[1] for other in apart)
    ]
    return sorted([*found, *(Found(Finding.NAME, *one) for one in longest)], key=lambda one: one.start)


def shop_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that finds this name of a shop, standing by itself."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if " " in name.strip() else 0)
