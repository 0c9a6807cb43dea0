"""Feedback in SQL: whom was asked whether they were helped well, and what they answered."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from alerts.feedback import Feedback
from alerts.ids import ReportId
from alerts.report import Outcome, Report, ReportState
from storage.alerts.reports import SqlReports
from storage.database.transactions import Transaction
from storage.tables import report_feedback as stored
from storage.tables import reports


class SqlFeedbacks:
    """`alerts.ports.Feedbacks` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def unasked(self, ended_before: datetime, limit: int) -> Sequence[Report]:
        """Closed reports with an outcome that ended up to then, whose reporter is known, did not take it back and was
        not asked yet; those that ended first come first."""
        due = (
            *(reports.c.state == ReportState.CLOSED, reports.c.closed_at <= ended_before),
            *(reports.c.member_id.is_not(None), reports.c.outcome.is_not(None)),
            reports.c.outcome != Outcome.WITHDRAWN,
            ~sa.exists().where(stored.c.report_id == reports.c.id),
        )
        found = sa.select(reports.c.id).where(*due).order_by(reports.c.closed_at, reports.c.id).limit(limit)
        those = SqlReports(self._transaction)
        return [await those.get(row.id) for row in await self._transaction.rows(found)]

    async def add(self, feedback: Feedback) -> None:
        """Store that the reporter was asked. Raises Conflict when there is feedback about the report already."""
        await self._transaction.execute(sa.insert(stored).values(**asdict(feedback)))

    async def get(self, report: ReportId) -> Feedback | None:
        """The feedback about this report; None while nobody was asked."""
        row = await self._transaction.first(sa.select(stored).where(stored.c.report_id == report))
        return None if row is None else Feedback(**row._mapping)

    async def save(self, feedback: Feedback) -> None:
        """Store the answer, its reason and when the report was reopened."""
        values = {name: value for name, value in asdict(feedback).items() if name != "report_id"}
        changed = sa.update(stored).where(stored.c.report_id == feedback.report_id).values(values)
        await self._transaction.execute(changed)
