"""Start a notice from an incident: what its best report tells, the ring, and the kind that police established."""

from datetime import datetime

from alerts.alert_form import F
from alerts.errors import IllegalTransition, NotFound
from alerts.ids import IncidentId
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report
from alerts.role import Actor
from alerts.services.alert.start_from_report import LeftOut, start_from_report
from alerts.services.alert.start_from_ring import ToDraft, start_from_ring
from alerts.services.incident.read_incident import read_incident
from alerts.services.ring.propose_ring import propose_ring


async def start_from_incident(
    empty: F,
    incident_id: IncidentId,
    uow: UnitOfWork,
    actor: Actor,
    now: datetime,
    *,
    words: LeftOut,
    to_draft: ToDraft,
) -> F:
    """Return the empty form filled from an incident: place, MO and time from its report, reach and branches from the
    ring. The notice will hang on the incident.

    Raises as `read_incident`, NotAllowed for who may not deal with its reports, NotFound when nothing of them is left,
    and IllegalTransition when the incident is over or frozen, or a draft about the report is under way.
    """
    incident = await read_incident(uow, actor, incident_id, now)
    incident.check_is_open()
    if incident.frozen_at is not None:
        raise IllegalTransition("incident-frozen")
    report = await _best_report(uow, incident.id)
    if await propose_ring(uow, report, now) is not None:
        form = await start_from_ring(empty, report.id, uow, actor, now, words=words, to_draft=to_draft)
    else:
        is_open = report.is_open
        report = await to_draft(uow, actor, report.id, now) if is_open else report
        form = await start_from_report(empty, report, uow, actor, now, words=words)
        form = form if is_open else form.changed(report_id=None)
    return form.changed(kind=incident.kind, incident_id=incident.id)


async def _best_report(uow: UnitOfWork, incident: IncidentId) -> Report:
    """Return the report that tells most surely: one of which no notice is made yet, of the shop that was hit, by a
    verified shop, the oldest. Raises NotFound when all were taken back."""
    reports = [await uow.reports.get(one) for one in await uow.incidents.reports_of(incident)]
    told = [one for one in reports if one.outcome is not Outcome.WITHDRAWN]
    if not told:
        raise NotFound
    return min(
        told,
        key=lambda one: (not one.is_open, one.alert_id is not None, not one.has_victim, not one.is_confirmed, one.id),
    )
