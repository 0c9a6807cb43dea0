"""Tests that migrations make the schema of the program's tables, and stay as they were released."""

import asyncio
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

from alerts.errors import Conflict
from alerts.services.audit.verify_audit import verify_audit
from storage import open_storage
from storage.database.database import Database
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import SCRIPTS, migrate, revisions
from storage.tables import metadata
from tests.sqlite import make_database
from tests.storage.raw import make_raw_engine

Query = Callable[[str], list[Any]]
FROZEN = Path(__file__).parent.parent / "migrations.sha256"
ROWS = 4_500  # of an audit record: several of the portions that a migration processes at once


@pytest.fixture
async def made(url: str) -> str:
    """A database of the newest schema."""
    if url.startswith("sqlite:"):
        await make_database(Path(url.removeprefix("sqlite:///")))
    return url


@pytest.fixture
def empty(url: str, query: Query) -> str:
    """A database without a schema."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
    return url


# Released migrations.


def _frozen() -> dict[str, str]:
    lines = FROZEN.read_text().splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines if line)}


def _as_they_are() -> dict[str, str]:
    files = [*(SCRIPTS / "versions").glob("[0-9]*.py"), *SCRIPTS.glob("*_[0-9][0-9][0-9][0-9].py")]
    return {str(file.relative_to(SCRIPTS)): sha256(file.read_bytes()).hexdigest() for file in sorted(files)}


def test_migrations_stay_as_they_were_released() -> None:
    """A released migration never changes, because databases on which it ran would keep the old schema under the same
    revision."""
    frozen, there = _frozen(), _as_they_are()
    new = [f"{there[name]}  {name}" for name in there if name not in frozen]
    assert not new, "a new migration: add to tests/storage/migrations.sha256\n" + "\n".join(new)
    gone = sorted(frozen.keys() - there.keys())
    assert not gone, f"released migrations are never removed: put back {', '.join(gone)}"
    changed = sorted(name for name in frozen if frozen[name] != there[name])
    assert not changed, (
        f"{', '.join(changed)}: changed after the release. Databases have run what it was: put it back"
        " (git checkout), and make a new migration of the change"
    )


def test_a_migration_is_named_after_its_revision() -> None:
    """The names of the files say which revisions there are, and in which order, as Alembic reads it in them."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    newest_first = [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]
    assert newest_first == sorted(revisions(SCRIPTS), reverse=True)


# The comparison of schemas.


_CHANGES = {
    "a column is gone": ("ALTER TABLE premises DROP COLUMN reattest_asked", "premises.reattest_asked: missing"),
    "a table is gone": ("DROP TABLE stale_menus", "table stale_menus: missing"),
    "an index is gone": ("DROP INDEX ix_reports_created_at", "index ix_reports_created_at: missing"),
    "a column has another name": ("ALTER TABLE reports RENAME COLUMN pc4 TO place", "reports.pc4: missing"),
    "an index on something else": (
        "DROP INDEX ix_audit_actor_id; CREATE INDEX ix_audit_actor_id ON audit (action)",
        "index ix_audit_actor_id: another one",
    ),
    "an index on all rows": (
        "DROP INDEX ix_updates_limited; CREATE INDEX ix_updates_limited ON updates (received_at)",
        "index ix_updates_limited: another one",
    ),
}
_ON_A_SERVER = {
    "a column of another type": ("ALTER TABLE facts ALTER value TYPE varchar(10)", "facts.value: another one"),
    "a column that may be empty": ("ALTER TABLE facts ALTER value DROP NOT NULL", "facts.value: another one"),
    "a reference is gone": (
        "ALTER TABLE seen_counts DROP CONSTRAINT fk_seen_counts_alert_id",
        "seen_counts constraint fk_seen_counts_alert_id: missing",
    ),
    "a rule is gone": (
        "ALTER TABLE reports DROP CONSTRAINT ck_reports_whole_point",
        "reports constraint ck_reports_whole_point: missing",
    ),
    "a key is gone": ("ALTER TABLE closures DROP CONSTRAINT pk_closures", "closures constraint pk_closures: missing"),
    "a column that must be filled": ("ALTER TABLE closures ADD why TEXT NOT NULL", "closures.why: unknown"),
}


@pytest.mark.parametrize("change", _CHANGES)
async def test_another_schema_than_the_tables_say_is_refused(made: str, query: Query, change: str) -> None:
    """A schema that differs from the tables is refused in one line that names the difference, for an owner and for a
    tool."""
    statements, said = _CHANGES[change]
    for statement in statements.split("; "):
        query(statement)
    for owner in (True, False):
        with pytest.raises(Conflict, match=said) as error:
            await open_storage(made, owner=owner)
        assert "\n" not in str(error.value)


@pytest.mark.parametrize("change", _ON_A_SERVER)
async def test_a_server_knows_more_of_its_schema(postgres_url: str, change: str) -> None:
    """On a server types, references, rules and keys that were changed in place are found too."""
    statement, said = _ON_A_SERVER[change]
    engine = make_raw_engine(postgres_url)
    async with engine.begin() as connection:
        await connection.exec_driver_sql(statement)
    await engine.dispose()
    with pytest.raises(Conflict, match=said):
        await open_storage(postgres_url, owner=True)


async def test_what_an_operator_adds_is_let_be(made: str, query: Query) -> None:
    """Additions of an operator are accepted: a monitoring table, an index for a query, a column with a default."""
    query("CREATE TABLE watched (n INTEGER NOT NULL)")
    query("CREATE INDEX ours ON reports (state)")
    query("ALTER TABLE closures ADD COLUMN why TEXT NOT NULL DEFAULT ''")
    await (await open_storage(made, owner=True)).close()


async def test_a_migration_that_was_edited_after_it_ran_is_noticed(empty: str, tmp_path: Path) -> None:
    """A migration that was edited after it ran is noticed: the same revision, made by an earlier text of 0003."""
    old = await asyncio.to_thread(_copied, tmp_path)
    script = next((old / "versions").glob("0003_*.py"))
    text = script.read_text()
    line = next(one for one in text.splitlines() if one.strip().startswith("op.create_index("))
    statement = text[text.index(line) :].partition(")\n")[0] + ")\n"
    script.write_text(text.replace(statement, "    pass\n"))
    await migrate(_database(empty), is_owner=True, scripts=old)
    with pytest.raises(Conflict, match="a migration was changed after it ran here"):
        await open_storage(empty, owner=True)


async def test_a_migration_that_makes_something_else_changes_nothing(empty: str, tmp_path: Path, query: Query) -> None:
    """A migration that makes another schema changes nothing, because the comparison precedes the commit."""
    old = await asyncio.to_thread(_copied, tmp_path)
    script = next((old / "versions").glob("0005_*.py"))
    dropped = "    _for_approvals()\n    op.drop_table('closures')\n"
    script.write_text(script.read_text().replace("    _for_approvals()\n", dropped, 1))
    with pytest.raises(Conflict, match="table closures: missing"):
        await migrate(_database(empty), is_owner=True, scripts=old, expected=metadata)
    assert _tables(empty, query) == set()


def _copied(to: Path) -> Path:
    return shutil.copytree(SCRIPTS, to / "scripts", ignore=shutil.ignore_patterns("__pycache__"))


def _database(url: str) -> Database:
    if url.startswith("sqlite:"):
        return SqliteFile(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(parse_address(url))


def _tables(url: str, query: Query) -> set[str]:
    if url.startswith("sqlite:"):
        return {row.name for row in query("SELECT name FROM sqlite_master")}
    return {row.tablename for row in query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


# Long tests.


async def test_a_long_audit_record_is_chained_in_portions(empty: str, tmp_path: Path) -> None:
    """A long audit record is chained in portions, and every row follows the one before it across portions."""
    old = tmp_path / "old"
    await asyncio.to_thread(shutil.copytree, SCRIPTS, old, ignore=shutil.ignore_patterns("__pycache__", *_FROM_0005))
    await migrate(_database(empty), is_owner=True, scripts=old)
    engine = make_raw_engine(empty)
    rows = [{"n": number, "payload": f'{{"number": "{number}"}}'} for number in range(1, ROWS + 1)]
    at = "'2026-01-14 15:30:00.250000'" if empty.startswith("sqlite:") else "timestamptz '2026-01-14 15:30:00.25+00'"
    columns = "id, at, action, entity, entity_id, payload"
    insert = f"INSERT INTO audit ({columns}) VALUES (:n, {at}, 'x.done', 'alert', :n, CAST(:payload AS JSON))"  # noqa: S608
    async with engine.begin() as connection:
        await connection.execute(sa.text(insert.replace("CAST(:payload AS JSON)", _json_of(empty))), rows)
    await engine.dispose()
    storage = await open_storage(empty, owner=True)
    chain = await verify_audit(storage)
    await storage.close()
    assert ([], ROWS + 1, ROWS) == (chain.findings, chain.count, chain.chained_later)


_FROM_0005 = [f"{number:04}_*" for number in range(5, 100)]


def _json_of(url: str) -> str:
    return ":payload" if url.startswith("sqlite:") else "CAST(:payload AS JSON)"
