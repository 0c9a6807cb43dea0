"""Weights of the search for patterns: what agreement on each trait counts, and what disagreement takes off.

The model is that of record linkage (Fellegi and Sunter 1969): agreement on a value counts its surprise, -log2 of the
share of reports that have it, times the trust in that trait. So agreement on something rare counts more. All numbers
are ours (docs/domain.md §3, patterns, has the table with the reasons); `bench/patterns.py` measures what they do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log2

from alerts.reading import Colour, VehicleClass
from alerts.report import Signal
from alerts.tally import HourBand

HUNDREDTHS = 100  # scores are summed as whole hundredths of a bit, so that the order of a sum changes nothing
NEAR_BITS, SOON_BITS = 2.0, 1.0  # at the same spot and at the same moment; none at the bounds


class Trait(StrEnum):
    """The traits by which reports are compared."""

    VEHICLE = "vehicle"
    VEHICLE_COLOUR = "vehicle_colour"
    PERSONS = "persons"
    SIGNALS = "signals"
    CLOTHING = "clothing"
    APPROACH = "approach"
    TIME_BAND = "time_band"


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a trait counts: `trust` times the surprise of a value on which two reports agree, and `against`, the
    bits that are taken off where both tell it and differ."""

    trust: float
    against: float = 0.0


WEIGHTS: Mapping[Trait, Weight] = {
    Trait.VEHICLE: Weight(0.9, 1.5),  # seen well; who scouts seldom changes it within a week
    Trait.VEHICLE_COLOUR: Weight(0.9, 1.0),  # light and dirt deceive; grey and silver are one
    Trait.PERSONS: Weight(0.8, 0.5),  # counted well, but one of them often waits outside
    Trait.SIGNALS: Weight(1.0),  # what a shop does not tell it may have missed; they go together a little
    Trait.CLOTHING: Weight(0.5),  # people change clothes between days
    Trait.APPROACH: Weight(0.6, 0.5),  # of robberies and attempts only
    Trait.TIME_BAND: Weight(0.5),  # shops are open at the same hours
}

# Shares of the reports that tell a trait at all (signals, clothing: of all); assumptions, as no source has them.
SHARES: Mapping[Trait, Mapping[str, float]] = {
    Trait.VEHICLE: {
        VehicleClass.CAR: 0.55,
        VehicleClass.SCOOTER: 0.15,
        VehicleClass.VAN: 0.12,
        VehicleClass.BICYCLE: 0.12,
        VehicleClass.MOTORCYCLE: 0.04,
        VehicleClass.TRUCK: 0.02,
    },
    Trait.VEHICLE_COLOUR: {
        Colour.GREY: 0.30,
        Colour.BLACK: 0.28,
        Colour.WHITE: 0.15,
        Colour.BLUE: 0.13,
        Colour.RED: 0.06,
        Colour.GREEN: 0.03,
        Colour.BROWN: 0.02,
        Colour.BEIGE: 0.01,
        Colour.YELLOW: 0.01,
        Colour.ORANGE: 0.01,
        Colour.PURPLE: 0.005,
        Colour.GOLD: 0.005,
    },
    Trait.PERSONS: {"1": 0.45, "2": 0.38, "3": 0.11, "4_plus": 0.06},
    Trait.SIGNALS: {
        Signal.INTEREST_LAYOUT: 0.12,
        Signal.NO_PURCHASE_LOOP: 0.12,
        Signal.LOOKOUT: 0.10,
        Signal.WATCHING_FROM_VEHICLE: 0.10,
        Signal.QUESTIONS_SECURITY: 0.08,
        Signal.PHOTOS: 0.08,
        Signal.CLOSING_TIME: 0.08,
        Signal.FACE_HIDDEN: 0.06,
        Signal.HIGH_VALUE_REQUEST: 0.05,
        Signal.MULTI_SHOP: 0.05,
        Signal.TESTING_DOOR: 0.04,
        Signal.ROUTE_CHECK: 0.03,
        Signal.STARTLE: 0.03,
    },
    Trait.CLOTHING: {
        Colour.BLACK: 0.50,
        Colour.BLUE: 0.25,
        Colour.GREY: 0.25,
        Colour.WHITE: 0.12,
        Colour.GREEN: 0.08,
        Colour.RED: 0.07,
        Colour.BROWN: 0.05,
        Colour.BEIGE: 0.05,
        Colour.YELLOW: 0.02,
        Colour.ORANGE: 0.02,
        Colour.PURPLE: 0.02,
        Colour.GOLD: 0.01,
    },
    Trait.APPROACH: {
        "hit_and_run": 0.35,
        "as_customer": 0.30,
        "waiting_staff": 0.10,
        "break_in": 0.08,
        "back_door": 0.07,
        "vehicle": 0.05,
        "explosive": 0.05,
    },
    Trait.TIME_BAND: {
        HourBand.H12: 0.30,
        HourBand.H16: 0.28,
        HourBand.H08: 0.22,
        HourBand.H20: 0.12,
        HourBand.H04: 0.04,
        HourBand.H00: 0.04,
    },
}


def surprise(trait: Trait, value: str) -> int:
    """Return what agreement on this value counts, in hundredths of a bit."""
    return round(-log2(SHARES[trait][value]) * WEIGHTS[trait].trust * HUNDREDTHS)
