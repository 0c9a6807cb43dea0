"""A reading as the JSON object that the command line prints."""

from alerts.reading.reading import Reading


def as_json(reading: Reading) -> dict[str, object]:
    """Return the object; what was not said is None, false or an empty list."""
    vehicle, place = reading.vehicle, reading.place
    return {
        "is_report": reading.is_report,
        "kind": reading.kind,
        "occurred_at": reading.occurred_at and reading.occurred_at.isoformat(timespec="seconds"),
        "persons": reading.persons,
        "signals": sorted(reading.signals),
        "approach": reading.approach,
        "weapon": reading.weapon,
        "violence": reading.violence,
        "face_cover": reading.face_cover,
        "loot_type": reading.loot_type,
        "exit_mode": reading.exit_mode,
        "exit_direction": reading.exit_direction,
        "vehicle": vehicle and {"class": vehicle.vehicle_class, "colour": vehicle.colour},
        "clothing": ", ".join(reading.clothing) or None,
        "place": {"pc4": place.pc4, "pc6": place.pc6, "town": place.town, "here": place.is_here},
        "branches": sorted(reading.branches),
        "spans": [{"field": one.field, "start": one.start, "end": one.end} for one in reading.passages],
    }
