"""Explanation of a pattern: on what its reports agree, and what does not fit."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from alerts.ids import ReportId
from alerts.patterns.sighting import Sighting
from alerts.patterns.traits import values_of
from alerts.patterns.weights import WEIGHTS, Trait, surprise


@dataclass(frozen=True, slots=True)
class Told:
    """A value of a trait, with the reports that tell it, oldest first."""

    trait: Trait
    value: str
    reports: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why reports may belong together. `agreed`: what several tell, what counts most first; `differing`: what some tell
    otherwise than most do. `widest_m`: the distance between the two that are farthest apart, in metres."""

    agreed: tuple[Told, ...]
    differing: tuple[Told, ...]
    widest_m: int


def explain(sightings: Sequence[Sighting]) -> Explanation:
    """Return the explanation of these sightings, which are in the order of time."""
    told: dict[tuple[Trait, str], list[ReportId]] = defaultdict(list)
    for sighting in sightings:
        for trait, value in values_of(sighting):
            told[trait, value].append(sighting.report)
    all_told = [Told(trait, value, tuple(reports)) for (trait, value), reports in told.items()]
    agreed = sorted((one for one in all_told if len(one.reports) > 1), key=_weight)
    return Explanation(tuple(agreed), tuple(_differing(all_told)), _widest(sightings))


def _weight(told: Told) -> tuple[int, Trait, str]:
    return -surprise(told.trait, told.value) * (len(told.reports) - 1), told.trait, told.value


def _differing(told: Sequence[Told]) -> list[Told]:
    """Return the values of traits that exclude each other, without the one that most reports tell."""
    found = []
    for trait in (one for one in Trait if WEIGHTS[one].against):
        of_trait = sorted((one for one in told if one.trait is trait), key=lambda one: (-len(one.reports), one.value))
        found += of_trait[1:]
    return found


def _widest(sightings: Sequence[Sighting]) -> int:
    chords = [one.point.squared_chord(other.point) for one, other in combinations(sightings, 2)]
    return round(sqrt(max(chords, default=0)))
