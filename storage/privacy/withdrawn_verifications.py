"""Withdrawn verifications of shops, by keyed marks that outlive an erasure. Behind `SqlPersonalData`.

A mark is of the address of one of the shop's people, or of its name or number at its postcode
(`storage.people.invites.mark_of`).
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from alerts.premises import Premises
from storage.database.transactions import Transaction
from storage.key_values import SqlKeyValues
from storage.people.invites import lasting_mark, mark_of
from storage.tables import addresses, facts
from storage.tables import premises_members as belonging

KEPT = timedelta(days=90)  # ours: who was sent away comes back within weeks
_FACTS = "withdrawn:"
_SHOP = "shop"  # in place of a channel


async def mark(transaction: Transaction, premises: Premises, now: datetime) -> None:
    """Remember by each of the shop's marks that its verification was withdrawn."""
    for channel, ref in await _known_by(transaction, premises):
        name = _FACTS + await lasting_mark(transaction, channel, ref)
        await SqlKeyValues(transaction).put(name, now.astimezone(UTC).isoformat())


async def last(transaction: Transaction, premises: Premises, now: datetime) -> datetime | None:
    """When a verification was withdrawn last, by any of the shop's marks; None when that was more than KEPT ago, or
    never."""
    found = []
    for channel, ref in await _known_by(transaction, premises):
        own = await mark_of(transaction, channel, ref)
        value = await SqlKeyValues(transaction).get(_FACTS + own) if own else None
        found += [datetime.fromisoformat(value)] if value else []
    return max((at for at in found if at > now - KEPT), default=None)


def is_over(now: datetime) -> sa.ColumnElement[bool]:
    """Match the facts that no longer count."""
    return sa.and_(facts.c.name.startswith(_FACTS), facts.c.value < (now - KEPT).astimezone(UTC).isoformat())


async def _known_by(transaction: Transaction, premises: Premises) -> Iterable[tuple[str, str]]:
    """The addresses of the shop's people, and its name and number at its postcode."""
    people = sa.select(belonging.c.member_id).where(
        belonging.c.premises_id == premises.id, belonging.c.left_at.is_(None)
    )
    found = sa.select(addresses.c.channel, addresses.c.ref).where(addresses.c.member_id.in_(people))
    refs = [(row.channel, row.ref) for row in await transaction.rows(found)]
    named = [f"{premises.pc6}:name:{premises.called}"] if premises.pc6 and premises.called else []
    numbered = (
        [f"{premises.pc6}:{premises.branch}:{premises.house_number}"] if premises.pc6 and premises.house_number else []
    )
    return [*refs, *((_SHOP, one) for one in (*named, *numbered))]
