"""Alert defaults: what a notice gets for each field that its drafter leaves open. The drafter sees and can change it.

The values are ours (docs/domain.md §3, defaults of a notice).
"""

from collections.abc import Mapping
from datetime import datetime

from alerts.alert import IncidentKind
from alerts.branch import ALIKE, Branch
from alerts.severity import Severity

# Kinds after which offenders are on the run, near other shops.
_ACUTE = frozenset(
    {
        IncidentKind.ROBBERY,
        IncidentKind.ROBBERY_ATTEMPT,
        IncidentKind.ROBBERY_DELIVERY,
        IncidentKind.RAM_RAID,
        IncidentKind.ATM_BLAST,
    }
)
_REACH_KM: Mapping[IncidentKind, int] = {
    IncidentKind.ROBBERY: 5,
    IncidentKind.ROBBERY_ATTEMPT: 5,
    IncidentKind.RECONNAISSANCE: 10,  # what it warns of is still to come, at any shop of the branch there
    IncidentKind.SUSPICIOUS_SITUATION: 5,
    IncidentKind.STREET_ROBBERY: 3,
    IncidentKind.RAM_RAID: 10,
    IncidentKind.ATM_BLAST: 10,
    IncidentKind.ROBBERY_DELIVERY: 5,
    IncidentKind.ROBBERY_HOME: 3,
    IncidentKind.OTHER: 3,
}
_PATTERN_KM = 10  # a method or a pattern moves from place to place
# The branch that a kind of incident hits by its nature.
_HIT: Mapping[IncidentKind, frozenset[Branch]] = {
    IncidentKind.ATM_BLAST: frozenset({Branch.BANK_EXCHANGE}),
    IncidentKind.ROBBERY_DELIVERY: frozenset({Branch.DELIVERY_FOOD, Branch.DELIVERY_PARCEL}),
}


def usual_severity(kind: IncidentKind, occurred_at: datetime, now: datetime) -> Severity:
    """Return the severity by kind and recency: P1 while such a notice would still be live and the offenders are near,
    P2 while that would, else P3."""
    age = now - occurred_at
    if kind in _ACUTE and age < Severity.P1.lasts:
        return Severity.P1
    return Severity.P2 if age < Severity.P2.lasts else Severity.P3


def usual_reach_km(kind: IncidentKind, severity: Severity) -> int:
    """Return the reach (kilometres) by kind; a notice of a pattern reaches at least as far as patterns move."""
    reach = _REACH_KM[kind]
    return max(reach, _PATTERN_KM) if severity is Severity.P3 else reach


def hit_branches(kind: IncidentKind, told: frozenset[Branch]) -> frozenset[Branch]:
    """Return the branches that were hit: those that were told, else those that this kind of incident always hits."""
    return told or _HIT.get(kind, frozenset())


def usual_branches(kind: IncidentKind, told: frozenset[Branch]) -> frozenset[Branch]:
    """Return the branches that were hit and those alike; empty, which means all, when nobody told which was hit."""
    hit = hit_branches(kind, told)
    return hit.union(*(ALIKE.get(one, {}) for one in hit))
