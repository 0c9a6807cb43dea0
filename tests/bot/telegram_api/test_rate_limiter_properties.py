"""Property tests of the rate limiter, for every order of chats and moments: no limit is exceeded, and nobody waits for
ever."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import cycle, islice

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_api.rate_limiter import CHAT_BURST, DOUBT_SECONDS, GROUP_LIMIT, GROUP_WINDOW, RateLimiter

INSTANT = 1e-6  # seconds
PEOPLE = [str(number) for number in range(1, 40)]
GROUPS = ["-1", "-2"]

rates = st.integers(1, 200)
# A pause, and then this number at once: replies or broadcasts.
runs = st.lists(st.tuples(st.floats(0, 2), st.integers(1, 120), st.booleans()), min_size=1, max_size=4)


@dataclass
class Sender:
    """A client that sends as soon as it may, and stores when."""

    limiter: RateLimiter
    now: float = 0.0
    sent: list[tuple[float, str]] = field(default_factory=list)

    def reply(self, chat: str) -> None:
        """Send a message that a person waits for."""
        self.now += self.limiter.wait(chat, self.now)
        self._take(chat, is_broadcast=False)

    def broadcast(self, chat: str) -> None:
        """Send one of many broadcasts."""
        while (wait := max(self.limiter.broadcast_wait(self.now), self.limiter.chat_wait(chat, self.now))) > INSTANT:
            self.now += wait
        self._take(chat, is_broadcast=True)

    def _take(self, chat: str, *, is_broadcast: bool) -> None:
        self.limiter.take(chat, self.now, is_broadcast=is_broadcast)
        self.sent.append((self.now, chat))


def _most_within(seconds: float, times: list[float]) -> int:
    """Return the largest number of these moments, given in order, in any span of this length."""
    return max(bisect_left(times, begin + seconds - INSTANT) - first for first, begin in enumerate(times))


@given(rates, runs)
def test_no_second_holds_more_than_the_overall_rate(rate: int, runs: list[tuple[float, int, bool]]) -> None:
    """No second holds more replies and broadcasts than the overall rate, after any pause."""
    sender = Sender(RateLimiter(rate, rate, chat_rate=1000))
    for pause, count, is_reply in runs:
        sender.now += pause
        for chat in islice(cycle(PEOPLE), count):
            (sender.reply if is_reply else sender.broadcast)(chat)
    assert rate >= _most_within(1.0, [at for at, _ in sender.sent])


@given(st.lists(st.tuples(st.sampled_from(GROUPS), st.floats(0, 70), st.integers(1, 30)), min_size=1, max_size=5))
def test_no_minute_holds_more_than_a_group_allows(runs: list[tuple[str, float, int]]) -> None:
    """No minute holds more messages to one group than its limit."""
    sender = Sender(RateLimiter(1000, 1000, chat_rate=1000))
    for chat, pause, count in runs:
        sender.now += pause
        for _ in range(count):
            sender.broadcast(chat)
    for group in {chat for _, chat in sender.sent}:
        assert GROUP_LIMIT >= _most_within(GROUP_WINDOW, [at for at, chat in sender.sent if chat == group])


@given(st.integers(1, 20), st.lists(st.floats(0, 5), min_size=1, max_size=40))
def test_a_chat_never_gets_more_than_its_burst_and_its_rate(rate: int, pauses: list[float]) -> None:
    """A chat never gets more than its burst and its rate, over every span of time."""
    sender = Sender(RateLimiter(1000, 1000, chat_rate=rate))
    for pause in pauses:
        sender.now += pause
        sender.reply("1")
    times = [at for at, _ in sender.sent]
    for first, begin in enumerate(times):
        for last, end in enumerate(times[first:], start=first):
            assert CHAT_BURST + (end - begin) * rate + INSTANT * rate >= last - first + 1


@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE[:4]), st.floats(0, 3), st.floats(0, 60)), min_size=1, max_size=8),
    st.lists(st.floats(0, 90), min_size=1, max_size=8),
)
def test_nothing_goes_to_a_closed_chat_before_its_time(
    closings: list[tuple[str, float, float]], looks: list[float]
) -> None:
    """Nothing goes to a closed chat before its end, in any order of 429s; a shorter one does not shorten a longer
    one."""
    limiter, now = RateLimiter(1000, 1000), 0.0
    until: dict[str, float] = {}
    for chat, pause, seconds in closings:
        now += pause
        limiter.close(chat, now, seconds)
        until[chat] = max(until.get(chat, 0.0), now + seconds)
    for chat, end in until.items():
        for look in looks:
            assert limiter.wait(chat, now + look) >= end - (now + look) - INSTANT


@given(st.floats(0.1, 60), st.floats(0, 90))
def test_one_closed_chat_closes_no_other(seconds: float, look: float) -> None:
    """Repeated 429s of one chat close no other chat."""
    limiter = RateLimiter(1000, 1000)
    limiter.close("1", 0.0, seconds, is_explained=False)
    limiter.close("1", seconds / 2, seconds, is_explained=False)
    assert 0.0 == limiter.wait("2", look)
    assert 0.0 == limiter.broadcast_wait(look + seconds / 2 + DOUBT_SECONDS)


@given(st.floats(0.1, 60), st.floats(0.1, 60), st.floats(0, 1))
def test_two_closed_chats_close_all_for_as_long_as_the_second_says(first: float, second: float, share: float) -> None:
    """Two closed chats close everything for as long as the second says, for broadcasts and replies."""
    limiter = RateLimiter(1000, 1000)
    limiter.close("1", 0.0, first, is_explained=False)
    limiter.close("2", first * 0.9, second, is_explained=False)
    end = first * 0.9 + second
    during = first * 0.9 + second * share * 0.99
    assert limiter.broadcast_wait(during) >= end - during - INSTANT
    assert limiter.wait("3", during) >= end - during - INSTANT
    assert 0.0 == limiter.broadcast_wait(end + INSTANT)
    assert 0.0 == limiter.wait("3", end + INSTANT)
