"""Tests of PostgreSQL only: several processes, changes of the schema, copies, and a server that goes away."""

import asyncio
import os
import shutil
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alerts.audit import AuditEvent
from alerts.errors import Conflict, NotFound, Unavailable
from alerts.ports import Storage
from alerts.services.audit.verify_audit import verify_audit
from storage import open_storage
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.migrations import SCRIPTS, migrate
from storage.tables import metadata
from storage.tables.schema import is_checked_by_server
from tests.postgres import PASSWORD, PostgresServer
from tests.storage.raw import make_raw_engine
from tests.storage.upgrading import NAMED_PLACES, check_named_places, scripts_before

HEAD = max(file.name[:4] for file in (SCRIPTS / "versions").glob("[0-9]*.py"))
_numbers = count(1)


@pytest.fixture
def url(postgres: PostgresServer) -> Iterator[str]:
    """The address of an empty database without a schema."""
    name = f"empty_{next(_numbers)}"
    asyncio.run(postgres.execute(f"CREATE DATABASE {name}"))
    yield postgres.url(name)
    asyncio.run(postgres.execute(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The migrations, and one more."""
    copy = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "9999_next.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision, down_revision = '9999', '{HEAD}'\n"
        "def upgrade() -> None:\n"
        "    with op.batch_alter_table('premises') as table:\n"
        "        table.alter_column('name', new_column_name='sign')\n"
    )
    return copy


async def _sql(url: str, statement: str) -> list[object]:
    engine = make_raw_engine(url)
    async with engine.begin() as connection:
        found = await connection.exec_driver_sql(statement)
        rows = list(found.scalars()) if found.returns_rows else []
    await engine.dispose()
    return rows


async def test_processes_take_turns(storage: Storage, other: Storage) -> None:
    """A writer waits until another process's transaction on the same data has ended, so no change is lost."""
    is_writing, may_end = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with storage.transaction() as uow:
            await uow.facts.put("n", "1")
            is_writing.set()
            await may_end.wait()

    async def second() -> str | None:
        async with other.transaction() as uow:
            return await uow.facts.get("n")

    writing = asyncio.create_task(first())
    await is_writing.wait()
    waiting = asyncio.create_task(second())
    async with other.reading() as uow:  # readers do not wait
        assert await uow.facts.get("n") is None
    may_end.set()
    await writing
    assert await waiting == "1"


async def test_two_that_start_at_once_make_one_schema(url: str) -> None:
    """Of two processes that start at once one makes the schema, and the other waits and finds it."""
    both = await asyncio.gather(*(open_storage(url, owner=True) for _ in range(2)))
    for storage in both:
        assert await storage.problems() == []
        await storage.close()
    assert await _sql(url, "SELECT version_num FROM alembic_version") == [HEAD]


def _is_on_server(one: Any, _name: object, _kind: object, *_others: object) -> bool:
    return is_checked_by_server(one)


async def test_the_migrations_make_what_the_tables_say(storage: Storage, url: str) -> None:
    """The migrations make the schema of the tables on PostgreSQL too, by Alembic's comparison."""
    engine = make_raw_engine(url)
    async with engine.connect() as connection:
        differences = await connection.run_sync(
            lambda made: compare_metadata(
                MigrationContext.configure(made, opts={"include_object": _is_on_server}), metadata
            )
        )
    await engine.dispose()
    assert differences == []


async def test_a_failed_migration_changes_nothing(storage: Storage, url: str, scripts: Path) -> None:
    """A failed migration changes nothing, because the change of the schema is one transaction."""
    await storage.close()
    with (scripts / "versions" / "9999_next.py").open("a") as script:
        script.write("    raise LookupError\n")
    with pytest.raises(LookupError):
        await migrate(PostgresDatabase(parse_address(url)), is_owner=True, scripts=scripts)
    assert await _sql(url, "SELECT version_num FROM alembic_version") == [HEAD]
    assert await _sql(url, "SELECT count(name) FROM premises") == [0]


async def test_a_database_of_a_newer_program_is_refused(storage: Storage, url: str, scripts: Path) -> None:
    """A database of a newer program is refused, not written to."""
    await storage.close()
    await migrate(PostgresDatabase(parse_address(url)), is_owner=True, scripts=scripts)
    with pytest.raises(Conflict, match="newer program"):
        await open_storage(url, owner=True)


async def test_an_audit_record_from_before_the_chain_is_chained(url: str, tmp_path: Path) -> None:
    """The upgrade chains an older audit record, across the gaps that a server leaves in its numbers."""
    old = tmp_path / "old"
    await asyncio.to_thread(
        shutil.copytree, SCRIPTS, old, ignore=shutil.ignore_patterns("__pycache__", "000[5-9]*", "00[1-9]*")
    )
    await migrate(PostgresDatabase(parse_address(url)), is_owner=True, scripts=old)
    await _sql(url, "INSERT INTO members (id, language, muted, created_at) VALUES (5, 'nl', '', '2026-01-01')")
    for number, actor, entity in ((2, "5", "alert"), (5, "NULL", "member")):
        rows = "id, at, actor_id, action, entity, entity_id, payload"
        values = f"{number}, '2026-01-14 15:30:00.25+01', {actor}, 'x.done', '{entity}', 5, '{{\"number\": \"é\"}}'"
        await _sql(url, f"INSERT INTO audit ({rows}) VALUES ({values})")  # noqa: S608
    storage = await open_storage(url, owner=True)
    async with storage.transaction() as uow:
        await uow.audit.append(AuditEvent("alert.ended", "alert", 3), datetime(2026, 2, 1, tzinfo=UTC))
    chain = await verify_audit(storage)
    await storage.close()
    assert ([], 4, 5) == (chain.findings, chain.count, chain.chained_later)


async def test_places_by_name_are_brought_along(url: str, tmp_path: Path) -> None:
    """Roles, links and settings by the name of a municipality, and shops with one point, are converted."""
    before = await asyncio.to_thread(scripts_before, "places", tmp_path)
    await migrate(PostgresDatabase(parse_address(url)), is_owner=True, scripts=before)
    for statement in NAMED_PLACES:
        await _sql(url, statement)
    storage = await open_storage(url, owner=True)
    await check_named_places(storage)
    await storage.close()


async def test_a_backup_can_be_restored(storage: Storage, url: str, postgres: PostgresServer, tmp_path: Path) -> None:
    """pg_restore restores a backup into an empty database; a backup never overwrites a file."""
    async with storage.transaction() as uow:
        await uow.facts.put("kept", "yes")
    file = tmp_path / "wees.dump"
    await storage.backup(str(file))
    with pytest.raises(Conflict, match="exists already"):
        await storage.backup(str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    await postgres.execute("CREATE DATABASE restored")
    restore = await asyncio.create_subprocess_exec(
        postgres.program("pg_restore"), "--no-owner", "--dbname", postgres.url("restored"), str(file)
    )
    assert await restore.wait() == 0
    restored = await open_storage(postgres.url("restored"), owner=True)
    async with restored.reading() as uow:
        assert await uow.facts.get("kept") == "yes"
    await restored.close()
    await postgres.execute("DROP DATABASE restored")


async def test_a_delivery_without_what_it_refers_to_is_found(storage: Storage, url: str) -> None:
    """A search for problems finds deliveries with dangling references, which the server does not check for each row."""
    await _sql(
        url,
        "INSERT INTO deliveries (effect_key, address_id, operation, distance_sq, priority, state, reason, detail,"
        " due_at, deadline, on_unknown, attempts, created_at)"
        " VALUES ('x', 7, 'send', 0, 'P2', 'sent', '', '', now(), now(), 'resend', 0, now())",
    )
    assert ["deliveries row 1 refers to a missing row"] == await storage.problems()


async def test_without_pg_dump_there_is_a_line(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pg_dump an error says what to install, and no file is left."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFound, match="pg_dump"):
        await storage.backup(str(tmp_path / "wees.dump"))
    assert await asyncio.to_thread(os.listdir, tmp_path) == []


async def test_connections_that_are_cut_come_back(storage: Storage, url: str) -> None:
    """When connections are cut, the transactions under way fail as a whole and can be retried on a new connection."""
    async with storage.reading() as reader:
        await reader.facts.get("n")
        with pytest.raises(Unavailable):
            await _write_and_be_cut(storage, url)
        with pytest.raises(Unavailable):
            await reader.facts.get("n")
    async with storage.transaction() as uow:
        assert await uow.facts.get("n") is None
        await uow.facts.put("n", "3")
    async with storage.reading() as uow:
        assert await uow.facts.get("n") == "3"


async def _write_and_be_cut(storage: Storage, url: str) -> None:
    async with storage.transaction() as uow:
        await uow.facts.put("n", "1")
        await _sql(url, _CUT_ALL)
        await uow.facts.put("n", "2")


_CUT_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wees-alert'"


async def test_what_cannot_be_reached_says_so_without_the_password(url: str) -> None:
    """An error for a missing server, a wrong password or a missing database does not repeat the password."""
    for wrong in (
        "postgresql://wees:geheim@127.0.0.1:1/wees",
        url.replace(PASSWORD, "fout-woord"),
        f"{url}_not_there",
    ):
        with pytest.raises(Unavailable) as error:
            await open_storage(wrong, owner=True)
        assert "geheim" not in str(error.value)
        assert "fout-woord" not in str(error.value)


async def test_a_conflict_does_not_quote_the_row(storage: Storage) -> None:
    """A conflict does not quote the row, in its cause either, although PostgreSQL does; tracebacks are logged."""
    statement = sa.text("INSERT INTO facts (name, value) VALUES (:name, NULL)").bindparams(name="secret-ref")
    with pytest.raises(Conflict) as error:
        async with storage.transaction() as uow:
            await uow.facts._transaction.execute(statement)  # type: ignore[attr-defined]
    assert "null value" in "".join(traceback.format_exception(error.value))
    assert "secret-ref" not in "".join(traceback.format_exception(error.value))
