"""The storage: SQLite in a file, or PostgreSQL. It implements `alerts/ports`; `open_storage` is all that others use."""

from contextlib import ExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from alerts.audit import AuditEvent
from alerts.ports import Storage
from alerts.tally import NETHERLANDS
from storage.database.database import Database
from storage.database.driver_errors import translated
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from storage.sql_storage import OnRecord, SqlStorage
from storage.tables import metadata

__all__ = ["open_storage"]


def _no_word(_event: AuditEvent) -> None:
    """Ignore what was recorded: nobody listens."""


async def open_storage(
    url: str, *, owner: bool, on_record: OnRecord = _no_word, zone: ZoneInfo = NETHERLANDS
) -> Storage:
    """Open the database at `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME`, made or migrated if need be.

    An owner runs the bot; other processes may read and write beside it. A file has one owner. Raises Conflict when
    another process owns the file or is in the way of a migration, when a newer program made the database, or when its
    schema is not the one its revision says; NotFound when there is no such directory; Unavailable when the database
    cannot be reached or is gone from its place; ValueError for any other URL. `on_record` is called for each event of
    the audit record, after its commit. `zone` is the time zone whose days and hours tallies have.
    """
    database = _database(url)
    with ExitStack() as ownership:
        if owner:
            ownership.enter_context(database.owned())
        with translated():
            await migrate(database, is_owner=owner, expected=metadata)
        database.settle()
        membership = database.membership()
        if owner:
            await membership.take()
        return SqlStorage(database, membership, ownership.pop_all(), on_record, zone=zone)


def _database(url: str) -> Database:
    if url.startswith("postgresql://"):
        try:
            return PostgresDatabase(parse_address(url))
        except ValueError as error:
            raise ValueError(f"not a database that can be opened: it {error}") from None
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError("not a database that can be opened: it is no URL") from None  # which may hold a password
    if parsed.drivername == "sqlite" and not parsed.host and parsed.database and parsed.database != ":memory:":
        return SqliteFile(Path(parsed.database))
    raise ValueError("not a database that can be opened: write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
