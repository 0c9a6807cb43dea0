"""The form of a numbered draft, kept beside its alert: the proposals and the typed words of the short way."""

from dataclasses import replace

from pydantic import ValidationError

from alerts.alert import Alert
from alerts.services.alert.keep_form import forget_form, keep_form, kept_form
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft


async def keep_beside(alert: Alert, draft: AlertDraft, request: Request) -> None:
    """Keep the form of a draft that holds more than its alert; forget that of another."""
    if draft.is_short:
        await keep_form(request.uow, alert, draft.model_dump(mode="json"), request.now)
    else:
        await forget_form(request.uow, alert)


async def kept_draft(alert: Alert, request: Request) -> AlertDraft | None:
    """Return the form of a numbered draft as it was kept, with a new end if the proposed one has passed; None if there
    is none that says what the alert says."""
    form = await kept_form(request.uow, alert)
    if form is None:
        return None
    try:
        draft = AlertDraft.model_validate(form)
    except ValidationError:  # an earlier release kept it
        return None
    if draft.missing or draft.content() != replace(alert.content, sender=None):
        return None
    if draft.until is not None and draft.until <= request.now and "until" in draft.by_default:
        lasts = alert.content.severity.lasts
        draft = draft.changed(until=(request.now + lasts).replace(second=0, microsecond=0))
    return draft.changed(is_as_kept=True)
