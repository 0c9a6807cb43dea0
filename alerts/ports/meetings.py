"""The port for visits and meetings about incidents, with who is invited."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from alerts.ids import IncidentId, MeetingId, MemberId
from alerts.meeting import Answer, Guest, Meeting, NewMeeting


class Meetings(Protocol):
    """The repository of meetings and their guests."""

    async def add(self, new: NewMeeting, uid: str, by: MemberId, now: datetime) -> Meeting:
        """Store a new meeting; `uid` is by what calendars will know it."""

    async def get(self, meeting: MeetingId) -> Meeting:
        """The meeting with this id. Raises NotFound."""

    async def save(self, meeting: Meeting) -> Meeting:
        """Store time, place, sequence and cancellation; return it with its next version. Raises Conflict when the
        version is not current any more."""

    async def of_incidents(self, incidents: Collection[IncidentId]) -> list[Meeting]:
        """Every meeting about these incidents, the earliest first."""

    async def of_guest(self, member: MemberId, since: datetime) -> list[Meeting]:
        """The meetings to which this member is invited that begin at this moment or later and were not called off, the
        earliest first."""

    async def invite(self, guests: Sequence[Guest]) -> None:
        """Store guests; who is invited already stays as they are."""

    async def guests(self, meeting: MeetingId) -> list[Guest]:
        """The guests of a meeting, in the order in which they were invited."""

    async def answer(self, meeting: MeetingId, member: MemberId, answer: Answer, now: datetime) -> Guest:
        """Store the answer of a guest, in place of an earlier one. Raises NotFound for who is not invited."""
