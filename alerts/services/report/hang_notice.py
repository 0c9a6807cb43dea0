"""Hang a notice on an incident: from its draft on."""

from datetime import datetime

from alerts.ids import AlertId, IncidentId, MemberId
from alerts.incident import IncidentStep
from alerts.ports import UnitOfWork


async def hang_notice(uow: UnitOfWork, incident_id: IncidentId, alert_id: AlertId, by: MemberId, now: datetime) -> None:
    """Let a numbered draft belong to the incident; one that does already stays as it is."""
    if await uow.incidents.of_alert(alert_id) == incident_id:
        return
    await uow.incidents.hang_alert(incident_id, alert_id)
    number = (await uow.alerts.get(alert_id)).number
    await uow.incidents.add_event(incident_id, IncidentStep.DRAFTED, by, now, comment=number)
