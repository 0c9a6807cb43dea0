"""The database: SQLite in a file, or PostgreSQL. Implements `alerts/ports`; `open_storage` is all that others use."""

from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from alerts.audit import AuditEvent
from alerts.ports import Storage
from storage.dialects import Database, SqliteFile
from storage.failures import translated
from storage.migrations import migrate
from storage.postgresql import PostgresDatabase
from storage.sql_storage import OnRecord, SqlStorage

__all__ = ["open_storage"]


def _no_word(_event: AuditEvent) -> None:
    """Nobody wants to hear of it."""


async def open_storage(url: str, *, owner: bool, on_record: OnRecord = _no_word) -> Storage:
    """Open the database at `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME`, made or migrated if need be.

    An owner runs the bot; others may read and write beside it. A file has one owner. Raises Conflict when another
    process owns it (or is in the way of a migration) or a newer program made it, NotFound when there is no such
    directory, Unavailable when it cannot be reached, ValueError for a URL of another kind. `on_record` is called for
    each event of the audit record, after its commit.
    """
    database = _database(url)
    with ExitStack() as ownership:
        if owner:
            ownership.enter_context(database.owned())
        with translated():
            await migrate(database, is_owner=owner)
        presence = database.presence()
        if owner:
            await presence.take()
        return SqlStorage(database, presence, ownership.pop_all(), on_record)


def _database(url: str) -> Database:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError("not a database that can be opened: it is no URL") from None  # which may hold a password
    if parsed.drivername == "sqlite" and parsed.database and parsed.database != ":memory:":
        return SqliteFile(Path(parsed.database))
    if parsed.drivername == "postgresql" and parsed.database:
        return PostgresDatabase(parsed)
    known = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
    raise ValueError(f"not a database that can be opened: {parsed.set(query={}).render_as_string()} ({known})")
