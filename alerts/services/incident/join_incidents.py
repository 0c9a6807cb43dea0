"""Join two incidents that are about the same event, so that all that belongs to it hangs on one."""

from dataclasses import replace
from datetime import datetime

from alerts.errors import IllegalTransition
from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentState, IncidentStep
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.cascade.tell_cascade import tell_cascade
from alerts.services.incident.read_incident import incident_in_scope, incident_to_decide
from alerts.services.incident.record_step import record_step


async def join_incidents(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, other_id: IncidentId, *, version: int, now: datetime
) -> Incident:
    """Join an incident to another one, with its reports and notices; return the one that goes on. That is the other,
    unless only this one is confirmed: what police established is not undone.

    Raises as `incident_to_decide`, for both, and IllegalTransition when they are the same or one of them is over.
    """
    incident = await incident_to_decide(uow, actor, incident_id, version, now)
    found = await incident_in_scope(uow, actor, other_id, now, action=Action.DECIDE_INCIDENTS)
    other = found if found.main_id is None else await uow.incidents.get(found.main_id)
    other = await incident_to_decide(uow, actor, other.id, other.version, now)
    if other.id == incident.id:
        raise IllegalTransition("incident-itself")
    incident.check_is_open()
    other.check_is_open()
    is_other_way_round = incident.confirmed_at is not None and other.confirmed_at is None
    joined, main = (other, incident) if is_other_way_round else (incident, other)
    return await _join(uow, joined, main, actor, now)


async def _join(uow: UnitOfWork, incident: Incident, main: Incident, actor: Actor, now: datetime) -> Incident:
    by = actor.member.id
    for earlier in await uow.incidents.joined_to(incident.id):
        await uow.incidents.save(replace(earlier, main_id=main.id))
    for report in await uow.incidents.reports_of(incident.id):
        await uow.incidents.hang_report(main.id, report)
    for alert in await uow.incidents.alerts_of(incident.id):
        await uow.incidents.hang_alert(main.id, alert)
    ended = replace(incident, state=IncidentState.JOINED, main_id=main.id, closed_at=now)
    joined = await uow.incidents.save(ended)
    goes_on = await uow.incidents.save(replace(main, frozen_at=main.frozen_at or incident.frozen_at))
    await record_step(uow, joined, IncidentStep.JOINED, by, now, comment=main.number, about=main.number)
    await record_step(uow, goes_on, IncidentStep.TOOK_IN, by, now, comment=incident.number, about=incident.number)
    await tell_cascade(uow, joined, IncidentStep.JOINED, now)
    await tell_cascade(uow, goes_on, IncidentStep.TOOK_IN, now)
    return goes_on
