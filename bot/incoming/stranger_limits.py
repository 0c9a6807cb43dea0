"""Limits of strangers: how much of what all strangers together send is handled.

A stranger is whoever has no role and belongs to no verified shop. Pure arithmetic over monotonic seconds. A dozen shops
that sign up at once stay within the limits; of a flood a bounded part is handled, however many send it.
"""

from dataclasses import dataclass, field, replace

from bot.telegram_api.rate_limiter import Bucket

RATE, BURST = 10.0, 80  # updates a second, and at once, of all strangers; a sign-up takes some ten in a minute or two
KEPT_FOR_NEW = 40  # part of the burst that is kept for strangers who tried little of late
MOST_WAITING = 90  # updates of strangers that are not answered yet; half of it for those who tried more
HELP_RATE, HELP_BURST = 2.0, 10  # emergency cards, beside the updates above
TOLD_RATE, TOLD_BURST = 0.5, 5  # strangers who are told that the bot is too busy


@dataclass(slots=True)
class StrangerLimits:
    """The capacity left for strangers. A copy is taken to try out what a batch would use."""

    rate: float = RATE
    burst: float = BURST
    most_waiting: int = MOST_WAITING
    _room: Bucket = field(init=False)
    _help: Bucket = field(default_factory=lambda: Bucket(HELP_RATE, HELP_BURST))
    _told: Bucket = field(default_factory=lambda: Bucket(TOLD_RATE, TOLD_BURST))

    def __post_init__(self) -> None:
        self._room = Bucket(self.rate, self.burst)

    def copy(self) -> "StrangerLimits":
        """Return an independent copy of these limits in their present state."""
        twin = replace(self)
        twin._room, twin._help, twin._told = replace(self._room), replace(self._help), replace(self._told)
        return twin

    def admits(self, now: float, *, is_new: bool, waiting: int) -> bool:
        """Take room for one more update; return whether there was any. `is_new`: the sender tried little of late;
        `waiting`: updates of strangers that are not answered yet."""
        most = self.most_waiting if is_new else self.most_waiting // 2
        kept = 0 if is_new else min(KEPT_FOR_NEW, self.burst / 2)
        if waiting >= most or self._room.wait(now, kept):
            return False
        self._room.take(now)
        return True

    def admits_help(self, now: float) -> bool:
        """Take room for one more emergency card; return whether there was any."""
        return taken(self._help, now)

    def may_tell(self, now: float) -> bool:
        """Take room for one more notice that the bot is too busy; return whether there was any."""
        return taken(self._told, now)


def taken(bucket: Bucket, now: float) -> bool:
    """Take one token from the bucket; return whether there was one."""
    if bucket.wait(now):
        return False
    bucket.take(now)
    return True
