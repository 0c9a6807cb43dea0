"""Duty rosters in SQL: shifts, the exceptions to them, and the calendar feeds of members."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from alerts.duty_roster import NewShift, Roster, Shift, ShiftChange
from alerts.errors import Conflict
from alerts.ids import MemberId, RosterId, ShiftId
from alerts.role import Scope
from storage.database.transactions import Transaction, insert
from storage.tables import roster_feeds as feeds
from storage.tables import rosters, shift_changes, shifts


class SqlRosters:
    """`alerts.ports.Rosters` in SQL."""

    def __init__(self, transaction: Transaction, zone: ZoneInfo) -> None:
        self._transaction = transaction
        self._zone = zone

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which shifts begin and end."""
        return self._zone

    async def all(self) -> list[Roster]:
        """Every roster, oldest first; the caller checks the scope."""
        return [_roster(row) for row in await self._transaction.rows(sa.select(rosters).order_by(rosters.c.id))]

    async def get(self, roster: RosterId) -> Roster:
        """The roster with this id. Raises NotFound."""
        return _roster(await self._transaction.one(sa.select(rosters).where(rosters.c.id == roster)))

    async def add(self, scope: Scope, now: datetime) -> Roster:
        """Store a new roster without shifts."""
        new = sa.insert(rosters).values(
            scope_kind=scope.kind,
            scope_first=scope.first,
            scope_last=scope.last,
            scope_name=scope.name,
            scope_municipality_id=scope.municipality,
            created_at=now,
        )
        return _roster(await self._transaction.one(new.returning(*rosters.c)))

    async def shifts(self, rosters: Sequence[RosterId], first: date, last: date) -> list[Shift]:
        """The shifts of these rosters that may begin on one of these days, both included."""
        running = (shifts.c.first_on <= last, _has_not_ended(first))
        found = sa.select(shifts).where(shifts.c.roster_id.in_(rosters), *running).order_by(shifts.c.id)
        return [_shift(row) for row in await self._transaction.rows(found)] if rosters else []

    async def changes(self, shifts: Sequence[ShiftId], first: date, last: date) -> list[ShiftChange]:
        """The exceptions to these shifts on these days, both included."""
        those = (shift_changes.c.shift_id.in_(shifts), shift_changes.c.day.between(first, last))
        found = await self._transaction.rows(sa.select(shift_changes).where(*those)) if shifts else ()
        return [ShiftChange(row.shift_id, row.day, row.member_id) for row in found]

    async def shifts_of(self, member: MemberId, first: date) -> list[Shift]:
        """The shifts that are this member's, have them as deputy, or came to them by an exception, and that have not
        ended before this day."""
        taken_over = sa.select(shift_changes.c.shift_id).where(shift_changes.c.member_id == member)
        theirs = sa.or_(shifts.c.member_id == member, shifts.c.deputy_id == member, shifts.c.id.in_(taken_over))
        found = sa.select(shifts).where(theirs, _has_not_ended(first)).order_by(shifts.c.id)
        return [_shift(row) for row in await self._transaction.rows(found)]

    async def shift(self, shift: ShiftId) -> Shift:
        """The shift with this id. Raises NotFound."""
        return _shift(await self._transaction.one(sa.select(shifts).where(shifts.c.id == shift)))

    async def add_shift(self, new: NewShift, now: datetime) -> Shift:
        """Store a new shift."""
        values = sa.insert(shifts).values(
            roster_id=new.roster_id,
            member_id=new.member_id,
            deputy_id=new.deputy_id,
            first_on=new.first_on,
            last_on=new.last_on,
            every=new.every,
            begins=_minutes(new.begins),
            ends=_minutes(new.ends),
            created_at=now,
            version=1,
        )
        return _shift(await self._transaction.one(values.returning(*shifts.c)))

    async def save_shift(self, shift: Shift) -> Shift:
        """Store who has a shift, its deputy and its last day; return it with its next version. Raises Conflict when the
        version is not current any more."""
        current = sa.update(shifts).where(shifts.c.id == shift.id, shifts.c.version == shift.version)
        values = {
            "member_id": shift.member_id,
            "deputy_id": shift.deputy_id,
            "last_on": shift.last_on,
            "version": shift.version + 1,
        }
        row = await self._transaction.first(current.values(values).returning(*shifts.c))
        if row is None:
            raise Conflict
        return _shift(row)

    async def remove_shift(self, shift: ShiftId) -> None:
        """Remove a shift with its exceptions; harmless when it is gone."""
        await self._transaction.execute(sa.delete(shift_changes).where(shift_changes.c.shift_id == shift))
        await self._transaction.execute(sa.delete(shifts).where(shifts.c.id == shift))

    async def put_change(self, change: ShiftChange) -> None:
        """Store an exception, in place of an earlier one to this shift on this day."""
        values = {"member_id": change.member_id}
        new = insert(shift_changes).values(shift_id=change.shift_id, day=change.day, **values)
        key = [shift_changes.c.shift_id, shift_changes.c.day]
        await self._transaction.execute(new.on_conflict_do_update(index_elements=key, set_=values))

    async def remove_change(self, shift: ShiftId, day: date) -> None:
        """Remove an exception, so that the shift counts as usual; harmless when there is none."""
        that = (shift_changes.c.shift_id == shift, shift_changes.c.day == day)
        await self._transaction.execute(sa.delete(shift_changes).where(*that))

    async def set_feed(self, member: MemberId, secret_hash: str, now: datetime) -> None:
        """Store the secret of the member's calendar feed, in place of an earlier one."""
        values = {"secret_hash": secret_hash, "created_at": now}
        new = insert(feeds).values(member_id=member, **values)
        await self._transaction.execute(new.on_conflict_do_update(index_elements=[feeds.c.member_id], set_=values))

    async def feed(self, secret_hash: str) -> MemberId | None:
        """The member whose calendar feed has this secret."""
        row = await self._transaction.first(sa.select(feeds.c.member_id).where(feeds.c.secret_hash == secret_hash))
        return None if row is None else MemberId(row.member_id)

    async def feed_since(self, member: MemberId) -> datetime | None:
        """When the member's calendar feed was made; None when they have none."""
        row = await self._transaction.first(sa.select(feeds.c.created_at).where(feeds.c.member_id == member))
        made: datetime | None = None if row is None else row.created_at
        return made

    async def remove_feed(self, member: MemberId) -> None:
        """End the member's calendar feed; harmless when there is none."""
        await self._transaction.execute(sa.delete(feeds).where(feeds.c.member_id == member))


def _has_not_ended(first: date) -> sa.ColumnElement[bool]:
    return sa.or_(shifts.c.last_on.is_(None), shifts.c.last_on >= first)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _roster(row: sa.Row[Any]) -> Roster:
    scope = Scope(
        row.scope_kind,
        first=row.scope_first,
        last=row.scope_last,
        name=row.scope_name,
        municipality=row.scope_municipality_id,
    )
    return Roster(row.id, scope)


def _shift(row: sa.Row[Any]) -> Shift:
    return Shift(
        roster_id=row.roster_id,
        member_id=row.member_id,
        deputy_id=row.deputy_id,
        first_on=row.first_on,
        every=row.every,
        begins=_time(row.begins),
        ends=_time(row.ends),
        last_on=row.last_on,
        id=row.id,
        version=row.version,
    )
