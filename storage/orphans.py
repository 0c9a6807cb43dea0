"""Claims of owners that are gone. Behind `SqlDeliveries`."""

from datetime import datetime

import sqlalchemy as sa

from alerts.delivery import DeliveryState, OnUnknown
from storage.engine import Transaction
from storage.presence import ALIVE, number_of
from storage.tables import deliveries

# As it stands in the index of claims, which a bound value would not match.
_is_sending = sa.text("state = 'sending'")
_UNCLAIMED = {"claimed_by": None, "lease_until": None}


async def void(transaction: Transaction, now: datetime, *, keep: str | None) -> int:
    """Back to the queue, or unknown where they give up; return how many."""
    left = sa.update(deliveries).where(_is_sending, await _is_orphan(transaction, now, keep))
    again = left.where(deliveries.c.on_unknown == OnUnknown.RESEND)
    queued = {"state": DeliveryState.QUEUED, "due_at": now, "attempts": deliveries.c.attempts + 1}
    unknown = {"state": DeliveryState.UNKNOWN, "reason": "no-answer", "detail": "", "settled_at": now}
    return await transaction.changed(again.values(**queued, **_UNCLAIMED)) + await transaction.changed(
        left.values(**unknown, **_UNCLAIMED)
    )


async def _is_orphan(transaction: Transaction, now: datetime, keep: str | None) -> sa.ColumnElement[bool]:
    """In a file everything of another process than `keep`: there is one. On a server what nobody alive has claimed, and
    what was claimed for longer than its lease.
    """
    owner = deliveries.c.claimed_by
    if not transaction.is_shared:
        return sa.true() if keep is None else owner.is_distinct_from(keep)
    alive = {row.objid for row in await transaction.rows(ALIVE)}
    names = [row.claimed_by for row in await transaction.rows(sa.select(owner).where(_is_sending).distinct())]
    gone = [name for name in names if name is None or number_of(name) not in alive]
    return sa.or_(owner.in_(gone), deliveries.c.lease_until <= await transaction.shared_now(now))
