"""Take a report back: who sent it by mistake closes it, and whoever deals with it already is told."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice
from alerts.errors import IllegalTransition
from alerts.ids import MemberId, ReportId
from alerts.ports import UnitOfWork
from alerts.report import TAKES_BACK_WITHIN, Outcome, Report, ReportState, ReportStep
from alerts.services.report.find_reports import own_report
from alerts.services.report.open_incident import withdraw_incident
from alerts.services.report.record_step import record_step
from alerts.services.report.release_duplicate import release_duplicates
from alerts.services.tally.write_tally import tally_report
from alerts.services.tell import tell


async def take_back_report(uow: UnitOfWork, report_id: ReportId, member: MemberId, now: datetime) -> Report:
    """Close the report as taken back. The coordinators' cards show that, and the record keeps it; its duplicates stand
    by themselves again.

    Raises OutOfReach when it is somebody else's, IllegalTransition when it is closed or too old.
    """
    report = await own_report(uow, report_id, member)
    report.check_can_become(ReportState.CLOSED)
    main = None if report.main_id is None else await uow.reports.get(report.main_id)
    if now >= report.created_at + TAKES_BACK_WITHIN:
        raise IllegalTransition("report-back")
    closed = replace(report, state=ReportState.CLOSED, closed_at=now, outcome=Outcome.WITHDRAWN, main_id=None)
    saved = await uow.reports.save(closed)
    await record_step(uow, saved, ReportStep.WITHDRAWN, member, now, main=main)
    await tally_report(uow, report, saved)
    takers = [one.taken_by for one in (report, main) if one is not None and one.taken_by is not None]
    notice, key = Notice("report-withdrawn", {"report": report.id}), f"report-withdrawn:{report.id}"
    await tell(uow, takers, notice, key, now)
    await release_duplicates(uow, saved, now)
    await withdraw_incident(uow, saved, member, now)
    return saved
