"""Free space in a SQLite file: the file shrinks when much of what it held is gone.

SQLite keeps free pages in the file unless it was made with `auto_vacuum`. Files from before that are rebuilt once,
after an upgrade and where the disk has the room. Pages are then given back in steps that hold no writer up.
"""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

INCREMENTAL = 2  # `PRAGMA auto_vacuum`
STEP_PAGES = 500  # 2 MB: some milliseconds
SPARE_PARTS = 10  # a tenth of the file may stay free, to be filled again
SPARE_PAGES = 100
_ROOM = 3  # times the size of the file: for its copy, the log of that, and some room for other files


def make_shrinkable(path: Path, free_bytes: int | None = None) -> bool:
    """Rebuild a file that cannot give pages back, if the disk has room for that; return whether the file can give them
    back now."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        if _pragma(connection, "auto_vacuum") == INCREMENTAL:
            return True
        free = shutil.disk_usage(path.parent).free if free_bytes is None else free_bytes
        if free < _ROOM * path.stat().st_size:
            return False
        with suppress(sqlite3.OperationalError):  # a disk that got full meanwhile: the file is as it was
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return _pragma(connection, "auto_vacuum") == INCREMENTAL


async def give_back(driver: Any) -> bool:
    """Return some free pages to the disk, if there are many; return whether there are more. `driver` is aiosqlite's
    connection."""
    pages, free, kind = [
        (await driver.execute_fetchall(f"PRAGMA {name}"))[0][0]
        for name in ("page_count", "freelist_count", "auto_vacuum")
    ]
    if kind != INCREMENTAL or free <= max(SPARE_PAGES, pages // SPARE_PARTS):
        return False
    await driver.execute_fetchall(f"PRAGMA incremental_vacuum({STEP_PAGES})")
    return True


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
