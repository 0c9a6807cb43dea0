"""Close a report with its outcome, and tell the reporter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from alerts.errors import Conflict, NotFound
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import CHOSEN_OUTCOMES, Outcome, Report, ReportState, ReportStep
from alerts.role import Actor
from alerts.services.report.read_report import read_report
from alerts.services.report.record_step import record_step
from alerts.services.tally.write_tally import tally_report


async def close_report(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, outcome: Outcome, *, version: int, now: datetime
) -> Report:
    """Close the report. Raises NotAllowed, IllegalTransition when it is closed already, Conflict when it changed since
    it was shown, and NotFound for an outcome that nobody chooses."""
    report = await read_report(uow, actor, report_id, now)
    report.check_can_become(ReportState.CLOSED)
    if report.version != version:
        raise Conflict
    if outcome not in CHOSEN_OUTCOMES:
        raise NotFound
    closed = await uow.reports.save(replace(report, state=ReportState.CLOSED, closed_at=now, outcome=outcome))
    await record_step(uow, closed, ReportStep.CLOSED, actor.member.id, now)
    await tally_report(uow, report, closed)
    return closed


async def close_unanswered(uow: UnitOfWork, reports: Sequence[ReportId], now: datetime) -> None:
    """Close those of these reports that nobody dealt with until their content goes; nobody is told."""
    for report in await uow.reports.open_among(reports):
        closed = await uow.reports.save(replace(report, state=ReportState.CLOSED, closed_at=now))
        await tally_report(uow, report, closed)
