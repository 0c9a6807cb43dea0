"""Claims as the outbox makes them: rows are marked, then read."""

from collections.abc import Collection
from datetime import datetime, timedelta

from alerts.delivery import Claimed, Priority
from alerts.ports import UnitOfWork

LEASE = timedelta(minutes=2)
NO_TIME = timedelta(0)


async def claim(
    uow: UnitOfWork,
    limit: int,
    owner: str,
    now: datetime,
    lease: timedelta = LEASE,
    *,
    with_groups: bool = True,
    priorities: Collection[Priority] | None = None,
    spacing: timedelta = NO_TIME,
) -> list[Claimed]:
    """Claim up to this number of due rows, in order. Rows that wait for their chat may be claimed again at once, unless
    spaced."""
    marked = await uow.deliveries.claim(
        limit, owner, lease, now, with_groups=with_groups, priorities=priorities, spacing=spacing
    )
    return await uow.deliveries.claimed(marked, owner)
