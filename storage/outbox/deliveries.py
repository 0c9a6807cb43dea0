"""The outbox in SQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.alert import Revision
from alerts.area import Place
from alerts.delivery import (
    CHAT_REFUSED,
    Claimed,
    DeliveryState,
    ForDigest,
    NewDelivery,
    Notice,
    Objected,
    Operation,
    Outcome,
    Priority,
    Sent,
    ShownText,
    Told,
    Unread,
    WaitsFor,
)
from alerts.errors import Conflict
from alerts.ids import AddressId, AlertId, DeliveryId, KvoGroupId, MemberId
from alerts.ports import CHAT_SPACING, DeliveryCount, InChat, QueueDepth, Reach, Received, Sending
from alerts.targeting import Target
from storage.database.transactions import Transaction, insert
from storage.outbox import (
    change_fan_out,
    claims,
    counts,
    digests,
    fan_out,
    group_chats,
    lateness,
    objections,
    queue,
    recounts,
    settling,
    shown_texts,
    wrong_clock,
)
from storage.tables import FARTHEST, addresses, alerts
from storage.tables import deliveries as stored

LONGER_THAN_SPACED = timedelta(minutes=1)  # a row that only waits for room in its chat is due sooner, or is spaced anew


class SqlDeliveries:
    """`alerts.ports.Deliveries` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._ready_at: datetime | None = None  # rows due by then were put among the ready ones

    async def enqueue(self, rows: Sequence[NewDelivery], now: datetime) -> int:
        """Queue the rows whose effect key is new; return how many."""
        if not rows:
            return 0
        new = insert(stored).on_conflict_do_nothing(index_elements=[stored.c.effect_key]).returning(stored.c.id)
        return len((await self._transaction.execute(new, [_values(row, now) for row in rows])).all())

    async def reach(self, target: Target, coordinators: Sequence[MemberId] = (), *, now: datetime) -> Reach:
        """Whom the target and the listed coordinators reach now: the same people as `fan_out`."""
        return await fan_out.reach(self._transaction, target, coordinators, now)

    async def nearest(self, target: Target, *, now: datetime) -> MemberId | None:
        """The member with the shop nearest to the place among those whom the target reaches."""
        return await fan_out.nearest(self._transaction, target, now)

    async def places_reached(self, target: Target, now: datetime) -> list[Place]:
        """The places of the shops that the target reaches: each PC4 once for each municipality that a PC6 in it lies
        in, or that a shop in it named."""
        return await fan_out.places_reached(self._transaction, target, now)

    async def fan_out(
        self,
        revision: Revision,
        target: Target,
        coordinators: Sequence[MemberId],
        *,
        priority: Priority,
        deadline: datetime,
        now: datetime,
    ) -> int:
        """Queue the revision once for each member whom the target or the list of coordinators reaches, nearest first;
        return how many."""
        return await fan_out.fan_out(
            self._transaction, revision, target, coordinators, priority=priority, deadline=deadline, now=now
        )

    async def fan_out_to_chats(
        self, revision: Revision, chats: Sequence[AddressId], *, deadline: datetime, now: datetime
    ) -> int:
        """Queue the revision for each of these group chats, ahead of all members of the same priority; return how
        many."""
        return await fan_out.fan_out_to_chats(self._transaction, revision, chats, deadline=deadline, now=now)

    async def fan_out_change(self, revision: Revision, *, priority: Priority, deadline: datetime, now: datetime) -> int:
        """Queue the revision for each address where an earlier one arrived or is under way; return how many."""
        return await change_fan_out.fan_out(self._transaction, revision, priority=priority, deadline=deadline, now=now)

    async def remove_earlier(self, revision: Revision, stub: Notice, *, deadline: datetime, now: datetime) -> int:
        """Queue the deletion of each earlier text, behind this revision at the same address; return how many."""
        return await change_fan_out.remove_earlier(self._transaction, revision, stub, deadline=deadline, now=now)

    async def mark_earlier(self, revision: Revision, *, due_at: datetime, deadline: datetime, now: datetime) -> int:
        """Queue an edit of each earlier text, behind this revision at the same address; return how many."""
        return await change_fan_out.mark_earlier(self._transaction, revision, due_at=due_at, deadline=deadline, now=now)

    async def received(self, alert: AlertId) -> Received:
        """Count the addresses where a text of the alert arrived or is under way."""
        return await change_fan_out.received(self._transaction, alert)

    async def in_chats(self, alert: AlertId) -> list[InChat]:
        """The newest text of the alert in each group chat where one arrived and the bot still is: the message that a
        reply goes to."""
        return await group_chats.in_chats(self._transaction, alert)

    async def is_changing(self, delivery: DeliveryId) -> bool:
        """Whether an edit or deletion of this message waits or is under way."""
        return await group_chats.is_changing(self._transaction, delivery)

    async def chat_with(self, alert: AlertId, channel: str, ref: str) -> AddressId | None:
        """The group chat with this platform address, now or when a text of the alert arrived, to which the alert was
        sent; None when there is none."""
        return await group_chats.chat_with(self._transaction, alert, channel, ref)

    async def claim(
        self,
        limit: int,
        owner: str,
        lease: timedelta,
        now: datetime,
        *,
        with_groups: bool = True,
        priorities: Collection[Priority] | None = None,
        spacing: timedelta = CHAT_SPACING,
    ) -> list[DeliveryId]:
        """Mark up to `limit` due rows `sending` for this owner; return their ids by priority, distance and age."""
        await self._transaction.lock_claims()
        if self._ready_at != now:
            await queue.ready(self._transaction, now)
            self._ready_at = now
        walk, mine = queue.Walk(limit, now, spacing), queue.Owner(owner, lease)
        going = await queue.claim(self._transaction, walk, mine, with_groups=with_groups, priorities=priorities)
        if walk.delays:
            self._ready_at = None
        return going

    async def claimed(self, ids: Sequence[DeliveryId], owner: str) -> list[Claimed]:
        """Those of these rows that the owner still has claimed, by priority, distance and age."""
        return await claims.claimed(self._transaction, ids, owner)

    async def next_due(
        self, *, with_groups: bool = True, priorities: Collection[Priority] | None = None
    ) -> datetime | None:
        """When the next queued row is due, None when there is none; `priorities`: only of these."""
        return await queue.next_due(self._transaction, with_groups=with_groups, priorities=priorities)

    async def depth(self, now: datetime) -> QueueDepth:
        """Count what is due, held, and under way."""
        return await counts.depth(self._transaction, now)

    async def late_p1(self, now: datetime, before: datetime) -> datetime | None:
        """Since when the longest waiting P1 waits, if that is since `before` or earlier; its reader's own pause does
        not count."""
        return await lateness.late_p1(self._transaction, now, before)

    async def due(self, now: datetime) -> Mapping[Priority, datetime]:
        """Since when the oldest delivery of each priority is due."""
        return await lateness.due(self._transaction, now)

    async def misdated(self, now: datetime) -> int:
        """Count the rows that wait for a moment that came from a wrong clock, among those that wait longest; 0 when
        there are none."""
        return await wrong_clock.count(self._transaction, now)

    async def waiting_by_priority(self) -> Mapping[Priority, int]:
        """Count the rows in the queue by priority, due or held."""
        return await lateness.waiting_by_priority(self._transaction)

    async def settle(self, delivery: DeliveryId, outcome: Outcome, now: datetime) -> None:
        """Store the outcome of a claimed row. Raises Conflict when it was settled before."""
        if not await self.settle_all([(delivery, outcome)], now):
            raise Conflict

    async def settle_all(self, outcomes: Sequence[tuple[DeliveryId, Outcome]], now: datetime) -> set[DeliveryId]:
        """Store the outcomes of claimed rows; return the rows that were not settled before."""
        self._ready_at = None
        return await settling.settle(self._transaction, outcomes, now)

    async def settle_sent(self, arrived: Sequence[tuple[DeliveryId, Sent]], now: datetime) -> None:
        """Store in one go that these claimed rows arrived; a row that was settled before stays as it is."""
        await settling.settle_sent(self._transaction, arrived, now)

    async def hold(self, delivery: DeliveryId, until: datetime, reason: str) -> None:
        """Put a claimed row back in the queue until this moment. Raises Conflict when it was settled before."""
        if not await self.hold_all([(delivery, until, reason)]):
            raise Conflict

    async def hold_all(self, held: Sequence[tuple[DeliveryId, datetime, str]]) -> set[DeliveryId]:
        """Put claimed rows back in the queue, each until its moment and with its reason; return the rows that were not
        settled before."""
        self._ready_at = None
        return await settling.hold(self._transaction, held)

    async def waiting(self, alert: AlertId) -> int:
        """How many texts of the alert wait in the queue."""
        counted = sa.select(sa.func.count().label("n")).where(*_waits_of(alert))
        return int((await self._transaction.one(counted)).n)

    async def skip_waiting(self, alert: AlertId, reason: str, now: datetime) -> int:
        """Skip the alert's texts that still wait in the queue, for this reason; return how many. What is under way goes
        on."""
        skipped = sa.update(stored).where(*_waits_of(alert))
        became = {"state": DeliveryState.SKIPPED, "reason": reason, "settled_at": now}
        await recounts.mark(self._transaction, alert)
        return await self._transaction.changed(skipped.values(became))

    async def release_held(self, member: MemberId, now: datetime) -> int:
        """Make due now what waits as this member chose, so that the policies are asked again; return how many."""
        mine = sa.select(addresses.c.id).where(addresses.c.member_id == member)
        # Written as in the partial index of held rows.
        is_held = sa.text("state = 'queued' AND (reason = 'paused' OR reason = 'closed' OR reason = 'quiet')")
        held = sa.update(stored).where(stored.c.address_id.in_(mine), is_held)
        return await self._transaction.changed(held.values(due_at=now, waits_for=WaitsFor.NOTHING))

    async def release_closed(self, now: datetime, ref: str | None = None) -> int:
        """Make due now what still waits long for a chat that a 429 closed and that is open again (this one, or any);
        return how many."""
        await self._transaction.lock_claims()
        waits = sa.text("state = 'queued' AND waits_for = 'chat'")  # written as in a partial index
        closed = sa.update(stored).where(waits, stored.c.due_at > now + LONGER_THAN_SPACED)
        if ref is not None:
            closed = closed.where(stored.c.address_id.in_(sa.select(addresses.c.id).where(addresses.c.ref == ref)))
        return await self._transaction.changed(closed.values(due_at=now, waits_for=WaitsFor.NOTHING))

    async def release_misdated(self, now: datetime) -> int:
        """Make due now what waits for a moment that came from a wrong clock; return how many."""
        return await wrong_clock.release(self._transaction, now)

    async def release_refused(self, group: KvoGroupId, now: datetime) -> int:
        """Make due now what waits because this group's chat refused messages; return how many."""
        its = sa.select(addresses.c.id).where(addresses.c.kvo_group_id == group)
        which = (stored.c.address_id.in_(its), stored.c.state == DeliveryState.QUEUED, stored.c.reason == CHAT_REFUSED)
        held = sa.update(stored).where(*which)
        return await self._transaction.changed(held.values(due_at=now, waits_for=WaitsFor.NOTHING))

    async def void_claims(self, now: datetime, *, keep: str | None = None) -> int:
        """Release rows left `sending` by an owner that is gone: back to the queue, or `unknown` where the row gives
        up."""
        return await claims.release_orphaned_claims(self._transaction, now, keep=keep)

    async def counts(self, alert: AlertId) -> list[DeliveryCount]:
        """Count the alert's texts by state and reason (also why a queued one is held), group chats apart."""
        return await counts.counts(self._transaction, alert)

    async def sending_of(self, alerts: Collection[AlertId]) -> dict[AlertId, Sending]:
        """How far the first text of each of these alerts is; alerts without recipients are left out."""
        return await counts.sending_of(self._transaction, alerts)

    async def arrived_by(self, alert: AlertId, moments: Sequence[datetime]) -> list[int]:
        """How many deliveries of the alert's first text had arrived at each of these moments."""
        return await counts.arrived_by(self._transaction, alert, moments)

    async def to_recount(self) -> list[AlertId]:
        """The alerts of which something was settled, held or seen since they were last counted."""
        return await recounts.waiting(self._transaction)

    async def mark_counted(self, alerts: Collection[AlertId]) -> None:
        """Note that these alerts were counted in this transaction."""
        await recounts.forget(self._transaction, alerts)

    async def times_counted(self) -> int:
        """How many times `mark_counted` was called for any alert."""
        return await recounts.times(self._transaction)

    async def addressed_to(self, alert: AlertId, member: MemberId) -> bool:
        """Whether a text of the alert was queued for the member. One that the member asked to read does not count."""
        return await fan_out.was_addressed(self._transaction, alert, member)

    async def add_shown(self, revision: Revision, address: AddressId, now: datetime) -> ShownText:
        """Store that this text is about to be shown at the address, because its member asked for it."""
        return await shown_texts.add(self._transaction, revision, address, now)

    async def settle_shown(self, shown: DeliveryId, sent: Sent) -> None:
        """Store as which message a text that was asked for arrived."""
        await shown_texts.settle(self._transaction, shown, sent)

    async def told(self, alert: AlertId, key: str) -> list[Told]:
        """The notices about the alert that were queued under effect keys that begin with this one, one for each
        address, oldest first."""
        sent = sa.and_(
            stored.c.alert_id == alert,
            stored.c.revision_id.is_(None),  # an index tells this without reading the row
            stored.c.revision_number.is_(None),
            stored.c.operation == Operation.SEND,
        )
        under_key = sa.select(stored).where(sent, stored.c.effect_key.startswith(f"{key}:", autoescape=True))
        return [_told(row) for row in await self._transaction.rows(under_key.order_by(stored.c.id))]

    async def cards(self, keys: Collection[str]) -> list[Told]:
        """The notices that were queued under effect keys that begin with one of these, one for each address, oldest
        first."""
        under = (sa.and_(stored.c.effect_key > f"{key}:", stored.c.effect_key < f"{key};") for key in keys)
        sent = sa.select(stored).where(sa.or_(sa.false(), *under), stored.c.operation == Operation.SEND)
        return [_told(row) for row in await self._transaction.rows(sent.order_by(stored.c.id))]

    async def unread(self, alert: AlertId, now: datetime, *, since: datetime, until: datetime) -> list[Unread]:
        """The first texts of the alert that arrived after `since` and up to `until` at members who have not seen it and
        have no pause now."""
        return await digests.unread(self._transaction, alert, now, since=since, until=until)

    async def newest_for(self, address: AddressId) -> AlertId | None:
        """The newest alert of which a text came to an address."""
        came = fan_out.went_to(stored.c.address_id == address, stored.c.state == DeliveryState.SENT)
        sent = sa.select(alerts.c.id).where(alerts.c.sent_at.is_not(None), came)
        row = await self._transaction.first(sent.order_by(alerts.c.id.desc()).limit(1))
        return None if row is None else AlertId(row.id)

    async def objected(self, member: MemberId, since: datetime, most: int) -> list[Objected]:
        """The first texts of alerts sent since then that a policy dropped or holds for the member, newest first."""
        return await objections.of_member(self._transaction, member, since, most)

    async def has_for_digest(self, hours: Mapping[int, datetime]) -> bool:
        """Whether something waits for a digest that is due, by the last moments of the hours at which digests go."""
        return await digests.has_for_digest(self._transaction, hours)

    async def for_digest(self, hours: Mapping[int, datetime], most: int) -> list[ForDigest]:
        """What was put aside for the members whose digest is due, at most so many members."""
        return await digests.for_digest(self._transaction, hours, most)

    async def mark_digested(self, address: AddressId) -> None:
        """Note that what was put aside for this address stood in a digest."""
        await digests.mark_digested(self._transaction, address)

    async def count_singles(self, address: AddressId, since: datetime) -> int:
        """Count the first texts of P3 and P4 that came to an address by themselves since then."""
        return await digests.count_singles(self._transaction, address, since)

    async def by_key(self, effect_key: str) -> tuple[DeliveryId, DeliveryState] | None:
        """The id and state of the row with this effect key."""
        row = await self._transaction.first(
            sa.select(stored.c.id, stored.c.state).where(stored.c.effect_key == effect_key)
        )
        return None if row is None else (row.id, row.state)


def _told(row: sa.Row[Any]) -> Told:
    return Told(row.id, row.address_id, Notice(row.notice_view, row.notice_fields), row.state, row.settled_at)


def _waits_of(alert: AlertId) -> tuple[sa.ColumnElement[bool], ...]:
    """Match the alert's texts that nobody has claimed yet; not what coordinators are told about it."""
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
        "distance_sq": 0 if row.priority is Priority.P1 else FARTHEST,  # a request to decide on a P1 goes first
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
