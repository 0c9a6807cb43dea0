"""The limiter keeps Telegram's limits, and people come before broadcasts."""

from hypothesis import given
from hypothesis import strategies as st

from bot.limiter import GROUP_LIMIT, Limiter

ONE_MS = 1e-9


def _send(limiter: Limiter, chat: str, now: float, *, is_urgent: bool = False) -> float:
    """Wait for room and take it; returns the moment of sending."""
    while (wait := limiter.wait(chat, now, is_urgent=is_urgent)) > ONE_MS:
        now += wait
    limiter.take(chat, now, is_urgent=is_urgent)
    return now


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=120))
def test_never_more_than_the_rates(sends: list[tuple[int, bool]]) -> None:
    """In no second do more leave than overall, and no more broadcasts than theirs (one may stand on the edge)."""
    limiter, now, sent = Limiter(30, 28, chat_rate=1000), 0.0, []
    for chat, is_urgent in sends:
        now = _send(limiter, str(chat), now, is_urgent=is_urgent)
        sent.append((now, is_urgent))
    for begin, _ in sent:
        window = [urgent for at, urgent in sent if begin <= at < begin + 1 - ONE_MS]
        assert len(window) <= 31
        assert window.count(False) <= 29


def test_a_chat_may_burst_then_one_a_second() -> None:
    """Three at once are tolerated, then one a second."""
    limiter, times, now = Limiter(30, 28), [], 0.0
    for _ in range(6):
        now = _send(limiter, "7", now, is_urgent=True)
        times.append(round(now, 1))
    assert times[-1] >= 3.0
    assert times[2] < 1.0


def test_a_group_gets_twenty_a_minute() -> None:
    """The twenty-first waits for the minute to pass."""
    limiter, now = Limiter(30, 28), 0.0
    for _ in range(GROUP_LIMIT):
        now = _send(limiter, "-100", now)
    assert _send(limiter, "-100", now) >= 60.0


def test_after_429_nothing_goes_to_that_chat_and_others_go_on() -> None:
    """The scope of one 429 is its chat."""
    limiter = Limiter(30, 28)
    limiter.close("7", now=0.0, seconds=5)
    assert limiter.wait("7", 0.0, is_urgent=True) == 5.0
    assert limiter.wait("8", 0.0, is_urgent=False) == 0.0


def test_two_chats_answered_429_close_everything() -> None:
    """A second 429 while the first counts is taken as the overall limit."""
    limiter = Limiter(30, 28)
    limiter.close("7", now=0.0, seconds=5)
    limiter.close("8", now=1.0, seconds=9)
    assert limiter.wait("9", 1.0, is_urgent=True) == 9.0


def test_a_person_does_not_wait_for_the_broadcast() -> None:
    """What a fan-out has used up does not hold a reply."""
    limiter, now = Limiter(1000, 28), 0.0
    limiter.take("1", now, is_urgent=False)
    assert limiter.wait("2", now, is_urgent=False) > 0.03
    assert limiter.wait("2", now, is_urgent=True) < 0.002
