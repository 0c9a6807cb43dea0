"""Find the cascade of an incident as somebody who may see it."""

from datetime import datetime

from alerts.cascade import Cascade
from alerts.errors import NotFound
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor, may
from alerts.services.permission.check_may import check_has
from alerts.services.permission.locate_matter import located


async def cascade_in_scope(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime, *, action: Action = Action.SEE_CASCADE
) -> tuple[Incident, Cascade]:
    """Return an incident with its cascade. Raises NotAllowed for who may do this nowhere, and NotFound alike for an
    incident that is not there, one elsewhere, and one without a cascade."""
    check_has(actor, action, now)
    incident = await uow.incidents.get(incident_id)
    if not may(actor.grants, action, await located(uow, incident.place), now=now):
        raise NotFound
    cascade = await uow.cascades.find(incident_id)
    if cascade is None:
        raise NotFound
    return incident, cascade
