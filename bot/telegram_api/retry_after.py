"""Closures after a 429: closed for a quarter of an hour at most; after that one message probes whether it is open.

Pure arithmetic over monotonic seconds. Telegram may say days, or centuries; obeying that to the letter would stop the
bot for good by one odd answer.
"""

from dataclasses import dataclass
from math import ceil, floor, inf

from alerts.delivery import LONGEST_CLOSURE

LONGEST_SECONDS = LONGEST_CLOSURE.total_seconds()
PROBE_SECONDS = 30.0  # by then a probe has its answer
PROBED = "one message each 15 minutes tries whether it is open again; an administrator ends it with /hervat in the chat"
SAME_SECONDS = 5.0  # ends that differ by less are one closure, told by two clocks


def kept_for(seconds: float) -> float:
    """Return for how many seconds a closure is kept: as told, rounded up to whole quarters of an hour when longer than
    one."""
    return seconds if seconds <= LONGEST_SECONDS else ceil(seconds / LONGEST_SECONDS) * LONGEST_SECONDS


@dataclass(slots=True)
class Closure:
    """A closure of one chat, or of everything. Nothing goes before `until`. Before `told`, which is what Telegram said,
    only one message at a time goes, as a probe."""

    until: float = 0.0
    told: float = -inf
    probing_until: float = 0.0
    is_stored: bool = False  # in the database, where an administrator can end it

    def close(self, now: float, seconds: float) -> None:
        """Apply a 429 that came now and told to wait so many seconds."""
        self.told = max(self.told, now + kept_for(seconds))
        self.until = max(self.until, now + min(seconds, LONGEST_SECONDS))
        self.probing_until = 0.0

    def close_for(self, now: float, seconds: float) -> None:
        """Apply the seconds left by the database, by which every process, also after a restart, probes at the same
        moments."""
        self.is_stored = True
        is_long = self.is_long or seconds > LONGEST_SECONDS
        if now + seconds <= self.told + (SAME_SECONDS if is_long else 0.0):
            return
        self.told = now + seconds
        quarters = max(0, floor(seconds / LONGEST_SECONDS) - (seconds % LONGEST_SECONDS == 0))
        self.until = max(self.until, self.told - quarters * LONGEST_SECONDS)

    def wait(self, now: float) -> float:
        """Return the seconds until a message may go; at most 0 when one may."""
        return max(self.until, self.probing_until) - now

    def is_due_to_probe(self, now: float) -> bool:
        """Return whether it is no longer obeyed, while Telegram's time is not over: the next message is a probe."""
        return self.until <= now < self.told

    @property
    def is_long(self) -> bool:
        """Whether Telegram told to wait longer than is obeyed."""
        return self.told > self.until
