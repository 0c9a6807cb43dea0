"""The section with the notices and the reports of an incident."""

from aiohttp import web

from alerts.alert import Alert, AlertState
from alerts.errors import NotAllowed
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report
from alerts.services.alert.read_alert import may_read_in_office
from alerts.services.incident.read_incident import sees_only_outline
from alerts.services.report.find_reports import report_in_scope
from console.pages.incidents.views import Item, NoticesView
from console.rendering import phrases_of
from console.security.sessions import person
from console.site import SITE
from texts.html import Html


async def section(request: web.Request, uow: UnitOfWork, incident: Incident) -> NoticesView | None:
    """Return what hangs on the incident, each with a link for who may open it; none for who reads an outline only."""
    if await sees_only_outline(uow, person(request).actor, incident, request.app[SITE].clock.now()):
        return None
    alerts = [await uow.alerts.get(one) for one in await uow.incidents.alerts_of(incident.id)]
    reports = [await uow.reports.get(one) for one in await uow.incidents.reports_of(incident.id)]
    return NoticesView(
        tuple([await _notice(request, uow, one) for one in alerts]),
        tuple([await _report(request, uow, one) for one in reports if one.outcome is not Outcome.WITHDRAWN]),
    )


async def _notice(request: web.Request, uow: UnitOfWork, alert: Alert) -> Item:
    t, visitor, now = phrases_of(request), person(request), request.app[SITE].clock.now()
    is_sent = alert.sent_at is not None
    may_read = is_sent and await may_read_in_office(uow, alert, visitor.member.id, visitor.grants, now)
    is_own_draft = alert.author_id == visitor.member.id and alert.state is AlertState.DRAFT
    path = f"/compose/{alert.id}" if is_own_draft else f"/alerts/{alert.id}" if may_read else ""
    return Item(path, alert.number or "", Html(t.plain(f"incident-alert-{alert.state}")))


async def _report(request: web.Request, uow: UnitOfWork, report: Report) -> Item:
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    try:
        await report_in_scope(uow, visitor.actor, report.id, site.clock.now())
        path = f"/reports/{report.id}"
    except NotAllowed:
        path = ""
    standing = await site.write_standing(uow, report, t, visitor.member.id)
    return Item(path, report.number, standing)
