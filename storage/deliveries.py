"""The outbox."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.alert import Revision
from alerts.delivery import (
    Claimed,
    DeliveryState,
    NewDelivery,
    Notice,
    Operation,
    Outcome,
    Priority,
    Retry,
    Sent,
    Settled,
    Told,
)
from alerts.errors import Conflict
from alerts.ids import AddressId, AlertId, DeliveryId, MemberId
from alerts.ports import DeliveryCount, InChat, QueueDepth, Reach, Received
from alerts.severity import Severity
from alerts.targeting import Target
from storage import changes, chats, claims, counts, orphans, queue_depth, recipients, recounts
from storage.dialects import insert
from storage.engine import Transaction
from storage.tables import FARTHEST, addresses
from storage.tables import deliveries as stored

_is_open = stored.c.state.in_([DeliveryState.QUEUED, DeliveryState.SENDING])
_UNCLAIMED = {"claimed_by": None, "lease_until": None}


class SqlDeliveries:
    """`alerts.ports.Deliveries` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def enqueue(self, rows: Sequence[NewDelivery], now: datetime) -> int:
        """Queue those whose effect key is new; return how many."""
        if not rows:
            return 0
        new = insert(stored).on_conflict_do_nothing(index_elements=[stored.c.effect_key]).returning(stored.c.id)
        return len((await self._transaction.execute(new, [_values(row, now) for row in rows])).all())

    async def reach(self, target: Target, coordinators: Sequence[MemberId] = ()) -> Reach:
        """Whom the target and the list reach now: the same people as `fan_out`."""
        return await recipients.reach(self._transaction, target, coordinators)

    async def fan_out(
        self,
        revision: Revision,
        target: Target,
        coordinators: Sequence[MemberId],
        *,
        severity: Severity,
        deadline: datetime,
        now: datetime,
    ) -> int:
        """One row for each member whom the target or the list reaches, nearest first; return how many."""
        return await recipients.fan_out(
            self._transaction, revision, target, coordinators, severity=severity, deadline=deadline, now=now
        )

    async def fan_out_to_chats(
        self, revision: Revision, chats: Sequence[AddressId], *, deadline: datetime, now: datetime
    ) -> int:
        """One row for each of these group chats, before any member's of this severity; return how many."""
        return await recipients.fan_out_to_chats(self._transaction, revision, chats, deadline=deadline, now=now)

    async def fan_out_change(self, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime) -> int:
        """One row for each address that has an earlier text, nearest first; those that wait are skipped."""
        return await changes.fan_out(self._transaction, revision, priority=priority, deadline=deadline, now=now)

    async def remove_earlier(self, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime) -> int:
        """Delete each earlier text, after this one went to the same address."""
        return await changes.remove_earlier(self._transaction, revision, stub, deadline=deadline, now=now)

    async def received(self, alert: AlertId) -> Received:
        """Where a text of the alert arrived or is under way."""
        return await changes.received(self._transaction, alert)

    async def in_chats(self, alert: AlertId) -> list[InChat]:
        """The newest text of the alert in each group chat where it arrived and can be answered."""
        return await chats.in_chats(self._transaction, alert)

    async def chat_with(self, alert: AlertId, channel: str, ref: str) -> AddressId | None:
        """The group's chat where the alert was sent and that has this address, or had it when a text arrived."""
        return await chats.chat_with(self._transaction, alert, channel, ref)

    async def claim(
        self, limit: int, owner: str, lease: timedelta, now: datetime, *, with_groups: bool = True
    ) -> list[DeliveryId]:
        """Mark up to so many due rows `sending`, by priority, distance and age."""
        return await claims.claim(self._transaction, limit, owner, lease, now, with_groups=with_groups)

    async def claimed(self, ids: Sequence[DeliveryId], owner: str) -> list[Claimed]:
        """Those of these rows that the owner still has claimed, by priority, distance and age."""
        return await claims.claimed(self._transaction, ids, owner)

    async def next_due(self, *, with_groups: bool = True) -> datetime | None:
        """When the next queued row is due, those aside that wait for another row."""
        return await claims.next_due(self._transaction, with_groups=with_groups)

    async def depth(self, now: datetime) -> QueueDepth:
        """How much waits."""
        return await queue_depth.depth(self._transaction, now)

    async def settle(self, delivery: DeliveryId, outcome: Outcome, now: datetime) -> None:
        """Store what became of a claimed row. Raises Conflict when it was settled before."""
        await self._change(delivery, _settled(outcome, now))

    async def settle_sent(self, arrived: Sequence[tuple[DeliveryId, Sent]], now: datetime) -> None:
        """Store that these claimed rows arrived, at once; one that was settled before stays as it is."""
        await claims.settle_sent(self._transaction, arrived, now)
        await recounts.mark_of(self._transaction, [one for one, _ in arrived])

    async def hold(self, delivery: DeliveryId, until: datetime, reason: str) -> None:
        """Put a claimed row back until then."""
        await self._change(delivery, {"state": DeliveryState.QUEUED, "due_at": until, "reason": reason})

    async def _change(self, delivery: DeliveryId, values: dict[str, Any]) -> None:
        changed = sa.update(stored).where(stored.c.id == delivery, _is_open).values({**values, **_UNCLAIMED})
        if not await self._transaction.changed(changed):
            raise Conflict
        await recounts.mark_of(self._transaction, [delivery])

    async def waiting(self, alert: AlertId) -> int:
        """How many of its texts wait in the queue."""
        counted = sa.select(sa.func.count().label("n")).where(*_waits_of(alert))
        return int((await self._transaction.one(counted)).n)

    async def skip_waiting(self, alert: AlertId, reason: str, now: datetime) -> int:
        """Those are not sent any more, for this reason; return how many. What is under way goes on."""
        skipped = sa.update(stored).where(*_waits_of(alert))
        became = {"state": DeliveryState.SKIPPED, "reason": reason, "settled_at": now}
        await recounts.mark(self._transaction, alert)
        return await self._transaction.changed(skipped.values(became))

    async def release_held(self, member: MemberId, now: datetime) -> int:
        """Rows that wait for the end of this member's pause are due now, so that the policies are asked again."""
        mine = sa.select(addresses.c.id).where(addresses.c.member_id == member)
        # As it stands in the index of what is paused.
        held = sa.update(stored).where(stored.c.address_id.in_(mine), sa.text("state = 'queued' AND reason = 'paused'"))
        return await self._transaction.changed(held.values(due_at=now))

    async def void_claims(self, now: datetime, *, keep: str | None = None) -> int:
        """Rows left `sending` by an owner that is gone: back to the queue, or unknown where they give up."""
        return await orphans.void(self._transaction, now, keep=keep)

    async def counts(self, alert: AlertId) -> list[DeliveryCount]:
        """The alert's texts by state and reason (why a queued one is held, too), group chats apart."""
        return await counts.counts(self._transaction, alert)

    async def to_recount(self) -> list[AlertId]:
        """Alerts of which something was settled, held back or seen since they were last counted."""
        return await recounts.waiting(self._transaction)

    async def mark_counted(self, alerts: Collection[AlertId]) -> None:
        """They were counted in this transaction."""
        await recounts.forget(self._transaction, alerts)

    async def addressed_to(self, alert: AlertId, member: MemberId) -> bool:
        """Whether the alert was sent to the member."""
        return await recipients.was_addressed(self._transaction, alert, member)

    async def told(self, alert: AlertId, key: str) -> list[Told]:
        """The notices about the alert that were queued to be sent under this key, at each address, oldest first."""
        sent = sa.and_(
            stored.c.alert_id == alert,
            stored.c.revision_id.is_(None),  # which an index says without the row
            stored.c.revision_number.is_(None),
            stored.c.operation == Operation.SEND,
        )
        under_key = sa.select(stored).where(sent, stored.c.effect_key.startswith(f"{key}:", autoescape=True))
        return [
            Told(row.id, row.address_id, Notice(row.notice_view, row.notice_fields))
            for row in await self._transaction.rows(under_key.order_by(stored.c.id))
        ]

    async def by_key(self, effect_key: str) -> tuple[DeliveryId, DeliveryState] | None:
        """A row by its effect key."""
        row = await self._transaction.first(
            sa.select(stored.c.id, stored.c.state).where(stored.c.effect_key == effect_key)
        )
        return None if row is None else (row.id, row.state)


def _waits_of(alert: AlertId) -> tuple[sa.ColumnElement[bool], ...]:
    """Texts that nobody claimed yet; not what coordinators are told about the alert."""
    is_text = stored.c.revision_id.is_not(None)
    return stored.c.alert_id == alert, is_text, stored.c.state == DeliveryState.QUEUED


def _values(row: NewDelivery, now: datetime) -> dict[str, Any]:
    return {
        "effect_key": row.effect_key,
        "address_id": row.address_id,
        "operation": row.operation,
        "notice_view": row.notice.view,
        "notice_fields": dict(row.notice.fields),
        "alert_id": row.alert_id,
        "distance_sq": FARTHEST,
        "priority": row.priority,
        "state": DeliveryState.QUEUED,
        "reason": "",
        "detail": "",
        "due_at": now,
        "deadline": row.deadline,
        "on_unknown": row.on_unknown,
        "attempts": 0,
        "target_id": row.target,
        "created_at": now,
    }


def _settled(outcome: Outcome, now: datetime) -> dict[str, Any]:
    match outcome:
        case Sent():
            return {
                "state": DeliveryState.SENT,
                "message_ref": outcome.message_ref,
                "chat_ref": outcome.chat_ref,
                "reason": outcome.reason,
                "settled_at": now,
            }
        case Retry():
            return {
                "state": DeliveryState.QUEUED,
                "due_at": outcome.at,
                "attempts": stored.c.attempts + int(outcome.is_fault),
            }
        case Settled():
            return {
                "state": outcome.state,
                "reason": outcome.reason,
                "detail": outcome.detail,
                "settled_at": now,
            }
