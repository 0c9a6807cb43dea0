"""Shops, and who belongs to them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.branch import Branch
from alerts.errors import Conflict, NotFound
from alerts.ids import MemberId, PremisesId
from alerts.premises import ATTEST_EVERY, Following, NewPremises, Premises, Verification, name_key
from alerts.severity import EXTRAS_UP_TO
from storage.dialects import insert
from storage.engine import Transaction
from storage.group_premises import sort_shop
from storage.places import point_of, point_values
from storage.tables import premises as shops
from storage.tables import premises_member_branches as extras
from storage.tables import premises_members as belonging

_is_open = shops.c.closed_at.is_(None)
_belongs = belonging.c.left_at.is_(None)
_has_people = sa.exists().where(belonging.c.premises_id == shops.c.id, _belongs)
_best_first = (shops.c.verified_at.is_not(None).desc(), _has_people.desc(), shops.c.id)


class SqlPremises:
    """`alerts.ports.PremisesRepository` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, premises: NewPremises, now: datetime) -> Premises:
        """A new shop, not verified, without members."""
        new = sa.insert(shops).values(**_told(premises), created_at=now, version=1)
        added = _premises(await self._transaction.one(new.returning(*shops.c)))
        await sort_shop(self._transaction, added.id)
        return added

    async def get(self, premises: PremisesId) -> Premises:
        """One shop."""
        return _premises(await self._transaction.one(sa.select(shops).where(shops.c.id == premises)))

    async def save(self, premises: Premises) -> Premises:
        """Store its facts if the version is still current; return it with the next version."""
        values = {**_told(premises), "verified_at": premises.verified_at, "closed_at": premises.closed_at}
        if premises.verified_at is None:
            values |= {"verified_by": None, "verified_how": None, "reattest_due": None, "reattest_asked": 0}
        saved = await self._change(premises.id, premises.version, values)
        await sort_shop(self._transaction, saved.id)
        return saved

    async def verify(
        self, premises: PremisesId, version: int, how: Verification, by: MemberId | None, now: datetime
    ) -> Premises:
        """Mark it verified if the version is still current; it is to be attested half a year later."""
        values = {"verified_at": now, "verified_by": by, "verified_how": how}
        return await self._change(premises, version, values | {"reattest_due": now + ATTEST_EVERY, "reattest_asked": 0})

    async def expect_attestation(self, premises: PremisesId, due: datetime, askings: int) -> Premises:
        """When something is to be done about it next, and how often its owners were asked by then."""
        expected = sa.update(shops).where(shops.c.id == premises).values(reattest_due=due, reattest_asked=askings)
        return _premises(await self._transaction.one(expected.returning(*shops.c)))

    async def due_for_attesting(self, now: datetime, limit: int) -> list[Premises]:
        """Open premises of which that moment has come, longest ago first."""
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

    async def join(self, premises: PremisesId, member: MemberId, *, is_owner: bool, now: datetime) -> None:
        """The member belongs to it from now on; joining again is harmless, and takes no ownership away."""
        new = insert(belonging).values(
            premises_id=premises, member_id=member, is_owner=is_owner, extras_up_to=EXTRAS_UP_TO, joined_at=now
        )
        again = {
            "is_owner": belonging.c.is_owner | new.excluded.is_owner,
            "joined_at": sa.case((belonging.c.left_at.is_(None), belonging.c.joined_at), else_=new.excluded.joined_at),
            "left_at": None,
        }
        key = [belonging.c.premises_id, belonging.c.member_id]
        await self._transaction.execute(new.on_conflict_do_update(index_elements=key, set_=again))

    async def leave(self, premises: PremisesId, member: MemberId, now: datetime) -> None:
        """The member belongs to it no longer; what they chose for it is forgotten."""
        left = sa.update(belonging).where(*_is(premises, member), _belongs)
        forgotten = {"is_owner": False, "wider_m": None, "extras_up_to": EXTRAS_UP_TO, "left_at": now}
        if await self._transaction.changed(left.values(forgotten)):
            await self._replace_branches(premises, member, frozenset())

    async def followings(self, member: MemberId) -> list[Following]:
        """The open premises of a member with their choices, oldest first."""
        return await self._followings(belonging.c.member_id == member, belonging.c.joined_at, shops.c.id)

    async def members_of(self, premises: PremisesId) -> list[Following]:
        """Who belongs to it, owners first."""
        order = (belonging.c.is_owner.desc(), belonging.c.joined_at, belonging.c.member_id)
        return await self._followings(belonging.c.premises_id == premises, *order)

    async def _followings(self, which: sa.ColumnElement[bool], *order: sa.ColumnElement[Any]) -> list[Following]:
        own = [
            belonging.c.member_id,
            belonging.c.is_owner,
            belonging.c.joined_at,
            belonging.c.wider_m,
            belonging.c.extras_up_to,
        ]
        found = sa.select(shops, *own).join(belonging).where(which, _belongs, _is_open).order_by(*order)
        rows = await self._transaction.rows(found)
        branches = await self._branches(which) if rows else {}
        return [_following(row, branches) for row in rows]

    async def _branches(self, which: sa.ColumnElement[bool]) -> dict[tuple[int, int], set[Branch]]:
        both = sa.and_(extras.c.premises_id == belonging.c.premises_id, extras.c.member_id == belonging.c.member_id)
        added: dict[tuple[int, int], set[Branch]] = defaultdict(set)
        for row in await self._transaction.rows(sa.select(extras).join(belonging, both).where(which)):
            added[row.premises_id, row.member_id].add(row.branch)
        return added

    async def save_choices(self, following: Following) -> None:
        """Store wider_m, extra_branches and extras_up_to of one member at one premises."""
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
        """An open premises with this PC6, branch and name (case and spaces aside), with at least one member."""
        return await self._same(pc6, branch, name, shops.c.id != (other_than or 0), _has_people)

    async def vouched_for(self, pc6: str, branch: Branch, name: str) -> Premises | None:
        """The same, verified, or made by a coordinator and nobody's yet."""
        return await self._same(pc6, branch, name, sa.or_(shops.c.verified_at.is_not(None), ~_has_people))

    async def _same(self, pc6: str, branch: Branch, name: str, *more: sa.ColumnElement[bool]) -> Premises | None:
        same = (shops.c.pc6 == pc6, shops.c.branch == branch, shops.c.name_key == name_key(name), _is_open)
        found = sa.select(shops).where(*same, *more).order_by(*_best_first).limit(1)
        row = await self._transaction.first(found)
        return None if row is None else _premises(row)

    async def twins(self, premises: Premises) -> list[Premises]:
        """Other open premises of this branch at this PC6 with the same name or house number."""
        if premises.pc6 is None:
            return []
        called = shops.c.name_key == premises.called
        numbered = shops.c.house_number == (premises.house_number or "")
        here = (shops.c.pc6 == premises.pc6, shops.c.branch == premises.branch, shops.c.id != premises.id, _is_open)
        found = sa.select(shops).where(*here, sa.or_(called, numbered))
        return _all(await self._transaction.rows(found.order_by(*_best_first)))

    async def unverified(self) -> list[Premises]:
        """Open premises that could be verified and are not, oldest first."""
        told = [shops.c.name != "", shops.c.house_number != "", shops.c.pc6 != ""]
        found = sa.select(shops).where(_is_open, shops.c.verified_at.is_(None), *told).order_by(shops.c.id)
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
    )
