"""Correct the kind of an incident: a robbery can turn out to be an attempt."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import IncidentKind
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import IncidentId
from alerts.incident import Incident, IncidentStep, is_robbery
from alerts.ports import UnitOfWork
from alerts.report import Report, ReportKind
from alerts.role import Actor
from alerts.services.cascade.tell_cascade import tell_cascade
from alerts.services.incident.read_incident import incident_to_decide
from alerts.services.incident.record_step import record_step
from alerts.services.tally.write_tally import tally_report


async def correct_kind(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, kind: IncidentKind, *, version: int, now: datetime
) -> Incident:
    """Give the incident and its reports this kind; what was counted of them is counted anew.

    Raises as `incident_to_decide`, NotFound for a kind that is no robbery, and IllegalTransition when the incident is
    over or has that kind already.
    """
    incident = await incident_to_decide(uow, actor, incident_id, version, now)
    if not is_robbery(kind):
        raise NotFound
    incident.check_is_open()
    if incident.kind is kind:
        raise IllegalTransition("incident-kind")
    corrected = await uow.incidents.save(replace(incident, kind=kind))
    if kind.value in set(ReportKind):
        for report in await uow.incidents.reports_of(incident.id):
            await _recast(uow, await uow.reports.get(report), ReportKind(kind.value))
    await record_step(uow, corrected, IncidentStep.CORRECTED, actor.member.id, now, comment=kind.value, about=kind)
    await tell_cascade(uow, corrected, IncidentStep.CORRECTED, now)
    return corrected


async def _recast(uow: UnitOfWork, report: Report, kind: ReportKind) -> None:
    recast = await uow.reports.save(replace(report, kind=kind))
    if recast.is_closed:
        await tally_report(uow, recast, recast)
