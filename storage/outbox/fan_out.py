"""Fan-out: everybody who gets an alert, counted or queued by the database, without a row coming into Python."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.alert import REACH_CHOICES_KM, Revision
from alerts.area import Place
from alerts.branch import Branch
from alerts.delivery import SHOWN, DeliveryState, OnUnknown, Operation, Priority, WaitsFor, priority_of
from alerts.ids import AddressId, AlertId, MemberId
from alerts.member import CONSOLE
from alerts.ports import BranchCount, Reach, RingCount
from alerts.targeting import Target
from storage import targeting
from storage.database.plan_cache import references_planned_once
from storage.database.transactions import Transaction, insert
from storage.outbox import recounts
from storage.tables import FARTHEST, addresses, alerts, deliveries, members, postcode_letters, postcodes, premises
from storage.tables.places import metres_of

_chats = addresses.alias()
# Who has no chat reads in the console what is live, and gets no copy.
_has_chat = sa.exists().where(_chats.c.member_id == members.c.id, _chats.c.channel != CONSOLE)
_RINGS_M = tuple(km * 1_000 for km in REACH_CHOICES_KM)


async def reach(transaction: Transaction, target: Target, coordinators: Sequence[MemberId], now: datetime) -> Reach:
    """Whom the target and the listed coordinators reach now: the same people as `fan_out`."""
    ranked = by_nearest_shop(await everybody(transaction, target, coordinators, now))
    known = sa.func.nullif(ranked.c.distance_sq, FARTHEST)
    ring = sa.case(*((ranked.c.distance_sq < (metres + 1) ** 2, metres) for metres in _RINGS_M), else_=None)
    counted = sa.select(
        ranked.c.branch,
        ring.label("ring"),
        sa.func.count().label("members"),
        sa.func.min(known).label("nearest"),
        sa.func.max(known).label("farthest"),
    )
    rows = await transaction.rows(counted.group_by(ranked.c.branch, sa.text("ring")))
    nearest = [row.nearest for row in rows if row.nearest is not None]
    farthest = [row.farthest for row in rows if row.farthest is not None]
    branches, rings = Counter[Branch | None](), Counter[int | None]()
    for row in rows:
        branches[row.branch] += row.members
        rings[row.ring] += row.members
    by_size = sorted(branches.items(), key=lambda one: (-one[1], one[0] or ""))
    return Reach(
        by_branch=tuple(BranchCount(*one) for one in by_size),
        nearest_m=metres_of(min(nearest, default=FARTHEST)),
        farthest_m=metres_of(max(farthest, default=FARTHEST)),
        by_ring=tuple(RingCount(ring, rings[ring]) for ring in (*_RINGS_M, None) if rings[ring]),
    )


async def nearest(transaction: Transaction, target: Target, now: datetime) -> MemberId | None:
    """The member with the shop nearest to the place among those whom the target reaches; of equals the first who
    joined."""
    if not target.tlp.is_for_shops:
        return None
    found = sa.union_all(*await _ways(transaction, target, now)).subquery()
    nearest_first = (found.c.distance_sq, found.c.member_id)
    row = await transaction.first(sa.select(found.c.member_id).order_by(*nearest_first).limit(1))
    return None if row is None else MemberId(row.member_id)


async def places_reached(transaction: Transaction, target: Target, now: datetime) -> list[Place]:
    """The places of the shops that the target reaches: each PC4 once for each municipality that a PC6 in it lies in, or
    that a shop in it named."""
    if not target.tlp.is_for_shops:
        return []
    found = sa.union_all(*await _ways(transaction, target, now)).subquery()
    told = sa.and_(postcodes.c.pc4 == premises.c.pc4, postcodes.c.part == postcode_letters.c.part)
    known = premises.outerjoin(postcode_letters, postcode_letters.c.pc6 == premises.c.pc6).outerjoin(postcodes, told)
    named = sa.func.coalesce(postcodes.c.municipality_id, premises.c.municipality_id).label("municipality_id")
    where = (premises.c.pc4, named)
    reached = sa.select(*where).select_from(known)
    reached = reached.where(premises.c.id.in_(sa.select(found.c.premises_id)), premises.c.pc4.is_not(None))
    rows = await transaction.rows(reached.distinct().order_by(*where))
    return [Place(row.pc4, municipality=row.municipality_id) for row in rows]


async def fan_out(
    transaction: Transaction,
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
    return await queue(
        transaction,
        revision,
        await _nearest(transaction, target, coordinators, now),
        priority=priority,
        deadline=deadline,
        now=now,
        are_new=not await is_queued(transaction, revision, addresses.c.member_id.is_not(None)),
    )


async def fan_out_to_chats(
    transaction: Transaction, revision: Revision, chats: Sequence[AddressId], *, deadline: datetime, now: datetime
) -> int:
    """Queue the revision for each of these group chats, ahead of all members of the same priority; return how many."""
    at_once = sa.select(addresses.c.id.label("address_id"), sa.literal(0, sa.BigInteger()).label("distance_sq"))
    to = at_once.where(addresses.c.id.in_(sorted(chats))).subquery()
    priority = priority_of(revision.content)
    return await queue(transaction, revision, to, priority=priority, deadline=deadline, now=now)


async def queue(
    transaction: Transaction,
    revision: Revision,
    to: sa.Subquery,
    *,
    priority: Priority,
    deadline: datetime,
    now: datetime,
    are_new: bool = False,
) -> int:
    """Queue the revision for each address in `to`, which also has the squared distance; return how many rows are new.

    `are_new`: no address has a row of it yet. Raises Conflict when one has, as effect keys are unique.
    """
    await recounts.mark(transaction, revision.alert_id)
    key = sa.literal(f"{_key_of(revision)}:") + sa.cast(to.c.address_id, sa.String())
    each = {"effect_key": key, "address_id": to.c.address_id, "distance_sq": to.c.distance_sq}
    alike = {
        "operation": Operation.SEND,
        "alert_id": revision.alert_id,
        "revision_id": revision.id,
        "revision_number": revision.number,
        "priority": priority,
    }
    return await queue_rows(transaction, each, alike, sa.true(), deadline=deadline, now=now, are_new=are_new)


async def is_queued(transaction: Transaction, revision: Revision, *to: sa.ColumnElement[bool]) -> bool:
    """Whether this revision is queued for an address that meets these conditions.

    Writers take turns, so what is not there now is not there until this transaction ends.
    """
    text = _key_of(revision)
    of_it = (deliveries.c.effect_key > f"{text}:", deliveries.c.effect_key < f"{text};")  # the sign after a colon
    known = sa.select(deliveries.c.id).outerjoin(addresses, addresses.c.id == deliveries.c.address_id)
    return await transaction.first(known.where(*of_it, *to).limit(1)) is not None


def _key_of(revision: Revision) -> str:
    """The beginning of the effect keys of a revision, before a colon and the address."""
    return f"alert:{revision.alert_id}:{revision.number}"


async def queue_rows(
    transaction: Transaction,
    each: Mapping[str, sa.ColumnElement[Any]],
    alike: Mapping[str, object],
    *which: sa.ColumnElement[bool],
    deadline: datetime,
    now: datetime,
    are_new: bool = False,
) -> int:
    """Queue one row for each row that the conditions select; return how many are new.

    `each` are the columns that differ, `alike` those that do not, also in place of what a fresh row has. Rows are
    inserted in the order in which they are claimed: a batch then changes a few pages, not one for each row. `are_new`:
    none of them is there yet, which saves PostgreSQL a look and a record of its log for each.
    """
    fresh = {
        "state": DeliveryState.QUEUED,
        "reason": "",
        "detail": "",
        "due_at": now,
        "waits_for": WaitsFor.NOTHING,
        "deadline": deadline,
        "on_unknown": OnUnknown.RESEND,
        "attempts": 0,
        "created_at": now,
    }
    literals = {name: sa.literal(value, deliveries.c[name].type) for name, value in {**fresh, **alike}.items()}
    row = {**each, **literals}
    rows = sa.select(*(column.label(name) for name, column in row.items())).where(*which).order_by(each["distance_sq"])
    new = insert(deliveries).from_select(list(row), rows)
    if not are_new:
        new = new.on_conflict_do_nothing(index_elements=[deliveries.c.effect_key])
    async with references_planned_once(transaction):
        return await transaction.changed(new)


def went_to(*to: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Match alerts of which a text went there. Not an EXISTS: PostgreSQL would turn that into a join, and read every
    delivery of every alert for it."""
    text: sa.Select[Any] = sa.select(sa.literal_column("1")).where(deliveries.c.alert_id == alerts.c.id, *to)
    of_alert = text.where(deliveries.c.revision_id.is_not(None)).limit(1)
    return of_alert.correlate(alerts).scalar_subquery().is_not(None)


async def was_addressed(
    transaction: Transaction, alert: AlertId, member: MemberId, *, chat: AddressId | None = None
) -> bool:
    """Whether a text of the alert was queued for the member, or for this group's chat. One that the member asked to
    read does not count."""
    theirs = sa.select(addresses.c.id).where(addresses.c.member_id == member)
    to_whom = deliveries.c.address_id.in_(theirs) if chat is None else deliveries.c.address_id == chat
    of_alert = (deliveries.c.alert_id == alert, deliveries.c.revision_id.is_not(None), deliveries.c.reason != SHOWN)
    return await transaction.first(sa.select(deliveries.c.id).where(*of_alert, to_whom).limit(1)) is not None


async def _nearest(
    transaction: Transaction, target: Target, coordinators: Sequence[MemberId], now: datetime
) -> sa.Subquery:
    """Select the oldest address of each member, with the member's shortest distance."""
    found = await everybody(transaction, target, coordinators, now)
    return (
        sa.select(
            sa.func.min(addresses.c.id).label("address_id"), sa.func.min(found.c.distance_sq).label("distance_sq")
        )
        .join_from(found, addresses, addresses.c.member_id == found.c.member_id)
        .group_by(found.c.member_id)
        .subquery()
    )


def by_nearest_shop(found: sa.Subquery) -> sa.Subquery:
    """Select each of these members once, by the nearest shop: its branch and squared distance."""
    nearest_first = (found.c.distance_sq, sa.func.coalesce(found.c.premises_id, FARTHEST))
    place = sa.func.row_number().over(partition_by=found.c.member_id, order_by=nearest_first)
    ranked = sa.select(found.c.member_id, found.c.branch, found.c.distance_sq, place.label("place")).subquery()
    return sa.select(ranked).where(ranked.c.place == 1).subquery()


async def everybody(
    transaction: Transaction, target: Target, coordinators: Sequence[MemberId], now: datetime
) -> sa.Subquery:
    """Select members with their premises and distance, possibly more than once; coordinators without."""
    listed = sa.select(
        members.c.id.label("member_id"),
        sa.cast(sa.null(), premises.c.id.type).label("premises_id"),
        sa.cast(sa.null(), premises.c.branch.type).label("branch"),
        sa.literal(FARTHEST, sa.BigInteger()).label("distance_sq"),
    ).where(members.c.id.in_(sorted(coordinators)), members.c.stopped_at.is_(None), _has_chat)
    if not target.tlp.is_for_shops:
        return listed.subquery()
    return sa.union_all(*await _ways(transaction, target, now), listed).subquery()


async def _ways(transaction: Transaction, target: Target, now: datetime) -> list[sa.Select[Any]]:
    widest = (await transaction.one(targeting.WIDEST)).wider_m
    return targeting.ways(targeting.from_values(target, now), widest)
