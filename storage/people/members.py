"""Members in SQL: people, their addresses, and the areas that they follow."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.area import Area
from alerts.errors import NotFound
from alerts.ids import AreaId, MemberId
from alerts.member import Address, Language, Member
from alerts.premises import FollowedArea
from storage.database.transactions import Transaction
from storage.tables import addresses, area_codes, areas, followed_areas, members, premises, premises_members, roles
from storage.tables.places import area_of, area_values

_with_address = sa.select(
    members,
    addresses.c.id.label("address_id"),
    addresses.c.channel,
    addresses.c.ref,
    addresses.c.is_active,
).join(addresses, addresses.c.member_id == members.c.id)

_belongs = (
    sa.select(premises_members.c.premises_id)
    .join(premises, premises.c.id == premises_members.c.premises_id)
    .where(
        premises_members.c.member_id == addresses.c.member_id,
        premises_members.c.left_at.is_(None),
        premises.c.verified_at.is_not(None),
        premises.c.closed_at.is_(None),
    )
)
_in_office = sa.union_all(
    sa.select(roles.c.member_id).where(roles.c.closed_at.is_(None)),
    sa.select(roles.c.deputy_id).where(roles.c.closed_at.is_(None), roles.c.deputy_id.is_not(None)),
)
_established = sa.select(addresses.c.ref).where(
    addresses.c.channel == sa.bindparam("channel"),
    addresses.c.ref.in_(sa.bindparam("refs", expanding=True)),
    sa.or_(sa.exists(_belongs), addresses.c.member_id.in_(_in_office)),
)

_by_ref = _with_address.where(addresses.c.channel == sa.bindparam("channel"), addresses.c.ref == sa.bindparam("ref"))
_by_id = _with_address.where(members.c.id == sa.bindparam("member")).order_by(addresses.c.id).limit(1)


class SqlMembers:
    """`alerts.ports.Members` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def by_ref(self, channel: str, ref: str) -> Member | None:
        """The member with this address."""
        row = await self._transaction.first(_by_ref, {"channel": channel, "ref": ref})
        return None if row is None else _member(row)

    async def established(self, channel: str, refs: Collection[str]) -> set[str]:
        """Those of these addresses whose member has a role, is the deputy in one, or belongs to a verified shop."""
        found = await self._transaction.execute(_established, {"channel": channel, "refs": list(refs)})
        return set(found.scalars())

    async def get(self, member: MemberId) -> Member:
        """The member with this id, with their oldest address. Raises NotFound."""
        return _member(await self._transaction.one(_by_id, {"member": member}))

    async def add(self, *, channel: str, ref: str, language: Language, now: datetime, is_active: bool = True) -> Member:
        """Store a new member with one address; `is_active` False: never write to it. Raises Conflict when the address
        is taken."""
        person = sa.insert(members).values(language=language, muted=frozenset(), created_at=now)
        row = await self._transaction.one(person.returning(members.c.id))
        address = sa.insert(addresses).values(member_id=row.id, channel=channel, ref=ref, is_active=is_active)
        await self._transaction.execute(address)
        return await self.get(row.id)

    async def save(self, member: Member) -> None:
        """Store the member's choices and stopped_at. Raises NotFound."""
        saved = (
            sa.update(members)
            .where(members.c.id == member.id)
            .values(
                language=member.language,
                p1_at_night=member.p1_at_night,
                muted=member.muted,
                paused_until=member.paused_until,
                stopped_at=member.stopped_at,
                at_opening=member.at_opening,
                digest_hour=member.digest_hour,
                most_singles=member.most_singles,
                quiet_hours=member.quiet,
            )
        )
        if not await self._transaction.changed(saved):
            raise NotFound

    async def set_active(self, channel: str, ref: str, *, active: bool, now: datetime) -> None:
        """Note that an address can be written to, or no longer can. An unknown address is ignored."""
        changed = sa.update(addresses).where(*_is(channel, ref), addresses.c.is_active != active)
        await self._transaction.execute(changed.values(is_active=active, inactive_since=None if active else now))

    async def migrate(self, channel: str, old_ref: str, new_ref: str) -> None:
        """Give a group its new address; idempotent. A new address that is known already stays as it is."""
        new = addresses.alias()
        is_taken = sa.exists().where(new.c.channel == channel, new.c.ref == new_ref)
        await self._transaction.execute(
            sa.update(addresses).where(*_is(channel, old_ref), ~is_taken).values(ref=new_ref)
        )

    async def followed_areas(self, member: MemberId) -> list[FollowedArea]:
        """The areas that the member follows besides their own, oldest first."""
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
        """Store one more area that the member follows; return its id."""
        new = sa.insert(areas).values(area_values(area)).returning(areas.c.id)
        area_id = AreaId((await self._transaction.one(new)).id)
        if area.codes:
            codes = [{"area_id": area_id, "code": code} for code in sorted(area.codes)]
            await self._transaction.execute(sa.insert(area_codes), codes)
        following = sa.insert(followed_areas).values(member_id=member, area_id=area_id, words=words, created_at=now)
        await self._transaction.execute(following)
        return area_id

    async def unfollow_area(self, member: MemberId, area: AreaId) -> None:
        """Remove an area that the member follows; the area goes too, as each has one follower."""
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
        at_opening=row.at_opening,
        digest_hour=row.digest_hour,
        most_singles=row.most_singles,
        quiet=row.quiet_hours,
    )
