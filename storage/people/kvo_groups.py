"""KVO groups in SQL: their postcodes, their chat, and the shops that belong to them."""

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
from alerts.kvo_group import ChatSetting, ChatTrouble, GroupChat, KvoGroup, NewKvoGroup
from storage.database.transactions import Transaction
from storage.people.group_membership import sort_group
from storage.tables import addresses, area_codes, areas, kvo_group_premises, premises, premises_members
from storage.tables import kvo_groups as stored
from storage.tables.places import area_values

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
        """Store a new group; the shops within its postcodes and branches belong to it at once."""
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
        """The group with this id. Raises NotFound."""
        found = await self._all(_with_chat.where(stored.c.id == group))
        if not found:
            raise NotFound
        return found[0]

    async def save(self, group: KvoGroup) -> KvoGroup:
        """Store name, codes, branches, `lacks`, `checked_at`, `join_link` and `closed_at`; return the group with its
        next version. A closed group has no shops. Raises Conflict when the version is not current any more, NotFound
        when there is no such group."""
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
        """The open groups to which a shop at this place, of this branch, belongs."""
        codes = [code for code in (place.pc4, place.pc6) if code]
        found = await self._all(_with_chat.where(_is_open, _has_code(area_codes.c.code.in_(codes))))
        return [group for group in found if group.holds(place, branch)]

    async def in_postcodes(self, pc4s: Collection[str]) -> list[KvoGroup]:
        """The open groups with a postcode in one of these four-digit areas."""
        first_four = sa.func.substr(area_codes.c.code, 1, 4)
        return await self._all(_with_chat.where(_is_open, _has_code(first_four.in_(sorted(pc4s)))))

    async def set_code(self, group: KvoGroupId, code_hash: str | None, expires_at: datetime | None) -> None:
        """Store the hash of the code that ties a chat to the group, and when it expires; None once it is used. Raises
        NotFound."""
        values = {"code_hash": code_hash, "code_expires_at": expires_at}
        if not await self._transaction.changed(sa.update(stored).where(stored.c.id == group).values(values)):
            raise NotFound

    async def by_code(self, code_hash: str) -> tuple[KvoGroup, datetime] | None:
        """The open group with this code, and when the code expires."""
        row = await self._transaction.first(
            sa.select(stored.c.id, stored.c.code_expires_at).where(_is_open, stored.c.code_hash == code_hash)
        )
        return None if row is None else (await self.get(row.id), row.code_expires_at)

    async def by_chat(self, channel: str, ref: str) -> KvoGroup | None:
        """The open group that is tied to this chat."""
        is_chat = sa.and_(addresses.c.channel == channel, addresses.c.ref == ref, addresses.c.is_active)
        return next(iter(await self._all(_with_chat.where(_is_open, is_chat))), None)

    async def tie(self, group: KvoGroupId, *, channel: str, ref: str, topic: int) -> None:
        """Make this chat (and topic) the only chat of the group. Raises Conflict when the chat is a person's, or is
        tied to another group now."""
        row = await self._transaction.first(
            sa.select(addresses).where(addresses.c.channel == channel, addresses.c.ref == ref)
        )
        if row is not None and (row.member_id is not None or (row.is_active and row.kvo_group_id != group)):
            raise Conflict
        await self.set_trouble(group, None)
        mine = addresses.c.kvo_group_id == group
        await self._transaction.execute(sa.update(addresses).where(mine).values(is_active=False))
        if row is not None:
            again = {"kvo_group_id": group, "topic": topic, "is_active": True, "inactive_since": None}
            await self._transaction.execute(sa.update(addresses).where(addresses.c.id == row.id).values(again))
        else:
            new = {"kvo_group_id": group, "channel": channel, "ref": ref, "topic": topic, "is_active": True}
            await self._transaction.execute(sa.insert(addresses).values(new))

    async def untie(self, group: KvoGroupId, now: datetime) -> None:
        """Note that the bot has left the group's chat; what was sent there stays known."""
        await self.set_trouble(group, None)
        mine = sa.update(addresses).where(addresses.c.kvo_group_id == group, addresses.c.is_active)
        await self._transaction.execute(mine.values(is_active=False, inactive_since=now))

    async def forget_topic(self, channel: str, ref: str) -> None:
        """Note that the topic of this chat was removed: notices go to the chat itself."""
        chat = sa.update(addresses).where(addresses.c.channel == channel, addresses.c.ref == ref)
        await self._transaction.execute(chat.values(topic=0))

    async def set_trouble(self, group: KvoGroupId, trouble: ChatTrouble | None) -> None:
        """Store why the group's chat refused a message; None when it may be written to, as far as is known."""
        await self._transaction.execute(sa.update(stored).where(stored.c.id == group).values(trouble=trouble))

    async def mark_checked(
        self, group: KvoGroupId, *, lacks: frozenset[ChatSetting], join_link: str | None, at: datetime | None
    ) -> None:
        """Store which settings the group's chat lacks, as seen at this moment (None: not checked). The version stays,
        so that buttons keep working. Raises NotFound."""
        values = {"lacks": lacks, "join_link": join_link, "checked_at": at}
        if not await self._transaction.changed(sa.update(stored).where(stored.c.id == group).values(values)):
            raise NotFound

    async def due_for_check(self, since: datetime) -> list[KvoGroup]:
        """The open groups whose chat was not checked after this moment, oldest first."""
        is_due = sa.or_(stored.c.checked_at.is_(None), stored.c.checked_at <= since)
        return await self._all(_with_chat.where(_is_open, addresses.c.is_active, is_due))

    async def shops_held(self, group: KvoGroupId) -> tuple[int, int]:
        """How many shops with members belong to the group, and how many of those are verified."""
        verified = sa.func.count(premises.c.verified_at)
        held = sa.select(sa.func.count().label("shops"), verified.label("verified")).select_from(_shops)
        row = await self._transaction.one(held.where(_is_held_by(group), _has_people))
        return row.shops, row.verified

    async def belongs(self, group: KvoGroupId, member: MemberId) -> bool:
        """Whether the member belongs to a verified shop in the group."""
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
        trouble=row.trouble,
    )
