"""The send queue: which waiting message leaves next, by class, within the limiter's rates.

Classes have guaranteed shares of the overall rate. A P1 leaves first; answers, deliveries for one person and other
notices each keep a small share even then. Other notices have a larger share that goes before answers and deliveries for
one person beyond theirs. Strangers come last.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from enum import IntEnum
from time import monotonic

from alerts.delivery import Priority
from bot.telegram_api.rate_limiter import Bucket, RateLimiter

ANSWER_SHARE = 0.1  # of the overall rate, also during a P1
PERSON_SHARE = 0.05  # also during a P1, for deliveries to one person: a card without which the next P1 is not approved
PEOPLE_BURST = 5  # messages at once, of answers and of deliveries to one person
NOTICE_FLOOR = 0.03  # also during a P1, for other notices
NOTICE_SHARE = 0.3  # goes before answers and deliveries to one person beyond their shares, never before a P1
STRANGER_SHARE = 0.2  # the most of the overall rate that goes to strangers
STRANGER_BURST = 60  # some dozen shops that sign up at an information evening get their first screens at once
STRANGER_FLOOR = 1 / 30  # goes before other notices, so that a long fan-out does not shut strangers out
STRANGERS_REST = 1.0  # seconds after a P1 before a stranger is answered: on a busy machine the next P1 comes late

_LEAST = 0.0005  # seconds; a timer may be a little early by the clock's resolution


class SendClass(IntEnum):
    """The class of a message: whom it is for. Its label in the metrics is the name in lower case."""

    P1 = 0  # a P1 with its corrections, retractions and all-clears
    ANSWER = 1  # to verified members and people with a role
    PERSON = 2  # deliveries for one person: cards, approvals, receipts
    NOTICE = 3
    STRANGER = 4

    @property
    def label(self) -> str:
        """The name of the class in the metrics."""
        return _LABELS[self]

    @property
    def is_broadcast(self) -> bool:
        """Whether the class counts for the rate of broadcasts."""
        return self in _BROADCASTS


_BROADCASTS = frozenset({SendClass.P1, SendClass.NOTICE})
_LABELS = tuple(one.name.lower() for one in SendClass)
_OF_DELIVERIES = {Priority.P1: SendClass.P1, Priority.PERSON: SendClass.PERSON}


def class_of(priority: Priority) -> SendClass:
    """Return the send class of a delivery with this priority."""
    return _OF_DELIVERIES.get(priority, SendClass.NOTICE)


class _Waiter:
    __slots__ = ("is_delivery", "ref", "turn")

    def __init__(self, ref: str, turn: "asyncio.Future[float]", *, is_delivery: bool) -> None:
        self.ref = ref
        self.turn = turn
        self.is_delivery = is_delivery


class SendQueue:
    """Gives each message its turn: by class, and in order of arrival within one."""

    def __init__(self, limiter: RateLimiter, on_departure: Callable[[str], None] = lambda _class: None) -> None:
        """Take the limiter, and a callback that gets the class label of each message that leaves (`on_departure`)."""
        self._limiter = limiter
        self._on_departure = on_departure
        self._queues: dict[SendClass, deque[_Waiter]] = {one: deque() for one in SendClass}
        self._timer: asyncio.TimerHandle | None = None
        rate = limiter.overall_rate
        answers = Bucket(max(rate * ANSWER_SHARE, rate - limiter.broadcast_rate), PEOPLE_BURST)
        self._strangers = Bucket(rate * STRANGER_SHARE, STRANGER_BURST)
        # In order of precedence: a class within its share (the bucket), or (None) the class while the rate has room.
        self._order: tuple[tuple[SendClass, Bucket | None], ...] = (
            (SendClass.ANSWER, answers),
            (SendClass.PERSON, Bucket(rate * PERSON_SHARE, PEOPLE_BURST)),
            (SendClass.NOTICE, Bucket(rate * NOTICE_FLOOR)),
            (SendClass.P1, None),
            (SendClass.NOTICE, Bucket(rate * NOTICE_SHARE)),
            (SendClass.ANSWER, None),
            (SendClass.PERSON, None),
            (SendClass.STRANGER, Bucket(rate * STRANGER_FLOOR)),
            (SendClass.NOTICE, None),
            (SendClass.STRANGER, None),
        )
        self._p1_at = -STRANGERS_REST

    def waiting(self, send_class: SendClass) -> int:
        """Return how many messages of this class wait for their turn."""
        return len(self._queues[send_class])

    async def acquire_slot(self, ref: str, send_class: SendClass, *, is_delivery: bool) -> float:
        """Wait for the turn of a message, count it, and return 0. Otherwise return the seconds for which its chat, or a
        429, holds it up; then nothing is counted, and the caller is to try again."""
        now = monotonic()
        if wait := self._chat_wait(ref, now, is_delivery=is_delivery):
            return wait
        if not any(self._queues.values()) and self._wait(send_class, now) == 0:
            self._count(ref, send_class, now)
            return 0.0
        waiter = _Waiter(ref, asyncio.get_running_loop().create_future(), is_delivery=is_delivery)
        self._queues[send_class].append(waiter)
        self.recheck()
        return await waiter.turn

    def recheck(self) -> None:
        """Give every message its turn that is due, and set a timer for the next one."""
        now = monotonic()
        self._send_back(now)
        while (wait := self._next(now)) == 0:
            self._send_back(now)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if wait is not None:
            self._timer = asyncio.get_running_loop().call_later(max(wait, _LEAST), self.recheck)

    def _send_back(self, now: float) -> None:
        """Remove the first messages of each queue whose chat closed or filled up meanwhile, and those no longer
        awaited."""
        for queue in self._queues.values():
            while queue:
                first = queue[0]
                wait = self._chat_wait(first.ref, now, is_delivery=first.is_delivery)
                if wait and not first.turn.done():
                    first.turn.set_result(wait)
                if not first.turn.done():
                    break
                queue.popleft()

    def _next(self, now: float) -> float | None:
        """Let the next message go and return 0; else the seconds until one may. None when none waits."""
        soonest: float | None = None
        for send_class, share in self._order:
            queue = self._queues[send_class]
            if not queue:
                continue
            wait = self._wait(send_class, now)
            if share is not None:
                wait = max(wait, share.wait(now))
            if wait == 0:
                if share is not None:
                    share.take(now)
                first = queue.popleft()
                self._count(first.ref, send_class, now)
                first.turn.set_result(0.0)
                return 0.0
            soonest = wait if soonest is None else min(soonest, wait)
            if share is None:  # lower classes do not take the room for which this one waits
                break
        return soonest

    def _chat_wait(self, ref: str, now: float, *, is_delivery: bool) -> float:
        return self._limiter.delivery_wait(ref, now) if is_delivery else self._limiter.chat_wait(ref, now)

    def _wait(self, send_class: SendClass, now: float) -> float:
        if send_class.is_broadcast:
            return self._limiter.broadcast_wait(now)
        wait = self._limiter.overall_wait(now)
        if send_class is SendClass.STRANGER:
            return max(wait, self._strangers.wait(now), self._p1_at + STRANGERS_REST - now)
        return wait

    def _count(self, ref: str, send_class: SendClass, now: float) -> None:
        self._limiter.take(ref, now, is_broadcast=send_class.is_broadcast)
        if send_class is SendClass.STRANGER:
            self._strangers.take(now)
        if send_class is SendClass.P1:
            self._p1_at = now
        self._on_departure(send_class.label)
