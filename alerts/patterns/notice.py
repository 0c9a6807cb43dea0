"""Notice of a pattern: what a P3 about it would say, as far as several reports agree. Its drafter can change it all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.alert import IncidentKind
from alerts.alert_defaults import usual_branches, usual_reach_km
from alerts.branch import Branch
from alerts.patterns.explanation import explain
from alerts.patterns.sighting import Sighting
from alerts.patterns.weights import Trait
from alerts.reading import Colour, VehicleClass
from alerts.report import ReportKind, Signal
from alerts.severity import Severity


@dataclass(frozen=True, slots=True)
class Proposal:
    """A prefilled notice. `centre` is the report that is nearest to all, whose place the notice gets; `hit` are the
    branches of the shops, `branches` those and the ones alike."""

    kind: IncidentKind
    centre: Sighting
    last_at: datetime
    hit: frozenset[Branch]
    branches: frozenset[Branch]
    reach_km: int
    signals: frozenset[Signal]
    persons: str | None
    vehicle: VehicleClass | None
    vehicle_colour: Colour | None
    clothing: tuple[Colour, ...]
    approach: str | None
    severity: Severity = Severity.P3


def propose_notice(sightings: Sequence[Sighting]) -> Proposal:
    """Return the notice about these sightings, of which there is at least one, in the order of time."""
    agreed = explain(sightings).agreed
    told = {trait: [one.value for one in agreed if one.trait is trait] for trait in Trait}
    counted = Counter(one.kind for one in sightings)
    kind = max(ReportKind, key=lambda one: (counted[one], one.is_robbery)).incident
    hit = frozenset(one.branch for one in sightings)
    return Proposal(
        kind=kind,
        centre=_centre(sightings),
        last_at=sightings[-1].at,
        hit=hit,
        branches=usual_branches(kind, hit),
        reach_km=usual_reach_km(kind, Severity.P3),
        signals=frozenset(Signal(value) for value in told[Trait.SIGNALS]),
        persons=_first(told[Trait.PERSONS]),
        vehicle=VehicleClass(vehicle) if (vehicle := _first(told[Trait.VEHICLE])) else None,
        vehicle_colour=Colour(colour) if (colour := _first(told[Trait.VEHICLE_COLOUR])) else None,
        clothing=tuple(Colour(value) for value in told[Trait.CLOTHING]),
        approach=_first(told[Trait.APPROACH]),
    )


def _centre(sightings: Sequence[Sighting]) -> Sighting:
    return min(
        sightings, key=lambda one: (sum(one.point.squared_chord(other.point) for other in sightings), one.report)
    )


def _first(values: Sequence[str]) -> str | None:
    return values[0] if values else None
