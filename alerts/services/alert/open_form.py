"""Open the form of a notice: a numbered draft, a form that was put aside, or the words of an earlier notice."""

from dataclasses import replace
from datetime import datetime

from pydantic import ValidationError

from alerts.alert import Alert, Decision
from alerts.alert_form import FORM, F
from alerts.errors import NotFound
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.alert.compose_alert import content_to_reuse, own_draft
from alerts.services.alert.find_audience import with_audiences
from alerts.services.alert.keep_form import kept_form


async def open_numbered(model: type[F], alert_id: AlertId, uow: UnitOfWork, actor: Actor, now: datetime) -> F:
    """Return one's own numbered draft, with the report that it was made from. Raises as `own_draft`."""
    return await _opened(None, model, await own_draft(uow, alert_id, actor.member.id), uow, actor, now)


async def open_as_kept(
    model: type[F], alert_id: AlertId, uow: UnitOfWork, actor: Actor, now: datetime
) -> tuple[F, bool]:
    """Return the same with its proposals and typed words, and whether these were kept: then it stays as it was until
    something is changed."""
    alert = await own_draft(uow, alert_id, actor.member.id)
    kept = await _kept_beside(model, alert, uow, now)
    return await _opened(kept, model, alert, uow, actor, now), kept is not None


async def open_put_aside(model: type[F], kept_id: int, uow: UnitOfWork, actor: Actor) -> F:
    """Return a form without a number that this person put aside. Raises NotFound."""
    kept = await uow.kept_forms.get(kept_id, actor.member.id)
    if kept.form != FORM:
        raise NotFound
    try:
        return model.model_validate(kept.draft).changed(kept_id=kept.id)
    except ValidationError as error:  # an earlier release kept it
        raise NotFound from error


async def open_again(model: type[F], alert_id: AlertId, uow: UnitOfWork, actor: Actor, now: datetime) -> F:
    """Return a new form with the content of an earlier notice. Raises as `content_to_reuse`."""
    content = await content_to_reuse(uow, alert_id, actor.member.id)
    form = await with_audiences(model.of(content), content.place, uow, actor, now)
    return form if content.until > now else form.changed(until=None)


async def _opened(kept: F | None, model: type[F], alert: Alert, uow: UnitOfWork, actor: Actor, now: datetime) -> F:
    reports = await uow.reports.of_alert(alert.id)
    form = (kept or model.of(alert.content)).changed(
        alert_id=alert.id, version=alert.version, report_id=reports[0].id if reports else None
    )
    return await with_audiences(form, alert.content.place, uow, actor, now)


async def _kept_beside(model: type[F], alert: Alert, uow: UnitOfWork, now: datetime) -> F | None:
    """Return the form of a numbered draft as it was kept, with a new end if the proposed one has passed, and with the
    severity that a colleague saw before returning it; None if there is none that says what the alert says."""
    kept = await kept_form(uow, alert)
    if kept is None:
        return None
    try:
        form = model.model_validate(kept)
    except ValidationError:  # an earlier release kept it
        return None
    if form.missing or form.content() != replace(alert.content, sender=None):
        return None
    approval = await uow.alerts.latest_approval(alert.id)
    if approval is not None and approval.decision is Decision.RETURNED:
        form = form.changed(by_default=form.by_default - {"severity"})
    if form.until is not None and form.until <= now and "until" in form.by_default:
        form = form.changed(until=(now + alert.content.severity.lasts).replace(second=0, microsecond=0))
    return form
