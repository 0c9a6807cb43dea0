"""Telegram's rate limits, answered with 429 when `--enforce-limits` is given.

30 messages a second overall (1000 when paid), 1 a second to one person with a burst of 3, 20 a minute to one group.
"""

import math
import time
from collections.abc import Callable

from playground.state import Chat

PER_SECOND = 30.0
PAID_PER_SECOND = 1000.0
PERSON_BURST = 3.0
GROUP_PER_MINUTE = 20.0


class Bucket:
    """A token bucket: `rate` tokens per second, at most `burst` at once."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def lacks(self, now: float) -> float:
        """Return the seconds until a message may be sent; 0 if it may be sent now."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (1 - self._tokens) / self._rate)

    def take(self) -> None:
        """Take a token."""
        self._tokens -= 1


class RateLimits:
    """The token buckets of all bots; `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[tuple[int, int | str], Bucket] = {}

    def retry_after(self, bot_id: int, chat: Chat, *, paid: bool = False) -> int:
        """Count a message and return 0, or return the whole seconds to wait if a limit is reached."""
        now = self._clock()
        overall = self._bucket((bot_id, "paid" if paid else "free"), now, paid=paid)
        own = self._bucket((bot_id, chat.id), now, private=chat.is_private)
        wait = max(overall.lacks(now), own.lacks(now))
        if wait > 1e-9:
            return math.ceil(wait)
        overall.take()
        own.take()
        return 0

    def _bucket(self, key: tuple[int, int | str], now: float, *, paid: bool = False, private: bool = True) -> Bucket:
        if key not in self._buckets:
            rate, burst = (1.0, PERSON_BURST) if private else (GROUP_PER_MINUTE / 60, GROUP_PER_MINUTE)
            if isinstance(key[1], str):
                rate = burst = PAID_PER_SECOND if paid else PER_SECOND
            self._buckets[key] = Bucket(rate, burst, now)
        return self._buckets[key]
