"""Open an incident with the first report of a robbery, let its kind follow that, and withdraw it with that."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.audit import AuditEvent
from alerts.ids import MemberId
from alerts.incident import IncidentState, IncidentStep, NewIncident, is_robbery
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report


async def open_incident(uow: UnitOfWork, report: Report, now: datetime, *, zone: ZoneInfo) -> Report:
    """Open the incident of a report of a robbery in the wide sense; return the report, which belongs to it from now on.
    Any other report stays by itself."""
    if not is_robbery(report.kind.incident):
        return report
    number = await uow.incidents.next_number(now.astimezone(zone).year)
    new = NewIncident(report.kind.incident, report.place, report.occurred_at, report.premises_id)
    incident = await uow.incidents.add(new, number, now)
    await uow.incidents.hang_report(incident.id, report.id)
    await uow.incidents.add_event(incident.id, IncidentStep.OPENED, report.member_id, now, comment=report.number)
    details = {"number": number}
    await uow.audit.append(AuditEvent("incident.opened", "incident", incident.id, report.member_id, details), now)
    return replace(report, incident_id=incident.id)


async def follow_kind(uow: UnitOfWork, report: Report, by: MemberId | None, now: datetime) -> None:
    """Let an unconfirmed incident have the kind that its only report tells now."""
    if report.incident_id is None or not is_robbery(report.kind.incident):
        return
    incident = await uow.incidents.get(report.incident_id)
    is_only = await uow.incidents.reports_of(incident.id) == [report.id]
    if incident.state is not IncidentState.UNCONFIRMED or not is_only or incident.kind is report.kind.incident:
        return
    saved = await uow.incidents.save(replace(incident, kind=report.kind.incident))
    await uow.incidents.add_event(saved.id, IncidentStep.CORRECTED, by, now, comment=saved.kind.value)
    details = {"number": saved.number, "about": saved.kind.value}
    await uow.audit.append(AuditEvent("incident.corrected", "incident", saved.id, by, details), now)


async def withdraw_incident(uow: UnitOfWork, report: Report, by: MemberId, now: datetime) -> None:
    """Refute the unconfirmed incident of a report that was taken back, unless another report still stands for it."""
    if report.incident_id is None:
        return
    incident = await uow.incidents.get(report.incident_id)
    if incident.state is not IncidentState.UNCONFIRMED:
        return
    told = [await uow.reports.get(one) for one in await uow.incidents.reports_of(incident.id)]
    if any(one.outcome is not Outcome.WITHDRAWN for one in told):
        return
    await uow.incidents.save(replace(incident, state=IncidentState.REFUTED, closed_at=now))
    await uow.incidents.add_event(incident.id, IncidentStep.WITHDRAWN, by, now)
    await uow.audit.append(AuditEvent("incident.withdrawn", "incident", incident.id, by), now)
