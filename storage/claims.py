"""Claims: which rows of the outbox are next, with all that is needed to decide about them and to write them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.delivery import OPEN_STATES, Claimed, DeliveryState, Notice, Sent
from alerts.ids import DeliveryId
from alerts.member import Language
from storage.distances import metres_of
from storage.engine import Transaction
from storage.tables import addresses, alerts, deliveries, members, revisions

_row = deliveries.alias("d")
_earlier = deliveries.alias("earlier")
_target = deliveries.alias("target")

# As it stands in the indexes of the queue, which a bound value would not match.
_is_queued: sa.ColumnElement[bool] = sa.literal_column("d.state") == sa.literal_column("'queued'")
# Whom an earlier revision has not reached waits for it; a change waits for the message that it changes.
_may_go = sa.and_(
    ~sa.exists().where(
        _earlier.c.alert_id == _row.c.alert_id,
        _earlier.c.address_id == _row.c.address_id,
        _earlier.c.revision_number < _row.c.revision_number,
        _earlier.c.state.in_(OPEN_STATES),
    ),
    ~sa.exists().where(_target.c.id == _row.c.target_id, _target.c.state.in_(OPEN_STATES)),
)
# The newest earlier text of the alert that arrived at the address: a later one is a reply to it.
_answered = (
    sa.select(_earlier.c.id)
    .where(
        _earlier.c.alert_id == _row.c.alert_id,
        _earlier.c.address_id == _row.c.address_id,
        _earlier.c.revision_number < _row.c.revision_number,
        _earlier.c.revision_id.is_not(None),
        _earlier.c.state == DeliveryState.SENT,
    )
    .order_by(_earlier.c.revision_number.desc())
    .limit(1)
    .scalar_subquery()
)
_may_have_earlier = sa.exists().where(
    _earlier.c.alert_id == _row.c.alert_id,
    _earlier.c.address_id == _row.c.address_id,
    _earlier.c.revision_number < _row.c.revision_number,
    _earlier.c.revision_id.is_not(None),
    _earlier.c.state == DeliveryState.UNKNOWN,
)
# Run for many at once, so that all but what differs stands in the statement.
_arrived = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.bindparam("delivery"), sa.text("state IN ('queued', 'sending')"))
    .values(
        state=sa.literal_column(f"'{DeliveryState.SENT}'"),
        message_ref=sa.bindparam("message"),
        chat_ref=sa.bindparam("chat"),
        reason=sa.bindparam("why"),
        claimed_by=sa.null(),
        lease_until=sa.null(),
        settled_at=sa.bindparam("now"),
    )
)
# Statements are built once: to write them down anew for each round takes longer than to run them.
_in_order = (_row.c.priority, _row.c.distance_sq, _row.c.id)
_is_private = sa.exists().where(addresses.c.id == _row.c.address_id, addresses.c.kvo_group_id.is_(None))


def _marking(*which: sa.ColumnElement[bool]) -> sa.Executable:
    due = (
        sa.select(_row.c.id)
        .where(_is_queued, _row.c.due_at <= sa.bindparam("now"), _may_go, *which)
        .order_by(*_in_order)
        .limit(sa.bindparam("most"))
        .with_for_update(skip_locked=True, of=_row)
        .cte("due")  # which PostgreSQL runs once; a subquery may be run again, and would lock more rows
    )
    mine: dict[str, Any] = {"claimed_by": sa.bindparam("owner"), "lease_until": sa.bindparam("until")}
    marked = sa.update(deliveries).where(deliveries.c.id.in_(sa.select(due.c.id)))
    return marked.values(state=DeliveryState.SENDING, reason="", **mine).returning(deliveries.c.id)


def _next(*which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(_row.c.due_at).where(_is_queued, _may_go, *which).order_by(_row.c.due_at).limit(1)


# By whether what goes into the chats of groups is in it.
_marked = {True: _marking(), False: _marking(_is_private)}
_next_due = {True: _next(), False: _next(_is_private)}

# Who stopped gets no new alerts, but what changes one that they have.
_goes_on = sa.or_(
    _row.c.revision_id.is_(None),
    members.c.stopped_at.is_(None),
    _target.c.message_ref.is_not(None),
    _may_have_earlier,
)
# A chat that a group does not have any more gets no new alerts either; the bot may still be in it.
_is_reachable = sa.or_(
    addresses.c.is_active, sa.and_(addresses.c.kvo_group_id.is_not(None), _target.c.message_ref.is_not(None))
)
_claimed = (
    sa.select(  # in the order in which `_in_words` takes them
        *(_row.c[name] for name in ("id", "address_id", "operation", "on_unknown", "attempts", "deadline")),
        *(_row.c[name] for name in ("notice_view", "notice_fields", "alert_id", "revision_id", "distance_sq")),
        *(addresses.c[name] for name in ("channel", "ref", "topic", "kvo_group_id")),
        sa.and_(_is_reachable, _goes_on),
        _target.c.chat_ref,
        _target.c.message_ref,
        *(members.c[name] for name in ("id", "language", "paused_until", "muted", "p1_at_night")),
        *(alerts.c[name] for name in ("severity", "tlp", "state")),
        revisions.c.kind,
        _may_have_earlier,
    )
    .select_from(_row)
    .join(addresses, addresses.c.id == _row.c.address_id)
    .outerjoin(members, members.c.id == addresses.c.member_id)
    .outerjoin(alerts, alerts.c.id == _row.c.alert_id)
    .outerjoin(revisions, revisions.c.id == _row.c.revision_id)
    .outerjoin(_target, _target.c.id == sa.func.coalesce(_row.c.target_id, _answered))
    .where(
        _row.c.id.in_(sa.bindparam("ids", expanding=True)),
        _row.c.state == DeliveryState.SENDING,
        _row.c.claimed_by == sa.bindparam("owner"),
    )
    .order_by(*_in_order)
)


async def claim(
    transaction: Transaction, limit: int, owner: str, lease: timedelta, now: datetime, *, with_groups: bool
) -> list[DeliveryId]:
    """Mark up to so many due rows `sending`."""
    until = await transaction.shared_now(now) + lease
    marked = await transaction.execute(
        _marked[with_groups], {"most": limit, "now": now, "owner": owner, "until": until}
    )
    return [row.id for row in marked]


async def claimed(transaction: Transaction, ids: Sequence[DeliveryId], owner: str) -> list[Claimed]:
    """Those of them that are still the owner's, in the order in which they go."""
    return [_in_words(row) for row in await transaction.execute(_claimed, {"ids": ids, "owner": owner})]


async def settle_sent(transaction: Transaction, arrived: Sequence[tuple[DeliveryId, Sent]], now: datetime) -> None:
    """Mark these claimed rows `sent`; one that was settled before stays as it is."""
    rows = [
        {"delivery": one, "message": sent.message_ref, "chat": sent.chat_ref, "why": sent.reason, "now": now}
        for one, sent in arrived
    ]
    if rows:
        await transaction.execute(_arrived, rows)


async def next_due(transaction: Transaction, *, with_groups: bool) -> datetime | None:
    """When the next queued row is due that waits for no other."""
    row = await transaction.first(_next_due[with_groups])
    return None if row is None else row.due_at


def _in_words(row: Sequence[Any]) -> Claimed:
    """Taken apart at once: to ask a row for thirty values by name takes longer than to read them."""
    one, address_id, operation, on_unknown, attempts, deadline, view, fields, alert_id, revision_id, distance, *rest = (
        row
    )
    channel, ref, topic, kvo_group_id, is_active, target_ref, target_message, *rest = rest
    member_id, language, paused_until, muted, p1_at_night, severity, tlp, alert_state, kind, may_have_earlier = rest
    return Claimed(
        id=one,
        address_id=address_id,
        channel=channel,
        ref=ref,
        is_active=is_active,
        operation=operation,
        on_unknown=on_unknown,
        attempts=attempts,
        deadline=deadline,
        notice=None if view is None else Notice(view, fields),
        revision_id=revision_id,
        distance_m=metres_of(distance),
        target_ref=target_ref,
        target_message=target_message,
        language=language or Language.DUTCH,
        paused_until=paused_until,
        muted=muted or frozenset(),
        p1_at_night=p1_at_night is not False,
        severity=None if revision_id is None else severity,
        tlp=tlp,
        alert_state=alert_state,
        is_protected=tlp is not None and tlp.is_protected,
        member_id=member_id,
        alert_id=alert_id,
        revision_kind=kind,
        kvo_group_id=kvo_group_id,
        topic=topic or 0,
        may_have_earlier=may_have_earlier,
    )
