"""Record a step in the life of an incident: in its history, in the audit record, and on the cards of its reports."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.ids import MemberId
from alerts.incident import Incident, IncidentEvent, IncidentStep
from alerts.ports import UnitOfWork
from alerts.services.report.record_step import renew_cards


async def record_step(
    uow: UnitOfWork,
    incident: Incident,
    step: IncidentStep,
    by: MemberId | None,
    now: datetime,
    *,
    comment: str | None = None,
    about: str | None = None,
) -> IncidentEvent:
    """Record a step that this member took (None: the program), and update the cards of the reports of the incident.

    `comment` may hold words and stands in the history only; `about` is a key or a number, for the audit record.
    """
    event = await uow.incidents.add_event(incident.id, step, by, now, comment=comment)
    details = {"number": incident.number} | ({} if about is None else {"about": about})
    await uow.audit.append(AuditEvent(f"incident.{step}", "incident", incident.id, by, details), now)
    for report in await uow.incidents.reports_of(incident.id):
        await renew_cards(uow, await uow.reports.get(report), f"incident-{event.id}", now)
    return event
