"""The port for retention: finding and removing what is past its time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.retention import Kind


class Expired(Protocol):
    """Records that are past their time. Finding them takes no lock; each removal is limited to the ids that are
    given."""

    async def due(self, kind: Kind, before: datetime, limit: int) -> Sequence[int]:
        """Up to `limit` ids of records of this kind from `before` or earlier, in order. For Gelezen they are ids of
        alerts."""

    async def count(self, kind: Kind, before: datetime) -> int:
        """How many ids `due` would find without a limit."""

    async def remove(self, kind: Kind, numbers: Sequence[int], now: datetime) -> int:
        """Reduce these records to what may be kept; return the number of rows removed or emptied. Gelezen may take
        several calls."""

    async def count_leftovers(self, now: datetime) -> int:
        """How many rows `forget_leftovers` would remove."""

    async def forget_leftovers(self, now: datetime) -> int:
        """Remove what is over: closures, notes of albums that were answered, links and sessions of the console, past
        shifts, and marks of erased people and withdrawn verifications that no longer count; return how many rows."""
