"""Backoff: how long to wait before the next try while tries fail."""

from dataclasses import dataclass


@dataclass(slots=True)
class Backoff:
    """Waits that double from `first` up to `most` seconds, until it is reset."""

    first: float
    most: float
    _times: int = 0

    def next(self) -> float:
        """Return the seconds to wait now; the next call returns more."""
        wait = min(self.first * (1 << min(self._times, 20)), self.most)
        self._times += 1
        return wait

    def reset(self) -> None:
        """Start again at `first`, after a success."""
        self._times = 0
