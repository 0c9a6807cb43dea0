"""The e-mail addresses of members in SQL."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from alerts.ids import MemberId
from alerts.mail import MailAddress, MailCode, WhyInactive
from storage.database.transactions import Transaction, insert
from storage.tables import mail_addresses as stored

_NO_CODE = {"code_hash": None, "code_expires_at": None, "tries": 0}


class SqlMailAddresses:
    """`alerts.ports.MailAddresses` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_member(self, member: MemberId) -> MailAddress | None:
        """The member's address, verified or not."""
        return await self._one(stored.c.member_id == member)

    async def by_token(self, token: str) -> MailAddress | None:
        """The address with this token in its link."""
        return await self._one(stored.c.token == token)

    async def put(self, member: MemberId, address: str, token: str) -> None:
        """Store an address, not verified, in place of the one that the member had."""
        mine = {"address": address, "token": token, "verified_at": None, "why_inactive": None, **_NO_CODE}
        await self._change(member, **mine, on_unseen=True)

    async def count_code(self, member: MemberId, now: datetime, within: timedelta) -> int:
        """Count that a code is asked for; return how many were since `within` ago, this one included."""
        fresh = {"member_id": member, "on_unseen": True, "tries": 0, "codes": 0}
        await self._transaction.execute(insert(stored).values(**fresh).on_conflict_do_nothing())
        mine = sa.select(stored.c.codes, stored.c.codes_since).where(stored.c.member_id == member)
        row = await self._transaction.one(mine)
        is_new = row.codes_since is None or row.codes_since <= now - within
        count = 1 if is_new else row.codes + 1
        await self._change(member, codes=count, codes_since=now if is_new else row.codes_since)
        return count

    async def code(self, member: MemberId) -> MailCode | None:
        """The code that was sent last and still counts; None for none."""
        mine = sa.select(stored).where(stored.c.member_id == member, stored.c.code_hash.is_not(None))
        row = await self._transaction.first(mine)
        return None if row is None else MailCode(row.code_hash, row.code_expires_at, row.tries)

    async def set_code(self, member: MemberId, code_hash: str, expires_at: datetime) -> None:
        """Store the hash of a new code, which takes the place of the earlier one."""
        await self._change(member, code_hash=code_hash, code_expires_at=expires_at, tries=0)

    async def count_try(self, member: MemberId) -> None:
        """Count a wrong code."""
        await self._change(member, tries=stored.c.tries + 1)

    async def verify(self, member: MemberId, now: datetime) -> None:
        """Mark the address verified; the code no longer counts."""
        await self._change(member, verified_at=now, why_inactive=None, **_NO_CODE)

    async def choose(self, member: MemberId, *, on_unseen: bool) -> None:
        """Set whether a P1 that was not seen in the chat goes by mail, too."""
        await self._change(member, on_unseen=on_unseen)

    async def stop(self, member: MemberId, why: WhyInactive) -> None:
        """Send nothing to the address any more."""
        await self._change(member, why_inactive=why)

    async def remove(self, member: MemberId) -> None:
        """Forget the address."""
        await self._change(member, address=None, token=None, verified_at=None, why_inactive=None, **_NO_CODE)
        self._transaction.erase()

    async def _one(self, which: sa.ColumnElement[bool]) -> MailAddress | None:
        row = await self._transaction.first(sa.select(stored).where(which, stored.c.address.is_not(None)))
        if row is None:
            return None
        return MailAddress(row.member_id, row.address, row.token, row.verified_at, row.why_inactive, row.on_unseen)

    async def _change(self, member: MemberId, **values: object) -> None:
        await self._transaction.execute(sa.update(stored).where(stored.c.member_id == member).values(**values))
