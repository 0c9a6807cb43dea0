"""Tests of the rates of one bot, shared by several processes."""

import asyncio
from typing import cast

import pytest

from alerts.ports import Standing
from bot.outgoing.in_flight_window import InFlightWindow
from bot.outgoing.outbox import Outbox
from bot.outgoing.rate_shares import RateShares
from bot.telegram_api.rate_limiter import RateLimiter

STEP = 0.001  # seconds


class _Outbox:
    """An outbox as far as rate shares use it."""

    def __init__(self) -> None:
        self.may_claim = True
        self.is_among_others = False
        self.with_groups = True
        self.woken = asyncio.Event()

    def wake(self) -> None:
        self.woken.set()


def _greedy(limiters: list[RateLimiter], seconds: int) -> list[int]:
    """Return how many broadcasts are sent in each step when every process always has something to send."""
    sent = []
    for step in range(int(seconds / STEP)):
        now, count = step * STEP, 0
        for number, limiter in enumerate(limiters):
            while limiter.broadcast_wait(now) == 0:
                limiter.take(f"{number}-{step}-{count}", now, is_broadcast=True)
                count += 1
        sent.append(count)
    return sent


@pytest.mark.parametrize("rate", [28, 100])
@pytest.mark.parametrize("processes", [1, 2, 3, 5])
def test_together_they_send_no_more_than_one_may(rate: int, processes: int) -> None:
    """All processes together send no more than one may in any second, and not much less, because a share is in whole
    messages."""
    limiters = [RateLimiter(rate + 2, rate) for _ in range(processes)]
    for number, limiter in enumerate(limiters):
        limiter.share(processes, leads=number == 0)
    sent = _greedy(limiters, 5)
    a_second = int(1 / STEP)
    most = max(sum(sent[first : first + a_second]) for first in range(len(sent) - a_second))
    assert most <= rate
    assert sum(sent) / 5 > 0.85 * rate


def test_what_is_left_for_people_has_the_leader() -> None:
    """The leader has the rate for answers to people, and other processes answer nobody."""
    leader, other = RateLimiter(30, 28), RateLimiter(30, 28)
    leader.share(2, leads=True)
    other.share(2, leads=False)
    for limiter, at_once in ((leader, True), (other, False)):
        while limiter.broadcast_wait(0) == 0:
            limiter.take("shop", 0, is_broadcast=True)
        assert (limiter.wait("person", 0.065) == 0) is at_once


def test_a_newcomer_waits_until_the_others_know_of_it() -> None:
    """A new process waits until the others know of it; a process alone does not wait, and one that took its place again
    is new."""
    outbox = _Outbox()
    shared = list[bool]()

    def share(*, with_others: bool) -> None:
        shared.append(with_others)

    shares = RateShares(RateLimiter(30, 28), InFlightWindow(28), cast(Outbox, outbox), share_updates=share)
    two = Standing(is_leader=False, alive=2)
    seen = []
    for standing in (two, two, two, None, two, two, two, Standing(is_leader=True, alive=1)):
        shares.update(standing)
        seen.append(outbox.may_claim)
    assert seen == [False, False, True, False, False, False, True, True]
    assert shared == [True] * 6 + [False]
    alone = _Outbox()
    RateShares(RateLimiter(30, 28), InFlightWindow(28), cast(Outbox, alone), share_updates=share).update(
        Standing(is_leader=True, alive=1)
    )
    assert alone.may_claim
    assert alone.woken.is_set()
