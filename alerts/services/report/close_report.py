"""Close a report with its outcome, and tell the reporter."""

from collections.abc import Sequence
from datetime import datetime

from alerts.errors import Conflict, NotFound
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import CHOSEN_OUTCOMES, Outcome, Report
from alerts.role import Actor
from alerts.services.report.end_report import end_report, end_unanswered
from alerts.services.report.read_report import read_report


async def close_report(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, outcome: Outcome, *, version: int, now: datetime
) -> Report:
    """Close the report. Raises NotAllowed, IllegalTransition when it is closed already or a duplicate, Conflict when it
    changed since it was shown, and NotFound for an outcome that nobody chooses."""
    report = await read_report(uow, actor, report_id, now)
    report.check_is_open()
    if report.version != version:
        raise Conflict
    if outcome not in CHOSEN_OUTCOMES:
        raise NotFound
    return await end_report(uow, report, outcome, actor.member.id, now)


async def close_unanswered(uow: UnitOfWork, reports: Sequence[ReportId], now: datetime) -> None:
    """Close those of these reports that nobody dealt with until their content goes; nobody is told."""
    for found in await uow.reports.open_among(reports):
        report = await uow.reports.get(found.id)  # a duplicate may have ended with its main report by now
        if not report.is_closed:
            await end_unanswered(uow, report, now)
