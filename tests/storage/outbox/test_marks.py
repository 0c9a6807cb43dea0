"""Tests of marks by several processes on one server: they settle in parallel, claim one after another, and exclude
writers."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest

from alerts.delivery import NewDelivery, Notice, Sent
from alerts.ids import AlertId, DeliveryId
from alerts.member import Member
from alerts.ports import Storage
from tests.patience import PATIENCE
from tests.storage.claiming import LEASE
from tests.storage.waiting import somebody_waits

NewMember = Callable[..., Awaitable[Member]]
Query = Callable[[str], list[Any]]


@pytest.fixture
def url(postgres_url: str) -> str:
    """The address of a copy of an empty database on a server."""
    return postgres_url


@pytest.fixture
async def alert(
    storage: Storage, new_member: NewMember, new_live_alert: Callable[..., Awaitable[Any]], now: datetime
) -> AlertId:
    """Four rows that wait, of one alert."""
    revision = await new_live_alert()
    rows = [
        NewDelivery(f"{number}", (await new_member()).address.id, Notice("x"), now + LEASE, alert_id=revision.alert_id)
        for number in range(4)
    ]
    async with storage.transaction() as uow:
        assert 4 == await uow.deliveries.enqueue(rows, now)
    found: AlertId = revision.alert_id
    return found


async def _claim(storage: Storage, limit: int, now: datetime) -> list[DeliveryId]:
    async with storage.transaction(only_marks=True) as uow:
        return await uow.deliveries.claim(limit, storage.owner, LEASE, now)


async def _settle(storage: Storage, ids: list[DeliveryId], now: datetime) -> None:
    async with storage.transaction(only_marks=True) as uow:
        await uow.deliveries.settle_sent([(one, Sent("1", "1")) for one in ids], now)


async def test_one_settles_while_another_does(storage: Storage, other: Storage, alert: AlertId, now: datetime) -> None:
    """Two processes settle rows of the same alert without waiting for each other's commit, and the alert is marked for
    counting."""
    mine, theirs = await _claim(storage, 2, now), await _claim(other, 2, now)
    await _settle(storage, mine[:1], now)
    async with asyncio.timeout(PATIENCE), storage.transaction(only_marks=True) as uow:
        await uow.deliveries.settle_sent([(mine[1], Sent("1", "1"))], now)
        await _settle(other, theirs, now)
    async with storage.reading() as uow:
        assert [alert] == await uow.deliveries.to_recount()
        assert 0 == (await uow.deliveries.depth(now)).sending


async def test_one_claims_after_another(
    storage: Storage, other: Storage, alert: AlertId, now: datetime, query: Query
) -> None:
    """The second claim sees the marks of the first, and takes the rest."""
    async with storage.transaction(only_marks=True) as uow:
        mine = await uow.deliveries.claim(2, storage.owner, LEASE, now)
        second = asyncio.create_task(_claim(other, 4, now))
        await somebody_waits(query)
        assert not second.done()
    theirs = await second
    assert (2, 2) == (len(mine), len(theirs))
    assert set(mine).isdisjoint(theirs)


async def test_a_writer_waits_for_marks_and_marks_for_a_writer(
    storage: Storage, other: Storage, alert: AlertId, now: datetime, query: Query
) -> None:
    """Marks and writers exclude each other, so rows that a handler skips are under way in no process."""
    async with storage.transaction(only_marks=True) as uow:
        await uow.deliveries.claim(1, storage.owner, LEASE, now)
        skipping = asyncio.create_task(_skip(other, now))
        await somebody_waits(query)
        assert not skipping.done()
    assert 3 == await skipping
    async with other.transaction() as uow:
        assert 3 == (await uow.deliveries.depth(now)).queued
        claiming = asyncio.create_task(_claim(storage, 4, now))
        await somebody_waits(query)
        assert not claiming.done()
    assert 3 == len(await claiming)


async def _skip(storage: Storage, now: datetime) -> int:
    async with storage.transaction() as uow:
        return (await uow.deliveries.depth(now)).queued


async def test_a_chat_found_open_during_a_claim_ends_nobody(
    storage: Storage, other: Storage, alert: AlertId, now: datetime, query: Query
) -> None:
    """A change to waiting rows waits for a claim, so that the two cause no deadlock."""

    async def release() -> int:
        async with other.transaction(only_marks=True) as uow:
            await uow.closures.remove("1001")
            return await uow.deliveries.release_closed(now)

    async with asyncio.timeout(PATIENCE), storage.transaction(only_marks=True) as uow:
        await uow.deliveries.claim(1, storage.owner, LEASE, now)
        releasing = asyncio.create_task(release())
        await somebody_waits(query)
        await uow.deliveries.claim(2, storage.owner, LEASE, now)
    assert 0 == await releasing
