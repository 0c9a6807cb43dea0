"""Descriptions in a reading: clothing and vehicle in the words that a form keeps."""

from alerts.reading.reading import Passage, ReadField, Reading
from alerts.report import CLOTHING_LENGTH, VEHICLE_LENGTH, VEHICLES
from alerts.typed_text import utf16_length


def clothing_of(reading: Reading) -> str | None:
    """Return the garments as they were typed, if they fit in the field."""
    words = ", ".join(reading.clothing)
    return words if words and utf16_length(words) <= CLOTHING_LENGTH else None


def vehicle_of(reading: Reading, text: str) -> str | None:
    """Return a listed kind of vehicle, or the typed words when they tell more."""
    if reading.vehicle is None:
        return None
    kind, passages = reading.vehicle.vehicle_class, [one for one in reading.passages if one.field is ReadField.VEHICLE]
    if kind is not None and kind in VEHICLES and reading.vehicle.colour is None:
        return kind
    words = _words_of(passages, text)
    return words if words and utf16_length(words) <= VEHICLE_LENGTH else kind if kind in VEHICLES else None


def _words_of(passages: list[Passage], text: str) -> str:
    return " ".join(text[one.start : one.end] for one in passages)
