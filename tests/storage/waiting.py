"""A check whether a process waits for a lock of another one on the same server."""

import asyncio
from collections.abc import Callable
from typing import Any

from tests.patience import PATIENCE

_WAITING = (
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


async def somebody_waits(query: Callable[[str], list[Any]]) -> None:
    """Wait until a process waits for a lock."""
    async with asyncio.timeout(PATIENCE):
        while (await asyncio.to_thread(query, _WAITING))[0][0] == 0:  # whoever is to wait goes on meanwhile
            pass
