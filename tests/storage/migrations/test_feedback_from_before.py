"""Tests that nobody is asked about a report that was closed before there was a question."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from alerts.ids import ReportId
from storage import open_storage
from storage.database.database import Database
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from tests.storage.upgrading import scripts_before

LATER = datetime(2026, 3, 1, tzinfo=UTC)
# Closed, open, and closed by somebody who was erased since.
REPORTS = (("closed", "7", "'2026-01-02'"), ("received", "7", "NULL"), ("closed", "NULL", "'2026-01-02'"))


@pytest.fixture
async def earlier(url: str, query: Callable[[str], list[Any]], tmp_path: Path) -> str:
    """A database of the schema before, with these reports."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    before = await asyncio.to_thread(scripts_before, "feedback", tmp_path)
    await migrate(_database(url), is_owner=True, scripts=before)
    query("INSERT INTO members (id, language, muted, created_at) VALUES (7, 'nl', '', '2026-01-01')")
    columns = "number, kind, state, member_id, content, is_confirmed, created_at, closed_at, outcome, version"
    for at, (state, member, closed_at) in enumerate(REPORTS, start=1):
        row = f"'M-{at}', 'robbery', '{state}', {member}, '{{}}', true, '2026-01-01', {closed_at}, 'handled', 1"
        query(f"INSERT INTO reports ({columns}) VALUES ({row})")  # noqa: S608 -- values of this test
    return url


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


async def test_what_was_closed_before_counts_as_asked(earlier: str) -> None:
    """A report that was closed has an entry without an answer from when it was; an open one is asked about later."""
    storage = await open_storage(earlier, owner=True)
    async with storage.reading() as uow:
        found = [await uow.feedbacks.get(ReportId(at)) for at in range(1, len(REPORTS) + 1)]
        due = list(await uow.feedbacks.unasked(LATER, 9))
    await storage.close()
    assert [] == due
    assert [True, False, False] == [one is not None for one in found]
    assert found[0] is not None
    assert (7, datetime(2026, 1, 2, tzinfo=UTC), None) == (found[0].member_id, found[0].asked_at, found[0].is_satisfied)
