"""Schema migrations, by Alembic: each upgrade is one transaction, and a SQLite file is copied first.

Alembic is loaded only when there is something to migrate: a program whose database is up to date starts without it.
"""

import asyncio
from contextlib import nullcontext
from pathlib import Path

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from alerts.errors import Conflict, WrongSchema
from storage.database.database import Database
from storage.migrations.schema_check import schema_faults

SCRIPTS = Path(__file__).parent
FAULTS_SAID = 3  # of a schema that differs; the first ones tell which migration it was


async def migrate(
    database: Database, *, is_owner: bool, scripts: Path = SCRIPTS, expected: MetaData | None = None
) -> None:
    """Bring the schema up to date; an older file is copied to `<file>.<revision>.backup` first.

    Raises Conflict when a newer program made the database, or when another process runs on it and it is not up to date;
    WrongSchema when the schema is not what the tables in `expected` say, though its revision is the newest.
    """
    engine = database.for_migration()
    try:
        async with engine.begin() as connection:
            if await _is_current(connection, scripts, database):
                await _compare(connection, expected, database)
                return
        with nullcontext() if is_owner else database.owned():
            async with engine.begin() as connection:
                await database.lock_schema(connection)
                if not await _is_current(connection, scripts, database):  # nobody else was first
                    await _upgrade(connection, scripts, database)
                    await _compare(connection, expected, database)
            await asyncio.to_thread(database.make_shrinkable)
    finally:
        await engine.dispose()


async def _is_current(connection: AsyncConnection, scripts: Path, database: Database) -> bool:
    revision, known = await connection.run_sync(_revision), revisions(scripts)
    if revision is not None and revision not in known:
        raise Conflict(f"{database.name} was made by a newer program (schema {revision})")
    return revision == known[-1]


def revisions(scripts: Path) -> list[str]:
    """Return the revisions that these scripts make, oldest first: each is the number in the name of its file."""
    return sorted(file.name.partition("_")[0] for file in (scripts / "versions").glob("[0-9]*.py"))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


async def _upgrade(connection: AsyncConnection, scripts: Path, database: Database) -> None:
    revision = await connection.run_sync(_revision)
    if revision is None:
        database.check_unknown()
    else:
        database.keep_old(revision)
    await connection.run_sync(_run_scripts, scripts)
    if broken := await database.broken_references(connection):
        raise Conflict(f"the migration would break references: {'; '.join(broken)}")


async def _compare(connection: AsyncConnection, expected: MetaData | None, database: Database) -> None:
    faults = await connection.run_sync(schema_faults, expected) if expected is not None else []
    if faults:
        more = f" and {len(faults) - FAULTS_SAID} more" if len(faults) > FAULTS_SAID else ""
        raise WrongSchema(
            f"{database.name} has not the schema of its revision ({'; '.join(faults[:FAULTS_SAID])}{more}): a migration"
            " was changed after it ran here, or the schema by hand; restore a backup, or undo that change"
        )


def _run_scripts(connection: Connection, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
