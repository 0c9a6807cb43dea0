"""The interface of a database: how it is opened, locked, kept clean, copied and checked."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from alerts.errors import Conflict, NotFound, Unavailable
from storage.database.leader_election import Membership

READERS = 4
FILE_MODE = 0o600  # these files are about people


class Database(Protocol):
    """A database of either kind, SQLite or PostgreSQL."""

    @property
    def name(self) -> str:
        """Where the database is, for messages; without a password."""

    def owned(self) -> AbstractContextManager[None]:
        """Keep other programs from changing the schema, where one process has the database to itself."""

    def writer(self) -> AsyncEngine:
        """Make an engine of one connection, whose transactions wait for those of every other process."""

    def reader(self) -> AsyncEngine:
        """Make an engine of READERS connections that cannot write; each transaction sees one snapshot."""

    def marker(self) -> AsyncEngine | Engine:
        """Make an engine of one connection that claims and settles, beside those of other processes. One that is not
        asynchronous runs its statements on the event loop."""

    def reader_of_marks(self) -> AsyncEngine | Engine:
        """Make an engine of connections that read about a few deliveries; as `marker`."""

    def membership(self) -> Membership:
        """The membership of this process among those that run the bot on the database."""

    def for_migration(self) -> AsyncEngine:
        """Make a separate engine for a change of schema."""

    async def lock_schema(self, connection: AsyncConnection) -> None:
        """Keep every other process off this schema until the transaction ends. Raises Conflict when one runs on it."""

    def keep_old(self, revision: str) -> None:
        """Keep a copy of the database as it is at this revision, where the program can make one."""

    def check_unknown(self) -> None:
        """Check that no database was ever here, now that there is none. Raises Unavailable when there was."""

    def settle(self) -> None:
        """Remember which database was opened, for `check_there` and for the next start."""

    def check_there(self) -> None:
        """Check that what was opened is still in place. Raises Unavailable when it is gone or was replaced."""

    async def broken_references(self, connection: AsyncConnection) -> list[str]:
        """List the rows that refer to rows which do not exist."""

    def has_long_log(self) -> bool:
        """Whether `truncate_log` would hold writers up unless `shorten_log` went first."""

    async def shorten_log(self, connection: AsyncConnection) -> None:
        """Do most of the work of `truncate_log`, beside any writer."""

    async def truncate_log(self, connection: AsyncConnection) -> bool:
        """Remove what was erased from the write-ahead log; False: not done yet, ask again soon."""

    def make_shrinkable(self) -> None:
        """Rebuild a file that could not give pages back, once, while nobody else has it open."""

    async def give_back(self, connection: AsyncConnection) -> bool:
        """Return some free pages to the disk, if there are many; return whether there are more."""

    async def backup(self, to: Path) -> None:
        """Write a consistent copy to a new file, beside any writer. Raises Conflict when the file exists."""

    async def problems(self, connection: AsyncConnection) -> list[str]:
        """Run the database's own checks; return what they find."""


@contextmanager
def new_file(to: Path, *, may_replace: bool = False) -> Iterator[Path]:
    """Yield a temporary path that becomes `to` when the block ends without an error: the file is there whole or not at
    all.

    Raises Conflict when the file exists, NotFound when there is no such directory, Unavailable when nothing can be
    written there.
    """
    if to.exists() and not may_replace:
        raise Conflict(f"{to} exists already")
    part = to.with_name(f"{to.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(FILE_MODE)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(f"there is no directory {to.parent}") from error
    except OSError as error:
        raise Unavailable(f"{to} cannot be written ({error.strerror})") from error
    try:
        yield part
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)
