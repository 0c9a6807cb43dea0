"""Neighbour (buur): a shop beside the place of an incident, which gets a prevention visit (the *Flying Squad* way)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import isqrt

from alerts.branch import Branch
from alerts.ids import IncidentId, MemberId, PremisesId
from alerts.measure import Measure
from alerts.point import Point
from alerts.premises import Premises

ADJACENT_M = 250  # ours: as far as "near" in a notice
MOST = 12  # ours: as many as one team visits on a day or two


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A shop near an incident and how far it is, in whole metres."""

    premises: Premises
    metres: int


@dataclass(frozen=True, slots=True)
class Visit:
    """The prevention visit to one neighbour. `measures`: the keys of those that were agreed; `version` 0: nothing is
    stored yet."""

    incident_id: IncidentId
    premises_id: PremisesId
    planned_on: date | None = None
    measures: frozenset[str] = field(default_factory=frozenset)
    visited_at: datetime | None = None
    visited_by: MemberId | None = None
    version: int = 0


def nearest(shops: Iterable[Premises], centre: Point, besides: PremisesId | None) -> list[Neighbour]:
    """Return the neighbours, nearest first and at most MOST: open shops within ADJACENT_M by squared chords, without
    the shop of the incident itself."""
    found = [
        (one.point.squared_chord(centre), one)
        for one in shops
        if one.point is not None and one.closed_at is None and one.id != besides
    ]
    near = sorted((one for one in found if one[0] <= ADJACENT_M * ADJACENT_M), key=lambda one: (one[0], one[1].id))
    return [Neighbour(shop, isqrt(squared)) for squared, shop in near[:MOST]]


def measures_to_agree(measures: Sequence[Measure], branch: Branch, chosen: Collection[str] = ()) -> list[Measure]:
    """Return the measures that can be agreed with a shop of this branch: those of its branch, then those for all; of
    what was `chosen` before nothing is left out."""
    fitting = [one for one in measures if one.is_for({branch}) or one.key in chosen]
    return sorted(fitting, key=lambda one: not one.branches)
