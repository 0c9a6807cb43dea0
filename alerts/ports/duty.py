"""The ports for duty: rosters with their shifts and feeds, and the clocks of reports that nobody took."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from alerts.duty_roster import NewShift, Roster, Shift, ShiftChange
from alerts.ids import MemberId, ReportId, RosterId, ShiftId
from alerts.report_clock import ReportClock
from alerts.role import Scope


class Rosters(Protocol):
    """The repository of duty rosters, with their shifts, the exceptions to these, and the calendar feeds of members."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which shifts begin and end."""

    async def all(self) -> list[Roster]:
        """Every roster, oldest first; the caller checks the scope."""

    async def get(self, roster: RosterId) -> Roster:
        """The roster with this id. Raises NotFound."""

    async def add(self, scope: Scope, now: datetime) -> Roster:
        """Store a new roster without shifts."""

    async def shifts(self, rosters: Sequence[RosterId], first: date, last: date) -> list[Shift]:
        """The shifts of these rosters that may begin on one of these days, both included."""

    async def changes(self, shifts: Sequence[ShiftId], first: date, last: date) -> list[ShiftChange]:
        """The exceptions to these shifts on these days, both included."""

    async def shifts_of(self, member: MemberId, first: date) -> list[Shift]:
        """The shifts that are this member's, have them as deputy, or came to them by an exception, and that have not
        ended before this day."""

    async def shift(self, shift: ShiftId) -> Shift:
        """The shift with this id. Raises NotFound."""

    async def add_shift(self, new: NewShift, now: datetime) -> Shift:
        """Store a new shift."""

    async def save_shift(self, shift: Shift) -> Shift:
        """Store who has a shift, its deputy and its last day; return it with its next version. Raises Conflict when the
        version is not current any more."""

    async def remove_shift(self, shift: ShiftId) -> None:
        """Remove a shift with its exceptions; harmless when it is gone."""

    async def put_change(self, change: ShiftChange) -> None:
        """Store an exception, in place of an earlier one to this shift on this day."""

    async def remove_change(self, shift: ShiftId, day: date) -> None:
        """Remove an exception, so that the shift counts as usual; harmless when there is none."""

    async def set_feed(self, member: MemberId, secret_hash: str, now: datetime) -> None:
        """Store the secret of the member's calendar feed, in place of an earlier one."""

    async def feed(self, secret_hash: str) -> MemberId | None:
        """The member whose calendar feed has this secret."""

    async def feed_since(self, member: MemberId) -> datetime | None:
        """When the member's calendar feed was made; None when they have none."""

    async def remove_feed(self, member: MemberId) -> None:
        """End the member's calendar feed; harmless when there is none."""


class ReportClocks(Protocol):
    """The repository of the clocks of reports; a clock that has run its course, or whose report was taken, is
    removed."""

    async def put(self, clock: ReportClock) -> None:
        """Insert or replace the clock of a report."""

    async def get(self, report: ReportId) -> ReportClock | None:
        """The clock of this report, if one runs or stands."""

    async def due(self, now: datetime, limit: int) -> list[ReportClock]:
        """Up to `limit` clocks whose next stage has come, those with the shortest wait first, then the earliest."""

    async def remove(self, report: ReportId) -> None:
        """Remove the clock of a report; harmless when there is none."""
