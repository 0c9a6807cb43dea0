"""The port for reports."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.area import Place
from alerts.ids import AlertId, MemberId, ReportId
from alerts.report import NewReport, OpenReport, Report, ReportEvent, ReportFilter, ReportMark, ReportStep
from alerts.role import Scope


class Reports(Protocol):
    """The repository of reports, with the events of each."""

    async def add(self, new: NewReport, number: str, now: datetime) -> Report:
        """Store a new report, in state `received`. Raises Conflict when the number is taken."""

    async def next_number(self, year: int) -> str:
        """Take the next report number of the year, as `M-2026-0001`."""

    async def by_number(self, number: str) -> ReportId | None:
        """The id of the report with this number, if there is one."""

    async def get(self, report: ReportId) -> Report:
        """The report with this id. Raises NotFound."""

    async def save(self, report: Report) -> Report:
        """Store kind, state, who took it, question, outcome, alert and main report; return the report with its next
        version. Raises Conflict when the version is not current any more, NotFound when there is no such report."""

    async def retell(self, report: Report) -> None:
        """Store kind, moment and content without the signals; the version stays, so that nobody's button under a card
        comes too late by it. Raises NotFound when there is no such report."""

    async def still_open(self) -> list[Report]:
        """The reports that are neither closed nor duplicates, oldest first; the caller checks the scope."""

    async def open_in(self, scopes: Sequence[Scope]) -> list[OpenReport]:
        """The reports that are neither closed nor duplicates, without their content, oldest first; those that may lie
        in one of these scopes, as far as their PC4 tells: the caller checks each."""

    async def page(
        self, wanted: ReportFilter, scopes: Sequence[Scope], *, after: ReportMark | None, limit: int
    ) -> list[Report]:
        """The reports that fit the filter: the most urgent first, then the oldest first; closed ones newest first.

        Only those that may lie in one of these scopes, as far as their PC4 tells: the caller checks each.
        """

    async def open_among(self, reports: Sequence[ReportId]) -> list[Report]:
        """The reports with these ids that are not closed, oldest first."""

    async def duplicates_of(self, report: ReportId) -> list[Report]:
        """The duplicates of this report, those that ended with it too, oldest first."""

    async def around(self, place: Place, metres: int, since: datetime, until: datetime, limit: int) -> list[Report]:
        """The reports made from `since` until `until` at most so many metres from the place, newest first: within a
        cube, so the caller measures. Those of its PC4 too, as not each has a point. Not those that were emptied."""

    async def times_of(self, member: MemberId, since: datetime) -> list[datetime]:
        """When the member made reports after `since`, newest first."""

    async def count(self, since: datetime, until: datetime) -> int:
        """How many reports were made after `since` and until `until`, the latter included."""

    async def of_member(self, member: MemberId) -> list[Report]:
        """The reports that this member made, newest first."""

    async def of_alert(self, alert: AlertId) -> list[Report]:
        """The reports from which this alert was made, oldest first."""

    async def add_event(
        self, report: ReportId, step: ReportStep, by: MemberId | None, now: datetime, *, comment: str | None = None
    ) -> ReportEvent:
        """Add an event to the history of a report."""

    async def events(self, report: ReportId) -> list[ReportEvent]:
        """The events of a report, oldest first."""
