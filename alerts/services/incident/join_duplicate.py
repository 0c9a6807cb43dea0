"""Join a report to another one with the incident that it opened, and undo that: what is one report is one robbery."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.errors import IllegalTransition, NotAllowed, NotFound
from alerts.ids import ReportId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.role import Actor
from alerts.services.incident.join_incidents import join_incidents
from alerts.services.report.join_report import join_report
from alerts.services.report.open_incident import open_incident
from alerts.services.report.release_duplicate import release_duplicate


async def join_duplicate(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, other: ReportId, *, version: int, now: datetime
) -> Report:
    """Make the report a duplicate, and join its incident to that of its main report where this person may decide about
    both; elsewhere the police of the place join them. Raises as `join_report`."""
    report = await join_report(uow, actor, report_id, other, version=version, now=now)
    assert report.main_id is not None, "a duplicate has a main report"
    main = await uow.reports.get(report.main_id)
    if report.incident_id is None or main.incident_id in (None, report.incident_id):
        return report
    incident = await uow.incidents.get(report.incident_id)
    try:
        await join_incidents(uow, actor, incident.id, main.incident_id, version=incident.version, now=now)
    except (NotAllowed, NotFound, IllegalTransition):
        return report
    return await uow.reports.get(report.id)


async def separate_duplicate(
    uow: UnitOfWork, actor: Actor, report_id: ReportId, *, version: int, now: datetime, zone: ZoneInfo
) -> Report:
    """Undo that the report is a duplicate; a robbery that shared the incident of its main report opens one of its own
    again. Raises as `release_duplicate`."""
    report = await release_duplicate(uow, actor, report_id, version=version, now=now)
    if report.incident_id is None or await uow.incidents.reports_of(report.incident_id) == [report.id]:
        return report
    return await open_incident(uow, report, now, zone=zone)
