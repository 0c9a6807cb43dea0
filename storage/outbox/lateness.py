"""Lateness: how much waits of each priority, since when, and which P1 waits longer than it should."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.clock_doubt import TOLERANCE
from alerts.delivery import PAUSED, QUIET, Priority
from storage.database.transactions import Transaction
from storage.tables import deliveries
from storage.tables.columns import Utc

_MOST = 1_000  # rows of a P1 of each kind that are looked at: those that go first, and those that wait longest
_MOST_DUE = 100  # rows of each priority and kind that `due` looks at
# Written as in the partial indexes, which bound values would not match.
_is_ready = sa.text("state = 'queued' AND waits_for = 'nothing'")
_is_waiting = sa.text("state = 'queued' AND waits_for <> 'nothing'")
_is_sending = sa.text("o.state = 'sending'")
_is_queued = sa.text("state = 'queued'")
_before, _ahead = (sa.bindparam(name, type_=Utc()) for name in ("before", "ahead"))
_under_way = deliveries.alias("o")
Since = Callable[[sa.FromClause], sa.ColumnElement[Any]]


def _of_p1(table: sa.FromClause) -> sa.ColumnElement[Any]:
    """Since when a P1 waits: from its due time where its reader paused or has quiet hours, else from its creation. One
    that a clock in doubt dated ahead counts as late, as nobody knows how long it waits."""
    is_held, is_ahead = table.c.reason.in_((PAUSED, QUIET)), table.c.created_at > _ahead
    return sa.case((is_held, table.c.due_at), (is_ahead, _before), else_=table.c.created_at)


def _of_any(table: sa.FromClause) -> sa.ColumnElement[Any]:
    return table.c.due_at


def _parts(priority: Priority, since: Since, most: int) -> list[sa.Select[Any]]:
    """Select what goes next of a priority, what waits longest, and what is under way: a stretch of an index each."""
    which: sa.ColumnElement[str] = sa.literal_column(f"'{priority}'")
    queued = sa.select(since(deliveries).label("since")).where(deliveries.c.priority == which).limit(most)
    going = sa.select(since(_under_way).label("since")).where(_under_way.c.priority == which).limit(most)
    return [
        queued.where(_is_ready).order_by(deliveries.c.distance_sq, deliveries.c.id),
        queued.where(_is_waiting).order_by(deliveries.c.due_at),
        going.where(_is_sending, _under_way.c.address_id.is_not(None)),
    ]


def _late() -> sa.Select[Any]:
    parts = (part.subquery() for part in _parts(Priority.P1, _of_p1, _MOST))
    every = sa.union_all(*(sa.select(part) for part in parts)).subquery()
    return sa.select(sa.func.min(every.c.since, type_=Utc()).label("since")).where(every.c.since <= _before)


def _due() -> sa.CompoundSelect[Any]:
    """Select since when the oldest of those looked at is due, by priority; and the oldest of all."""
    found: list[Any] = []
    for priority in Priority:
        parts = (part.subquery() for part in _parts(priority, _of_any, _MOST_DUE))
        every = sa.union_all(*(sa.select(part) for part in parts)).subquery()
        oldest = sa.func.min(every.c.since, type_=Utc()).label("since")
        found.append(sa.select(sa.literal_column(f"'{priority}'").label("priority"), oldest))
    of_all = sa.select(deliveries.c.priority, deliveries.c.due_at).where(_is_queued)
    first = of_all.order_by(deliveries.c.due_at).limit(1).subquery()
    return sa.union_all(*found, sa.select(first.c.priority, first.c.due_at))


_counts = tuple(
    sa.select(deliveries.c.priority, sa.func.count().label("n")).where(which).group_by(deliveries.c.priority)
    for which in (_is_ready, _is_waiting)
)


_late_p1, _first_due = _late(), _due()


async def late_p1(transaction: Transaction, now: datetime, before: datetime) -> datetime | None:
    """Since when the longest waiting P1 waits, if that is since `before` or earlier; its reader's own pause does not
    count."""
    found = await transaction.execute(_late_p1, {"before": before, "ahead": now + TOLERANCE})
    since: datetime | None = found.scalar_one()
    return since


async def due(transaction: Transaction, now: datetime) -> Mapping[Priority, datetime]:
    """Since when the oldest delivery of each priority is due."""
    found: dict[Priority, datetime] = {}
    for row in await transaction.rows(_first_due):
        priority = Priority(row.priority)
        if row.since is not None and row.since <= now:
            found[priority] = min(row.since, found.get(priority, now))
    return found


def statements() -> tuple[sa.Select[Any] | sa.CompoundSelect[Any], ...]:
    """The statements of every look, for tests of their query plans."""
    return _late_p1, _first_due


async def waiting_by_priority(transaction: Transaction) -> Mapping[Priority, int]:
    """Count the rows in the queue by priority, due or held."""
    found = dict.fromkeys(Priority, 0)
    for statement in _counts:
        for row in await transaction.rows(statement):
            found[row.priority] += row.n
    return found
