"""Tests that a file shrinks when much of its content is removed, and that retention needs little memory for it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite

from alerts.ports import Storage
from alerts.retention import Kind, Retention
from alerts.services.privacy.apply_retention import apply_retention, what_is_due
from storage import open_storage
from storage.database.free_space import INCREMENTAL, make_shrinkable
from storage.database.sqlite import SqliteFile
from storage.migrations import SCRIPTS, migrate
from storage.privacy.retention import wanted
from tests.sqlite import make_database

NOW = datetime(2026, 7, 14, 3, tzinfo=UTC)
MANY = 12_000  # rows: some megabytes of them


def _pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _bytes(path: Path) -> int:
    return path.stat().st_size


def _fill(url: str, query: Callable[[str], list[Any]]) -> None:
    """Insert notices of half a year ago that are about no alert."""
    series, old = f"generate_series(1, {MANY}) AS s(i)", "2026-01-14 15:00:00+00"
    if url.startswith("sqlite"):
        numbers = f"WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {MANY})"  # noqa: S608
        series, old = f"({numbers} SELECT i FROM s)", "2026-01-14 15:00:00.000000"  # noqa: S608
    query("INSERT INTO addresses (channel, ref, is_active) VALUES ('telegram', '1', TRUE)")
    query(
        "INSERT INTO deliveries (effect_key, address_id, operation, distance_sq, priority, state, reason, detail,"  # noqa: S608
        " due_at, deadline, on_unknown, attempts, created_at, settled_at)"
        f" SELECT 'a long key, so that it takes room:' || i, 1, 'send', i, '2-p2', 'sent', '', '',"
        f" '{old}', '{old}', 'resend', 0, '{old}', '{old}' FROM {series}"
    )


async def test_what_retention_frees_goes_back_to_the_disk(
    storage: Storage, url: str, query: Callable[[str], list[Any]]
) -> None:
    """A dry run counts what would be removed, and retention then returns the space to the disk; a server keeps its
    space."""
    _fill(url, query)
    keep = Retention()
    due = await what_is_due(storage, keep, NOW)
    assert MANY == due["deliveries"]
    if not url.startswith("sqlite"):
        assert due == await apply_retention(storage, keep, NOW)
        return
    path = Path(url.removeprefix("sqlite:///"))
    pages = _pragma(path, "page_count")
    assert due == await apply_retention(storage, keep, NOW)
    await storage.close()
    assert pages * 0.6 > _pragma(path, "page_count")
    assert _bytes(path) == _pragma(path, "page_count") * _pragma(path, "page_size")


async def test_a_new_file_can_give_pages_back(tmp_path: Path) -> None:
    """A new file can return pages, from its first page on."""
    await (await open_storage(f"sqlite:///{tmp_path}/new.db", owner=True)).close()
    assert INCREMENTAL == _pragma(tmp_path / "new.db", "auto_vacuum")


async def test_a_file_from_before_is_rebuilt_at_the_upgrade(tmp_path: Path) -> None:
    """An older file is rebuilt at the upgrade, with all its content."""
    path, old = tmp_path / "old.db", tmp_path / "scripts"
    shutil.copytree(SCRIPTS, old, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]*", "00[1-9]*"))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE first (n); DROP TABLE first")
    await migrate(SqliteFile(path), is_owner=True, scripts=old)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA auto_vacuum=NONE")
        connection.execute("VACUUM")
        connection.execute("INSERT INTO members (id, language, muted, created_at) VALUES (7, 'nl', '', '2026-01-01')")
        connection.commit()
    assert 0 == _pragma(path, "auto_vacuum")
    storage = await open_storage(f"sqlite:///{path}", owner=True)
    assert [] == await storage.problems()
    await storage.close()
    assert INCREMENTAL == _pragma(path, "auto_vacuum")
    with closing(sqlite3.connect(path)) as connection:
        assert [(7,)] == connection.execute("SELECT id FROM members").fetchall()


def test_without_room_on_the_disk_a_file_stays_as_it_is(tmp_path: Path) -> None:
    """Without space on the disk an older file is not rebuilt; it works as before, and keeps its size."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE first (n)")
    assert not make_shrinkable(path, free_bytes=path.stat().st_size)
    assert 0 == _pragma(path, "auto_vacuum")
    assert make_shrinkable(path)


@pytest.mark.parametrize("kind", Kind)
async def test_nothing_is_sorted_to_find_what_is_due(tmp_path: Path, kind: Kind) -> None:
    """Finding rows for retention sorts nothing in SQLite, where a year of rows would be held in memory; a server limits
    its own memory."""
    path = tmp_path / "wees-alert.db"
    await make_database(path)
    statement = wanted(kind, NOW - timedelta(days=30), 5_000)
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with closing(sqlite3.connect(path)) as connection:
        plan = [step[3] for step in connection.execute(f"EXPLAIN QUERY PLAN {compiled}")]
    assert not [step for step in plan if "TEMP B-TREE" in step and kind is not Kind.UNCLAIMED], plan
