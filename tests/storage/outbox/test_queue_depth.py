"""Tests of the count of waiting deliveries."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from alerts.delivery import NewDelivery, Notice, Sent
from alerts.member import Member
from alerts.ports import QueueDepth, Storage
from storage.outbox.counts import UNDER_WAY, waiting
from tests.sqlite import make_database
from tests.storage.claiming import claim


async def test_what_waits_is_counted_by_state(
    storage: Storage, now: datetime, new_member: Callable[..., Awaitable[Member]]
) -> None:
    """Waiting rows are counted by state, sent ones are not; the oldest that is due counts from when it was queued."""
    both = [(await new_member()).address.id for _ in range(2)]
    notice, deadline = Notice("receipt", {"alert": 1}), now + timedelta(days=1)
    rows = [NewDelivery(key, to, notice, deadline) for key, to in zip("abcdefg", cycle(both), strict=False)]
    async with storage.transaction() as uow:
        await uow.deliveries.enqueue(rows[:4], now)
        await uow.deliveries.enqueue(rows[4:], now + timedelta(hours=1))
        claimed = await claim(uow, 2, "owner", now)
        await uow.deliveries.settle(claimed[0].id, Sent("1", "1"), now)
    async with storage.reading() as uow:
        assert QueueDepth(queued=2, held=3, sending=1, oldest_due=now) == await uow.deliveries.depth(
            now + timedelta(minutes=1)
        )
        later = await uow.deliveries.depth(now - timedelta(minutes=1))
        assert QueueDepth(queued=0, held=5, sending=1, oldest_due=None) == later


@pytest.mark.parametrize(
    ("statement", "index"),
    [(waiting(datetime(2026, 1, 14)), "ix_deliveries_due"), (UNDER_WAY, "ix_deliveries_busy")],  # noqa: DTZ001 -- unread
    ids=["waiting", "under way"],
)
async def test_counting_looks_at_what_is_open_only(tmp_path: Path, statement: sa.Executable, index: str) -> None:
    """Counting reads an index of open rows, so that a scrape costs the same after a million messages."""
    file = tmp_path / "x.db"
    await make_database(file)
    assert isinstance(statement, sa.Select)
    compiled = str(statement.compile(dialect=sqlite.dialect()))
    with closing(sqlite3.connect(file)) as database:
        placeholders = [""] * compiled.count("?")
        (step,) = database.execute(f"EXPLAIN QUERY PLAN {compiled}", placeholders).fetchall()
    assert index in step[3]
