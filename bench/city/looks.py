"""Looks: how people look and behave in a shop. Crews and harmless people are alike in all but their signals."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from alerts.reading import Colour, VehicleClass
from alerts.report import Signal

T = TypeVar("T")

# Weights in percent; ours. Dark clothing is what most reports say.
_PERSONS: Mapping[str, float] = {"1": 35, "2": 45, "3": 15, "4_plus": 5}
_VEHICLES: Mapping[VehicleClass | None, float] = {
    None: 35,
    VehicleClass.CAR: 35,
    VehicleClass.SCOOTER: 20,
    VehicleClass.VAN: 5,
    VehicleClass.BICYCLE: 5,
}
_CLOTHING: Mapping[Colour, float] = {
    Colour.BLACK: 45,
    Colour.GREY: 20,
    Colour.BLUE: 15,
    Colour.WHITE: 6,
    Colour.GREEN: 6,
    Colour.RED: 4,
    Colour.BROWN: 4,
}
_PAINT: Mapping[Colour, float] = {
    Colour.GREY: 30,
    Colour.BLACK: 30,
    Colour.WHITE: 15,
    Colour.BLUE: 12,
    Colour.RED: 6,
    Colour.SILVER: 5,
    Colour.GREEN: 2,
}
# How often each signal is seen; ours: what can be seen without trying comes first.
SIGNALS: Mapping[Signal, float] = {
    Signal.NO_PURCHASE_LOOP: 18,
    Signal.INTEREST_LAYOUT: 14,
    Signal.LOOKOUT: 12,
    Signal.FACE_HIDDEN: 10,
    Signal.CLOSING_TIME: 10,
    Signal.WATCHING_FROM_VEHICLE: 9,
    Signal.QUESTIONS_SECURITY: 6,
    Signal.PHOTOS: 6,
    Signal.HIGH_VALUE_REQUEST: 5,
    Signal.STARTLE: 4,
    Signal.TESTING_DOOR: 3,
    Signal.MULTI_SHOP: 2,
    Signal.ROUTE_CHECK: 1,
}


@dataclass(frozen=True, slots=True)
class Look:
    """How people look: how many they are, what they wear, and what they came with."""

    persons: str
    clothing: frozenset[Colour]
    vehicle: VehicleClass | None
    paint: Colour | None


def look(rng: random.Random) -> Look:
    """Return the look of some people."""
    vehicle = chosen(_VEHICLES, rng)
    return Look(chosen(_PERSONS, rng), clothing(rng), vehicle, chosen(_PAINT, rng) if vehicle else None)


def clothing(rng: random.Random) -> frozenset[Colour]:
    """Return the colours of what people wear: one, or two."""
    return frozenset(chosen(_CLOTHING, rng) for _ in range(2))


def signals(count: int, rng: random.Random) -> frozenset[Signal]:
    """Return so many signals, each by how often it is seen."""
    found: set[Signal] = set()
    while len(found) < count:
        found.add(chosen(SIGNALS, rng))
    return frozenset(found)


def chosen(weights: Mapping[T, float], rng: random.Random) -> T:
    """Return one of these values by its weight."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]
