"""Clocks of reports in SQL: which report that nobody took goes on to whom, and when."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from alerts.ids import ReportId
from alerts.report_clock import Pause, ReportClock
from storage.database.transactions import Transaction, insert
from storage.tables import report_clocks as stored


class SqlReportClocks:
    """`alerts.ports.ReportClocks` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, clock: ReportClock) -> None:
        """Insert or replace the clock of a report."""
        values: dict[str, Any] = {
            "stage": clock.stage,
            "began_at": clock.began_at,
            "wait": int(clock.wait.total_seconds()),
            "pauses": [[_written(one.begun), _written(one.ended)] for one in clock.pauses],
            "due_at": clock.due_at,
        }
        new = insert(stored).values(report_id=clock.report_id, **values)
        await self._transaction.execute(new.on_conflict_do_update(index_elements=[stored.c.report_id], set_=values))

    async def get(self, report: ReportId) -> ReportClock | None:
        """The clock of this report, if one runs or stands."""
        row = await self._transaction.first(sa.select(stored).where(stored.c.report_id == report))
        return None if row is None else _clock(row)

    async def due(self, now: datetime, limit: int) -> list[ReportClock]:
        """Up to `limit` clocks whose next stage has come, those with the shortest wait first, then the earliest."""
        come = sa.select(stored).where(stored.c.due_at <= now)
        order = (stored.c.wait, stored.c.due_at, stored.c.report_id)
        return [_clock(row) for row in await self._transaction.rows(come.order_by(*order).limit(limit))]

    async def remove(self, report: ReportId) -> None:
        """Remove the clock of a report; harmless when there is none."""
        await self._transaction.execute(sa.delete(stored).where(stored.c.report_id == report))


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _clock(row: sa.Row[Any]) -> ReportClock:
    pauses = (
        Pause(datetime.fromisoformat(begun), None if ended is None else datetime.fromisoformat(ended))
        for begun, ended in row.pauses
    )
    return ReportClock(row.report_id, row.stage, row.began_at, timedelta(seconds=row.wait), tuple(pauses))
