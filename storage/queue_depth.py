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


async def depth(transaction: Transaction, now: datetime) -> QueueDepth:
    """What is due, what is held back until later, and what is under way."""
    is_due = stored.c.due_at <= now
    queued = sa.select(
        sa.func.count().filter(is_due).label("due"), sa.func.count().filter(~is_due).label("held")
    ).where(_is_queued)
    waiting = await transaction.one(queued.select_from(stored))
    sending = await transaction.one(sa.select(sa.func.count().label("n")).select_from(stored).where(_is_sending))
    next_due = await claims.next_due(transaction, with_groups=True)
    return QueueDepth(waiting.due, waiting.held, sending.n, next_due if next_due and next_due <= now else None)
