"""A person is erased, by the list of `storage.personal`. Behind `SqlPersonalData`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

import sqlalchemy as sa

from alerts.delivery import OPEN_STATES, DeliveryState
from alerts.ids import MemberId
from alerts.member import Language
from storage import recounts
from storage import tables as t
from storage.dialogues import EMPTY
from storage.engine import Transaction
from storage.expired import empty_shops
from storage.held import is_of, keys_of
from storage.personal import TRACES, Fate, Key

REASON = "erased"  # of deliveries that were under way


async def erase(transaction: Transaction, member: MemberId, now: datetime) -> None:
    """Leave nothing by which the member could be found."""
    where = await keys_of(transaction, member)
    await _cancel(transaction, where[Key.ADDRESS], now)
    await _leave_counts(transaction, member)
    await _empty_shops(transaction, member)
    areas = await _areas_of(transaction, member)
    for trace in TRACES:
        mine = is_of(trace.column, where[trace.key])
        if trace.fate is Fate.DELETED:
            await transaction.execute(sa.delete(trace.column.table).where(mine))
        elif trace.fate is Fate.CUT:
            gone: Any = "" if trace.key is Key.REF else None
            await transaction.execute(sa.update(trace.column.table).where(mine).values({trace.column.name: gone}))
    await transaction.execute(sa.delete(t.areas).where(t.areas.c.id.in_(areas)))
    await _end_roles(transaction, member, now)
    await _empty_the_rest(transaction, where)
    await _become_nobody(transaction, member, where, now)
    transaction.erase()


async def _cancel(transaction: Transaction, addresses: Sequence[int], now: datetime) -> None:
    """What is under way is not sent any more; how many an alert went to stays right."""
    theirs = is_of(t.deliveries.c.address_id, addresses)
    ended = sa.update(t.deliveries).where(theirs, t.deliveries.c.state.in_(OPEN_STATES))
    values = {"state": DeliveryState.SKIPPED, "reason": REASON, "settled_at": now, "claimed_by": None}
    rows = await transaction.rows(ended.values(**values, lease_until=None).returning(t.deliveries.c.id))
    await recounts.mark_of(transaction, [row.id for row in rows])
    nothing = {"chat_ref": None, "message_ref": None, "notice_fields": None, "detail": ""}
    await transaction.execute(sa.update(t.deliveries).where(theirs).values(nothing))


async def _leave_counts(transaction: Transaction, member: MemberId) -> None:
    pressed = sa.select(t.seen.c.alert_id, t.seen.c.chat_id, sa.literal(1)).where(is_of(t.seen.c.member_id, [member]))
    await transaction.execute(sa.insert(t.seen_counts).from_select(["alert_id", "chat_id", "count"], pressed))


async def _empty_shops(transaction: Transaction, member: MemberId) -> None:
    """Of a shop that closed and was nobody else's only the branch and the PC4 stay, and so of where its reports are."""
    theirs, others = t.premises_members, t.premises_members.alias()
    of_another = sa.exists().where(others.c.premises_id == t.premises.c.id, others.c.member_id != member)
    shops = sa.select(t.premises.c.id).where(
        t.premises.c.closed_at.is_not(None),
        t.premises.c.id.in_(sa.select(theirs.c.premises_id).where(theirs.c.member_id == member)),
        ~of_another,
    )
    ids = [row.id for row in await transaction.rows(shops)]
    await transaction.execute(empty_shops(ids))
    told = sa.update(t.reports).where(t.reports.c.premises_id.in_(ids), t.reports.c.member_id == member)
    centre = {name: _of_pc4(name) for name in ("x", "y", "z")}
    await transaction.execute(told.values(premises_id=None, pc6=None, **centre))


def _of_pc4(coordinate: str) -> sa.ScalarSelect[Any]:
    """The middle of the report's PC4, as far as it is known: a notice that is made of it needs a point."""
    wanted = sa.select(t.postcodes.c[coordinate]).where(t.postcodes.c.pc4 == t.reports.c.pc4)
    return wanted.scalar_subquery()


async def _areas_of(transaction: Transaction, member: MemberId) -> list[int]:
    """Each followed area is its follower's own."""
    followed = sa.select(t.followed_areas.c.area_id).where(t.followed_areas.c.member_id == member)
    return [row.area_id for row in await transaction.rows(followed)]


async def _end_roles(transaction: Transaction, member: MemberId, now: datetime) -> None:
    """Nobody has them any more, and no link gives any more what the member offered."""
    theirs = t.roles.c.member_id == member
    still = sa.or_(t.roles.c.ends_at.is_(None), t.roles.c.ends_at > now)
    await transaction.execute(sa.update(t.roles).where(theirs, still).values(ends_at=now))
    await transaction.execute(sa.update(t.roles).where(theirs).values(label=None, deputy_id=None, closed_at=now))
    by_these = sa.select(t.invite_uses.c.invite_id).where(t.invite_uses.c.member_id == member)
    await transaction.execute(sa.update(t.invites).where(t.invites.c.id.in_(by_these)).values(label=None))
    offered = sa.or_(t.invites.c.created_by == member, t.invites.c.deputy_of.in_(sa.select(t.roles.c.id).where(theirs)))
    is_open = t.invites.c.revoked_at.is_(None)
    await transaction.execute(sa.update(t.invites).where(offered, is_open).values(revoked_at=now))


async def _empty_the_rest(transaction: Transaction, where: Mapping[Key, Sequence[Any]]) -> None:
    """Forms under way or kept, who asked to enter a group's chat, and albums that were answered."""
    kept = sa.update(t.kept_forms).where(t.kept_forms.c.member_id.in_(where[Key.MEMBER]))
    await transaction.execute(kept.values(draft=None))
    for ref in where[Key.REF]:
        talking = sa.or_(t.dialogues.c.person_ref == ref, t.dialogues.c.chat_ref == ref)
        await transaction.execute(sa.update(t.dialogues).where(talking).values(EMPTY))
        key = t.deliveries.c.effect_key
        nameless = sa.literal("erased:") + sa.cast(t.deliveries.c.id, sa.String())
        about_none = t.deliveries.c.alert_id.is_(None)
        at_a_door = sa.and_(about_none, key.startswith("entry"), key.contains(f":{ref}:", autoescape=True))
        asked = sa.update(t.deliveries).where(at_a_door)
        await transaction.execute(asked.values(effect_key=nameless, notice_fields=None))
        await transaction.execute(sa.delete(t.facts).where(t.facts.c.name == f"album:{ref}"))


async def _become_nobody(
    transaction: Transaction, member: MemberId, where: Mapping[Key, Sequence[Any]], now: datetime
) -> None:
    """The number stays, with an address at which nobody is."""
    for address in where[Key.ADDRESS]:
        closed = {"ref": f"erased-{token_hex(16)}", "is_active": False, "inactive_since": now}
        await transaction.execute(sa.update(t.addresses).where(t.addresses.c.id == address).values(closed))
    nobody: dict[str, Any] = {
        "language": Language.DUTCH,
        "p1_at_night": None,
        "muted": frozenset(),
        "paused_until": None,
        "stopped_at": now,
        "created_at": now,
        "erased_at": now,
    }
    await transaction.execute(sa.update(t.members).where(t.members.c.id == member).values(nobody))
