"""Severity and TLP: how urgent a notice is, and how far it may travel."""

from datetime import timedelta
from enum import StrEnum


class Severity(StrEnum):
    """DOMAIN §3: acute, wees alert, MO or pattern, information."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"

    @property
    def lasts(self) -> timedelta:
        """How long such a notice stays live unless the sender says otherwise (DOMAIN §3; P3 and P4 are ours)."""
        return _LASTS[self]


_LASTS = {
    Severity.P1: timedelta(hours=2),
    Severity.P2: timedelta(hours=72),
    Severity.P3: timedelta(days=14),
    Severity.P4: timedelta(days=30),
}


class Tlp(StrEnum):
    """FIRST Traffic Light Protocol 2.0; the order of members is from open to closed."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"

    @property
    def rank(self) -> int:
        """0 is open to all; higher is narrower."""
        return list(Tlp).index(self)

    @property
    def is_protected(self) -> bool:
        """Whether messages carry content protection: everything above CLEAR."""
        return self is not Tlp.CLEAR

    @property
    def is_for_shops(self) -> bool:
        """Whether shops may get it at all; AMBER+STRICT and RED go to coordinators only."""
        return self.rank <= Tlp.AMBER.rank


DEFAULT_TLP = {
    Severity.P1: Tlp.AMBER,
    Severity.P2: Tlp.AMBER,
    Severity.P3: Tlp.GREEN,
    Severity.P4: Tlp.CLEAR,
}
