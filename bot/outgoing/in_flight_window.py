"""The window: how many deliveries may be in flight at once. After a kill, at most so many are repeated."""

from dataclasses import dataclass
from math import ceil

FIRST_GUESS_SECONDS = 0.1  # round trip of a request to Telegram, until one was measured
MOST = 256
# How long before its turn a delivery may be marked: a commit takes some milliseconds, longer on a busy machine.
AHEAD_SECONDS = 0.05
_FORGETS = 1 / 32  # part of the difference by which each faster delivery lowers the round trip


@dataclass(slots=True)
class InFlightWindow:
    """W = ceil(rate x round trip) + 1: enough to keep the rate up, and no more. `rate` is in deliveries per second.

    The round trip (seconds) of a delivery runs from the commit of its mark to that of its settlement; the longest of
    late counts.
    """

    rate: float
    round_trip: float = FIRST_GUESS_SECONDS
    marking: float = 0.0  # seconds that marking took: the longest of late

    @property
    def size(self) -> int:
        """W, at most MOST."""
        return min(MOST, ceil(min(self.rate * self.round_trip, MOST)) + 1)

    @property
    def ahead(self) -> int:
        """How many deliveries may be marked and wait for their turn."""
        return min(MOST, ceil(min(self.rate * max(AHEAD_SECONDS, self.marking), MOST)) + 1)

    def room(self, under_way: int, waiting: int) -> int:
        """Return how many more deliveries may be marked, with `under_way` in flight, of which `waiting` wait for their
        turn."""
        return min(self.size - under_way, self.ahead - waiting)

    def settled(self, seconds: float) -> None:
        """Record the round trip (seconds, marks included) of a delivery that arrived."""
        self.round_trip = max(seconds, self.round_trip + (seconds - self.round_trip) * _FORGETS)

    def marked(self, seconds: float) -> None:
        """Record how many seconds a round took from its start until its deliveries could go."""
        self.marking = max(seconds, self.marking + (seconds - self.marking) * _FORGETS)
