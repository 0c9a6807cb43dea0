"""Tests of the send queue: classes have guaranteed shares, whatever waits and however long."""

import asyncio
from collections import Counter
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.delivery import Priority
from bot.telegram_api.rate_limiter import EVERYTHING, RateLimiter
from bot.telegram_api.send_queue import SendClass, SendQueue, class_of
from tests.patience import PATIENCE

FAST = 400.0  # a second, so that a test is short


class Departures:
    """A record of messages that wait, each for a chat of its own, and of the order in which they left."""

    def __init__(self, limiter: RateLimiter) -> None:
        self.queue = SendQueue(limiter)
        self.left: list[SendClass] = []
        self._tasks: list[asyncio.Task[None]] = []

    def wait(self, send_class: SendClass, many: int) -> None:
        """Let this number of messages wait."""
        for _ in range(many):
            self._tasks.append(asyncio.create_task(self._go(send_class, str(len(self._tasks) + 1))))

    async def until(self, send_class: SendClass, many: int) -> None:
        """Wait until this number of messages of this class left."""
        async with asyncio.timeout(PATIENCE):
            while self.left.count(send_class) < many:  # noqa: ASYNC110
                await asyncio.sleep(0.001)

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _go(self, send_class: SendClass, chat: str) -> None:
        is_delivery = send_class in (SendClass.P1, SendClass.PERSON, SendClass.NOTICE)
        assert await self.queue.acquire_slot(chat, send_class, is_delivery=is_delivery) == 0
        self.left.append(send_class)


@pytest.mark.parametrize("before", [SendClass.NOTICE, SendClass.STRANGER, SendClass.PERSON, SendClass.ANSWER])
async def test_a_p1_overtakes_all_that_waits(before: SendClass) -> None:
    """A P1 leaves before everything that waits; only answers to people keep their tenth."""
    departures = Departures(RateLimiter(FAST, FAST, chat_rate=1e6))
    departures.wait(before, 300)
    await departures.until(before, 1)
    begun = len(departures.left)
    departures.wait(SendClass.P1, 60)
    await departures.until(SendClass.P1, 60)
    overtook = Counter(departures.left[begun:])
    people = before in (SendClass.PERSON, SendClass.ANSWER)
    assert overtook[before] <= (30 if people else 10), "of three hundred"
    await departures.end()


async def test_answers_keep_their_share_during_a_p1() -> None:
    """During a P1 answers get a tenth of the rate."""
    departures = Departures(RateLimiter(FAST, FAST, chat_rate=1e6))
    departures.wait(SendClass.P1, 400)
    await departures.until(SendClass.P1, 1)
    departures.wait(SendClass.ANSWER, 20)
    await departures.until(SendClass.ANSWER, 20)
    assert departures.left.count(SendClass.P1) < 400
    await departures.end()


async def test_notices_keep_their_share_and_strangers_come_last() -> None:
    """Notices keep their share however many members ask; strangers leave when nobody else waits, and few leave before
    notices."""
    departures = Departures(RateLimiter(FAST, FAST, chat_rate=1e6))
    for send_class in (SendClass.ANSWER, SendClass.STRANGER, SendClass.NOTICE):
        departures.wait(send_class, 100)
    await departures.until(SendClass.ANSWER, 100)
    while_members_wait = Counter(departures.left)
    assert while_members_wait[SendClass.NOTICE] >= 25
    assert while_members_wait[SendClass.STRANGER] <= 10  # those from before the others came
    await departures.until(SendClass.NOTICE, 100)
    assert departures.left.count(SendClass.STRANGER) <= 25
    await departures.until(SendClass.STRANGER, 100)
    await departures.end()


async def test_a_chat_that_is_full_or_closes_goes_back_and_holds_up_nobody() -> None:
    """A message whose chat is full or closes is put back, and those of its class behind it leave."""
    limiter = RateLimiter(20, 20)
    queue = SendQueue(limiter)
    assert 0 == await queue.acquire_slot("1", SendClass.NOTICE, is_delivery=True)
    again = await queue.acquire_slot("1", SendClass.NOTICE, is_delivery=True)
    assert 0.5 < again < 1.1
    first, second = [asyncio.create_task(queue.acquire_slot(chat, SendClass.NOTICE, is_delivery=True)) for chat in "23"]
    await asyncio.sleep(0)
    limiter.close("2", monotonic(), seconds=30)
    async with asyncio.timeout(PATIENCE):
        assert 29 < await first
        assert 0 == await second


async def test_who_gives_up_leaves_no_hole() -> None:
    """A message that is cancelled takes no turn."""
    departures = Departures(RateLimiter(50, 50, chat_rate=1e6))
    departures.wait(SendClass.NOTICE, 30)
    await asyncio.sleep(0)
    for task in departures._tasks[1:29]:
        task.cancel()
    await departures.until(SendClass.NOTICE, 2)
    assert departures.queue.waiting(SendClass.NOTICE) == 0
    await departures.end()


async def test_nobody_leaves_while_everything_is_closed() -> None:
    """While everything is closed nothing leaves, and messages are put back, so that their permission is checked
    again."""
    limiter = RateLimiter(20, 20)
    queue = SendQueue(limiter)
    assert 0 == await queue.acquire_slot("1", SendClass.ANSWER, is_delivery=False)
    waiting = [asyncio.create_task(queue.acquire_slot(str(one), one, is_delivery=False)) for one in SendClass]
    await asyncio.sleep(0)
    limiter.close_for(EVERYTHING, monotonic(), 600)
    async with asyncio.timeout(PATIENCE):
        assert min(await asyncio.gather(*waiting)) > 500


@given(st.sampled_from(list(Priority)))
@settings(max_examples=20)
def test_each_priority_has_its_class(priority: Priority) -> None:
    """Each priority of a delivery belongs to a send class."""
    expected = {Priority.P1: SendClass.P1, Priority.PERSON: SendClass.PERSON}
    assert class_of(priority) is expected.get(priority, SendClass.NOTICE)


async def test_each_class_gets_its_share_while_a_p1_goes_out_and_members_are_answered() -> None:
    """Each class gets its share during a P1 with answers to members: cards for approvals still leave, and the P1 is
    hardly slower."""
    departures = Departures(RateLimiter(FAST, FAST, chat_rate=1e6))
    for send_class in (SendClass.P1, SendClass.ANSWER, SendClass.PERSON, SendClass.NOTICE):
        departures.wait(send_class, 800)
    await departures.until(SendClass.P1, 400)
    left = Counter(departures.left)
    assert left[SendClass.PERSON] >= 20
    assert left[SendClass.NOTICE] >= 10
    assert left[SendClass.ANSWER] >= 40
    assert left.total() <= 400 * 1.5
    await departures.end()
