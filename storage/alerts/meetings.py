"""Visits and meetings about incidents with their guests, in SQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alerts.errors import Conflict
from alerts.ids import IncidentId, MeetingId, MemberId
from alerts.meeting import Answer, Guest, Meeting, NewMeeting
from storage.database.transactions import Transaction, insert
from storage.tables import meeting_guests as invited
from storage.tables import meetings as stored


class SqlMeetings:
    """`alerts.ports.Meetings` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, new: NewMeeting, uid: str, by: MemberId, now: datetime) -> Meeting:
        """Store a new meeting; `uid` is by what calendars will know it."""
        values = {
            "incident_id": new.incident_id,
            "kind": new.kind,
            "starts_at": new.starts_at,
            "place": new.place,
            "uid": uid,
            "sequence": 0,
            "made_by": by,
            "created_at": now,
            "version": 1,
        }
        return _meeting(await self._transaction.one(sa.insert(stored).values(values).returning(*stored.c)))

    async def get(self, meeting: MeetingId) -> Meeting:
        """The meeting with this id. Raises NotFound."""
        return _meeting(await self._transaction.one(sa.select(stored).where(stored.c.id == meeting)))

    async def save(self, meeting: Meeting) -> Meeting:
        """Store time, place, sequence and cancellation; return it with its next version. Raises Conflict when the
        version is not current any more."""
        current = sa.update(stored).where(stored.c.id == meeting.id, stored.c.version == meeting.version)
        values = {
            "starts_at": meeting.starts_at,
            "place": meeting.place,
            "sequence": meeting.sequence,
            "cancelled_at": meeting.cancelled_at,
            "version": meeting.version + 1,
        }
        row = await self._transaction.first(current.values(values).returning(*stored.c))
        if row is None:
            raise Conflict
        return _meeting(row)

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Meeting]:
        """Every meeting about these incidents, the earliest first."""
        found = sa.select(stored).where(stored.c.incident_id.in_(incidents)).order_by(stored.c.starts_at, stored.c.id)
        return [_meeting(row) for row in await self._transaction.rows(found)]

    async def of_guest(self, member: MemberId, since: datetime) -> list[Meeting]:
        """The meetings to which this member is invited that begin at this moment or later and were not called off, the
        earliest first."""
        theirs = sa.select(invited.c.meeting_id).where(invited.c.member_id == member)
        ahead = (stored.c.id.in_(theirs), stored.c.starts_at >= since, stored.c.cancelled_at.is_(None))
        found = sa.select(stored).where(*ahead).order_by(stored.c.starts_at, stored.c.id)
        return [_meeting(row) for row in await self._transaction.rows(found)]

    async def invite(self, guests: Sequence[Guest]) -> None:
        """Store guests; who is invited already stays as they are."""
        rows = [
            {"meeting_id": one.meeting_id, "member_id": one.member_id, "is_victim": one.is_victim} for one in guests
        ]
        if rows:
            key = ["meeting_id", "member_id"]
            await self._transaction.execute(insert(invited).on_conflict_do_nothing(index_elements=key), rows)

    async def guests(self, meeting: MeetingId) -> list[Guest]:
        """The guests of a meeting, in the order in which they were invited."""
        found = sa.select(invited).where(invited.c.meeting_id == meeting).order_by(invited.c.id)
        return [_guest(row) for row in await self._transaction.rows(found)]

    async def answer(self, meeting: MeetingId, member: MemberId, answer: Answer, now: datetime) -> Guest:
        """Store the answer of a guest, in place of an earlier one. Raises NotFound for who is not invited."""
        theirs = sa.update(invited).where(invited.c.meeting_id == meeting, invited.c.member_id == member)
        return _guest(await self._transaction.one(theirs.values(answer=answer, answered_at=now).returning(*invited.c)))


def _meeting(row: Any) -> Meeting:
    return Meeting(
        id=MeetingId(row.id),
        incident_id=IncidentId(row.incident_id),
        kind=row.kind,
        starts_at=row.starts_at,
        place=row.place,
        uid=row.uid,
        sequence=row.sequence,
        made_by=row.made_by,
        created_at=row.created_at,
        version=row.version,
        cancelled_at=row.cancelled_at,
    )


def _guest(row: Any) -> Guest:
    return Guest(MeetingId(row.meeting_id), row.member_id, row.is_victim, row.answer, row.answered_at)
