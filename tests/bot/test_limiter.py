"""The limiter keeps Telegram's limits, and people come before broadcasts."""

from hypothesis import given
from hypothesis import strategies as st

from bot.limiter import GROUP_LIMIT, Limiter

ONE_MS = 1e-9


def _send(limiter: Limiter, chat: str, now: float, *, is_broadcast: bool = False) -> float:
    """Wait for room and take it; returns the moment of sending."""
    while True:
        wait = limiter.wait(chat, now)
        if is_broadcast and not limiter.room(now):
            wait = max(wait, limiter.room_wait(now))
        if wait <= ONE_MS:
            break
        now += wait
    limiter.take(chat, now, is_broadcast=is_broadcast)
    return now


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=120))
def test_never_more_than_the_rates(sends: list[tuple[int, bool]]) -> None:
    """In no second do more leave than overall, and no more broadcasts than theirs (not one more)."""
    limiter, now, sent = Limiter(30, 28, chat_rate=1000), 0.0, []
    for chat, is_broadcast in sends:
        now = _send(limiter, str(chat), now, is_broadcast=is_broadcast)
        sent.append((now, is_broadcast))
    for begin, _ in sent:
        window = [broadcast for at, broadcast in sent if begin <= at < begin + 1 - ONE_MS]
        assert len(window) <= 30
        assert window.count(True) <= 28


def test_a_chat_may_burst_then_one_a_second() -> None:
    """Three at once are tolerated, then one a second."""
    limiter, times, now = Limiter(30, 28), [], 0.0
    for _ in range(6):
        now = _send(limiter, "7", now)
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
    assert limiter.wait("7", 0.0) == 5.0
    assert limiter.wait("8", 0.0) == 0.0
    assert limiter.room(0.0) == 1


def test_two_chats_answered_429_close_everything() -> None:
    """A second 429 while the first counts is taken as the overall limit."""
    limiter = Limiter(30, 28)
    limiter.close("7", now=0.0, seconds=5)
    limiter.close("8", now=1.0, seconds=9)
    assert limiter.wait("9", 1.0) == 9.0
    assert (limiter.room(1.0), limiter.room_wait(1.0)) == (0, 9.0)


def test_a_person_does_not_wait_for_the_broadcast() -> None:
    """What a fan-out has used up does not hold a reply."""
    limiter, now = Limiter(1000, 28), 0.0
    limiter.take("1", now, is_broadcast=True)
    assert limiter.room_wait(now) > 0.03
    assert limiter.wait("2", now) < 0.002


def test_a_high_rate_makes_up_for_a_short_delay_and_no_more() -> None:
    """At 1000 a second twelve may go at once; after a second of silence not a hundred."""
    limiter = Limiter(1000, 1000, chat_rate=1000)
    assert limiter.room(5.0) == 12
    for chat in range(12):
        limiter.take(str(chat), 5.0, is_broadcast=True)
    assert limiter.room(5.0) == 0
    assert limiter.room(5.0 + 0.0051) == 5


@given(st.lists(st.floats(0, 0.05), min_size=1, max_size=200))
def test_whatever_the_delays_no_second_has_more_than_its_thousand(pauses: list[float]) -> None:
    """Rounds that come late and take all the room there is stay within the limit."""
    limiter, now, sent = Limiter(1000, 1000, chat_rate=1e6), 1.0, list[float]()
    for pause in pauses:
        now += pause
        for _ in range(limiter.room(now)):
            limiter.take("1", now, is_broadcast=True)
            sent.append(now)
    for begin in set(sent):
        assert len([at for at in sent if begin <= at < begin + 1 - ONE_MS]) <= 1000
