"""The queue of the outbox: which rows are claimed next, and when the others are looked at again.

Only rows that are thought to be ready stand in the index that a claim walks. A row that the walk finds there and that
cannot go yet gets a time of its own and leaves that index in the same commit: a row that is not due, a row that waits
for another one, or a row whose chat has one under way. Those of one chat are spaced by its rate, in the order of the
queue.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from alerts.delivery import OPEN_STATES, DeliveryState, Priority, WaitsFor
from alerts.ids import DeliveryId
from storage.database.id_lists import ByIds
from storage.database.transactions import Transaction
from storage.tables import addresses, deliveries

MOST_WALKED = 1_000  # rows that one claim looks at; the next one goes on from there
MOST_READY = 256  # rows whose time has come that one claim puts back among the ready ones

_row = deliveries.alias("d")
_other = deliveries.alias("o")

# Written as in the partial indexes of the queue, which bound values would not match.
_is_ready = sa.text("d.state = 'queued' AND d.waits_for = 'nothing'")
_is_waiting = sa.text("d.state = 'queued' AND d.waits_for <> 'nothing'")
_is_queued = sa.text("d.state = 'queued'")
_is_still_queued = sa.text("state || '' = 'queued'")  # written so that no index matches: the id finds the row
_is_sending = sa.text("o.state = 'sending'")
_waits_for_chat = sa.text("o.state = 'queued' AND o.waits_for = 'chat'")
# Not an EXISTS: PostgreSQL would turn that into a join, and give up the order of the index for it.
_is_private = (
    sa.select(sa.literal_column("1"))
    .where(addresses.c.id == _row.c.address_id, addresses.c.kvo_group_id.is_(None))
    .scalar_subquery()
    .is_not(None)
)
_most = sa.bindparam("most", type_=sa.Integer())
_IN_ORDER = ("priority", "distance_sq", "id")

_SENDING: dict[str, Any] = {
    "state": sa.literal_column(f"'{DeliveryState.SENDING}'"),
    "waits_for": sa.literal_column(f"'{WaitsFor.NOTHING}'"),
    "reason": sa.literal_column("''"),
    "claimed_by": sa.bindparam("owner"),
}
_marked = ByIds(
    lambda among: (
        sa.update(deliveries)
        .where(among(deliveries.c.id, "ids"), _is_still_queued)
        .values(**_SENDING, lease_until=sa.bindparam("until"))
    )
)
# Among several processes a lease runs by the server's clock, inside the statement: to read the clock first would be a
# round trip while the others wait.
_marked_among_others = ByIds(
    lambda among: (
        sa.update(deliveries)
        .where(among(deliveries.c.id, "ids"), _is_still_queued)
        .values(**_SENDING, lease_until=sa.func.now() + sa.bindparam("lease", type_=sa.Interval()))
    )
)
_delayed = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.bindparam("delivery"))
    .values(due_at=sa.bindparam("due"), waits_for=sa.bindparam("why"))
)
_readied = ByIds(
    lambda among: (
        sa.update(deliveries)
        .where(among(deliveries.c.id, "ids"))
        .values(waits_for=sa.literal_column(f"'{WaitsFor.NOTHING}'"))
    )
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row at the head of the queue. `blocked_until`: the latest due time of an open row that must go before it.

    `is_busy`: its chat has a row under way. `behind`: the due time of the last row that waits for the same chat and
    comes before it.
    """

    id: DeliveryId
    address_id: int
    due_at: datetime
    blocked_until: datetime | None
    is_busy: bool
    behind: datetime | None


@dataclass(frozen=True, slots=True)
class Delay:
    """A row that cannot go yet, and when it is looked at again."""

    id: DeliveryId
    due_at: datetime
    waits_for: WaitsFor


@dataclass(frozen=True, slots=True)
class Owner:
    """The name of the process that claims, and the length of its lease."""

    name: str
    lease: timedelta


@dataclass(slots=True)
class Walk:
    """A walk along the queue: decides in its order which candidates go, and until when the others wait."""

    limit: int
    now: datetime
    spacing: timedelta
    going: list[DeliveryId] = field(default_factory=list)
    delays: list[Delay] = field(default_factory=list)
    _last_in: dict[int, datetime] = field(default_factory=dict)  # by address, when the last one of this walk goes

    def look_at(self, one: Candidate) -> None:
        """Let this candidate go, or delay it."""
        if one.due_at > self.now:
            self._delay(one, one.due_at, WaitsFor.TIME)
        elif one.blocked_until is not None:
            self._delay(one, max(one.blocked_until, self.now + self.spacing), WaitsFor.TIME)
        elif one.is_busy or one.behind is not None or one.address_id in self._last_in:
            before = max(one.behind or self.now, self._last_in.get(one.address_id, self.now))
            self._last_in[one.address_id] = before + self.spacing
            self._delay(one, before + self.spacing, WaitsFor.CHAT)
        else:
            self._last_in[one.address_id] = self.now
            self.going.append(one.id)

    def _delay(self, one: Candidate, until: datetime, why: WaitsFor) -> None:
        self.delays.append(Delay(one.id, until, why))

    @property
    def room(self) -> int:
        """How many more may go."""
        return self.limit - len(self.going)


async def claim(
    transaction: Transaction,
    walk: Walk,
    owner: Owner,
    *,
    with_groups: bool,
    priorities: Collection[Priority] | None,
) -> list[DeliveryId]:
    """Mark the rows that go `sending`, give a later time to the rows in the way that cannot go; return those that
    go."""
    head = _head(with_groups, None if priorities is None else frozenset(priorities))
    walked, size = 0, walk.limit
    while walk.room > 0 and walked < MOST_WALKED:
        found = (await transaction.execute(head, {"most": size})).all()
        before = len(walk.going), len(walk.delays)
        for row in found:
            if walk.room > 0:
                walk.look_at(_candidate(row))
        await _store(transaction, walk, before, owner)
        walked += len(found)
        if len(found) < size:
            break
        size = min(4 * size, MOST_WALKED)
    return walk.going


async def _store(transaction: Transaction, walk: Walk, before: tuple[int, int], owner: Owner) -> None:
    going, delays = walk.going[before[0] :], walk.delays[before[1] :]
    if going and transaction.is_shared:
        mine: dict[str, Any] = {"owner": owner.name, "lease": owner.lease}
        await transaction.execute(_marked_among_others.on(transaction), {"ids": going, **mine})
    elif going:
        until = walk.now + owner.lease
        await transaction.execute(_marked.on(transaction), {"ids": going, "owner": owner.name, "until": until})
    if delays:
        rows = [{"delivery": one.id, "due": one.due_at, "why": one.waits_for} for one in delays]
        await transaction.execute(_delayed, rows)


async def ready(transaction: Transaction, now: datetime) -> None:
    """Put rows whose time has come among the ready ones; to be called before the first claim of a transaction."""
    due = [row.id for row in await transaction.execute(_due, {"now": now, "most": MOST_READY})]
    if due:
        await transaction.execute(_readied.on(transaction), {"ids": due})


async def next_due(
    transaction: Transaction, *, with_groups: bool, priorities: Collection[Priority] | None
) -> datetime | None:
    """When the next queued row is due, None when there is none; `priorities`: only of these."""
    statement = _next_due(with_groups, None if priorities is None else frozenset(priorities))
    row = await transaction.first(statement)
    return None if row is None else row.due_at


def _candidate(row: Sequence[Any]) -> Candidate:
    one, address_id, due_at, earlier, target, is_busy, behind = row
    blocked = earlier if target is None else target if earlier is None else max(earlier, target)
    return Candidate(one, address_id, due_at, blocked, bool(is_busy), behind)


# Statements are built once: building them anew for each round takes longer than running them.


@cache
def _head(with_groups: bool, priorities: frozenset[Priority] | None) -> sa.Select[Any]:
    """Select the first rows of the queue's index, and only then what may hold them up."""
    which = () if with_groups else (_is_private,)
    names = ("id", "address_id", "alert_id", "revision_number", "target_id", "priority", "distance_sq", "due_at")
    parts = [
        sa.select(*(_row.c[name] for name in names))
        .where(_is_ready, *run, *which)
        .order_by(*(_row.c[name] for name in _IN_ORDER))
        .limit(_most)
        for run in _runs(priorities)
    ]
    head = parts[0].subquery("h")
    if len(parts) > 1:
        together = sa.union_all(*(sa.select(part.subquery()) for part in parts)).subquery()
        in_order = (together.c[name] for name in _IN_ORDER)
        head = sa.select(together).order_by(*in_order).limit(_most).subquery("h")
    columns = (head.c.id, head.c.address_id, head.c.due_at, *_holding_up(head))
    return sa.select(*columns).order_by(*(head.c[name] for name in _IN_ORDER))


def _holding_up(head: sa.Subquery) -> tuple[sa.ColumnElement[Any], ...]:
    """Select what may hold a row up: an earlier revision, the message that it changes, and the others in its chat.

    Each subquery asks for the order of the index by which it is found: to a planner that knows the table as empty, all
    indexes are alike otherwise.
    """
    is_open = _other.c.state.in_(OPEN_STATES)
    older = (
        sa.select(_other.c.due_at)
        .where(
            _other.c.alert_id == head.c.alert_id,
            _other.c.address_id == head.c.address_id,
            _other.c.revision_number < head.c.revision_number,
            is_open,
        )
        .order_by(_other.c.revision_number)
        .correlate(head)
        .subquery()
    )
    earlier = sa.select(sa.func.max(older.c.due_at))
    target = sa.select(_other.c.due_at).where(_other.c.id == head.c.target_id, is_open)
    is_its = _other.c.address_id.between(head.c.address_id, head.c.address_id)
    busy: sa.Select[Any] = (
        sa.select(sa.literal_column("1")).where(_is_sending, is_its).order_by(_other.c.address_id).limit(1)
    )
    places = (sa.tuple_(*(table.c[name] for name in _IN_ORDER)) for table in (_other, head))
    behind = (
        sa.select(_other.c.due_at)
        .where(_waits_for_chat, _other.c.address_id == head.c.address_id, next(places) < next(places))
        .order_by(*(_other.c[name].desc() for name in _IN_ORDER))
        .limit(1)
    )
    return tuple(each.scalar_subquery().label(None) for each in (earlier, target, busy, behind))


def _runs(priorities: frozenset[Priority] | None) -> list[tuple[sa.ColumnElement[bool], ...]]:
    """Conditions for neighbouring priorities, each of which is one stretch of the index."""
    if priorities is None:
        return [()]
    runs: list[list[Priority]] = [[]]
    for one in sorted(Priority):
        if one in priorities:
            runs[-1].append(one)
        elif runs[-1]:
            runs.append([])
    return [(_row.c.priority >= run[0], _row.c.priority <= run[-1]) for run in runs if run]


def _each_priority() -> sa.Select[Any]:
    """Select rows whose time has come: of each priority those that wait longest."""
    parts = [
        sa.select(_row.c.id, _row.c.priority, _row.c.due_at)
        .where(_is_waiting, _row.c.priority == sa.literal_column(f"'{one}'"), _row.c.due_at <= sa.bindparam("now"))
        .order_by(_row.c.due_at)
        .limit(_most)
        .subquery()
        for one in sorted(Priority)
    ]
    together = sa.union_all(*(sa.select(part) for part in parts)).subquery()
    return sa.select(together.c.id).order_by(together.c.priority, together.c.due_at).limit(_most)


_due = _each_priority()


@cache
def _next_due(with_groups: bool, priorities: frozenset[Priority] | None) -> sa.Select[Any]:
    which = () if with_groups else (_is_private,)
    if priorities is None:
        return sa.select(_row.c.due_at).where(_is_queued, *which).order_by(_row.c.due_at).limit(1)
    parts = []
    for one in sorted(priorities):
        of_class = sa.select(_row.c.due_at).where(_row.c.priority == sa.literal_column(f"'{one}'"), *which).limit(1)
        parts.append(of_class.where(_is_ready).order_by(_row.c.distance_sq, _row.c.id).subquery())
        parts.append(of_class.where(_is_waiting).order_by(_row.c.due_at).subquery())
    together = sa.union_all(*(sa.select(part) for part in parts)).subquery()
    return sa.select(together.c.due_at).order_by(together.c.due_at).limit(1)


def statements() -> list[sa.Select[Any]]:
    """Every statement that looks for rows, for tests of their query plans."""
    classes = (None, frozenset({Priority.P1}), frozenset({Priority.P1, Priority.P4, Priority.BACKGROUND}))
    each = [(with_groups, one) for with_groups in (True, False) for one in classes]
    return [_due, *(_head(*one) for one in each), *(_next_due(*one) for one in each)]
