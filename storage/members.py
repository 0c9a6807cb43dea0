"""People, their addresses, and the areas that they follow."""

from collections import defaultdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.area import Area
from alerts.errors import NotFound
from alerts.ids import AreaId, MemberId
from alerts.member import Address, Language, Member
from alerts.premises import FollowedArea
from storage.engine import Transaction
from storage.places import area_of, area_values
from storage.tables import addresses, area_codes, areas, followed_areas, members

_with_address = sa.select(
    members,
    addresses.c.id.label("address_id"),
    addresses.c.channel,
    addresses.c.ref,
    addresses.c.is_active,
).join(addresses, addresses.c.member_id == members.c.id)


class SqlMembers:
    """`alerts.ports.Members` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def by_ref(self, channel: str, ref: str) -> Member | None:
        """The member with this address."""
        row = await self._transaction.first(_with_address.where(*_is(channel, ref)))
        return None if row is None else _member(row)

    async def get(self, member: MemberId) -> Member:
        """One member, with the oldest address."""
        one = _with_address.where(members.c.id == member).order_by(addresses.c.id).limit(1)
        return _member(await self._transaction.one(one))

    async def add(self, *, channel: str, ref: str, language: Language, now: datetime, is_active: bool = True) -> Member:
        """A new member with one address."""
        person = sa.insert(members).values(language=language, muted=frozenset(), created_at=now)
        row = await self._transaction.one(person.returning(members.c.id))
        address = sa.insert(addresses).values(member_id=row.id, channel=channel, ref=ref, is_active=is_active)
        await self._transaction.execute(address)
        return await self.get(row.id)

    async def save(self, member: Member) -> None:
        """Store the member's choices."""
        saved = (
            sa.update(members)
            .where(members.c.id == member.id)
            .values(
                language=member.language,
                p1_at_night=member.p1_at_night,
                muted=member.muted,
                paused_until=member.paused_until,
                stopped_at=member.stopped_at,
            )
        )
        if not await self._transaction.changed(saved):
            raise NotFound

    async def set_active(self, channel: str, ref: str, *, active: bool, now: datetime) -> None:
        """An address can be written to, or not any more. Unknown addresses are ignored."""
        changed = sa.update(addresses).where(*_is(channel, ref), addresses.c.is_active != active)
        await self._transaction.execute(changed.values(is_active=active, inactive_since=None if active else now))

    async def migrate(self, channel: str, old_ref: str, new_ref: str) -> None:
        """A group got a new address; idempotent. What the new one stands for already stays as it is."""
        new = addresses.alias()
        is_taken = sa.exists().where(new.c.channel == channel, new.c.ref == new_ref)
        await self._transaction.execute(
            sa.update(addresses).where(*_is(channel, old_ref), ~is_taken).values(ref=new_ref)
        )

    async def followed_areas(self, member: MemberId) -> list[FollowedArea]:
        """Areas that the member follows besides their own, oldest first."""
        mine = followed_areas.c.member_id == member
        owned = sa.select(area_codes).join(followed_areas, followed_areas.c.area_id == area_codes.c.area_id).where(mine)
        codes: dict[int, set[str]] = defaultdict(set)
        for row in await self._transaction.rows(owned):
            codes[row.area_id].add(row.code)
        followed = sa.select(areas, followed_areas.c.words).join(followed_areas).where(mine).order_by(areas.c.id)
        return [
            FollowedArea(row.id, area_of(row, frozenset(codes[row.id])), row.words)
            for row in await self._transaction.rows(followed)
        ]

    async def follow_area(self, member: MemberId, area: Area, words: str, now: datetime) -> AreaId:
        """Follow one more."""
        new = sa.insert(areas).values(area_values(area)).returning(areas.c.id)
        area_id = AreaId((await self._transaction.one(new)).id)
        if area.codes:
            codes = [{"area_id": area_id, "code": code} for code in sorted(area.codes)]
            await self._transaction.execute(sa.insert(area_codes), codes)
        following = sa.insert(followed_areas).values(member_id=member, area_id=area_id, words=words, created_at=now)
        await self._transaction.execute(following)
        return area_id

    async def unfollow_area(self, member: MemberId, area: AreaId) -> None:
        """Follow it no longer; each followed area is its follower's own."""
        followed = sa.delete(followed_areas).where(
            followed_areas.c.member_id == member, followed_areas.c.area_id == area
        )
        if await self._transaction.changed(followed):
            await self._transaction.execute(sa.delete(areas).where(areas.c.id == area))


def _is(channel: str, ref: str) -> tuple[sa.ColumnElement[bool], ...]:
    return addresses.c.channel == channel, addresses.c.ref == ref


def _member(row: sa.Row[Any]) -> Member:
    return Member(
        id=row.id,
        address=Address(row.address_id, row.channel, row.ref, row.is_active),
        language=row.language,
        p1_at_night=row.p1_at_night,
        muted=row.muted,
        paused_until=row.paused_until,
        stopped_at=row.stopped_at,
        created_at=row.created_at,
    )
