"""Tests of late deliveries, and of deliveries with a time that a wrong clock gave them."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from alerts.delivery import NewDelivery, Notice, Outcome, Priority, Retry
from alerts.member import Member
from alerts.ports import Storage
from tests.storage.claiming import claim

NewMember = Callable[..., Awaitable[Member]]
MINUTE, JUMP = timedelta(minutes=1), timedelta(days=400)


async def _queue(storage: Storage, member: Member, at: datetime, priority: Priority = Priority.PERSON) -> None:
    key, deadline = f"{priority}:{member.id}:{at}", at + 2 * JUMP
    async with storage.transaction() as uow:
        row = NewDelivery(key, member.address.id, Notice("receipt", {"alert": 1}), deadline, priority=priority)
        assert 1 == await uow.deliveries.enqueue([row], at)


async def test_what_is_due_is_told_by_priority(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Due rows are reported by priority: ready, put back and under way; rows that wait for their time are not."""
    whom = {priority: await new_member() for priority in Priority}
    for minutes, (priority, member) in enumerate(whom.items(), 1):
        await _queue(storage, member, now - minutes * MINUTE, priority)
    async with storage.transaction() as uow:
        p1, card = await claim(uow, 2, "owner", now)
        await uow.deliveries.settle(p1.id, Retry(now + MINUTE), now)
    since = {priority: now - minutes * MINUTE for minutes, priority in enumerate(whom, 1)}
    since.pop(Priority.P1)
    async with storage.reading() as uow:
        assert since == await uow.deliveries.due(now)
        assert {Priority.P1: now + MINUTE} == {
            one: at for one, at in (await uow.deliveries.due(now + MINUTE)).items() if one not in since
        }
        assert now - MINUTE == await uow.deliveries.late_p1(now, now - MINUTE)
        assert await uow.deliveries.late_p1(now, now - 2 * MINUTE) is None
    assert card.priority is Priority.PERSON


async def test_a_p1_that_is_dated_ahead_is_late(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A P1 that is dated far ahead is late; a little ahead is the clock of another process."""
    await _queue(storage, await new_member(), now + MINUTE, Priority.P1)
    async with storage.reading() as uow:
        assert await uow.deliveries.late_p1(now, now - MINUTE) is None
    await _queue(storage, await new_member(), now + JUMP, Priority.P1)
    async with storage.reading() as uow:
        assert now - MINUTE == await uow.deliveries.late_p1(now, now - MINUTE)


@pytest.mark.parametrize(
    ("outcome", "is_misdated"),
    [
        (lambda now: Retry(now + JUMP), True),  # stored while the clock was ahead
        (lambda now: Retry(now + JUMP, is_fault=False), True),
        (lambda now: Retry(now + 15 * MINUTE), False),
        (lambda now: Retry(now + 15 * MINUTE, is_fault=False), False),
        (lambda now: Retry(now + 60 * MINUTE, is_fault=False), False),  # for a chat with many waiting messages
    ],
)
async def test_what_was_put_back_by_a_clock_ahead_is_due_when_it_is_right(
    storage: Storage,
    now: datetime,
    new_member: NewMember,
    *,
    outcome: Callable[[datetime], Outcome],
    is_misdated: bool,
) -> None:
    """A row whose time no retry would give is due when the clock is right again; an ordinary wait is left alone."""
    await _queue(storage, await new_member(), now)
    async with storage.transaction() as uow:
        (one,) = await claim(uow, 1, "owner", now)
        await uow.deliveries.settle(one.id, outcome(now), now)
    async with storage.transaction() as uow:
        assert int(is_misdated) == await uow.deliveries.misdated(now)
        assert int(is_misdated) == await uow.deliveries.release_misdated(now)
        assert 0 == await uow.deliveries.misdated(now)
        assert int(is_misdated) == len(await claim(uow, 1, "owner", now))


async def test_who_paused_for_long_is_not_misdated(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A long pause is the member's own time, and stays."""
    await _queue(storage, await new_member(), now)
    async with storage.transaction() as uow:
        (one,) = await claim(uow, 1, "owner", now)
        await uow.deliveries.hold(one.id, now + JUMP, "paused")
        assert (0, 0) == (await uow.deliveries.misdated(now), await uow.deliveries.release_misdated(now))
