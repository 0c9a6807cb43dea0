"""Reports in storage."""

from datetime import datetime
from typing import Protocol

from alerts.ids import AlertId, MemberId, ReportId
from alerts.report import NewReport, Report, ReportEvent, ReportStep


class Reports(Protocol):
    """Reports with what happened to them."""

    async def add(self, new: NewReport, number: str, now: datetime) -> Report:
        """A new one, received."""

    async def next_number(self, year: int) -> str:
        """The next number of the year, as `M-2026-0001`."""

    async def by_number(self, number: str) -> ReportId | None:
        """The report with this number."""

    async def get(self, report: ReportId) -> Report:
        """One report."""

    async def save(self, report: Report) -> Report:
        """Store state, who took it, outcome and alert if the version is current; return it with the next version."""

    async def still_open(self) -> list[Report]:
        """All that are not closed, oldest first; the caller asks the scope."""

    async def times_of(self, member: MemberId, since: datetime) -> list[datetime]:
        """When a member reported since then, newest first."""

    async def count(self, since: datetime, until: datetime) -> int:
        """How many came from then until then, the second moment included."""

    async def of_member(self, member: MemberId) -> list[Report]:
        """What a member reported, newest first."""

    async def of_alert(self, alert: AlertId) -> list[Report]:
        """Those of which this alert was made, oldest first."""

    async def add_event(
        self, report: ReportId, step: ReportStep, by: MemberId | None, now: datetime, *, comment: str | None = None
    ) -> ReportEvent:
        """Write down what happened."""

    async def events(self, report: ReportId) -> list[ReportEvent]:
        """What happened to it, oldest first."""
