"""WriterQueue: in order of arrival, but who is urgent waits for one other at most."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from storage.database.writer_queue import WriterQueue


async def _orders(is_urgent: list[bool], gives_up: set[int]) -> list[int]:
    """Return the order in which those who came while another had the turn get it."""
    turns, had = WriterQueue(), list[int]()
    await turns.acquire()

    async def wait(number: int, *, urgent: bool) -> None:
        await turns.acquire(is_urgent=urgent)
        had.append(number)
        await asyncio.sleep(0)
        turns.release()

    waiting = [asyncio.create_task(wait(number, urgent=one)) for number, one in enumerate(is_urgent)]
    await asyncio.sleep(0)
    for number in gives_up:
        waiting[number].cancel()
    turns.release()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert not turns._is_taken
    return had


@given(st.integers(0, 20), st.sets(st.integers(0, 19)))
def test_everybody_gets_it_in_order_but_who_gave_up(many: int, gives_up: set[int]) -> None:
    """All writers get their turn in order, except those who stopped waiting."""
    gone = {one for one in gives_up if one < many}
    assert [one for one in range(many) if one not in gone] == asyncio.run(_orders([False] * many, gone))


@given(st.integers(1, 20))
def test_who_is_urgent_waits_for_one(many: int) -> None:
    """An urgent writer waits for one other, however many wait; the others go on in order."""
    had = asyncio.run(_orders([*[False] * many, True], set()))
    assert had == [0, many, *range(1, many)]


async def test_a_turn_that_meets_a_cancellation_is_handed_on() -> None:
    """A turn that was given to a cancelled writer passes to the next."""
    turns = WriterQueue()
    await turns.acquire()
    first, second = [asyncio.create_task(turns.acquire()) for _ in range(2)]
    await asyncio.sleep(0)
    turns.release()
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    await second
    turns.release()
    await turns.acquire()
