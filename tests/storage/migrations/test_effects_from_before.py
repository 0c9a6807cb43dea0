"""Tests that notices from before effects were counted get theirs, as far as their days are not over."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from alerts.effect import due_at
from storage import open_storage
from storage.database.database import Database
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from tests.storage.upgrading import scripts_before

ZONE = ZoneInfo("Europe/Amsterdam")
# The state, the kind, whether it is a drill, and how many days ago it was sent (None: never).
ALERTS = [
    ("live", "robbery", "false", 1),
    ("ended", "reconnaissance", "false", 29),
    ("ended", "robbery", "false", 31),
    ("retracted", "robbery", "false", 1),
    ("live", "robbery", "true", 1),
    ("live", "prevention", "false", 1),
    ("draft", "robbery", "false", None),
]
COLUMNS = (
    "id, number, state, version, author_id, content, kind, severity, tlp, is_drill, reach_m, until, created_at, sent_at"
)


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


def _text(at: datetime) -> str:
    """Return a moment as a statement has it; a colon would begin the name of a value."""
    return f"{at:%Y-%m-%d %H:%M:%S}".replace(":", r"\:")


@pytest.fixture
async def earlier(url: str, query: Callable[[str], list[Any]], tmp_path: Path) -> tuple[str, datetime]:
    """A database of the schema before effects, with these notices; and the moment from which their days count."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    before = await asyncio.to_thread(scripts_before, "effects_of_notices", tmp_path)
    await migrate(_database(url), is_owner=True, scripts=before)
    now = datetime.now(UTC).replace(microsecond=0)
    query("INSERT INTO members (id, language, muted, created_at) VALUES (5, 'nl', '', '2026-01-01')")
    for at, (state, kind, is_drill, ago) in enumerate(ALERTS, 1):
        sent = "NULL" if ago is None else f"'{_text(now - timedelta(days=ago))}'"
        values = f"{at}, '2026-{at}', '{state}', 1, 5, '', '{kind}', 'P2', 'TLP\\:AMBER', {is_drill}, 1000"
        query(f"INSERT INTO alerts ({COLUMNS}) VALUES ({values}, '2026-01-01', '2026-01-01', {sent})")  # noqa: S608
    return url, now


async def test_notices_of_the_last_thirty_days_are_expected(earlier: tuple[str, datetime]) -> None:
    """Those about something that happened, and not retracted, are due on the day that they would have had; none
    twice, none of before."""
    url, now = earlier
    storage = await open_storage(url, owner=True)
    async with storage.reading() as uow:
        expected = [(2, due_at(now - timedelta(days=29), ZONE)), (1, due_at(now - timedelta(days=1), ZONE))]
        for number, due in expected:
            assert number in await uow.effects.due(due, 9)
            assert number not in await uow.effects.due(due - timedelta(seconds=1), 9)
        assert [2, 1] == list(await uow.effects.due(now + timedelta(days=99), 9))
    await storage.close()
