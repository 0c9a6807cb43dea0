"""KVO groups: their ground, their chat, and the shops that they hold."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.area import Area, AreaKind, Place
from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.ids import KvoGroupId, MemberId
from alerts.kvo_group import ChatSetting, GroupChat, KvoGroup, NewKvoGroup
from storage.engine import Transaction
from storage.group_premises import sort_group
from storage.places import area_values
from storage.tables import addresses, area_codes, areas, kvo_group_premises, premises, premises_members
from storage.tables import kvo_groups as stored

# A group that was tied to another chat before has the address of that one too, which is not active any more.
_own = addresses.alias()
_chat = (
    sa.select(_own.c.id)
    .where(_own.c.kvo_group_id == stored.c.id)
    .order_by(_own.c.is_active.desc(), _own.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_with_chat = sa.select(
    stored,
    addresses.c.id.label("address_id"),
    addresses.c.channel,
    addresses.c.ref,
    addresses.c.topic,
    addresses.c.is_active,
).select_from(stored.outerjoin(addresses, addresses.c.id == _chat))
_is_open = stored.c.closed_at.is_(None)
_has_people = sa.exists().where(premises_members.c.premises_id == premises.c.id, premises_members.c.left_at.is_(None))


class SqlKvoGroups:
    """`alerts.ports.KvoGroups` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, group: NewKvoGroup, by: MemberId, now: datetime) -> KvoGroup:
        """A new group; the shops that it holds belong to it."""
        ground = sa.insert(areas).values(area_values(Area(AreaKind.POSTCODES))).returning(areas.c.id)
        new = sa.insert(stored).values(
            name=group.name,
            area_id=(await self._transaction.one(ground)).id,
            branches=group.branches,
            created_by=by,
            lacks=frozenset(),
            created_at=now,
            version=1,
        )
        group_id = KvoGroupId((await self._transaction.one(new.returning(stored.c.id))).id)
        await self._replace_codes(group_id, group.codes)
        return await self.get(group_id)

    async def get(self, group: KvoGroupId) -> KvoGroup:
        """One group."""
        found = await self._all(_with_chat.where(stored.c.id == group))
        if not found:
            raise NotFound
        return found[0]

    async def save(self, group: KvoGroup) -> KvoGroup:
        """Store what can change if the version is still current; return it with the next version."""
        current = sa.update(stored).where(stored.c.id == group.id, stored.c.version == group.version)
        values = {
            "name": group.name,
            "branches": group.branches,
            "lacks": group.lacks,
            "checked_at": group.checked_at,
            "join_link": group.join_link,
            "closed_at": group.closed_at,
            "version": group.version + 1,
        }
        if not await self._transaction.changed(current.values(values)):
            await self.get(group.id)
            raise Conflict
        await self._replace_codes(group.id, group.codes)
        return replace(group, version=group.version + 1)

    async def _replace_codes(self, group: KvoGroupId, codes: frozenset[str]) -> None:
        area = (await self._transaction.one(sa.select(stored.c.area_id).where(stored.c.id == group))).area_id
        await self._transaction.execute(sa.delete(area_codes).where(area_codes.c.area_id == area))
        if codes:
            rows = [{"area_id": area, "code": code} for code in sorted(codes)]
            await self._transaction.execute(sa.insert(area_codes), rows)
        await sort_group(self._transaction, group)

    async def all_open(self) -> list[KvoGroup]:
        """Every group that is not closed, oldest first."""
        return await self._all(_with_chat.where(_is_open))

    async def holding(self, place: Place, branch: Branch) -> list[KvoGroup]:
        """The open groups to which a shop there, of this branch, belongs."""
        codes = [code for code in (place.pc4, place.pc6) if code]
        found = await self._all(_with_chat.where(_is_open, _has_code(area_codes.c.code.in_(codes))))
        return [group for group in found if group.holds(place, branch)]

    async def in_postcodes(self, pc4s: Collection[str]) -> list[KvoGroup]:
        """The open groups with ground in one of these four-digit areas."""
        first_four = sa.func.substr(area_codes.c.code, 1, 4)
        return await self._all(_with_chat.where(_is_open, _has_code(first_four.in_(sorted(pc4s)))))

    async def set_code(self, group: KvoGroupId, code_hash: str | None, expires_at: datetime | None) -> None:
        """The code that ties a chat to it; None when it was used."""
        values = {"code_hash": code_hash, "code_expires_at": expires_at}
        if not await self._transaction.changed(sa.update(stored).where(stored.c.id == group).values(values)):
            raise NotFound

    async def by_code(self, code_hash: str) -> tuple[KvoGroup, datetime] | None:
        """The open group with this code, and until when the code works."""
        row = await self._transaction.first(
            sa.select(stored.c.id, stored.c.code_expires_at).where(_is_open, stored.c.code_hash == code_hash)
        )
        return None if row is None else (await self.get(row.id), row.code_expires_at)

    async def by_chat(self, channel: str, ref: str) -> KvoGroup | None:
        """The open group that is tied to this chat."""
        is_chat = sa.and_(addresses.c.channel == channel, addresses.c.ref == ref, addresses.c.is_active)
        return next(iter(await self._all(_with_chat.where(_is_open, is_chat))), None)

    async def tie(self, group: KvoGroupId, *, channel: str, ref: str, topic: int) -> None:
        """This chat (and topic) is its chat from now on. Raises Conflict when it is another's now."""
        row = await self._transaction.first(
            sa.select(addresses).where(addresses.c.channel == channel, addresses.c.ref == ref)
        )
        if row is not None and (row.member_id is not None or (row.is_active and row.kvo_group_id != group)):
            raise Conflict
        mine = addresses.c.kvo_group_id == group
        await self._transaction.execute(sa.update(addresses).where(mine).values(is_active=False))
        if row is not None:
            again = {"kvo_group_id": group, "topic": topic, "is_active": True, "inactive_since": None}
            await self._transaction.execute(sa.update(addresses).where(addresses.c.id == row.id).values(again))
        else:
            new = {"kvo_group_id": group, "channel": channel, "ref": ref, "topic": topic, "is_active": True}
            await self._transaction.execute(sa.insert(addresses).values(new))

    async def untie(self, group: KvoGroupId, now: datetime) -> None:
        """The bot is not in its chat any more; what was sent there stays known."""
        mine = sa.update(addresses).where(addresses.c.kvo_group_id == group, addresses.c.is_active)
        await self._transaction.execute(mine.values(is_active=False, inactive_since=now))

    async def forget_topic(self, channel: str, ref: str) -> None:
        """The topic of this chat was removed: notices go to the chat itself."""
        chat = sa.update(addresses).where(addresses.c.channel == channel, addresses.c.ref == ref)
        await self._transaction.execute(chat.values(topic=0))

    async def looked(
        self, group: KvoGroupId, *, lacks: frozenset[ChatSetting], join_link: str | None, at: datetime | None
    ) -> None:
        """What its chat lacks, as seen at a moment."""
        values = {"lacks": lacks, "join_link": join_link, "checked_at": at}
        if not await self._transaction.changed(sa.update(stored).where(stored.c.id == group).values(values)):
            raise NotFound

    async def unlooked(self, since: datetime) -> list[KvoGroup]:
        """The open groups whose chat was not looked at after that, oldest first."""
        is_due = sa.or_(stored.c.checked_at.is_(None), stored.c.checked_at <= since)
        return await self._all(_with_chat.where(_is_open, addresses.c.is_active, is_due))

    async def shops_held(self, group: KvoGroupId) -> tuple[int, int]:
        """How many shops with people belong to it, and how many of those are verified."""
        verified = sa.func.count(premises.c.verified_at)
        held = sa.select(sa.func.count().label("shops"), verified.label("verified")).select_from(_shops)
        row = await self._transaction.one(held.where(_is_held_by(group), _has_people))
        return row.shops, row.verified

    async def belongs(self, group: KvoGroupId, member: MemberId) -> bool:
        """Whether the member is one of a verified shop's people in the group."""
        mine = sa.select(premises.c.id).select_from(_shops.join(premises_members))
        which = (premises_members.c.member_id == member, premises_members.c.left_at.is_(None))
        verified = mine.where(_is_held_by(group), *which, premises.c.verified_at.is_not(None))
        return await self._transaction.first(verified.limit(1)) is not None

    async def _all(self, groups: sa.Select[Any]) -> list[KvoGroup]:
        rows = await self._transaction.rows(groups.order_by(stored.c.id))
        codes = await self._codes(rows)
        return [_group(row, frozenset(codes[row.area_id])) for row in rows]

    async def _codes(self, rows: Sequence[sa.Row[Any]]) -> dict[int, set[str]]:
        codes: dict[int, set[str]] = defaultdict(set)
        of_groups = sa.select(area_codes).where(area_codes.c.area_id.in_([row.area_id for row in rows]))
        for row in await self._transaction.rows(of_groups) if rows else ():
            codes[row.area_id].add(row.code)
        return codes


_shops = kvo_group_premises.join(premises)


def _is_held_by(group: KvoGroupId) -> sa.ColumnElement[bool]:
    return sa.and_(kvo_group_premises.c.kvo_group_id == group, premises.c.closed_at.is_(None))


def _has_code(which: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return stored.c.area_id.in_(sa.select(area_codes.c.area_id).where(which))


def _group(row: sa.Row[Any], codes: frozenset[str]) -> KvoGroup:
    chat = None
    if row.address_id is not None:
        chat = GroupChat(row.address_id, row.channel, row.ref, row.topic or 0, row.is_active)
    return KvoGroup(
        id=row.id,
        name=row.name,
        codes=codes,
        branches=row.branches,
        created_by=row.created_by,
        chat=chat,
        lacks=row.lacks,
        checked_at=row.checked_at,
        join_link=row.join_link,
        closed_at=row.closed_at,
        version=row.version,
    )
