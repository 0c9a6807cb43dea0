"""How much waits in the outbox: counted in the small indexes of what is open, whatever was sent before."""

from datetime import datetime

import sqlalchemy as sa

from alerts.ports import QueueDepth
from storage import claims
from storage.engine import Transaction
from storage.tables import deliveries as stored

# As they stand in the indexes, which bound values would not match.
_is_queued = sa.text("state = 'queued'")
_is_sending = sa.text("state = 'sending'")


# The lease is asked for so that the index of claims is taken, and not a larger one that covers the states of all.
UNDER_WAY = sa.select(sa.func.count().label("n")).where(_is_sending, stored.c.lease_until.is_not(None))


def waiting(now: datetime) -> sa.Select[int, int]:
    """How many are due, and how many are held back until later."""
    is_due = stored.c.due_at <= now
    due, held = sa.func.count().filter(is_due).label("due"), sa.func.count().filter(~is_due).label("held")
    return sa.select(due, held).select_from(stored).where(_is_queued)


async def depth(transaction: Transaction, now: datetime) -> QueueDepth:
    """What is due, what is held back until later, and what is under way."""
    queued = await transaction.one(waiting(now))
    sending = await transaction.one(UNDER_WAY)
    next_due = await claims.next_due(transaction, with_groups=True)
    return QueueDepth(queued.due, queued.held, sending.n, next_due if next_due and next_due <= now else None)
