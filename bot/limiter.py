"""The limiter: how long a message must wait so that Telegram's limits are kept (TELEGRAM.md).

Pure arithmetic over monotonic seconds; the waiting itself is elsewhere.
"""

from collections import deque
from dataclasses import dataclass, field, replace
from math import floor

CHAT_RATE = 1.0  # messages per second in one chat
CHAT_BURST = 3  # so many answers at once are tolerated in one chat; deliveries keep to the rate
GROUP_LIMIT, GROUP_WINDOW = 20, 60.0  # messages in a group, per seconds
# A little slower than the limit, by 13 ms in a second: a timer of ours may be late, which is made up for, and the
# network may bring what left in our second sooner or later into theirs.
HEADROOM = 0.987
TOLERANCE_SECONDS = 0.006
DOUBT_SECONDS = 0.25  # by then the answers to what is under way have come, which tell whether a 429 was for everything
EVERYTHING = "*"  # where a chat would stand
_CHATS_KEPT = 10_000


@dataclass(slots=True)
class Bucket:
    """Room for `burst` at once, refilled at `rate` per second; kept as the time at which it is full again."""

    rate: float
    burst: float = 1.0
    full_at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until there is room for one."""
        return max(0.0, self.full_at - now - (self.burst - 1) / self.rate)

    def take(self, now: float) -> None:
        """Use the room of one."""
        self.full_at = max(self.full_at, now) + 1 / self.rate


@dataclass(slots=True)
class Limiter:
    """Rates per second overall, of broadcasts and in one chat, 20 a minute per group, and what 429 answers closed."""

    overall_rate: float
    broadcast_rate: float
    chat_rate: float = CHAT_RATE
    _overall: Bucket = field(init=False)
    _broadcast: Bucket = field(init=False)
    _chats: dict[str, Bucket] = field(default_factory=dict)
    _groups: dict[str, deque[float]] = field(default_factory=dict)
    _closed: dict[str, float] = field(default_factory=dict)
    _unexplained: dict[str, float] = field(default_factory=dict)
    _doubt_until: float = 0.0
    _all_closed_until: float = 0.0
    _forget_at: int = _CHATS_KEPT

    def __post_init__(self) -> None:
        self._overall = _bucket(self.overall_rate)
        self._broadcast = _bucket(self.broadcast_rate)

    def share(self, processes: int, *, leads: bool) -> None:
        """Of so many processes each has its part of the broadcasts; what is left for people has the one that leads."""
        in_all = min(self.broadcast_rate, self.overall_rate)
        broadcasts = floor(in_all / processes) or in_all / processes  # parts of messages would add up
        for_people = self.overall_rate - in_all if leads else 0.0
        self._broadcast = replace(_bucket(broadcasts), full_at=self._broadcast.full_at)
        self._overall = replace(_bucket(broadcasts + for_people), full_at=self._overall.full_at)

    def broadcast_wait(self, now: float) -> float:
        """Seconds until a broadcast may go, to a chat that has room itself; 0 means now."""
        closed = max(self._all_closed_until, self._doubt_until) - now
        return max(0.0, closed, self._broadcast.wait(now), self._overall.wait(now))

    def wait(self, chat: str, now: float) -> float:
        """Seconds until what somebody waits for may go to the chat; 0 means now. Broadcasts do not hold it up."""
        return max(self.chat_wait(chat, now), self._overall.wait(now))

    def chat_wait(self, chat: str, now: float) -> float:
        """Seconds for which only this chat holds a message up (or a 429 everything); 0 means not at all."""
        return max(0.0, self.closed_for(chat, now), self._chat(chat).wait(now), self._group_wait(chat, now))

    def delivery_wait(self, chat: str, now: float) -> float:
        """The same for a delivery, for which nobody waits: one at a time, without a burst."""
        return max(self.chat_wait(chat, now), self._chat(chat).full_at - now)

    def take(self, chat: str, now: float, *, is_broadcast: bool) -> None:
        """Count one message to the chat."""
        self._overall.take(now)
        self._chat(chat).take(now)
        if is_broadcast:
            self._broadcast.take(now)
        if _is_group(chat):
            self._groups.setdefault(chat, deque(maxlen=GROUP_LIMIT)).append(now)
        if len(self._chats) > self._forget_at:
            self._forget_idle(now)

    def closed_for(self, chat: str, now: float) -> float:
        """Seconds that a 429 still closes the chat, or everything; at most 0 when it is open."""
        return max(self._all_closed_until, self._closed.get(chat, 0.0)) - now

    def close(self, chat: str, now: float, seconds: float, *, is_explained: bool = True) -> None:
        """A 429: nothing to this chat before.

        One that this chat's own limits do not explain may be for everything. When there are two at a time it is; until
        the answers to what is under way can have come, broadcasts wait to see.
        """
        self.heed(chat, now, seconds)
        if is_explained or _is_group(chat):
            return
        if any(until > now for other, until in self._unexplained.items() if other != chat):
            self.heed(EVERYTHING, now, seconds)
        self._unexplained[chat] = now + seconds
        self._doubt_until = max(self._doubt_until, now + min(seconds, DOUBT_SECONDS))

    def heed(self, chat: str, now: float, seconds: float) -> None:
        """Nothing to this chat, or to nobody, before."""
        if chat == EVERYTHING:
            self._all_closed_until = max(self._all_closed_until, now + seconds)
        else:
            self._closed[chat] = max(self._closed.get(chat, 0.0), now + seconds)

    def all_closed_for(self, now: float) -> float:
        """Seconds that everything still is closed; at most 0 when it is not."""
        return self._all_closed_until - now

    def _chat(self, chat: str) -> Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            bucket = self._chats[chat] = Bucket(self.chat_rate * HEADROOM, CHAT_BURST)
        return bucket

    def _group_wait(self, chat: str, now: float) -> float:
        sent = self._groups.get(chat)
        if sent is None or len(sent) < GROUP_LIMIT:
            return 0.0
        return sent[0] + GROUP_WINDOW / HEADROOM - now

    def _forget_idle(self, now: float) -> None:
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.full_at > now}
        self._closed = {chat: until for chat, until in self._closed.items() if until > now}
        self._unexplained = {chat: until for chat, until in self._unexplained.items() if until > now}
        self._forget_at = max(_CHATS_KEPT, 2 * len(self._chats))


def _bucket(rate: float) -> Bucket:
    return Bucket(rate * HEADROOM, 1 + rate * HEADROOM * TOLERANCE_SECONDS)


def _is_group(chat: str) -> bool:
    return chat.startswith("-")
