"""Modus operandi: the fields of docs/domain.md §3, each with a closed list of values."""

from collections.abc import Mapping

from alerts.alert import IncidentKind

NO_LOOT = "none"

# Field to its values; the order is the order of the buttons. `language_notes` alone is typed.
MO_FIELDS: Mapping[str, tuple[str, ...]] = {
    "time_band": ("opening", "day", "evening", "last_hour", "after_closing", "delivery"),
    "offender_count": ("1", "2", "3", "4_plus", "unknown"),
    "approach": (
        "hit_and_run",
        "as_customer",
        "waiting_staff",
        "back_door",
        "break_in",
        "vehicle",
        "explosive",
    ),
    "weapon": ("none_seen", "knife", "firearm", "blunt", "spray", "other"),
    "violence": ("threat", "physical", "injury"),
    "face_cover": ("none", "hood", "helmet", "balaclava", "mask"),
    "loot_type": ("cash", "tobacco", "jewellery", "phones", "glasses", "medicine", "none", "other"),
    "exit_mode": ("on_foot", "bicycle", "scooter", "car", "unknown"),
    "exit_direction": (
        "north",
        "north_east",
        "east",
        "south_east",
        "south",
        "south_west",
        "west",
        "north_west",
    ),
    "prior_recon": ("yes", "no", "unknown"),
}
TYPED_MO_FIELD = "language_notes"
NOTES_LENGTH = 120  # UTF-16 units


def fields_of(kind: IncidentKind | None) -> dict[str, tuple[str, ...]]:
    """Return the fields that can be filled in for this kind of incident, with their values.

    Nothing was taken at an attempt, so it has no loot; at a robbery something was (docs/domain.md §3).
    """
    fields = dict(MO_FIELDS)
    if kind is IncidentKind.ROBBERY_ATTEMPT:
        del fields["loot_type"]
    if kind is IncidentKind.ROBBERY:
        fields["loot_type"] = tuple(value for value in fields["loot_type"] if value != NO_LOOT)
    return fields
