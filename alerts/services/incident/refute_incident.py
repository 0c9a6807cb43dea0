"""Refute an incident: it did not happen, so what went out on it is taken back."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import Alert, AlertState, RevisionKind
from alerts.errors import NotAllowed
from alerts.ids import IncidentId, MemberId
from alerts.incident import Incident, IncidentState, IncidentStep
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report, ReportState
from alerts.role import Actor
from alerts.services.alert.change_alert import close_alert, newest_number
from alerts.services.alert.drop_alert import drop_alert
from alerts.services.cascade.tell_cascade import tell_cascade
from alerts.services.incident.read_incident import incident_to_decide
from alerts.services.incident.record_step import record_step
from alerts.services.report.end_report import end_report


async def refute_incident(
    uow: UnitOfWork, actor: Actor, incident_id: IncidentId, reason: str, *, version: int, now: datetime
) -> Incident:
    """Refute the incident with a reason: a key of NOTES of a retraction, or words that passed the guard.

    Drafts on it are dropped, notices retracted for everybody who got them, and its reports end as unfounded, so that
    no figure counts it.

    Raises as `incident_to_decide`, and IllegalTransition when it was refuted or joined already.
    """
    incident = await incident_to_decide(uow, actor, incident_id, version, now)
    incident.check_can_become(IncidentState.REFUTED)
    by = actor.member.id
    alerts = [await uow.alerts.get(one) for one in await uow.incidents.alerts_of(incident.id)]
    for alert in sorted(alerts, key=lambda one: one.sent_at is not None):  # drafts first: a retraction freezes them
        await _take_back(uow, alert, by, reason, now)
    for report in await uow.incidents.reports_of(incident.id):
        await _end(uow, await uow.reports.get(report), by, now)
    current = await uow.incidents.get(incident.id)  # a retraction may have frozen it
    refuted = await uow.incidents.save(replace(current, state=IncidentState.REFUTED, closed_at=now))
    await record_step(uow, refuted, IncidentStep.REFUTED, by, now, comment=reason)
    await tell_cascade(uow, refuted, IncidentStep.REFUTED, now)
    return refuted


async def _take_back(uow: UnitOfWork, alert: Alert, by: MemberId, reason: str, now: datetime) -> None:
    """Drop a draft, and retract what was sent; where other police decide about that, they are asked."""
    if alert.state in (AlertState.DRAFT, AlertState.PENDING):
        await drop_alert(uow, alert, by, now)
    elif alert.state is not AlertState.RETRACTED:
        newest = await newest_number(uow, alert.id)
        try:
            await close_alert(uow, alert.id, newest, by, RevisionKind.RETRACTION, now, note=reason)
        except NotAllowed:  # nobody is there to ask: the notice stands, and the incident says that it was refuted
            return


async def _end(uow: UnitOfWork, report: Report, by: MemberId, now: datetime) -> None:
    """End a report as unfounded, in place of an earlier outcome. A duplicate ends with its main report; what was taken
    back stays so."""
    if report.state is ReportState.DUPLICATE or report.outcome in (Outcome.DUPLICATE, Outcome.WITHDRAWN):
        return
    await end_report(uow, report, Outcome.UNFOUNDED, by, now)
