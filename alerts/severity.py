"""Severity: how urgent a notice is, and how long it stays live."""

from datetime import timedelta
from enum import StrEnum


class Severity(StrEnum):
    """How urgent a notice is (docs/domain.md §3): acute, wees alert, method or pattern, information."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"

    @property
    def lasts(self) -> timedelta:
        """How long such a notice stays live unless the sender sets another end (docs/domain.md §3; P3 and P4 are
        ours)."""
        return _LASTS[self]


_LASTS = {
    Severity.P1: timedelta(hours=2),
    Severity.P2: timedelta(hours=72),
    Severity.P3: timedelta(days=14),
    Severity.P4: timedelta(days=30),
}
