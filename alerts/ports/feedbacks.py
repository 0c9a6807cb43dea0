"""The port for feedback: which reporters were asked whether they were helped well, and what they answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alerts.feedback import Feedback
from alerts.ids import ReportId
from alerts.report import Report


class Feedbacks(Protocol):
    """The repository of feedback, at most one for each report."""

    async def unasked(self, ended_before: datetime, limit: int) -> Sequence[Report]:
        """Closed reports with an outcome that ended up to then, whose reporter is known, did not take it back and was
        not asked yet; those that ended first come first."""

    async def add(self, feedback: Feedback) -> None:
        """Store that the reporter was asked. Raises Conflict when there is feedback about the report already."""

    async def get(self, report: ReportId) -> Feedback | None:
        """The feedback about this report; None while nobody was asked."""

    async def save(self, feedback: Feedback) -> None:
        """Store the answer, its reason and when the report was reopened."""
