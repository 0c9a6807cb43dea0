"""Tests of the SQLite file: its owner, copies of it, and changes of its schema."""

import asyncio
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from alerts.errors import Conflict, NotFound, Unavailable
from alerts.ports import Storage
from storage import open_storage
from storage.database.sqlite import SqliteFile
from storage.migrations import SCRIPTS, migrate
from storage.tables import metadata
from tests.patience import PATIENCE
from tests.storage.upgrading import NAMED_PLACES, check_named_places, scripts_before

pytestmark = pytest.mark.process

HEAD = max(file.name[:4] for file in (SCRIPTS / "versions").glob("[0-9]*.py"))


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a file: these tests are about files only."""
    return f"sqlite:///{tmp_path}/wees-alert.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of the tests' database."""
    return tmp_path / "wees-alert.db"


def _sql(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def _files_of(path: Path) -> list[str]:
    return [file.name for file in path.parent.glob(f"{path.name}*")]


# Ownership.


async def test_a_second_owner_is_refused_by_name(storage: Storage, url: str, path: Path) -> None:
    """A second owner is refused by the name of the file; the first owner is not disturbed, and a tool may open the file
    too."""
    with pytest.raises(Conflict, match=str(path)):
        await open_storage(url, owner=True)
    tool = await open_storage(url, owner=False)
    async with tool.transaction() as uow:
        await uow.facts.put("a", "1")
    await tool.close()
    async with storage.reading() as uow:
        assert await uow.facts.get("a") == "1"


async def test_ownership_ends_with_closing(url: str) -> None:
    """The next process may own the file after the first one closed it."""
    for _ in range(2):
        storage = await open_storage(url, owner=True)
        await storage.close()


async def test_ownership_ends_with_the_process(url: str, storage: Storage) -> None:
    """Ownership ends with the process, however it ends, because the lock is the operating system's; an open storage
    keeps no process alive."""
    await storage.close()
    program = (
        "import asyncio, os, sys; from storage import open_storage\n"
        f"asyncio.run(open_storage({url!r}, owner=True)); sys.stdout.flush(); os._exit(0)"
    )
    await asyncio.to_thread(subprocess.run, [sys.executable, "-c", program], check=True, timeout=PATIENCE)
    again = await open_storage(url, owner=True)
    await again.close()


async def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A path that is not a file is refused with a line that says so."""
    for url in ("sqlite://", "sqlite:///:memory:", "mysql://somewhere/wees", "postgresql://somewhere", "wees.db"):
        with pytest.raises(ValueError, match="not a database that can be opened"):
            await open_storage(url, owner=True)
    with pytest.raises(NotFound, match="no directory"):
        await open_storage(f"sqlite:///{tmp_path}/nowhere/wees.db", owner=True)


async def test_a_password_is_not_repeated() -> None:
    """An error does not repeat the password in a URL, because errors are logged."""
    with pytest.raises(ValueError, match="not a database") as error:
        await open_storage("mysql://wees:geheim@somewhere/wees?password=geheim", owner=True)
    assert "geheim" not in str(error.value)


async def test_the_files_are_their_owners_only(storage: Storage, tmp_path: Path) -> None:
    """The database, its log, its lock and its copies can be read by their owner only."""
    async with storage.transaction() as uow:
        await uow.facts.put("a", "1")
    await storage.backup(str(tmp_path / "copy.db"))
    modes = await asyncio.to_thread(lambda: {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()})
    assert {"wees-alert.db", "wees-alert.db-wal", "wees-alert.db.lock", "copy.db"} <= set(modes)
    assert set(modes.values()) == {0o600}


# Copies.


async def test_a_backup_is_whole_while_others_write(storage: Storage, path: Path, tmp_path: Path) -> None:
    """A backup opens as a database of its own with everything from one moment, and writers go on meanwhile."""
    copy = tmp_path / "copy.db"
    has_begun, stop = asyncio.Event(), asyncio.Event()

    async def write() -> int:
        number = 0
        while not stop.is_set():
            number += 1
            async with storage.transaction() as uow:
                await uow.facts.put("first", str(number))
                await uow.facts.put("second", str(number))
            has_begun.set()
        return number

    writing = asyncio.create_task(write())
    await has_begun.wait()
    await storage.backup(str(copy))
    stop.set()
    written = await writing
    restored = await open_storage(f"sqlite:///{copy}", owner=True)
    async with restored.reading() as uow:
        first, second = await uow.facts.get("first"), await uow.facts.get("second")
    assert await restored.problems() == []
    await restored.close()
    assert first == second
    assert 0 < int(first or 0) <= written


async def test_a_backup_never_overwrites(storage: Storage, tmp_path: Path) -> None:
    """A backup never overwrites a file."""
    there = tmp_path / "precious"
    there.write_text("x")
    with pytest.raises(Conflict, match="precious"):
        await storage.backup(str(there))
    assert there.read_text() == "x"


async def test_a_link_to_a_file_is_that_file(storage: Storage, path: Path, tmp_path: Path) -> None:
    """A file that is reached by a link has the same owner."""
    for name, to in (("link.db", path), ("link", path.parent)):
        (tmp_path / name).symlink_to(to)
    for way in (tmp_path / "link.db", tmp_path / "link" / path.name):
        with pytest.raises(Conflict, match="in use by another process"):
            await open_storage(f"sqlite:///{way}", owner=True)


async def test_a_backup_that_cannot_be_written_says_why(storage: Storage, path: Path, tmp_path: Path) -> None:
    """A backup that cannot be written says why (no directory, a file in its place, no space) and leaves no partial
    file."""
    for missing in (tmp_path / "not" / "there.db", path / "there.db"):
        with pytest.raises(NotFound, match=f"there is no directory {missing.parent}"):
            await storage.backup(str(missing))
    full, limits = tmp_path / "full.db", resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(Unavailable, match=f"{full} cannot be written"):
            await storage.backup(str(full))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [] == _files_of(full)


async def test_problems_are_found(storage: Storage, path: Path) -> None:
    """A dangling reference, which the storage itself cannot make, is found."""
    assert await storage.problems() == []
    _sql(path, "INSERT INTO seen (alert_id, member_id, at) VALUES (1, 2, '2026-01-01 00:00:00.000000')")
    found = await storage.problems()
    assert len(found) == 2
    assert "seen" in found[0]


# Changes of the schema.


async def test_the_migrations_make_what_the_tables_say(path: Path) -> None:
    """The migrations make the schema of the tables, by Alembic's comparison and by the text that SQLite stores."""
    await migrate(SqliteFile(path), is_owner=True)
    made, meant = create_engine(f"sqlite:///{path}"), create_engine("sqlite://")
    ddl = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'sqlite%'"
    try:
        with made.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
            migrated = {row.name: _clauses(row.sql) for row in connection.exec_driver_sql(ddl)}
        with meant.connect() as connection:
            metadata.create_all(connection)
            assert migrated == {row.name: _clauses(row.sql) for row in connection.exec_driver_sql(ddl)}
    finally:
        made.dispose()
        meant.dispose()


def _clauses(sql: str) -> list[str]:
    """Return the clauses of a table's text without quotes and line breaks, which differ in a rebuilt table."""
    parts = (part.strip() for line in sql.rstrip()[:-1].splitlines() for part in re.split(r",(?![^(]*\))", line))
    return sorted(part.replace('"', "") for part in parts if part)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The migrations, and one more that rebuilds a table to which others refer."""
    copy = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "9999_next.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision, down_revision = '9999', '{HEAD}'\n"
        "def upgrade() -> None:\n"
        "    with op.batch_alter_table('premises', recreate='always') as table:\n"
        "        table.alter_column('name', new_column_name='sign')\n"
    )
    return copy


async def _with_a_shop(path: Path) -> SqliteFile:
    """Make a database of the first schema with one shop and one member of it."""
    database = SqliteFile(path)
    await migrate(database, is_owner=True)
    _sql(path, "INSERT INTO members (id, language, muted, created_at) VALUES (1, 'nl', '', '2026-01-01')")
    _sql(
        path,
        "INSERT INTO premises (id, branch, name, needs_check, created_at, version)"
        " VALUES (1, 'bakery', 'Brood', 0, '2026-01-01', 1)",
    )
    _sql(
        path,
        "INSERT INTO premises_members (premises_id, member_id, is_owner, extras_up_to, joined_at)"
        " VALUES (1, 1, 1, 'TLP:GREEN', '2026-01-01')",
    )
    return database


async def test_a_rebuilt_table_does_not_take_its_children_along(path: Path, scripts: Path) -> None:
    """Rows that refer to a rebuilt table with ON DELETE CASCADE survive, and there is a copy of the old schema."""
    database = await _with_a_shop(path)
    await migrate(database, is_owner=True, scripts=scripts)
    assert _sql(path, "SELECT sign FROM premises") == [("Brood",)]
    assert _sql(path, "SELECT count(*) FROM premises_members") == [(1,)]
    backup = path.with_name(f"wees-alert.db.{HEAD}.backup")
    assert _sql(backup, "SELECT name FROM premises") == [("Brood",)]
    assert _sql(backup, "SELECT version_num FROM alembic_version") == [(HEAD,)]


async def test_shops_verified_before_are_attested_half_a_year_after_the_upgrade(path: Path, tmp_path: Path) -> None:
    """Shops that were verified before are due half a year after the upgrade, and unverified ones are not."""
    before = tmp_path / "before"
    shutil.copytree(SCRIPTS, before, ignore=shutil.ignore_patterns("__pycache__", "000[5-9]*", "00[1-9]*"))
    await migrate(SqliteFile(path), is_owner=True, scripts=before)
    _sql(
        path,
        "INSERT INTO premises (branch, needs_check, created_at, version, verified_at)"
        " VALUES ('bakery', 0, '2026-01-01', 1, NULL), ('bakery', 0, '2026-01-01', 1, '2026-01-01')",
    )
    await migrate(SqliteFile(path), is_owner=True)
    found = _sql(
        path,
        "SELECT CAST(julianday(reattest_due) - julianday('now') + 0.5 AS INTEGER), reattest_asked"
        " FROM premises ORDER BY id",
    )
    assert [(None, 0), (182, 0)] == found


async def test_places_by_name_are_brought_along(path: Path, url: str, tmp_path: Path) -> None:
    """Roles, links and settings by the name of a municipality, and shops with one point, are converted."""
    await migrate(SqliteFile(path), is_owner=True, scripts=scripts_before("places", tmp_path))
    for statement in NAMED_PLACES:
        _sql(path, statement)
    storage = await open_storage(url, owner=True)
    await check_named_places(storage)
    await storage.close()


async def test_what_is_up_to_date_is_left_alone(path: Path) -> None:
    """A database of the newest schema is neither copied nor changed."""
    database = await _with_a_shop(path)
    await migrate(database, is_owner=True)
    assert [file.name for file in path.parent.iterdir() if "backup" in file.name] == []


@pytest.mark.parametrize(
    "mistake",
    ["    raise LookupError\n", "    op.execute('DELETE FROM premises')\n"],
    ids=["error", "broken reference"],
)
async def test_a_failed_migration_changes_nothing(path: Path, scripts: Path, mistake: str) -> None:
    """A failed migration changes nothing, after an error and when it would leave dangling rows."""
    database = await _with_a_shop(path)
    with (scripts / "versions" / "9999_next.py").open("a") as script:
        script.write(mistake)
    with pytest.raises((LookupError, Conflict)):
        await migrate(database, is_owner=True, scripts=scripts)
    assert _sql(path, "SELECT name FROM premises") == [("Brood",)]
    assert _sql(path, "SELECT version_num FROM alembic_version") == [(HEAD,)]


async def test_a_tool_does_not_migrate_under_a_running_owner(path: Path, scripts: Path) -> None:
    """A tool refuses to migrate under a running owner, which it names; without an owner it migrates."""
    database = await _with_a_shop(path)
    with database.owned(), pytest.raises(Conflict, match="in use"):
        await migrate(database, is_owner=False, scripts=scripts)
    await migrate(database, is_owner=False, scripts=scripts)
    assert _sql(path, "SELECT version_num FROM alembic_version") == [("9999",)]


async def test_a_database_of_a_newer_program_is_refused(path: Path, scripts: Path) -> None:
    """A database of a newer program is refused, not written to, and is left without an owner."""
    await migrate(await _with_a_shop(path), is_owner=True, scripts=scripts)
    for _ in range(2):
        with pytest.raises(Conflict, match="newer program"):
            await open_storage(f"sqlite:///{path}", owner=True)
