"""The count of deliveries in flight. A P1 is counted apart: others never take its room, nor does it take all of
theirs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from time import monotonic

from alerts.delivery import Claimed, Priority
from bot.telegram_api.send_queue import SendClass, class_of

_BESIDE_P1 = tuple(
    tuple(each for each in Priority if class_of(each) is one) for one in (SendClass.PERSON, SendClass.NOTICE)
)
URGENT_SECONDS = 2.0  # after a P1 was started, marks go before other writers: more of it may wait
BESIDE_SECONDS = 0.1  # between two claims of what waits behind a P1, so that they cost the P1 next to nothing


def count_p1(claimed: Sequence[Claimed]) -> int:
    """Count the deliveries of priority P1: of a P1 alert, or of a change to one."""
    return len([one for one in claimed if one.priority is Priority.P1])


@dataclass(slots=True)
class InFlightCount:
    """Counts the deliveries that are marked and not settled (`in_flight`), and those of them that wait for their
    turn."""

    in_flight: int = 0
    waiting: int = 0
    p1_in_flight: int = 0
    p1_waiting: int = 0
    _waiting_of: Counter[Priority] = field(default_factory=Counter)
    _looked_at: float = -inf
    _p1_at: float = -inf  # when a P1 was last started, in monotonic seconds

    @property
    def is_urgent(self) -> bool:
        """Whether a P1 was started within the last `URGENT_SECONDS`."""
        return monotonic() - self._p1_at < URGENT_SECONDS

    def beside_p1(self, size: int) -> list[tuple[Priority, ...]]:
        """Return the classes of which one more is marked while a P1 takes all room, so that each has one waiting for
        its turn. Beside a P1, never more than `size` are in flight."""
        now = monotonic()
        if not self.is_urgent or now < self._looked_at + BESIDE_SECONDS:
            return []
        self._looked_at = now
        room = max(0, size - (self.in_flight - self.p1_in_flight))
        return [each for each in _BESIDE_P1 if not any(self._waiting_of[one] for one in each)][:room]

    def started(self, going: Sequence[Claimed]) -> None:
        """Count these marked deliveries as started, and waiting for their turn."""
        of_p1 = count_p1(going)
        self.in_flight += len(going)
        self.waiting += len(going)
        self.p1_in_flight += of_p1
        self.p1_waiting += of_p1
        self._waiting_of.update(one.priority for one in going)
        if of_p1:
            self._p1_at = monotonic()

    def took_turn(self, one: Claimed) -> None:
        """Count this delivery as no longer waiting: its turn came."""
        self.waiting -= 1
        self._waiting_of[one.priority] -= 1
        if one.priority is Priority.P1:
            self.p1_waiting -= 1

    def settled(self, ended: Sequence[Claimed]) -> None:
        """Count these deliveries as no longer in flight: their outcomes are stored."""
        self.in_flight -= len(ended)
        self.p1_in_flight -= count_p1(ended)
