"""Find one incident as somebody who may read it or decide about it, and record who read it and why."""

from datetime import datetime

from alerts.errors import Conflict, NotAllowed, NotFound
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.report import Purpose
from alerts.role import Action, Actor, Role, may
from alerts.services.audit.record_reading import record_reading
from alerts.services.permission.check_may import check_has
from alerts.services.permission.locate_matter import located


async def incident_in_scope(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime, *, action: Action = Action.READ_INCIDENTS
) -> Incident:
    """Return an incident about which this person may do this. Raises NotAllowed for who may do it nowhere, and NotFound
    alike for an incident that is not there and for one elsewhere."""
    check_has(actor, action, now)
    incident = await uow.incidents.get(incident_id)
    if not may(actor.grants, action, await located(uow, incident.place), now=now):
        raise NotFound
    return incident


async def read_incident(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime, *, purpose: Purpose = Purpose.TRIAGE
) -> Incident:
    """Return an incident and record that this person read it, and for what, once in a working day. Raises as
    `incident_in_scope`."""
    incident = await incident_in_scope(uow, actor, incident_id, now)
    await record_reading(uow, actor, "incident", incident_id, now, purpose=purpose)
    return incident


async def incident_to_decide(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, version: int, now: datetime
) -> Incident:
    """Return an incident that this person may decide about. Raises as `incident_in_scope`, NotAllowed when they alone
    reported it (a colleague decides), and Conflict when it changed since it was shown."""
    incident = await incident_in_scope(uow, actor, incident_id, now, action=Action.DECIDE_INCIDENTS)
    reporters = {(await uow.reports.get(one)).member_id for one in await uow.incidents.reports_of(incident.id)}
    if reporters == {actor.member.id}:
        raise NotAllowed("own-report")
    if incident.version != version:
        raise Conflict
    return incident


async def sees_only_outline(uow: UnitOfWork, actor: Actor, incident: Incident, now: datetime) -> bool:
    """Whether this person reads of the incident its MO and outcome only: as prosecution, and by no other role there."""
    others = [one for one in actor.grants if one.role is not Role.PROSECUTION]
    return not may(others, Action.READ_INCIDENTS, await located(uow, incident.place), now=now)
