"""Confirm an incident: police say that it happened."""

from dataclasses import replace
from datetime import datetime

from alerts.errors import IllegalTransition
from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentState, IncidentStep
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.cascade.begin_cascade import begin_cascade
from alerts.services.incident.read_incident import incident_to_decide
from alerts.services.incident.record_step import record_step


async def confirm_incident(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, *, version: int, now: datetime
) -> Incident:
    """Confirm the incident. Raises as `incident_to_decide`, and IllegalTransition when that was decided already."""
    incident = await incident_to_decide(uow, actor, incident_id, version, now)
    if incident.state is not IncidentState.UNCONFIRMED:
        raise IllegalTransition(f"incident-{incident.state}")
    confirmed = await uow.incidents.save(replace(incident, state=IncidentState.CONFIRMED, confirmed_at=now))
    await record_step(uow, confirmed, IncidentStep.CONFIRMED, actor.member.id, now)
    await begin_cascade(uow, confirmed, now)
    return confirmed
