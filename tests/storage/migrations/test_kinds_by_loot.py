"""Tests that reports from before the rule about loot get the kind that the rule gives them."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alerts.ids import ReportId
from alerts.report import ReportKind
from storage import open_storage
from storage.database.database import Database
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from tests.storage.upgrading import scripts_before

# The kind and the content as they were stored, and the kind by the rule.
REPORTS: list[tuple[str, dict[str, str | None], ReportKind]] = [
    ("robbery_attempt", {"loot_type": "cash", "what": "Niet veel."}, ReportKind.ROBBERY),
    ("robbery_attempt", {"loot_type": "none"}, ReportKind.ROBBERY_ATTEMPT),
    ("robbery_attempt", {"loot_type": None}, ReportKind.ROBBERY_ATTEMPT),
    ("robbery_attempt", {}, ReportKind.ROBBERY_ATTEMPT),
    ("robbery", {"loot_type": "none"}, ReportKind.ROBBERY_ATTEMPT),
    ("robbery", {"loot_type": "tobacco"}, ReportKind.ROBBERY),
    ("robbery", {"loot_type": None}, ReportKind.ROBBERY),
    ("reconnaissance", {"loot_type": "cash"}, ReportKind.RECONNAISSANCE),
    ("suspicious_situation", {"loot_type": "none"}, ReportKind.SUSPICIOUS_SITUATION),
]


@pytest.fixture
async def earlier(url: str, query: Callable[[str], list[Any]], tmp_path: Path) -> str:
    """A database of the schema before the rule, with these reports."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    before = await asyncio.to_thread(scripts_before, "kinds_by_loot", tmp_path)
    await migrate(_database(url), is_owner=True, scripts=before)
    rows = ", ".join(
        f"('M-2026-{at:04d}', '{kind}', 'received', '{json.dumps(content)}', true, '2026-01-01', 1)"
        for at, (kind, content, _) in enumerate(REPORTS, start=1)
    )
    columns = "number, kind, state, content, is_confirmed, created_at, version"
    query(f"INSERT INTO reports ({columns}) VALUES {rows}".replace(":", r"\:"))  # noqa: S608
    return url


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


async def test_what_was_taken_decides_the_kind_of_stored_reports(earlier: str) -> None:
    """A stored attempt with loot is a robbery and a robbery without is an attempt; every other kind, and all that was
    told, stays as it was."""
    storage = await open_storage(earlier, owner=True)
    async with storage.reading() as uow:
        found = [await uow.reports.get(ReportId(at)) for at in range(1, len(REPORTS) + 1)]
    await storage.close()
    assert [kind for *_, kind in REPORTS] == [one.kind for one in found]
    assert [content.get("loot_type") for _, content, _ in REPORTS] == [one.content.loot_type for one in found]
    assert "Niet veel." == found[0].content.what
