"""Everybody who gets an alert, counted or put in the queue, without a row coming into Python."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import Revision
from alerts.delivery import PRIORITY_OF, DeliveryState, OnUnknown, Operation, Priority
from alerts.ids import AddressId, AlertId, MemberId
from alerts.ports import BranchCount, Reach
from alerts.severity import Severity
from alerts.targeting import Target
from storage import recounts, targeting
from storage.dialects import insert
from storage.distances import metres_of
from storage.engine import Transaction
from storage.tables import FARTHEST, addresses, deliveries, members, premises


async def reach(transaction: Transaction, target: Target, coordinators: Sequence[MemberId]) -> Reach:
    """Whom the target and the list reach now."""
    found = _everybody(target, coordinators)
    nearest_first = (found.c.distance_sq, sa.func.coalesce(found.c.premises_id, FARTHEST))
    place = sa.func.row_number().over(partition_by=found.c.member_id, order_by=nearest_first)
    ranked = sa.select(found.c.branch, found.c.distance_sq, place.label("place")).subquery()
    known = sa.func.nullif(ranked.c.distance_sq, FARTHEST)
    counted = sa.select(
        ranked.c.branch,
        sa.func.count().label("members"),
        sa.func.min(known).label("nearest"),
        sa.func.max(known).label("farthest"),
    )
    rows = await transaction.rows(
        counted.where(ranked.c.place == 1).group_by(ranked.c.branch).order_by(sa.desc("members"), ranked.c.branch)
    )
    nearest = [row.nearest for row in rows if row.nearest is not None]
    farthest = [row.farthest for row in rows if row.farthest is not None]
    return Reach(
        by_branch=tuple(BranchCount(row.branch, row.members) for row in rows),
        nearest_m=metres_of(min(nearest, default=FARTHEST)),
        farthest_m=metres_of(max(farthest, default=FARTHEST)),
    )


async def fan_out(
    transaction: Transaction,
    revision: Revision,
    target: Target,
    coordinators: Sequence[MemberId],
    *,
    severity: Severity,
    deadline: datetime,
    now: datetime,
) -> int:
    """One row for each member whom the target or the list reaches; return how many."""
    return await queue(
        transaction,
        revision,
        _nearest(target, coordinators),
        priority=PRIORITY_OF[severity],
        deadline=deadline,
        now=now,
    )


async def fan_out_to_chats(
    transaction: Transaction, revision: Revision, chats: Sequence[AddressId], *, deadline: datetime, now: datetime
) -> int:
    """One row for each of these addresses, before any member's of this severity; return how many."""
    at_once = sa.select(addresses.c.id.label("address_id"), sa.literal(0, sa.BigInteger()).label("distance_sq"))
    to = at_once.where(addresses.c.id.in_(sorted(chats))).subquery()
    priority = PRIORITY_OF[revision.content.severity]
    return await queue(transaction, revision, to, priority=priority, deadline=deadline, now=now)


async def queue(
    transaction: Transaction,
    revision: Revision,
    to: sa.Subquery,
    *,
    priority: Priority,
    deadline: datetime,
    now: datetime,
) -> int:
    """The text for each address in `to`, which also has the squared distance; return how many are new."""
    await recounts.mark(transaction, revision.alert_id)
    key = sa.literal(f"alert:{revision.alert_id}:{revision.number}:") + sa.cast(to.c.address_id, sa.String())
    each = {"effect_key": key, "address_id": to.c.address_id, "distance_sq": to.c.distance_sq}
    alike = {
        "operation": Operation.SEND,
        "alert_id": revision.alert_id,
        "revision_id": revision.id,
        "revision_number": revision.number,
        "priority": priority,
    }
    return await queue_rows(transaction, each, alike, sa.true(), deadline=deadline, now=now)


async def queue_rows(
    transaction: Transaction,
    each: Mapping[str, sa.ColumnElement[Any]],
    alike: Mapping[str, object],
    *which: sa.ColumnElement[bool],
    deadline: datetime,
    now: datetime,
) -> int:
    """Queue a row for each that these select, with what differs (`each`) and what does not; return how many are new.

    They stand in the table in the order in which they are claimed: a batch then changes a few pages, not one a row.
    """
    fresh = {
        "state": DeliveryState.QUEUED,
        "reason": "",
        "detail": "",
        "due_at": now,
        "deadline": deadline,
        "on_unknown": OnUnknown.RESEND,
        "attempts": 0,
        "created_at": now,
    }
    literals = {name: sa.literal(value, deliveries.c[name].type) for name, value in {**alike, **fresh}.items()}
    row = {**each, **literals}
    rows = sa.select(*(column.label(name) for name, column in row.items())).where(*which).order_by(each["distance_sq"])
    new = insert(deliveries).from_select(list(row), rows).on_conflict_do_nothing()
    return await transaction.changed(new)


async def was_addressed(
    transaction: Transaction, alert: AlertId, member: MemberId, *, chat: AddressId | None = None
) -> bool:
    """Whether the alert was put in the queue for the member, or for this group's chat."""
    theirs = sa.select(addresses.c.id).where(addresses.c.member_id == member)
    to_whom = deliveries.c.address_id.in_(theirs) if chat is None else deliveries.c.address_id == chat
    of_alert = (deliveries.c.alert_id == alert, deliveries.c.revision_id.is_not(None))
    return await transaction.first(sa.select(deliveries.c.id).where(*of_alert, to_whom).limit(1)) is not None


def _nearest(target: Target, coordinators: Sequence[MemberId]) -> sa.Subquery:
    """The oldest address of each, with the shortest distance."""
    found = _everybody(target, coordinators)
    return (
        sa.select(
            sa.func.min(addresses.c.id).label("address_id"), sa.func.min(found.c.distance_sq).label("distance_sq")
        )
        .join_from(found, addresses, addresses.c.member_id == found.c.member_id)
        .group_by(found.c.member_id)
        .subquery()
    )


def _everybody(target: Target, coordinators: Sequence[MemberId]) -> sa.Subquery:
    """Members with their premises and distance, possibly more than once; coordinators without."""
    listed = sa.select(
        members.c.id.label("member_id"),
        sa.cast(sa.null(), premises.c.id.type).label("premises_id"),
        sa.cast(sa.null(), premises.c.branch.type).label("branch"),
        sa.literal(FARTHEST, sa.BigInteger()).label("distance_sq"),
    ).where(members.c.id.in_(sorted(coordinators)), members.c.stopped_at.is_(None))
    if not target.tlp.is_for_shops:
        return listed.subquery()
    return sa.union_all(*targeting.ways(targeting.from_values(target)), listed).subquery()
