"""The erasure of a person, by the list of `storage.privacy.personal_columns`. Behind `SqlPersonalData`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

import sqlalchemy as sa

from alerts.delivery import OPEN_STATES, DeliveryState
from alerts.grant_request import GrantDecision
from alerts.ids import MemberId
from alerts.member import ERASED, Language
from alerts.mo_record import MoSource
from alerts.tally import TallySubject
from storage import tables as t
from storage.alerts.patterns import forget_reports
from storage.chat_state.dialogues import EMPTY
from storage.database.transactions import Transaction
from storage.outbox import recounts
from storage.privacy.access_export import is_of, keys_of
from storage.privacy.personal_columns import TRACES, Fate, Key
from storage.privacy.retention import empty_shops

REASON = "erased"  # why deliveries that were under way are skipped


async def erase(transaction: Transaction, member: MemberId, now: datetime) -> None:
    """Erase everything by which the member could be found."""
    where = await keys_of(transaction, member)
    await _cancel(transaction, where[Key.ADDRESS], now)
    await _leave_counts(transaction, member)
    await _leave_tallies(transaction, member)
    await forget_reports(transaction, t.reports.c.member_id == member)
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
    """Cancel the person's deliveries that are under way, and empty all of them; the counts of alerts stay right."""
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


async def _leave_tallies(transaction: Transaction, member: MemberId) -> None:
    """Forget which tallies and MO records were left of the person's reports; they stay, and nothing leads to them."""
    theirs = sa.select(t.reports.c.id).where(t.reports.c.member_id == member)
    of_theirs = (t.tally_sources.c.subject == TallySubject.REPORT, t.tally_sources.c.source_id.in_(theirs))
    await transaction.execute(sa.delete(t.tally_sources).where(*of_theirs))
    recorded = (t.mo_sources.c.source == MoSource.INCIDENT, t.mo_sources.c.source_id.in_(theirs))
    await transaction.execute(sa.delete(t.mo_sources).where(*recorded))


async def _empty_shops(transaction: Transaction, member: MemberId) -> None:
    """Empty the closed shops that were nobody else's: only the branch and the PC4 stay, also as the place of the
    person's reports from there."""
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
    await transaction.execute(told.values(premises_id=None, pc6=None, municipality_id=None, **centre))


def _of_pc4(coordinate: str) -> sa.ScalarSelect[Any]:
    """Select the middle of the report's PC4, if it is known: a notice that is made of the report needs a point."""
    first = (t.postcodes.c.pc4 == t.reports.c.pc4, t.postcodes.c.part == 0)
    wanted = sa.select(t.postcodes.c[coordinate]).where(*first)
    return wanted.scalar_subquery()


async def _areas_of(transaction: Transaction, member: MemberId) -> list[int]:
    """The areas that the member follows; each has one follower."""
    followed = sa.select(t.followed_areas.c.area_id).where(t.followed_areas.c.member_id == member)
    return [row.area_id for row in await transaction.rows(followed)]


async def _end_roles(transaction: Transaction, member: MemberId, now: datetime) -> None:
    """End the member's roles, let their requests lapse, and revoke the links by which they offered something."""
    theirs = t.roles.c.member_id == member
    still = sa.or_(t.roles.c.ends_at.is_(None), t.roles.c.ends_at > now)
    await transaction.execute(sa.update(t.roles).where(theirs, still).values(ends_at=now))
    await transaction.execute(
        sa.update(t.roles).where(theirs).values(label=None, function=None, deputy_id=None, closed_at=now)
    )
    wanted = sa.update(t.grant_requests).where(t.grant_requests.c.member_id == member)
    await transaction.execute(wanted.values(label=None, function=None))
    undecided = t.grant_requests.c.decision.is_(None)
    await transaction.execute(wanted.where(undecided).values(decision=GrantDecision.LAPSED, decided_at=now))
    by_these = sa.select(t.invite_uses.c.invite_id).where(t.invite_uses.c.member_id == member)
    await transaction.execute(
        sa.update(t.invites).where(t.invites.c.id.in_(by_these)).values(label=None, function=None, intended_for=None)
    )
    offered = sa.or_(t.invites.c.created_by == member, t.invites.c.deputy_of.in_(sa.select(t.roles.c.id).where(theirs)))
    is_open = t.invites.c.revoked_at.is_(None)
    await transaction.execute(sa.update(t.invites).where(offered, is_open).values(revoked_at=now))


async def _empty_the_rest(transaction: Transaction, where: Mapping[Key, Sequence[Any]]) -> None:
    """Empty dialogues and kept forms, and erase the person's address from requests to enter a group's chat and from
    notes of albums."""
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
    """Empty the member's row and close the addresses: the member id stays, with an address that leads to nobody."""
    for address in where[Key.ADDRESS]:
        closed = {"ref": f"{ERASED}{token_hex(16)}", "is_active": False, "inactive_since": now}
        await transaction.execute(sa.update(t.addresses).where(t.addresses.c.id == address).values(closed))
    nobody: dict[str, Any] = {
        "language": Language.DUTCH,
        "p1_at_night": None,
        "muted": frozenset(),
        "paused_until": None,
        "at_opening": frozenset(),
        "digest_hour": None,
        "most_singles": 0,
        "quiet_hours": None,
        "stopped_at": now,
        "created_at": now,
        "erased_at": now,
    }
    await transaction.execute(sa.update(t.members).where(t.members.c.id == member).values(nobody))
