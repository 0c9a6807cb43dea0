"""Release a duplicate: it is a report by itself again."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportState, ReportStep
from alerts.role import Actor
from alerts.services.report.gather_cards import priority_of
from alerts.services.report.read_report import read_report
from alerts.services.report.record_step import coordinators_of, record_step
from alerts.services.report.set_clock import begin_clock
from alerts.services.tell import tell


async def release_duplicate(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, *, version: int, now: datetime
) -> Report:
    """Undo that the report is a duplicate; who does so deals with it. Raises NotAllowed, IllegalTransition when it is
    none (any more), Conflict when it changed since it was shown."""
    report = await read_report(uow, actor, report_id, now)
    if report.state is not ReportState.DUPLICATE or report.main_id is None:
        raise IllegalTransition("report-closed" if report.is_closed else "report-single")
    if report.version != version:
        raise Conflict
    main = await uow.reports.get(report.main_id)
    by = actor.member.id
    released = replace(report, state=ReportState.TRIAGE, main_id=None, taken_by=by, taken_at=now)
    saved = await uow.reports.save(released)
    await record_step(uow, saved, ReportStep.RELEASED, by, now, main=main)
    return saved


async def release_duplicates(uow: UnitOfWork, main: Report, now: datetime) -> None:
    """Let the duplicates of a report that was taken back wait for a coordinator again, and tell the coordinators."""
    for report in await uow.reports.duplicates_of(main.id):
        if report.is_closed:
            continue
        waiting = replace(report, state=ReportState.RECEIVED, main_id=None, taken_by=None, taken_at=None)
        saved = await uow.reports.save(waiting)
        event = await record_step(uow, saved, ReportStep.RELEASED, None, now)
        await begin_clock(uow, saved, (), now)
        notice, key = Notice("report-released", {"report": report.id}), f"report-released:{event.id}"
        who = await coordinators_of(uow, saved, now)
        await tell(uow, who, notice, key, now, priority=priority_of(saved))
