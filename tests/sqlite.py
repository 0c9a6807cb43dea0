"""A SQLite file of the newest schema, made once per test process, because the migrations take longer than most
tests."""

import asyncio
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import open_storage


async def make_database(path: Path) -> None:
    """Copy the empty database of the newest schema to this path."""
    await asyncio.to_thread(_copy, path)


def _copy(path: Path) -> None:
    path.touch(0o600)
    path.write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    async def make(path: Path) -> None:
        await (await open_storage(f"sqlite:///{path}", owner=True)).close()

    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.db"
        asyncio.run(make(file))
        return file.read_bytes()
