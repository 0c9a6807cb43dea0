"""Premises in SQL, and who belongs to them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.ids import MemberId, PremisesId
from alerts.opening_hours import OpeningHours
from alerts.point import Point
from alerts.premises import (
    ATTEST_EVERY,
    NEW_FOR,
    Following,
    NewPremises,
    Premises,
    ShopFilter,
    ShopMark,
    Verification,
    name_key,
)
from alerts.role import Scope
from alerts.tlp import EXTRAS_UP_TO
from storage.database.transactions import Transaction, insert
from storage.people.group_membership import sort_shop
from storage.people.scoped_shops import may_lie_in
from storage.people.shop_search import page_of_shops, waits_for_verification
from storage.tables import postcodes
from storage.tables import premises as shops
from storage.tables import premises_member_branches as extras
from storage.tables import premises_members as belonging
from storage.tables.places import point_of, point_values
from storage.targeting import squared_chord

_is_open = shops.c.closed_at.is_(None)
_belongs = belonging.c.left_at.is_(None)
_has_people = sa.exists().where(belonging.c.premises_id == shops.c.id, _belongs)
_best_first = (shops.c.verified_at.is_not(None).desc(), _has_people.desc(), shops.c.id)


class _Followings:
    """Statements that find members at premises, and the branches that they added, by the one or the other ("whose")."""

    def __init__(self, column: sa.ColumnElement[int], *order: sa.ColumnElement[Any]) -> None:
        names = ("member_id", "is_owner", "joined_at", "wider_m", "extras_up_to", "new_until")
        which = column == sa.bindparam("whose")
        own = sa.select(shops, *(belonging.c[name] for name in names)).join(belonging)
        both = sa.and_(extras.c.premises_id == belonging.c.premises_id, extras.c.member_id == belonging.c.member_id)
        self.found = own.where(which, _belongs, _is_open).order_by(*order)
        self.branches = sa.select(extras).join(belonging, both).where(which)


_OF_MEMBER = _Followings(belonging.c.member_id, belonging.c.joined_at, shops.c.id)
_OF_PREMISES = _Followings(
    belonging.c.premises_id, belonging.c.is_owner.desc(), belonging.c.joined_at, belonging.c.member_id
)


class SqlPremises:
    """`alerts.ports.PremisesRepository` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, premises: NewPremises, now: datetime) -> Premises:
        """Store a new premises: not verified, without members."""
        new = sa.insert(shops).values(**_told(premises), created_at=now, version=1)
        added = _premises(await self._transaction.one(new.returning(*shops.c)))
        await sort_shop(self._transaction, added.id)
        return added

    async def get(self, premises: PremisesId) -> Premises:
        """The premises with this id. Raises NotFound."""
        return _premises(await self._transaction.one(sa.select(shops).where(shops.c.id == premises)))

    async def save(self, premises: Premises) -> Premises:
        """Store the facts of a premises; return it with its next version. Raises Conflict when the version is not
        current any more, NotFound when there is no such premises."""
        values = {**_told(premises), "verified_at": premises.verified_at, "closed_at": premises.closed_at}
        if premises.verified_at is None:
            values |= {"verified_by": None, "verified_how": None, "reattest_due": None, "reattest_asked": 0}
        saved = await self._change(premises.id, premises.version, values)
        await sort_shop(self._transaction, saved.id)
        return saved

    async def verify(
        self, premises: PremisesId, version: int, how: Verification, by: MemberId | None, now: datetime
    ) -> Premises:
        """Mark a premises verified; its owners are asked to attest to it half a year later. Raises Conflict when the
        version is not current any more, NotFound when there is no such premises."""
        values = {"verified_at": now, "verified_by": by, "verified_how": how}
        return await self._change(premises, version, values | {"reattest_due": now + ATTEST_EVERY, "reattest_asked": 0})

    async def expect_attestation(self, premises: PremisesId, due: datetime, askings: int) -> Premises:
        """Store when the attestation of a premises is next looked at, and how often its owners were asked so far.
        Raises NotFound."""
        expected = sa.update(shops).where(shops.c.id == premises).values(reattest_due=due, reattest_asked=askings)
        return _premises(await self._transaction.one(expected.returning(*shops.c)))

    async def due_for_attesting(self, now: datetime, limit: int) -> list[Premises]:
        """The open verified premises whose attestation is due, longest ago first."""
        due = (shops.c.reattest_due <= now, shops.c.verified_at.is_not(None), _is_open)
        found = sa.select(shops).where(*due).order_by(shops.c.reattest_due, shops.c.id).limit(limit)
        return _all(await self._transaction.rows(found))

    async def _change(self, premises: PremisesId, version: int, values: dict[str, Any]) -> Premises:
        current = sa.update(shops).where(shops.c.id == premises, shops.c.version == version)
        row = await self._transaction.first(current.values(**values, version=version + 1).returning(*shops.c))
        if row is None:
            await self.get(premises)
            raise Conflict
        return _premises(row)

    async def set_hours(
        self, premises: PremisesId, version: int, hours: OpeningHours | None, *, opens_on_holidays: bool
    ) -> Premises:
        """Store the opening hours of a premises, None to forget them. Raises Conflict when the version is not current
        any more, NotFound when there is no such premises."""
        told = {"opening_hours": None if hours is None else str(hours), "open_on_holidays": opens_on_holidays}
        return await self._change(premises, version, told)

    async def join(self, premises: PremisesId, member: MemberId, *, is_owner: bool, now: datetime) -> None:
        """Make the member belong to a premises; a colleague (`is_owner` False) counts as new for a while. Joining again
        is harmless, and takes no ownership away."""
        new = insert(belonging).values(
            premises_id=premises,
            member_id=member,
            is_owner=is_owner,
            extras_up_to=EXTRAS_UP_TO,
            joined_at=now,
            new_until=None if is_owner else now + NEW_FOR,
        )
        stays = belonging.c.left_at.is_(None)
        again = {
            "is_owner": belonging.c.is_owner | new.excluded.is_owner,
            "joined_at": sa.case((stays, belonging.c.joined_at), else_=new.excluded.joined_at),
            "new_until": sa.case((stays, belonging.c.new_until), else_=new.excluded.new_until),
            "left_at": None,
        }
        key = [belonging.c.premises_id, belonging.c.member_id]
        await self._transaction.execute(new.on_conflict_do_update(index_elements=key, set_=again))

    async def vouch_for_people(self, premises: PremisesId) -> int:
        """Let nobody at a premises count as new any more; return how many did."""
        new = sa.update(belonging).where(
            belonging.c.premises_id == premises, _belongs, belonging.c.new_until.is_not(None)
        )
        return await self._transaction.changed(new.values(new_until=None))

    async def allow_people(self, premises: PremisesId, most: int) -> None:
        """Set how many people may belong to a premises, in place of the general setting."""
        await self._transaction.execute(sa.update(shops).where(shops.c.id == premises).values(people_allowed=most))

    async def count_joined(self, premises: PremisesId, since: datetime) -> int:
        """How many people joined a premises after `since`, whether or not they left again; owners are not counted."""
        came = (belonging.c.premises_id == premises, belonging.c.joined_at > since, ~belonging.c.is_owner)
        return int((await self._transaction.one(sa.select(sa.func.count().label("many")).where(*came))).many)

    async def crowded(self, most: int, scopes: Sequence[Scope], limit: int) -> list[tuple[Premises, int]]:
        """The open verified premises with more than `most` people, and how many, most first. Only those that may lie in
        one of these scopes."""
        many = sa.func.count().label("many")
        counted = (
            sa.select(belonging.c.premises_id, many)
            .where(_belongs)
            .group_by(belonging.c.premises_id)
            .having(many > most)
            .subquery()
        )
        found = sa.select(shops, counted.c.many).join(counted, counted.c.premises_id == shops.c.id)
        in_scope = sa.or_(sa.false(), *(may_lie_in(scope) for scope in scopes))
        verified = found.where(_is_open, shops.c.verified_at.is_not(None), in_scope)
        rows = await self._transaction.rows(verified.order_by(counted.c.many.desc(), shops.c.id).limit(limit))
        return [(_premises(row), int(row.many)) for row in rows]

    async def leave(self, premises: PremisesId, member: MemberId, now: datetime) -> None:
        """End the member's belonging to a premises; what they chose for it is forgotten."""
        left = sa.update(belonging).where(*_is(premises, member), _belongs)
        forgotten = {"is_owner": False, "wider_m": None, "extras_up_to": EXTRAS_UP_TO, "left_at": now}
        if await self._transaction.changed(left.values(forgotten)):
            await self._replace_branches(premises, member, frozenset())

    async def followings(self, member: MemberId) -> list[Following]:
        """The open premises of a member, with the member's choices, in the order of joining."""
        return await self._followings(_OF_MEMBER, member)

    async def members_of(self, premises: PremisesId) -> list[Following]:
        """The people who belong to a premises, owners first."""
        return await self._followings(_OF_PREMISES, premises)

    async def _followings(self, which: "_Followings", whose: int) -> list[Following]:
        rows = await self._transaction.rows(which.found, {"whose": whose})
        branches = defaultdict[tuple[int, int], set[Branch]](set)
        for row in await self._transaction.rows(which.branches, {"whose": whose}) if rows else ():
            branches[row.premises_id, row.member_id].add(row.branch)
        return [_following(row, branches) for row in rows]

    async def save_choices(self, following: Following) -> None:
        """Store wider_m, extra_branches and extras_up_to of one member at one premises. Raises NotFound when the member
        does not belong to it."""
        premises, member = following.premises.id, following.member_id
        chosen = sa.update(belonging).where(*_is(premises, member), _belongs)
        values = {"wider_m": following.wider_m, "extras_up_to": following.extras_up_to}
        if not await self._transaction.changed(chosen.values(values)):
            raise NotFound
        await self._replace_branches(premises, member, following.extra_branches)

    async def _replace_branches(self, premises: PremisesId, member: MemberId, branches: frozenset[Branch]) -> None:
        old = sa.delete(extras).where(extras.c.premises_id == premises, extras.c.member_id == member)
        await self._transaction.execute(old)
        if branches:
            rows = [{"premises_id": premises, "member_id": member, "branch": branch} for branch in sorted(branches)]
            await self._transaction.execute(sa.insert(extras), rows)

    async def same_shop(
        self, pc6: str, branch: Branch, name: str, other_than: PremisesId | None = None
    ) -> Premises | None:
        """An open premises with this PC6, branch and name (case and spaces aside), with at least one member; a verified
        one first."""
        return await self._same(pc6, branch, name, shops.c.id != (other_than or 0), _has_people)

    async def vouched_for(self, pc6: str, branch: Branch, name: str) -> Premises | None:
        """An open premises with these facts that is verified, or that a coordinator made for an invitation and nobody
        belongs to yet."""
        return await self._same(pc6, branch, name, sa.or_(shops.c.verified_at.is_not(None), ~_has_people))

    async def _same(self, pc6: str, branch: Branch, name: str, *more: sa.ColumnElement[bool]) -> Premises | None:
        same = (shops.c.pc6 == pc6, shops.c.branch == branch, shops.c.name_key == name_key(name), _is_open)
        found = sa.select(shops).where(*same, *more).order_by(*_best_first).limit(1)
        row = await self._transaction.first(found)
        return None if row is None else _premises(row)

    async def names_at(self, pc6: str) -> list[str]:
        """The names of the open premises with this PC6."""
        named = sa.select(shops.c.name).where(shops.c.pc6 == pc6, shops.c.name.is_not(None), _is_open)
        return [row.name for row in await self._transaction.rows(named.distinct())]

    async def twins(self, premises: Premises) -> list[Premises]:
        """The other open premises of this branch at this PC6 with the same name or house number: verified ones first,
        then those with members."""
        if premises.pc6 is None:
            return []
        called = shops.c.name_key == premises.called
        numbered = shops.c.house_number == (premises.house_number or "")
        here = (shops.c.pc6 == premises.pc6, shops.c.branch == premises.branch, shops.c.id != premises.id, _is_open)
        found = sa.select(shops).where(*here, sa.or_(called, numbered))
        return _all(await self._transaction.rows(found.order_by(*_best_first)))

    async def count_by_place(self) -> list[tuple[Place, int]]:
        """The number of open premises with members in each PC4; split by PC6 and by the municipality that their people
        named where the PC4 has several parts."""
        has_parts = shops.c.pc4.in_(sa.select(postcodes.c.pc4).where(postcodes.c.part == 1))
        placed = sa.select(
            shops.c.pc4,
            sa.case((has_parts, shops.c.pc6), else_=None).label("pc6"),
            sa.case((has_parts, shops.c.municipality_id), else_=None).label("municipality"),
        ).where(_is_open, _has_people)
        place = placed.subquery()
        counted = sa.select(*place.c, sa.func.count().label("shops")).group_by(*place.c).order_by(*place.c)
        rows = await self._transaction.rows(counted)
        return [(Place(row.pc4, row.pc6, None, row.municipality), row.shops) for row in rows]

    async def page(
        self, wanted: ShopFilter, scopes: Sequence[Scope], *, after: ShopMark | None, limit: int
    ) -> list[Premises]:
        """The open premises that fit the filter, in the order of its marks, and may lie in one of these scopes; those
        without a postcode are found by their name only."""
        return _all(await self._transaction.rows(page_of_shops(wanted, scopes, after=after, limit=limit)))

    async def around(self, point: Point, metres: int) -> list[Premises]:
        """The open premises whose point lies within so many metres, nearest first."""
        chord = squared_chord(shops.c, point)
        near = (shops.c.x.between(point.x - metres, point.x + metres), chord <= metres * metres, _is_open)
        return _all(await self._transaction.rows(sa.select(shops).where(*near).order_by(chord, shops.c.id)))

    async def unverified(self) -> list[Premises]:
        """The open premises that have all that a verification needs and are not verified, oldest first."""
        found = sa.select(shops).where(waits_for_verification()).order_by(shops.c.id)
        return _all(await self._transaction.rows(found))


def _is(premises: PremisesId, member: MemberId) -> tuple[sa.ColumnElement[bool], ...]:
    return belonging.c.premises_id == premises, belonging.c.member_id == member


def _told(premises: NewPremises | Premises) -> dict[str, Any]:
    return {
        "branch": premises.branch,
        "pc4": premises.pc4,
        "pc6": premises.pc6,
        **point_values(premises.point),
        "point_source": premises.point_source,
        "name": premises.name,
        "name_key": None if premises.name is None else name_key(premises.name),
        "house_number": premises.house_number,
        "needs_check": premises.needs_check,
        "municipality_id": premises.municipality,
    }


def _all(rows: Sequence[sa.Row[Any]]) -> list[Premises]:
    return [_premises(row) for row in rows]


def _premises(row: sa.Row[Any]) -> Premises:
    return Premises(
        id=row.id,
        branch=row.branch,
        pc4=row.pc4,
        pc6=row.pc6,
        point=point_of(row),
        point_source=row.point_source,
        name=row.name,
        house_number=row.house_number,
        needs_check=row.needs_check,
        verified_at=row.verified_at,
        closed_at=row.closed_at,
        version=row.version,
        askings=row.reattest_asked,
        municipality=row.municipality_id,
        people_allowed=row.people_allowed,
        hours=None if row.opening_hours is None else OpeningHours.stored(row.opening_hours),
        opens_on_holidays=row.open_on_holidays,
    )


def _following(row: sa.Row[Any], branches: dict[tuple[int, int], set[Branch]]) -> Following:
    return Following(
        premises=_premises(row),
        member_id=row.member_id,
        is_owner=row.is_owner,
        joined_at=row.joined_at,
        wider_m=row.wider_m,
        extra_branches=frozenset(branches.get((row.id, row.member_id), ())),
        extras_up_to=row.extras_up_to,
        new_until=row.new_until,
    )
