"""End a report: store its outcome, record, count and tell, and let its duplicates follow."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Priority
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report, ReportState, ReportStep
from alerts.services.report.record_step import record_step
from alerts.services.tally.write_tally import tally_report


async def end_report(
    uow: UnitOfWork,
    report: Report,
    outcome: Outcome,
    by: MemberId | None,
    now: datetime,
    *,
    priority: Priority = Priority.PERSON,
) -> Report:
    """Close the report with this outcome, in place of an earlier one, and tell its reporter and those of its
    duplicates. When it was closed first stays."""
    ended_at = report.closed_at or now
    closed = await uow.reports.save(replace(report, state=ReportState.CLOSED, closed_at=ended_at, outcome=outcome))
    await record_step(uow, closed, ReportStep.CLOSED, by, now, priority=priority)
    await tally_report(uow, report, closed)
    for duplicate in await uow.reports.duplicates_of(report.id):
        await end_duplicate(uow, duplicate, closed, now, priority=priority)
    return closed


async def end_unanswered(uow: UnitOfWork, report: Report, now: datetime) -> None:
    """Close a report that nobody dealt with, with its duplicates; nobody is told. A duplicate stays counted as one."""
    outcome = Outcome.DUPLICATE if report.state is ReportState.DUPLICATE else None
    closed = await uow.reports.save(replace(report, state=ReportState.CLOSED, closed_at=now, outcome=outcome))
    await tally_report(uow, report, closed)
    for duplicate in await uow.reports.duplicates_of(report.id):
        if not duplicate.is_closed:
            await end_unanswered(uow, duplicate, now)


async def end_duplicate(
    uow: UnitOfWork, duplicate: Report, main: Report, now: datetime, *, priority: Priority = Priority.PERSON
) -> Report:
    """Close a duplicate with its main report, and tell its reporter the outcome of that; one that was closed with it
    before is told the new outcome."""
    closed = duplicate
    if not duplicate.is_closed:
        ended = replace(duplicate, state=ReportState.CLOSED, closed_at=now, outcome=Outcome.DUPLICATE)
        closed = await uow.reports.save(ended)
        await tally_report(uow, duplicate, closed)
    about = {} if main.outcome is None else {"main": main.outcome.value}
    await record_step(uow, closed, ReportStep.CLOSED, None, now, priority=priority, about=about)
    return closed
