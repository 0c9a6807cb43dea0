"""Acknowledgement (maatregel genomen): the measures that a shop took after a notice, in one of its shifts."""

from dataclasses import dataclass
from datetime import date

from alerts.dry_run import RING_M, Ring
from alerts.ids import AlertId, PremisesId
from alerts.opening_hours import Shift

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
    """How many people in a ring have the notice and have seen it, and how many shops took a measure."""

    ring: Ring
    sent: int
    seen: int
    acted: int


def ring_of(metres: int | None) -> Ring:
    """Return the ring of a distance; `NONE` where that is not known."""
    if metres is None:
        return Ring.NONE
    return next((ring for ring, most in RING_M.items() if metres <= most), Ring.BEYOND)
