"""What the audit record has of a town."""

import sqlite3
from contextlib import closing
from pathlib import Path


def recorded(folder: Path, beginning: str = "") -> list[tuple[str, int | None]]:
    """Each event whose name begins so, oldest first, with who did it."""
    with closing(sqlite3.connect(folder / "town.db")) as database:
        rows = database.execute("SELECT action, actor_id FROM audit ORDER BY id").fetchall()
    return [(action, actor) for action, actor in rows if action.startswith(beginning)]
