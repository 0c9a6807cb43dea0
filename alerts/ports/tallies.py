"""The port for tallies: what is left to count of reports and notices."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from alerts.alert import IncidentKind
from alerts.ids import AlertId, ReportId
from alerts.tally import NoticeCount, PlacedTally, Tally, TallyCount, TallyOutcome, TallySubject


class Tallies(Protocol):
    """The repository of tallies. A tally can be mended for as long as its report or notice is kept whole; after that
    nothing leads from one to the other."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone whose days and hours are counted."""

    async def put(self, tally: Tally, of: ReportId | AlertId) -> None:
        """Store the tally of this report or notice (`tally.subject` says which), in place of an earlier one."""

    async def mend(self, tally: Tally, of: ReportId | AlertId) -> None:
        """Store the tally in place of the earlier one of this report or notice; without effect when none is known."""

    async def mark_satisfied(self, of: ReportId, *, is_satisfied: bool) -> None:
        """Store whether who reported was helped well; mending keeps that. Without effect when no tally is known."""

    async def counts(self, subject: TallySubject, first: date, last: date) -> Sequence[TallyCount]:
        """The tallies of these local days, both included, counted by their fields."""

    async def placed(
        self,
        kinds: Collection[IncidentKind],
        outcomes: Collection[TallyOutcome],
        first: date,
        last: date,
        *,
        limit: int | None = None,
    ) -> Sequence[PlacedTally]:
        """The tallies of reports of these kinds, with these outcomes, of these local days (both included), that have a
        PC4: the newest days first, at most `limit`."""

    async def notice_counts(self, first: date, last: date) -> Sequence[NoticeCount]:
        """The tallies of notices of these local days, both included, counted by place, kind, outcome and branches."""

    async def first_day(self, subject: TallySubject) -> date | None:
        """The earliest day of which there is a tally; None when there is none."""
