"""What is past its time, in storage."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.retention import Kind


class Expired(Protocol):
    """Records that are to be removed. Finding them takes no lock, and each removal is of as many as are given."""

    async def due(self, kind: Kind, before: datetime, limit: int) -> Sequence[int]:
        """The numbers of up to so many that are from that moment or older, the oldest number first."""

    async def remove(self, kind: Kind, numbers: Sequence[int], now: datetime) -> int:
        """Leave of these what may be left; return how many rows were removed or emptied. Of Gezien it may be a part."""

    async def count_leftovers(self, now: datetime) -> int:
        """How many that would be."""

    async def forget_leftovers(self, now: datetime) -> int:
        """Chats that are not closed any more, and albums that were answered; how many."""
