"""Freeze the drafts on an incident when a notice on it is retracted: what was wrong there is looked at first."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, Decision
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition
from alerts.ids import AlertId, MemberId
from alerts.incident import IncidentState, IncidentStep
from alerts.ports import UnitOfWork
from alerts.services.approval.ask_approvers import settle_approval
from alerts.services.tell import tell


async def freeze_drafts(uow: UnitOfWork, retracted: Alert, by: MemberId, now: datetime) -> None:
    """Let no draft on the incident of a retracted notice go out until police release them; their authors are told, and
    what waited for approval is a draft again."""
    incident_id = await uow.incidents.of_alert(retracted.id)
    if incident_id is None:
        return
    incident = await uow.incidents.get(incident_id)
    if incident.frozen_at is not None or not incident.is_open:
        return
    await uow.incidents.save(replace(incident, frozen_at=now))
    event = await uow.incidents.add_event(incident_id, IncidentStep.FROZEN, by, now, comment=retracted.number)
    details = {"number": incident.number, "about": retracted.number or ""}
    await uow.audit.append(AuditEvent("incident.frozen", "incident", incident_id, by, details), now)
    for alert_id in await uow.incidents.alerts_of(incident_id):
        alert = await uow.alerts.get(alert_id)
        if alert.state in (AlertState.DRAFT, AlertState.PENDING):
            await _freeze(uow, alert, event.id, now)


async def check_not_frozen(uow: UnitOfWork, alert_id: AlertId) -> None:
    """Raise IllegalTransition when the notice is on an incident that is frozen or was refuted."""
    incident_id = await uow.incidents.of_alert(alert_id)
    if incident_id is None:
        return
    incident = await uow.incidents.get(incident_id)
    if incident.state is IncidentState.REFUTED:
        raise IllegalTransition("incident-refuted")
    if incident.frozen_at is not None:
        raise IllegalTransition("incident-frozen")


async def _freeze(uow: UnitOfWork, alert: Alert, event: int, now: datetime) -> None:
    if alert.state is AlertState.PENDING:
        approval = await uow.alerts.approval_of(alert.id, alert.version)
        if approval is not None:
            await settle_approval(uow, approval, Decision.OVERTAKEN, now)
        await uow.alerts.save(replace(alert, state=AlertState.DRAFT))
    notice = Notice("draft-frozen", {"alert": alert.id})
    await tell(uow, [alert.author_id], notice, f"frozen:{event}:{alert.id}", now, alert=alert.id)
