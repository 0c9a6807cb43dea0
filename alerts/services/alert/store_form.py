"""Store the form of a notice: as a numbered draft once it is complete, or put aside while fields are missing."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert
from alerts.alert_form import FORM, AlertForm
from alerts.ids import AlertId, IncidentId, ReportId
from alerts.ports import UnitOfWork
from alerts.role import Action, Actor
from alerts.services.alert.compose_alert import compose_alert, recompose_alert
from alerts.services.alert.keep_form import forget_form, keep_form
from alerts.services.permission.check_may import check_may
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.report.hang_notice import hang_notice
from alerts.services.report.link_report import link_report


async def store_form(form: AlertForm, uow: UnitOfWork, actor: Actor, now: datetime, *, zone: ZoneInfo) -> Alert:
    """Store a complete form as a numbered draft (or update its draft) and link its reports and its
    incident; a form that was put aside
    is forgotten. Call `keep_beside` with what becomes of the form.

    Raises NotAllowed, LabelTooNarrow and as `own_draft`.
    """
    author, content = actor.member.id, form.content()
    await check_may(uow, actor, Action.DRAFT_ALERT, alert_matter(content), now)
    if form.alert_id is None:
        alert = await compose_alert(uow, author, content, now, zone=zone)
        if form.report_id is not None:
            await link_report(uow, ReportId(form.report_id), alert.id, author, now)
        if form.incident_id is not None:
            await hang_notice(uow, IncidentId(form.incident_id), alert.id, author, now)
        for report in sorted(form.pattern_reports):
            await link_report(uow, ReportId(report), alert.id, author, now)
    else:
        alert = await recompose_alert(uow, AlertId(form.alert_id), author, content, now)
    if form.kept_id is not None:
        await uow.kept_forms.forget(form.kept_id, author)
    return alert


async def keep_beside(alert: Alert, form: AlertForm, uow: UnitOfWork, now: datetime) -> None:
    """Keep the form of a draft that holds more than its alert; forget that of another."""
    if form.is_short:
        await keep_form(uow, alert, form.model_dump(mode="json"), now)
    else:
        await forget_form(uow, alert)


async def put_aside(form: AlertForm, uow: UnitOfWork, actor: Actor, now: datetime) -> int:
    """Put a form without a number aside, in place of an earlier one of it; return its id."""
    member = actor.member.id
    if form.kept_id is not None:
        await uow.kept_forms.forget(form.kept_id, member)
    half = form.changed(alert_id=None, kept_id=None)
    return await uow.kept_forms.keep(member, FORM, half.model_dump(mode="json"), now)
