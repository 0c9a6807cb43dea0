"""Claimed rows of the outbox, with all that is needed to decide about them and to write them; and claims of owners that
are gone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.branch import Branch
from alerts.delivery import Claimed, DeliveryState, Notice, OnUnknown, Operation, WaitsFor
from alerts.ids import DeliveryId
from alerts.member import Language
from alerts.severity import Severity
from storage.database.id_lists import ByIds
from storage.database.leader_election import ALIVE, number_of
from storage.database.transactions import Transaction
from storage.outbox import recounts
from storage.tables import addresses, alerts, deliveries, members, premises, premises_members, revisions
from storage.tables.places import metres_of

_NONE: frozenset[Branch] = frozenset()
_row = deliveries.alias("d")
_earlier = deliveries.alias("earlier")
_target = deliveries.alias("target")


def _earlier_text(state: DeliveryState, order: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """Select the first, in this order, of the alert's earlier texts for the address that are in this state. The
    subquery runs only for later revisions: nothing is earlier than the first one."""
    earlier = sa.select(_earlier.c.id).where(
        _earlier.c.alert_id == _row.c.alert_id,
        _earlier.c.address_id == _row.c.address_id,
        _earlier.c.revision_number < _row.c.revision_number,
        _earlier.c.revision_id.is_not(None),
        _earlier.c.state == state,
    )
    is_later = _row.c.revision_number > sa.literal_column("1")
    return sa.case((is_later, earlier.order_by(order).limit(1).scalar_subquery()))


# The newest earlier text of the alert that arrived at the address: a later one is a reply to it.
_answered = _earlier_text(DeliveryState.SENT, _earlier.c.revision_number.desc())
# In the order of the index by which it is found: to a planner that takes the table for empty, all are alike otherwise.
_may_have_earlier = _earlier_text(DeliveryState.UNKNOWN, _earlier.c.revision_number).is_not(None)
# Branches of the reader's shops, with commas between. Only a notice about a method shows measures for them, so only for
# that they are looked up.
_of_reader = (
    sa.select(sa.func.aggregate_strings(sa.type_coerce(premises.c.branch, sa.String()), ","))
    .join_from(premises_members, premises)
    .where(
        premises_members.c.member_id == members.c.id,
        premises_members.c.left_at.is_(None),
        premises.c.closed_at.is_(None),
    )
    .correlate(members)
    .scalar_subquery()
)
_branches = sa.case((sa.and_(alerts.c.severity == Severity.P3, _row.c.revision_id.is_not(None)), _of_reader))
# Statements are built once: building them anew for each round takes longer than running them.
# A member who stopped gets no new alerts, but does get changes of one that they have.
_goes_on = sa.or_(
    _row.c.revision_id.is_(None),
    members.c.stopped_at.is_(None),
    _target.c.message_ref.is_not(None),
    _may_have_earlier,
)
# A former chat of a group gets no new alerts either; the bot may still be in it.
_is_reachable = sa.or_(
    addresses.c.is_active, sa.and_(addresses.c.kvo_group_id.is_not(None), _target.c.message_ref.is_not(None))
)
_claimed = ByIds(
    lambda among: (
        sa.select(  # in the order in which `_in_words` unpacks them
            *(_row.c[name] for name in ("id", "address_id", "operation", "on_unknown", "attempts", "deadline")),
            *(_row.c[name] for name in ("notice_view", "notice_fields", "alert_id", "revision_id", "distance_sq")),
            *(addresses.c[name] for name in ("channel", "ref", "topic", "kvo_group_id")),
            sa.and_(_is_reachable, _goes_on),
            _target.c.chat_ref,
            _target.c.message_ref,
            *(members.c[name] for name in ("id", "language", "paused_until", "muted", "p1_at_night")),
            *(alerts.c[name] for name in ("severity", "is_drill", "tlp", "state")),
            revisions.c.kind,
            _may_have_earlier,
            _row.c.priority,
            _branches,
            *(members.c[name] for name in ("at_opening", "digest_hour", "most_singles", "quiet_hours")),
        )
        .select_from(_row)
        .join(addresses, addresses.c.id == _row.c.address_id)
        .outerjoin(members, members.c.id == addresses.c.member_id)
        .outerjoin(alerts, alerts.c.id == _row.c.alert_id)
        .outerjoin(revisions, revisions.c.id == _row.c.revision_id)
        .outerjoin(_target, _target.c.id == sa.func.coalesce(_row.c.target_id, _answered))
        .where(
            among(_row.c.id, "ids"),
            _row.c.state == DeliveryState.SENDING,
            _row.c.claimed_by == sa.bindparam("owner"),
        )
        .order_by(_row.c.priority, _row.c.distance_sq, _row.c.id)
    )
)


async def claimed(transaction: Transaction, ids: Sequence[DeliveryId], owner: str) -> list[Claimed]:
    """Those of these rows that the owner still has claimed, by priority, distance and age."""
    statement = _claimed.on(transaction)
    return [_in_words(row) for row in await transaction.execute(statement, {"ids": ids, "owner": owner})]


def _in_words(row: Sequence[Any]) -> Claimed:
    """Make a `Claimed` of a row. The row is unpacked in one go: thirty look-ups by name take longer than reading it."""
    one, address_id, operation, on_unknown, attempts, deadline, view, fields, alert_id, revision_id, distance, *rest = (
        row
    )
    channel, ref, topic, kvo_group_id, is_active, target_ref, target_message, *rest = rest
    member_id, language, paused_until, muted, p1_at_night, severity, is_drill, *rest = rest
    tlp, alert_state, kind, *rest = rest
    may_have_earlier, priority, branches, at_opening, digest_hour, most_singles, quiet = rest
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
        severity=None if revision_id is None else max(severity, Severity.P2) if is_drill else severity,
        tlp=tlp,
        alert_state=alert_state,
        is_protected=tlp is not None and tlp.is_protected,
        member_id=member_id,
        alert_id=alert_id,
        revision_kind=kind,
        kvo_group_id=kvo_group_id,
        topic=topic or 0,
        may_have_earlier=may_have_earlier,
        priority=priority,
        at_opening=at_opening or frozenset(),
        digest_hour=digest_hour,
        most_singles=most_singles or 0,
        quiet=quiet,
        branches=_NONE if branches is None else frozenset(map(Branch, branches.split(","))),
    )


# Claims of owners that are gone. Behind `SqlDeliveries`.
# What was under way when a process was killed may have arrived. A message is sent again once; when that try is cut off
# too, its outcome stays unknown, so that nobody gets more than two copies however often processes are killed.

# Written as in the partial index of what is under way, which a bound value would not match.
_is_sending = sa.text("state = 'sending'")
_UNCLAIMED = {"claimed_by": None, "lease_until": None}
_on_unknown = deliveries.c.on_unknown
# Any operation but sending a message can be repeated without harm.
_last_try = sa.case(
    (deliveries.c.operation == Operation.SEND, sa.literal(OnUnknown.GIVE_UP, _on_unknown.type)), else_=_on_unknown
)


async def release_orphaned_claims(transaction: Transaction, now: datetime, *, keep: str | None) -> int:
    """Queue rows of owners that are gone for a last try, or mark them `unknown` where they give up; return how many."""
    is_orphan = await _is_orphan(transaction, now, keep)
    await recounts.mark_where(transaction, _is_sending, is_orphan)
    left = sa.update(deliveries).where(_is_sending, is_orphan)
    attempts = deliveries.c.attempts + 1
    queued = {"state": DeliveryState.QUEUED, "due_at": now, "waits_for": WaitsFor.NOTHING, "attempts": attempts}
    again = left.where(_on_unknown == OnUnknown.RESEND).values(**queued, on_unknown=_last_try, **_UNCLAIMED)
    unknown = {"state": DeliveryState.UNKNOWN, "reason": "no-answer", "detail": "", "settled_at": now}
    return await transaction.changed(again) + await transaction.changed(left.values(**unknown, **_UNCLAIMED))


async def _is_orphan(transaction: Transaction, now: datetime, keep: str | None) -> sa.ColumnElement[bool]:
    """Match rows whose owner is gone. In a file that is every row of another process than `keep`: there is only one. On
    a server it is a row whose owner is not alive, or whose lease has run out."""
    owner = deliveries.c.claimed_by
    if not transaction.is_shared:
        return sa.true() if keep is None else owner.is_distinct_from(keep)
    alive = {row.objid for row in await transaction.rows(ALIVE)}
    names = [row.claimed_by for row in await transaction.rows(sa.select(owner).where(_is_sending).distinct())]
    gone = [name for name in names if name is None or number_of(name) not in alive]
    return sa.or_(owner.in_(gone), deliveries.c.lease_until <= await transaction.shared_now(now))
