"""Notes of what closes a notice: the ready-made ones by key, and how long a typed one may be."""

from collections.abc import Mapping

from alerts.alert import RevisionKind

NOTE_LENGTH = 200  # UTF-16 units
NOTES: Mapping[RevisionKind, tuple[str, ...]] = {
    RevisionKind.ALL_CLEAR: ("none", "arrest", "no_danger"),
    RevisionKind.RETRACTION: ("place", "facts", "mistake"),
}
