"""Members whose command menu no longer fits their roles."""

from datetime import datetime

import sqlalchemy as sa

from alerts.ids import MemberId
from storage.database.transactions import Transaction, insert
from storage.tables import roles, stale_menus

_all = sa.select(stale_menus).order_by(stale_menus.c.member_id)


class SqlMenus:
    """`alerts.ports.Menus` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def mark(self, member: MemberId, now: datetime) -> None:
        """Note that the member's menu must be made anew."""
        new = insert(stale_menus).values(member_id=member, since=now)
        again = new.on_conflict_do_update(index_elements=[stale_menus.c.member_id], set_={"since": now})
        await self._transaction.execute(again)

    async def mark_holders(self, now: datetime) -> None:
        """Note that the menus of all who hold a role, or stand in for who does, must be made anew."""
        is_open = sa.or_(roles.c.ends_at.is_(None), roles.c.ends_at > now)
        holders = sa.select(roles.c.member_id).where(is_open)
        deputies = sa.select(roles.c.deputy_id).where(is_open, roles.c.deputy_id.is_not(None))
        for member in {row[0] for row in await self._transaction.rows(sa.union(holders, deputies))}:
            await self.mark(member, now)

    async def stale(self) -> list[tuple[MemberId, datetime]]:
        """The members whose menu must be made anew, and since when."""
        return [(row.member_id, row.since) for row in await self._transaction.rows(_all)]

    async def renewed(self, member: MemberId, since: datetime) -> None:
        """Note that the menu was made anew; a mark from after `since` still counts."""
        this = (stale_menus.c.member_id == member, stale_menus.c.since == since)
        await self._transaction.execute(sa.delete(stale_menus).where(*this))
