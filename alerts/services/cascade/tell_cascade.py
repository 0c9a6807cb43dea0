"""Tell everybody whom a cascade reached what became of its incident."""

from dataclasses import replace
from datetime import datetime

from alerts.delivery import Notice, Priority
from alerts.incident import Incident, IncidentStep
from alerts.ports import UnitOfWork
from alerts.services.cascade.renew_cards import renew_cards
from alerts.services.tell import tell

_ENDS = (IncidentStep.REFUTED, IncidentStep.JOINED, IncidentStep.CLOSED)


async def tell_cascade(uow: UnitOfWork, incident: Incident, step: IncidentStep, now: datetime) -> None:
    """Update the cards after this step of the incident. When it is over nobody else is called; that it was refuted is a
    message of its own for everybody who was. Without effect where no cascade has begun."""
    cascade = await uow.cascades.find(incident.id)
    if cascade is None:
        return
    told = replace(cascade, told=await uow.cascades.facts_version(incident.id))
    if step in _ENDS:
        told = replace(told, ended_at=cascade.ended_at or now)
    await uow.cascades.save(told)
    await renew_cards(uow, told, f"{step}-{incident.version}", now)
    if step is IncidentStep.REFUTED:
        everybody = [one.member_id for one in told.calls]
        notice = Notice("cascade-refuted", {"incident": incident.id})
        await tell(uow, everybody, notice, f"cascade-refuted:{incident.id}", now, priority=Priority.P1)
