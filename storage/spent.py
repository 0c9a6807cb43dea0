"""What somebody had done when they were erased, so that their quotas do not begin anew by it: times only, by the mark
that is kept of their address (`storage.invites.mark_of`). Behind `SqlPersonalData`."""

from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from alerts.ids import MemberId
from alerts.limits import COUNTS_ON, DAY
from storage.audit import SqlAudit
from storage.engine import Transaction
from storage.facts import SqlFacts
from storage.invites import lasting_mark, mark_of
from storage.tables import addresses, facts

_FACTS = "spent:"


async def keep(transaction: Transaction, member: MemberId, now: datetime) -> None:
    """Before they are erased; together with what was kept of an erasure before."""
    for action in COUNTS_ON:
        did = await SqlAudit(transaction).times_of(action, now - DAY, by=member)
        times = sorted([*did, *await spent(transaction, action, member, now - DAY)], reverse=True)
        if times:
            value = " ".join(at.astimezone(UTC).isoformat() for at in times)
            for channel, ref in await _addresses(transaction, member):
                await SqlFacts(transaction).put(_name(action, await lasting_mark(transaction, channel, ref)), value)


async def spent(transaction: Transaction, action: str, member: MemberId, since: datetime) -> list[datetime]:
    """When who has this member's address did so, under a number that was erased; newest first."""
    found: list[datetime] = []
    for channel, ref in await _addresses(transaction, member):
        mark = await mark_of(transaction, channel, ref)
        value = await SqlFacts(transaction).get(_name(action, mark)) if mark else None
        found += [datetime.fromisoformat(one) for one in (value or "").split()]
    return [at for at in found if at > since]


def is_over(now: datetime) -> sa.ColumnElement[bool]:
    """Facts that count no more: the newest time, which comes first, is more than a day ago."""
    return sa.and_(facts.c.name.startswith(_FACTS), facts.c.value < (now - DAY).astimezone(UTC).isoformat())


async def _addresses(transaction: Transaction, member: MemberId) -> Sequence[tuple[str, str]]:
    found = sa.select(addresses.c.channel, addresses.c.ref).where(addresses.c.member_id == member)
    return [(row.channel, row.ref) for row in await transaction.rows(found)]


def _name(action: str, mark: str) -> str:
    return f"{_FACTS}{action}:{mark}"
