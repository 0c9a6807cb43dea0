"""Tests that what cannot be sent or fails is put back together, in one commit for a round."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from alerts.errors import DeliveryError, Migrated, RecipientGone, Temporary, Throttled, TopicGone, Unavailable
from alerts.ports import Storage, UnitOfWork
from tests.bot.outbox_world import SHOPS, START, World, open_world

FEW = 4  # commits: a mark, the rows that were put back or failed, and a query for more


class Counted:
    """A storage that counts its commits, and may refuse some of them."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.commits = 0
        self.refused = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._storage, name)

    @asynccontextmanager
    async def transaction(self, *, is_urgent: bool = False, only_marks: bool = False) -> AsyncIterator[UnitOfWork]:
        if self.refused > 0:
            self.refused -= 1
            raise Unavailable("the disk is full")
        self.commits += 1
        async with self._storage.transaction(is_urgent=is_urgent, only_marks=only_marks) as uow:
            yield uow


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A world with an alert that was just sent to every shop, and a message to its sender."""
    async with open_world(tmp_path) as opened:
        yield opened


async def test_who_paused_is_put_aside_with_all_others(world: World) -> None:
    """All recipients who paused are held in one commit, however many they are."""
    counted = Counted(world.storage)
    async with world.storage.transaction() as uow:
        for number in range(1, SHOPS + 1):
            member = await uow.members.by_ref("telegram", str(number))
            assert member is not None
            await uow.members.save(replace(member, paused_until=START + timedelta(hours=1)))
    await world.outbox(storage=cast("Storage", counted), rate=1_000).round()
    assert counted.commits <= FEW
    assert [] == world.messenger.recipients()
    async with world.storage.reading() as uow:
        assert SHOPS == (await uow.deliveries.depth(START)).held


@pytest.mark.parametrize(
    "error",
    [Throttled(9.0), Temporary(), RecipientGone("blocked"), Migrated("-5"), TopicGone("gone")],
    ids=lambda error: type(error).__name__,
)
async def test_what_does_not_arrive_is_stored_together(world: World, error: DeliveryError) -> None:
    """Failures are stored in one commit, with what was learned of each address; when the database is away they are
    stored later."""
    world.messenger.answer = lambda _ref: error
    counted = Counted(world.storage)
    outbox = world.outbox(storage=cast("Storage", counted), rate=1_000)
    await outbox.round()
    await asyncio.gather(*outbox.under_way)
    outbox.may_claim = False
    counted.refused, counted.commits = 1, 0
    with pytest.raises(Unavailable):
        await outbox.round()
    assert outbox.in_flight >= SHOPS
    await outbox.round()
    assert (1, 0) == (counted.commits, outbox.in_flight)
    async with world.storage.reading() as uow:
        assert 0 == (await uow.deliveries.depth(START)).sending
