"""Acknowledgement (maatregel genomen): the measures that a shop took after a notice, in one of its shifts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alerts.dry_run import RING_M, Ring
from alerts.ids import AlertId, PremisesId
from alerts.opening_hours import Shift
from alerts.suppression import FEWEST

MOST_OFFERED = 5  # measures to choose from: as many as stand on a screen beside the buttons


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The measures, by their keys, that a shop took in a shift. Who tapped is not kept. `ring`: in which the shop
    lies."""

    alert_id: AlertId
    premises_id: PremisesId
    day: date
    shift: Shift
    ring: Ring
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RingProgress:
    """How many people in a ring, or in several together, have the notice and have seen it, and how many shops took a
    measure."""

    rings: tuple[Ring, ...]
    sent: int
    seen: int
    acted: int


def without_small(rings: Iterable[RingProgress]) -> list[RingProgress]:
    """Put neighbouring rings together until each has as many people as a count may tell of (docs/decisions/0126);
    nothing is left where all of them are too few. The sums stay, so that no ring can be calculated from them."""
    found: list[RingProgress] = []
    for one in rings:
        if found and found[-1].sent < FEWEST:
            found[-1] = _together(found[-1], one)
        else:
            found.append(one)
    if len(found) > 1 and found[-1].sent < FEWEST:
        last = found.pop()
        found[-1] = _together(found[-1], last)
    return [one for one in found if one.sent >= FEWEST]


def _together(one: RingProgress, other: RingProgress) -> RingProgress:
    rings = (*one.rings, *other.rings)
    return RingProgress(rings, one.sent + other.sent, one.seen + other.seen, one.acted + other.acted)


def ring_of(metres: int | None) -> Ring:
    """Return the ring of a distance; `NONE` where that is not known."""
    if metres is None:
        return Ring.NONE
    return next((ring for ring, most in RING_M.items() if metres <= most), Ring.BEYOND)
