"""Close an incident: nothing is to be done about it any more."""

from dataclasses import replace
from datetime import datetime

from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentState, IncidentStep
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.cascade.tell_cascade import tell_cascade
from alerts.services.incident.read_incident import incident_to_decide
from alerts.services.incident.record_step import record_step


async def close_incident(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, *, version: int, now: datetime
) -> Incident:
    """Close the incident; its reports and notices stay as they are. Raises as `incident_to_decide`, and
    IllegalTransition when it is over already."""
    incident = await incident_to_decide(uow, actor, incident_id, version, now)
    incident.check_can_become(IncidentState.CLOSED)
    closed = await uow.incidents.save(replace(incident, state=IncidentState.CLOSED, closed_at=now))
    await record_step(uow, closed, IncidentStep.CLOSED, actor.member.id, now)
    await tell_cascade(uow, closed, IncidentStep.CLOSED, now)
    return closed
