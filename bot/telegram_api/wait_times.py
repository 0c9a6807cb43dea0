"""Wait times: how many answers wait for their turn in memory, and since when, by class."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from bot.telegram_api.send_queue import SendClass


class WaitTimes:
    """Tracks each message from the call that sends it until its request: also while its chat is full or closed, and
    while earlier ones go first."""

    def __init__(self) -> None:
        self._since: dict[SendClass, dict[object, float]] = {one: {} for one in SendClass}  # oldest first

    @contextmanager
    def begun(self, of_class: SendClass) -> Iterator[Callable[[], None]]:
        """Count one more waiting message, until the block ends or the function that it yields is called."""
        waiting, key = self._since[of_class], object()
        waiting[key] = monotonic()

        def end() -> None:
            waiting.pop(key, None)

        try:
            yield end
        finally:
            end()

    def count(self, of_class: SendClass) -> int:
        """Return how many messages of this class wait."""
        return len(self._since[of_class])

    def longest(self, of_class: SendClass) -> float:
        """Return the seconds that the oldest message of this class waits; 0 when none does."""
        return next((monotonic() - since for since in self._since[of_class].values()), 0.0)
