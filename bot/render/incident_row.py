"""The row of a report's card by which police confirm its incident, or open that."""

from alerts.incident import IncidentState
from alerts.report import Report
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from bot.conversation.callbacks import button
from bot.conversation.message import Button
from bot.conversation.view import View


async def incident_rows(report: Report, view: View, room: int) -> tuple[tuple[Button, ...], ...]:
    """Make the row; none for a report without an incident, and for who may not read that.

    `room`: for how many buttons; deciding comes before opening.
    """
    if report.incident_id is None or view.reader is None:
        return ()
    incident, t = await view.uow.incidents.get(report.incident_id), view.t
    if not await is_allowed(view.uow, view.reader, Action.READ_INCIDENTS, incident.place, view.now):
        return ()
    opens = button(t.plain("incident-open", number=incident.number), "incident-open", incident.id)
    may_decide = await is_allowed(view.uow, view.reader, Action.DECIDE_INCIDENTS, incident.place, view.now)
    if incident.state is not IncidentState.UNCONFIRMED or not may_decide:
        return ((opens,),) if room > 0 else ()
    confirm = button(t.plain("incident-confirm"), "incident-sure", f"{incident.id}.{report.id}", incident.version)
    return ((confirm, opens),) if room > 1 else ((confirm,),)
