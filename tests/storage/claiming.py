"""Claiming as the outbox does: rows are marked, then read."""

from datetime import datetime, timedelta

from alerts.delivery import Claimed
from alerts.ports import UnitOfWork

LEASE = timedelta(minutes=2)


async def claim(
    uow: UnitOfWork, limit: int, owner: str, now: datetime, lease: timedelta = LEASE, *, with_groups: bool = True
) -> list[Claimed]:
    """Up to so many due rows, in order."""
    marked = await uow.deliveries.claim(limit, owner, lease, now, with_groups=with_groups)
    return await uow.deliveries.claimed(marked, owner)
