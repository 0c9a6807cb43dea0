"""Personal data in SQL: exported, erased, and remembered by marks where that must outlive an erasure."""

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from alerts.ids import MemberId
from alerts.member import CONSOLE
from alerts.ports.personal_data import Record
from alerts.premises import Premises
from storage.database.transactions import Transaction
from storage.privacy import access_export, erasure, used_quotas, withdrawn_verifications
from storage.tables import addresses, alerts, audit, members, seen


class SqlPersonalData:
    """`alerts.ports.PersonalData` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def export_of(self, member: MemberId) -> Mapping[str, list[Record]]:
        """Every record about the member, by its name."""
        return await access_export.export_of(self._transaction, member)

    async def exported_since(self, member: MemberId, since: datetime) -> int:
        """How many times the member was sent their export after this moment."""
        sent = sa.select(sa.func.count().label("n")).where(
            audit.c.entity == "member",
            audit.c.entity_id == member,
            audit.c.action == "data.exported",
            audit.c.at > since,
        )
        return int((await self._transaction.one(sent)).n)

    async def mark_withdrawn(self, premises: Premises, now: datetime) -> None:
        """Remember that this shop's verification was withdrawn, by keyed hashes that outlive an erasure."""
        await withdrawn_verifications.mark(self._transaction, premises, now)

    async def was_withdrawn(self, premises: Premises, now: datetime) -> datetime | None:
        """When the verification of this shop, or of one to which its people belonged, was withdrawn last; None when
        that never happened or is too long ago to count."""
        return await withdrawn_verifications.last(self._transaction, premises, now)

    async def used_quotas(self, action: str, member: MemberId, since: datetime) -> list[datetime]:
        """When the person at this member's address did this under an erased member id, newest first."""
        return await used_quotas.used_quotas(self._transaction, action, member, since)

    async def passers_by(self, before: datetime, limit: int) -> list[MemberId]:
        """Up to `limit` members who were stored by this moment, only ever pressed Gelezen in a group chat, and have no
        such press left in storage."""
        old = _passers_by(before).order_by(members.c.id)
        return [row.id for row in await self._transaction.rows(old.limit(limit))]

    async def count_passers_by(self, before: datetime) -> int:
        """How many members `passers_by` would find without a limit."""
        counted = sa.select(sa.func.count().label("n")).select_from(_passers_by(before).subquery())
        return int((await self._transaction.one(counted)).n)

    async def erase(self, member: MemberId, now: datetime) -> None:
        """Erase everything by which the member could be found. The member id stays where a row must refer to one, with
        a closed address that nothing can be sent to. Used quotas are kept by the marks of the addresses."""
        await used_quotas.keep(self._transaction, member, now)
        await erasure.erase(self._transaction, member, now)


def _passers_by(before: datetime) -> sa.Select[int]:
    never_open = (
        addresses.c.is_active.is_(False),
        addresses.c.inactive_since.is_(None),
        addresses.c.channel != CONSOLE,
    )
    has_pressed = sa.exists().where(seen.c.alert_id.in_(sa.select(alerts.c.id)), seen.c.member_id == members.c.id)
    found = sa.select(members.c.id).join(addresses, addresses.c.member_id == members.c.id)
    return found.where(*never_open, members.c.created_at <= before, ~has_pressed)
