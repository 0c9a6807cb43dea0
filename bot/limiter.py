"""The limiter: how long a message must wait so that Telegram's limits are kept (TELEGRAM.md).

Pure arithmetic over monotonic seconds; the waiting itself is in `messenger.py`.
"""

from collections import deque
from dataclasses import dataclass, field

CHAT_RATE = 1.0  # messages per second in one chat
CHAT_BURST = 3  # short bursts in one chat are tolerated
GROUP_LIMIT, GROUP_WINDOW = 20, 60.0  # messages in a group, per seconds


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
    _all_closed_until: float = 0.0

    def __post_init__(self) -> None:
        self._overall = Bucket(self.overall_rate)
        self._broadcast = Bucket(self.broadcast_rate)

    def wait(self, chat: str, now: float, *, is_urgent: bool) -> float:
        """Seconds until a message to the chat may go; 0 means now. Urgent ones are not held by the broadcast rate."""
        waits = [self.chat_wait(chat, now), self._overall.wait(now)]
        if not is_urgent:
            waits.append(self._broadcast.wait(now))
        return max(waits)

    def chat_wait(self, chat: str, now: float) -> float:
        """Seconds for which only this chat holds a message up (or a 429 everything); 0 means not at all."""
        return max(0.0, self.closed_for(chat, now), self._chat(chat).wait(now), self._group_wait(chat, now))

    def take(self, chat: str, now: float, *, is_urgent: bool) -> None:
        """Count one message to the chat."""
        self._overall.take(now)
        self._chat(chat).take(now)
        if not is_urgent:
            self._broadcast.take(now)
        if _is_group(chat):
            self._groups.setdefault(chat, deque(maxlen=GROUP_LIMIT)).append(now)
        if len(self._chats) > 10_000:
            self._forget_idle(now)

    def closed_for(self, chat: str, now: float) -> float:
        """Seconds that a 429 still closes the chat, or everything; at most 0 when it is open."""
        return max(self._all_closed_until, self._closed.get(chat, 0.0)) - now

    def close(self, chat: str, now: float, seconds: float) -> None:
        """A 429: nothing to this chat before. While another chat is closed as well, the limit is taken as overall."""
        if any(until > now for other, until in self._closed.items() if other != chat):
            self._all_closed_until = max(self._all_closed_until, now + seconds)
        self._closed[chat] = max(self._closed.get(chat, 0.0), now + seconds)

    def _chat(self, chat: str) -> Bucket:
        return self._chats.setdefault(chat, Bucket(self.chat_rate, CHAT_BURST))

    def _group_wait(self, chat: str, now: float) -> float:
        sent = self._groups.get(chat)
        if sent is None or len(sent) < GROUP_LIMIT:
            return 0.0
        return sent[0] + GROUP_WINDOW - now

    def _forget_idle(self, now: float) -> None:
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.full_at > now}
        self._closed = {chat: until for chat, until in self._closed.items() if until > now}


def _is_group(chat: str) -> bool:
    return chat.startswith("-")
