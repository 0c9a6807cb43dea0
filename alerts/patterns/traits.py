"""Traits of sightings as the columns of a matrix, in which a product of two rows is their score of agreement."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from alerts.patterns.sighting import Sighting
from alerts.patterns.weights import HUNDREDTHS, SHARES, WEIGHTS, Trait, surprise
from alerts.reading import Colour

Rows = npt.NDArray[np.float32]

_COLUMNS = {(trait, value): at for at, (trait, value) in enumerate((t, v) for t in SHARES for v in SHARES[t])}
_TOLD = {
    trait: at for at, trait in enumerate((t for t in WEIGHTS if WEIGHTS[t].against), start=len(_COLUMNS))
}  # a column that says that the trait is told
WIDTH = len(_COLUMNS) + len(_TOLD)


def _of_columns() -> Rows:
    """Return the weight of each column in hundredths of a bit.

    Two rows that both tell a trait lose `against` by its column *told*, and get it back where their values agree. These
    are whole numbers far below 2^24, so that 32-bit products are exact and sums do not depend on their order.
    """
    weights = np.zeros(WIDTH, np.float32)
    for (trait, value), at in _COLUMNS.items():
        weights[at] = surprise(trait, value) + round(WEIGHTS[trait].against * HUNDREDTHS)
    for trait, at in _TOLD.items():
        weights[at] = -round(WEIGHTS[trait].against * HUNDREDTHS)
    return weights


COLUMN_WEIGHTS = _of_columns()


def values_of(sighting: Sighting) -> Iterator[tuple[Trait, str]]:
    """Yield the values of each trait that a sighting tells; silver counts as grey."""
    if sighting.vehicle is not None:
        yield Trait.VEHICLE, sighting.vehicle
    if sighting.vehicle_colour is not None:
        yield Trait.VEHICLE_COLOUR, _seen_as(sighting.vehicle_colour)
    if sighting.persons is not None and sighting.persons in SHARES[Trait.PERSONS]:
        yield Trait.PERSONS, sighting.persons
    for signal in sighting.signals:
        yield Trait.SIGNALS, signal
    for colour in {_seen_as(one) for one in sighting.clothing}:
        yield Trait.CLOTHING, colour
    if sighting.approach is not None and sighting.approach in SHARES[Trait.APPROACH]:
        yield Trait.APPROACH, sighting.approach
    if sighting.time_band is not None:
        yield Trait.TIME_BAND, sighting.time_band


def rows_of(sightings: Sequence[Sighting]) -> Rows:
    """Return a row of zeros and ones for each sighting."""
    rows = np.zeros((len(sightings), WIDTH), np.float32)
    at: list[int] = []
    for number, sighting in enumerate(sightings):
        first = number * WIDTH
        for trait, value in values_of(sighting):
            at.append(first + _COLUMNS[trait, value])
            if trait in _TOLD:
                at.append(first + _TOLD[trait])
    rows.reshape(-1)[at] = 1
    return rows


def _seen_as(colour: Colour) -> Colour:
    return Colour.GREY if colour is Colour.SILVER else colour
