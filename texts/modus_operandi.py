"""The names of fields of the modus operandi in text ids, and their values in words."""

from collections.abc import Sequence

from alerts.alert import IncidentKind
from texts.phrases import Phrases

_ONLY_SEEN = frozenset({IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION, IncidentKind.OTHER})
_OF_OFFENDERS = frozenset({"offender_count", "loot_type", "exit_mode", "exit_direction"})


def mo_name(field: str, kind: IncidentKind | None) -> str:
    """Return a field's name in text ids: in sightings people left (`seen-...`), elsewhere offenders fled."""
    return f"seen-{field}" if kind in _ONLY_SEEN and field in _OF_OFFENDERS else field


def either_words(field: str, values: Sequence[str], t: Phrases) -> str:
    """Say which of several values a field may have."""
    first, *others = (t.plain(f"mo-{field}-{value}") for value in values)
    return t.plain("report-either", first=first, others=", ".join(others))
