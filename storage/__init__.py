"""The database: SQLite in a file. Implements `alerts/ports.py`; `open_storage` is all that others use."""

import asyncio
from contextlib import ExitStack

from alerts.ports import Storage
from storage.dialects import SqliteFile
from storage.migrations import migrate
from storage.sql_storage import SqlStorage

__all__ = ["open_storage"]


async def open_storage(url: str, *, owner: bool) -> Storage:
    """Open the database at `sqlite:///FILE`, made or migrated if need be.

    An owner is the one process that runs the bot; others may read and write beside it. Raises Conflict when another
    process owns it (or is in the way of a migration) or a newer program made it, NotFound when there is no such
    directory, ValueError for a URL of another kind.
    """
    database = SqliteFile(url)
    with ExitStack() as ownership:
        if owner:
            ownership.enter_context(database.owned())
        await asyncio.to_thread(migrate, database, is_owner=owner)
        return SqlStorage(database, ownership.pop_all())
