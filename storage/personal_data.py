"""What is held on a person: shown, and erased."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from alerts.ids import MemberId
from alerts.ports.personal import Record
from storage import erasure, held, spent
from storage.engine import Transaction
from storage.tables import addresses, alerts, audit, members, seen


class SqlPersonalData:
    """`alerts.ports.PersonalData` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def held_on(self, member: MemberId) -> Mapping[str, list[Record]]:
        """Every record by its name."""
        return await held.held_on(self._transaction, member)

    async def exported_since(self, member: MemberId, since: datetime) -> int:
        """How many times it was sent to the member after that."""
        sent = sa.select(sa.func.count().label("n")).where(
            audit.c.entity == "member",
            audit.c.entity_id == member,
            audit.c.action == "data.exported",
            audit.c.at > since,
        )
        return int((await self._transaction.one(sent)).n)

    async def spent(self, action: str, member: MemberId, since: datetime) -> list[datetime]:
        """By the mark of their address."""
        return await spent.spent(self._transaction, action, member, since)

    async def passers_by(self, before: datetime, limit: int) -> list[MemberId]:
        """Those whose address never was one to write to, and who have not pressed lately."""
        never_open = (addresses.c.is_active.is_(False), addresses.c.inactive_since.is_(None))
        has_pressed = sa.exists().where(seen.c.alert_id.in_(sa.select(alerts.c.id)), seen.c.member_id == members.c.id)
        found = sa.select(members.c.id).join(addresses, addresses.c.member_id == members.c.id)
        old = found.where(*never_open, members.c.created_at <= before, ~has_pressed).order_by(members.c.id)
        return [row.id for row in await self._transaction.rows(old.limit(limit))]

    async def erase(self, member: MemberId, now: datetime) -> None:
        """Leave nothing by which the member could be found."""
        await spent.keep(self._transaction, member, now)
        await erasure.erase(self._transaction, member, now)
