"""Quotas that a person had used when they were erased, so that coming back does not reset them.

Only times are kept, by the mark of the person's address (`storage.people.invites.mark_of`). Behind `SqlPersonalData`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from alerts.ids import MemberId
from alerts.limits import COUNTS_ON, DAY
from storage.audit import SqlAudit
from storage.database.transactions import Transaction
from storage.key_values import SqlKeyValues
from storage.people.invites import lasting_mark, mark_of
from storage.tables import addresses, facts

_FACTS = "spent:"


async def keep(transaction: Transaction, member: MemberId, now: datetime) -> None:
    """Store what the member used in the last day, together with what was kept of an earlier erasure; call it before
    erasing."""
    for action in COUNTS_ON:
        did = await SqlAudit(transaction).times_of(action, now - DAY, by=member)
        times = sorted([*did, *await used_quotas(transaction, action, member, now - DAY)], reverse=True)
        if times:
            value = " ".join(at.astimezone(UTC).isoformat() for at in times)
            for channel, ref in await _addresses(transaction, member):
                await SqlKeyValues(transaction).put(_name(action, await lasting_mark(transaction, channel, ref)), value)


async def used_quotas(transaction: Transaction, action: str, member: MemberId, since: datetime) -> list[datetime]:
    """When the person at this member's address did this under an erased member id, newest first."""
    found: list[datetime] = []
    for channel, ref in await _addresses(transaction, member):
        mark = await mark_of(transaction, channel, ref)
        value = await SqlKeyValues(transaction).get(_name(action, mark)) if mark else None
        found += [datetime.fromisoformat(one) for one in (value or "").split()]
    return [at for at in found if at > since]


def is_over(now: datetime) -> sa.ColumnElement[bool]:
    """Match the facts that no longer count: the newest time in them, which comes first, is more than a day ago."""
    return sa.and_(facts.c.name.startswith(_FACTS), facts.c.value < (now - DAY).astimezone(UTC).isoformat())


async def _addresses(transaction: Transaction, member: MemberId) -> Sequence[tuple[str, str]]:
    found = sa.select(addresses.c.channel, addresses.c.ref).where(addresses.c.member_id == member)
    return [(row.channel, row.ref) for row in await transaction.rows(found)]


def _name(action: str, mark: str) -> str:
    return f"{_FACTS}{action}:{mark}"
