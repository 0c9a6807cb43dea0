"""Acknowledge a call of a cascade: *Gezien*, or *Ik neem dit op mij*."""

from datetime import datetime

from alerts.audit import AuditEvent
from alerts.cascade import Cascade
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import IncidentId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.cascade.go_on import advance
from alerts.services.cascade.read_cascade import cascade_in_scope
from alerts.services.cascade.renew_cards import renew_cards


async def acknowledge(uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime) -> Cascade:
    """Note that this member has seen the incident, so that whoever waits for them hears at once. Once is enough.

    Raises as `cascade_in_scope`, and NotFound for who was not called.
    """
    incident, cascade = await _called(uow, actor, incident_id, now)
    if all(one.seen_at is not None for one in cascade.calls if one.member_id == actor.member.id):
        return cascade
    await _record(uow, actor, incident, "seen", now)
    return await advance(uow, cascade.seen_by(actor.member.id, now), incident, now)


async def take_on(uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime) -> Cascade:
    """Note that this member takes on what the step asks, which the others of the step read on their cards.

    Raises as `acknowledge`, and IllegalTransition when another of the same step took it on already, or the incident is
    over.
    """
    incident, cascade = await _called(uow, actor, incident_id, now)
    incident.check_is_open()
    me = actor.member.id
    mine = {one.place for one in cascade.calls if one.member_id == me}
    taken = [one.member_id for place in mine for one in cascade.of(place) if one.taken_at is not None]
    if me in taken:
        return cascade
    if taken:
        raise IllegalTransition("cascade-taken")
    await _record(uow, actor, incident, "taken_on", now)
    after = await advance(uow, cascade.seen_by(me, now, is_taken=True), incident, now)
    await renew_cards(uow, after, f"taken-{me}", now)
    return after


async def _called(uow: UnitOfWork, actor: Actor, incident_id: IncidentId, now: datetime) -> tuple[Incident, Cascade]:
    incident, cascade = await cascade_in_scope(uow, actor, incident_id, now, action=Action.READ_INCIDENTS)
    if actor.member.id not in {one.member_id for one in cascade.calls}:
        raise NotFound
    return incident, cascade


async def _record(uow: UnitOfWork, actor: Actor, incident: Incident, step: str, now: datetime) -> None:
    details = {"number": incident.number}
    await uow.audit.append(AuditEvent(f"incident.{step}", "incident", incident.id, actor.member.id, details), now)
