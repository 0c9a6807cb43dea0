"""The window: how many deliveries may be under way at once. After a kill, at most so many are repeated."""

from dataclasses import dataclass
from math import ceil

FIRST_GUESS_SECONDS = 0.1  # a request to Telegram and back, until it was measured
MOST = 256
AHEAD_SECONDS = 0.05  # so long before its turn a delivery may be marked: a commit takes some milliseconds
_FORGETS = 1 / 32  # of the difference, with each delivery that was faster


@dataclass(slots=True)
class Window:
    """W = ceil(rate x round trip) + 1: what keeps the rate up, and no more. `rate` is in deliveries per second.

    The round trip is that of a delivery, from the commit of its mark to that of its settlement: the longest of late.
    """

    rate: float
    round_trip: float = FIRST_GUESS_SECONDS

    @property
    def size(self) -> int:
        """W, at most MOST."""
        return min(MOST, ceil(min(self.rate * self.round_trip, MOST)) + 1)

    @property
    def ahead(self) -> int:
        """How many may be marked and wait for their turn."""
        return min(MOST, ceil(self.rate * AHEAD_SECONDS) + 1)

    def settled(self, seconds: float) -> None:
        """One that arrived took so long, marks included."""
        self.round_trip = max(seconds, self.round_trip + (seconds - self.round_trip) * _FORGETS)
