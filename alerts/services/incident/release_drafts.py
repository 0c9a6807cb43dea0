"""Release the drafts on an incident that a retraction froze."""

from dataclasses import replace
from datetime import datetime

from alerts.errors import IllegalTransition
from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentStep
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.incident.read_incident import incident_to_decide
from alerts.services.incident.record_step import record_step


async def release_drafts(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, *, version: int, now: datetime
) -> Incident:
    """Let drafts on the incident go out again. Raises as `incident_to_decide`, and IllegalTransition when they may
    already, or the incident is over."""
    incident = await incident_to_decide(uow, actor, incident_id, version, now)
    incident.check_is_open()
    if incident.frozen_at is None:
        raise IllegalTransition("incident-not-frozen")
    released = await uow.incidents.save(replace(incident, frozen_at=None))
    await record_step(uow, released, IncidentStep.RELEASED, actor.member.id, now)
    return released
