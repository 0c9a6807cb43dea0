"""Tests that the rate limiter keeps Telegram's limits, and that people go before broadcasts."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram_api.rate_limiter import DOUBT_SECONDS, EVERYTHING, GROUP_LIMIT, RateLimiter

ONE_MS = 1e-9


def _send(limiter: RateLimiter, chat: str, now: float, *, is_broadcast: bool = False) -> float:
    """Wait for room, take it, and return the moment of sending."""
    while True:
        wait = limiter.wait(chat, now)
        if is_broadcast:
            wait = max(wait, limiter.broadcast_wait(now))
        if wait <= ONE_MS:
            break
        now += wait
    limiter.take(chat, now, is_broadcast=is_broadcast)
    return now


def test_a_chat_may_burst_then_one_a_second() -> None:
    """A chat accepts three replies at once, then one a second."""
    limiter, times, now = RateLimiter(30, 28), [], 0.0
    for _ in range(6):
        now = _send(limiter, "7", now)
        times.append(round(now, 1))
    assert times[-1] >= 3.0
    assert times[2] < 1.0


def test_deliveries_to_one_chat_leave_one_a_second() -> None:
    """Deliveries to one chat leave one a second without a burst, because a refusal by Telegram costs more than a
    second."""
    limiter, now = RateLimiter(30, 28), 0.0
    for _ in range(3):
        now += limiter.delivery_wait("7", now)
        limiter.take("7", now, is_broadcast=True)
    assert 2.0 < now < 2.1
    assert limiter.delivery_wait("8", now) == 0.0


def test_a_group_gets_twenty_a_minute() -> None:
    """The twenty-first message to a group waits until the minute has passed."""
    limiter, now = RateLimiter(30, 28), 0.0
    for _ in range(GROUP_LIMIT):
        now = _send(limiter, "-100", now)
    assert _send(limiter, "-100", now) >= 60.0


def test_after_429_nothing_goes_to_that_chat_and_others_go_on() -> None:
    """A 429 closes its own chat, and other chats go on."""
    limiter = RateLimiter(30, 28)
    limiter.close("7", now=0.0, seconds=5)
    assert limiter.wait("7", 0.0) == 5.0
    assert limiter.wait("8", 0.0) == 0.0
    assert limiter.broadcast_wait(0.0) == 0.0


def test_two_chats_that_kept_to_their_limits_close_everything() -> None:
    """A second 429 for a delivery that kept to its limit, while the first counts, closes everything."""
    limiter = RateLimiter(30, 28)
    limiter.close("7", now=0.0, seconds=5, is_explained=False)
    limiter.close("8", now=1.0, seconds=9, is_explained=False)
    assert limiter.wait("9", 1.0) == 9.0
    assert limiter.broadcast_wait(1.0) == 9.0


def test_broadcasts_wait_to_see_whether_a_429_was_for_everything() -> None:
    """Broadcasts wait after a 429 as long as answers to requests under way may come; answers to people do not."""
    limiter = RateLimiter(30, 28)
    limiter.close("7", now=0.0, seconds=5, is_explained=False)
    assert DOUBT_SECONDS == limiter.broadcast_wait(0.0)
    assert 0.0 == limiter.wait("8", 0.0)
    assert 0.0 == limiter.broadcast_wait(DOUBT_SECONDS)


@pytest.mark.parametrize("chats", [("7", "8"), ("-7", "-8")], ids=["presses", "groups"])
def test_chats_that_met_their_own_limits_close_nothing_else(chats: tuple[str, str]) -> None:
    """Two people who press as fast as they can, or two busy groups, close only their own chats."""
    limiter = RateLimiter(30, 28)
    for chat in chats:
        limiter.close(chat, now=0.0, seconds=30, is_explained=not chat.startswith("-"))
    assert 0.0 == limiter.broadcast_wait(0.0)
    assert 0.0 == limiter.wait("9", 0.0)


def test_what_another_process_was_told_is_heeded_and_no_more() -> None:
    """Closures that another process stored are obeyed and no more: two closed chats close nothing else."""
    limiter = RateLimiter(30, 28)
    for _ in range(2):
        limiter.close_for("7", now=0.0, seconds=3000)
        limiter.close_for("8", now=0.0, seconds=5)
    assert 0.0 == limiter.broadcast_wait(0.0)
    limiter.close_for(EVERYTHING, now=0.0, seconds=5)
    assert 5.0 == limiter.broadcast_wait(0.0) == limiter.all_closed_for(0.0)


def test_a_person_does_not_wait_for_the_broadcast() -> None:
    """A reply does not wait for the rate that a fan-out has used up."""
    limiter, now = RateLimiter(1000, 28), 0.0
    limiter.take("1", now, is_broadcast=True)
    assert limiter.broadcast_wait(now) > 0.03
    assert limiter.wait("2", now) < 0.002


def test_a_short_delay_is_made_up_for_and_a_long_one_is_not() -> None:
    """A short delay is made up for: at 1000 a second six may go at once, and no more after a second of silence."""
    limiter, sent = RateLimiter(1000, 1000, chat_rate=1e6), 0
    while limiter.broadcast_wait(5.0) == 0:
        limiter.take("1", 5.0, is_broadcast=True)
        sent += 1
    assert sent == 6


@given(st.sampled_from([28, 30, 1000]), st.lists(st.floats(0, 0.05), min_size=1, max_size=200))
def test_whatever_the_delays_no_second_has_more_than_the_limit(rate: int, delays: list[float]) -> None:
    """No second has more than the limit, whatever the delays of timers and what is made up for them."""
    limiter, now, sent = RateLimiter(rate, rate, chat_rate=1e6), 1.0, list[float]()
    for delay in delays:
        now += delay
        while len(sent) < 2_500 and (wait := limiter.broadcast_wait(now)) <= delay:
            now += wait
            limiter.take("1", now, is_broadcast=True)
            sent.append(now)
    for number, begin in enumerate(sent):
        assert bisect_left(sent, begin + 1 - ONE_MS) - number <= rate


@given(st.sampled_from([28, 30, 1000]), st.floats(0, 0.5))
def test_what_was_written_after_its_turn_keeps_its_distance_from_the_next(rate: int, writing: float) -> None:
    """A message that left after its turn counts from when it left, for its distance to the next."""
    limiter, sent = RateLimiter(rate, rate, chat_rate=1e6), list[float]()
    limiter.take("1", 1.0, is_broadcast=True)
    now = 1.0 + writing
    limiter.leaves(now)
    while len(sent) <= rate:
        sent.append(now)
        now += limiter.broadcast_wait(now)
        limiter.take("1", now, is_broadcast=True)
        limiter.leaves(now)
    assert 1.0 <= sent[rate] - sent[0] + ONE_MS


def test_groups_that_were_quiet_for_a_minute_are_forgotten() -> None:
    """Groups without a message for a minute are forgotten, and others are not."""
    limiter = RateLimiter(1e6, 1e6, chat_rate=1e6)
    for number in range(20_000):
        limiter.take(f"-{number}", 0.0, is_broadcast=True)
    for number in range(20_000, 31_000):
        limiter.take(f"-{number}", 120.0, is_broadcast=True)
    assert len(limiter._groups) <= 12_000
    assert "-30999" in limiter._groups
