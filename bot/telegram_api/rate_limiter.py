"""The rate limiter: how long a message must wait so that Telegram's limits are kept (docs/telegram.md).

Pure arithmetic over monotonic seconds; it does not wait itself.
"""

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from math import floor

from bot.telegram_api.retry_after import LONGEST_SECONDS, PROBE_SECONDS, Closure, kept_for

CHAT_RATE = 1.0  # messages per second in one chat
CHAT_BURST = 3  # so many answers at once are tolerated in one chat; deliveries keep to the rate
GROUP_LIMIT, GROUP_WINDOW = 20, 60.0  # messages in a group, in so many seconds
# A little slower than the limit, by 13 ms in a second: a late timer of ours is made up for, and the network may bring a
# message of our second into another one of Telegram's.
HEADROOM = 0.987
TOLERANCE_SECONDS = 0.006
DOUBT_SECONDS = 0.25  # until the answers to requests in flight tell whether a 429 was for everything
EVERYTHING = "*"  # the key of a closure of all chats
_CHATS_KEPT = 10_000
_ROUNDING_SECONDS = 1e-6  # the error of a hundred sums of floats is less; keeps a burst exact


@dataclass(slots=True)
class Bucket:
    """A token bucket: `burst` tokens, refilled at `rate` per second; stored as the time at which it is full again."""

    rate: float
    burst: float = 1.0
    full_at: float = 0.0

    def wait(self, now: float, kept: float = 0.0) -> float:
        """Return the seconds until there is a token beyond those `kept`; 0 when there is one now."""
        seconds = self.full_at - now - (self.burst - kept - 1) / self.rate
        return seconds if seconds > _ROUNDING_SECONDS else 0.0

    def take(self, now: float) -> None:
        """Take one token."""
        self.full_at = max(self.full_at, now) + 1 / self.rate


@dataclass(frozen=True, slots=True)
class ClosureNews:
    """Changes for the database: closures longer than is obeyed, with the seconds that Telegram said, and closures that
    a probe found open."""

    closed: Mapping[str, float]
    opened: frozenset[str]


@dataclass(slots=True)
class RateLimiter:
    """Keeps the rates per second overall, of broadcasts and in one chat, 20 a minute per group, and what 429 answers
    closed."""

    overall_rate: float
    broadcast_rate: float
    chat_rate: float = CHAT_RATE
    _overall: Bucket = field(init=False)
    _broadcast: Bucket = field(init=False)
    _chats: dict[str, Bucket] = field(default_factory=dict)
    _groups: dict[str, deque[float]] = field(default_factory=dict)
    _closures: dict[str, Closure] = field(default_factory=dict)  # by chat, or EVERYTHING
    _unexplained: dict[str, float] = field(default_factory=dict)
    _doubt_until: float = 0.0
    _unstored: dict[str, float] = field(default_factory=dict)
    _opened: set[str] = field(default_factory=set)
    _forget_at: int = _CHATS_KEPT

    def __post_init__(self) -> None:
        self._overall = _bucket(self.overall_rate)
        self._broadcast = _bucket(self.broadcast_rate)

    @property
    def chat_spacing(self) -> float:
        """Seconds between two deliveries in one chat."""
        return 1 / (self.chat_rate * HEADROOM)

    def share(self, processes: int, *, leads: bool) -> None:
        """Set this process's part of the rates. Each of so many processes has an equal part of the broadcasts; the one
        that leads has what is left for answers to people."""
        in_all = min(self.broadcast_rate, self.overall_rate)
        broadcasts = floor(in_all / processes) or in_all / processes  # fractions of a message would add up
        for_people = self.overall_rate - in_all if leads else 0.0
        self._broadcast = replace(_bucket(broadcasts), full_at=self._broadcast.full_at)
        self._overall = replace(_bucket(broadcasts + for_people), full_at=self._overall.full_at)

    def broadcast_wait(self, now: float) -> float:
        """Return the seconds until a broadcast may go, to a chat that has room itself; 0 means now."""
        return max(self.overall_wait(now), self._doubt_until - now, self._broadcast.wait(now))

    def overall_wait(self, now: float) -> float:
        """Return the seconds until anything may go, to a chat that has room itself; 0 means now."""
        room = self._overall.wait(now)  # `wait` is never negative
        return max(self._hold(EVERYTHING, now), room) if self._closures else room

    def wait(self, chat: str, now: float) -> float:
        """Return the seconds until an answer may go to the chat; 0 means now. Broadcasts do not hold it up."""
        return max(self.chat_wait(chat, now), self._overall.wait(now))

    def chat_wait(self, chat: str, now: float) -> float:
        """Return the seconds for which only this chat (or a 429 for everything) holds an answer up; 0 means not at
        all."""
        return self._wait_in(chat, self._chat(chat), now)

    def delivery_wait(self, chat: str, now: float) -> float:
        """Return the seconds for which only this chat (or a 429 for everything) holds a delivery up: one at a time,
        without a burst; at most 0 means not at all."""
        bucket = self._chat(chat)
        return max(self._wait_in(chat, bucket, now), bucket.full_at - now)

    def take(self, chat: str, now: float, *, is_broadcast: bool) -> None:
        """Count one message to the chat."""
        self._overall.take(now)
        self._chat(chat).take(now)
        if is_broadcast:
            self._broadcast.take(now)
        if _is_group(chat):
            self._groups.setdefault(chat, deque(maxlen=GROUP_LIMIT)).append(now)
        if self._closures:
            for _, closure in self._due_to_probe(chat, now):
                closure.probing_until = now + PROBE_SECONDS
        if len(self._chats) > self._forget_at:
            self._forget_idle(now)

    def leaves(self, now: float) -> None:
        """Count a message from now that took its turn earlier and had to be written first, so that the next one keeps
        its distance."""
        self._overall.full_at = max(self._overall.full_at, now + 1 / self._overall.rate)

    def closed_for(self, chat: str, now: float) -> float:
        """Return the seconds that a 429 still closes the chat, or everything; at most 0 when it is open, or being
        probed."""
        return max(self.all_closed_for(now), self._until(chat) - now) if self._closures else 0.0

    def close(self, chat: str, now: float, seconds: float, *, is_explained: bool = True) -> None:
        """Close the chat for so many seconds after a 429.

        A 429 that this chat's own limits do not explain may be for everything. Two such chats at a time close
        everything; until the answers to the requests in flight can have come, broadcasts wait.
        """
        self._close(chat, now, seconds)
        if is_explained or _is_group(chat):
            return
        if any(until > now for other, until in self._unexplained.items() if other != chat):
            self._close(EVERYTHING, now, seconds)
        self._unexplained[chat] = now + min(seconds, LONGEST_SECONDS)
        self._doubt_until = max(self._doubt_until, now + min(seconds, DOUBT_SECONDS))

    def close_for(self, chat: str, now: float, seconds: float) -> None:
        """Close this chat, or EVERYTHING, for so many seconds, as the database says."""
        self._closures.setdefault(chat, Closure()).close_for(now, seconds)

    def open(self, chat: str) -> None:
        """End a closure, which an administrator ended or a probe found open."""
        self._closures.pop(chat, None)
        self._unstored.pop(chat, None)
        self._unexplained.pop(chat, None)

    def open_all_but(self, left: Collection[str]) -> None:
        """End the closures that were in the database and are no longer among those left there."""
        for chat in [one for one, closure in self._closures.items() if closure.is_stored and one not in left]:
            self.open(chat)

    def arrived(self, chat: str, now: float) -> None:
        """Note that Telegram accepted or refused a message there, without a 429: a closure that was being probed is
        over."""
        if not self._closures:
            return
        for name, _ in self._due_to_probe(chat, now):
            self.open(name)
            self._opened.add(name)

    def news(self) -> ClosureNews:
        """Return the changes of closures that are not known to be in the database."""
        return ClosureNews(dict(self._unstored), frozenset(self._opened))

    def stored(self, news: ClosureNews) -> None:
        """Note that the database has these changes, so that they are not stored again."""
        self._unstored = {one: seconds for one, seconds in self._unstored.items() if one not in news.closed}
        self._opened -= news.opened

    @property
    def has_news(self) -> bool:
        """Whether a change of closures is not known to be in the database."""
        return bool(self._unstored or self._opened)

    def is_closed_long(self, now: float) -> bool:
        """Return whether anything is closed for longer than is obeyed, or was found open and that is not stored yet."""
        return self.has_news or any(one.told > now and one.is_long for one in self._closures.values())

    def all_closed_for(self, now: float) -> float:
        """Return for how many seconds everything is still closed; at most 0 when it is not."""
        return self._until(EVERYTHING) - now

    def _wait_in(self, chat: str, bucket: Bucket, now: float) -> float:
        room = bucket.wait(now)
        if self._groups:
            room = max(room, self._group_wait(chat, now))
        return max(room, self._hold(EVERYTHING, now), self._hold(chat, now)) if self._closures else room

    def _due_to_probe(self, chat: str, now: float) -> list[tuple[str, Closure]]:
        found = [(name, self._closures.get(name)) for name in (chat, EVERYTHING)]
        return [(name, one) for name, one in found if one is not None and one.is_due_to_probe(now)]

    def _close(self, chat: str, now: float, seconds: float) -> None:
        self._closures.setdefault(chat, Closure()).close(now, seconds)
        if seconds > LONGEST_SECONDS:
            self._unstored[chat] = kept_for(seconds)

    def _until(self, chat: str) -> float:
        closure = self._closures.get(chat)
        return 0.0 if closure is None else closure.until

    def _hold(self, chat: str, now: float) -> float:
        closure = self._closures.get(chat)
        return 0.0 if closure is None else closure.wait(now)

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
        oldest = now - GROUP_WINDOW / HEADROOM
        self._groups = {chat: sent for chat, sent in self._groups.items() if sent[-1] > oldest}
        self._closures = {chat: one for chat, one in self._closures.items() if max(one.told, one.until) > now}
        self._unexplained = {chat: until for chat, until in self._unexplained.items() if until > now}
        self._forget_at = max(_CHATS_KEPT, 2 * len(self._chats))


def _bucket(rate: float) -> Bucket:
    return Bucket(rate * HEADROOM, 1 + rate * HEADROOM * TOLERANCE_SECONDS)


def _is_group(chat: str) -> bool:
    return chat.startswith("-")
