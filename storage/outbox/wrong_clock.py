"""Misdates: deliveries that wait for a moment that came from a wrong clock. Behind `SqlDeliveries`."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from alerts.clock_doubt import TOLERANCE
from alerts.delivery import CLOCK_DOUBTED, LONGEST_CLOSURE, WaitsFor
from storage.database.transactions import Transaction
from storage.tables import deliveries

_MOST = 256  # rows that are looked at to count them: those that wait longest
_FULLEST_CHAT = timedelta(hours=6)  # rows that wait for room in one chat are spaced over less than this

_is_queued = sa.text("state = 'queued'")  # written as in the partial index of queued rows
_put_back = sa.and_(deliveries.c.reason == "", deliveries.c.attempts > 0, deliveries.c.waits_for == WaitsFor.TIME)
_spaced = sa.and_(deliveries.c.reason == "", deliveries.c.waits_for == WaitsFor.CHAT)


def _is_misdated(now: datetime) -> sa.ColumnElement[bool]:
    """Match rows that the wrong clock queued or held, or that are put back for longer than any retry is."""
    return sa.or_(
        deliveries.c.created_at > now,
        deliveries.c.reason == CLOCK_DOUBTED,
        sa.and_(_put_back, deliveries.c.due_at > now + LONGEST_CLOSURE + TOLERANCE),
        sa.and_(_spaced, deliveries.c.due_at > now + _FULLEST_CHAT),
    )


async def count(transaction: Transaction, now: datetime) -> int:
    """Count the rows that wait for a moment that came from a wrong clock, among those that wait longest; 0 when there
    are none."""
    last = (
        sa.select(_is_misdated(now).label("is_misdated"))
        .where(_is_queued, deliveries.c.due_at > now + TOLERANCE)
        .order_by(deliveries.c.due_at.desc())
        .limit(_MOST)
        .subquery()
    )
    counted = sa.select(sa.func.count().label("n")).select_from(last).where(last.c.is_misdated)
    return int((await transaction.one(counted)).n)


async def release(transaction: Transaction, now: datetime) -> int:
    """Make due now what waits for a moment that came from a wrong clock; return how many."""
    created = sa.case(
        (deliveries.c.created_at > now, sa.literal(now, deliveries.c.created_at.type)), else_=deliveries.c.created_at
    )
    became = {"due_at": now, "waits_for": WaitsFor.NOTHING, "reason": "", "created_at": created}
    ahead = sa.update(deliveries).where(_is_queued, deliveries.c.due_at > now, _is_misdated(now))
    return await transaction.changed(ahead.values(became))
