"""Queries on a town's database and files, beside the program."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with closing(sqlite3.connect(folder / "town.db")) as database:
        return database.execute(query).fetchall()


def tables(folder: Path, but: Iterable[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, except these."""
    names = [name for (name,) in rows(folder, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: rows(folder, f"SELECT * FROM {name}") for name in names if name not in set(but)}  # noqa: S608


def files(folder: Path) -> bytes:
    """Return every byte of the database and its log."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("town.db*")))
