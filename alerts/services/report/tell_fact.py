"""Tell a fact of a reported robbery: it is stored on the report at once, and stands on the coordinators' cards."""

from datetime import datetime

from alerts.errors import IllegalTransition, NotFound
from alerts.ids import MemberId, ReportId
from alerts.incident import IncidentState
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportStep
from alerts.robbery_facts import Fact, with_fact
from alerts.services.report.find_reports import own_report
from alerts.services.report.open_incident import follow_kind
from alerts.services.report.record_step import record_step


async def tell_fact(
    uow: UnitOfWork, member: MemberId, report_id: ReportId, fact: Fact, value: str | None, *, now: datetime
) -> Report:
    """Store this value of the fact, or for None that it is not told; return the report. What was told already changes
    nothing.

    Raises OutOfReach for somebody else's report, NotFound for one that is not of a robbery at the member's shop or a
    value that there is not, IllegalTransition when it has ended, or police decided what kind it was.
    """
    report = await robbery_of(uow, member, report_id)
    if report.is_closed:
        raise IllegalTransition("report-closed")
    if fact is Fact.KIND and not await is_kind_open(uow, report):
        raise IllegalTransition("robbery-kind")
    told = with_fact(report, fact, value, now)
    if told != report:
        await uow.reports.retell(told)
        if fact is Fact.KIND:
            await follow_kind(uow, told, member, now)
        if fact is Fact.WHEN:
            await _tell_moment(uow, told)
        await record_step(uow, told, ReportStep.TOLD, member, now)
    return told


async def is_kind_open(uow: UnitOfWork, report: Report) -> bool:
    """Whether its reporter says what kind of robbery it was: until police decide about the incident."""
    if report.incident_id is None:
        return True
    return (await uow.incidents.get(report.incident_id)).state is IncidentState.UNCONFIRMED


async def _tell_moment(uow: UnitOfWork, report: Report) -> None:
    """Let an unconfirmed incident have the moment that its only report tells now."""
    if report.incident_id is None or not await is_kind_open(uow, report):
        return
    if await uow.incidents.reports_of(report.incident_id) == [report.id]:
        await uow.incidents.tell_moment(report.incident_id, report.occurred_at)


async def robbery_of(uow: UnitOfWork, member: MemberId, report_id: ReportId) -> Report:
    """Return the member's report of a robbery at their own shop. Raises OutOfReach, NotFound."""
    report = await own_report(uow, report_id, member)
    if not report.has_victim:
        raise NotFound
    return report
