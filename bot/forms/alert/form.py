"""The form behind /alert: from what happened to a preview that equals the message that arrives."""

from contextlib import suppress

from alerts.errors import NotFound, Rejected
from alerts.ids import AlertId, ReportId
from alerts.role import Action
from alerts.services.alert.compose_alert import content_to_reuse, discard_alert, own_draft, recompose_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.services.permission.locate_matter import alert_matter
from alerts.services.template.make_template import make_template
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Form, Step
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.alert.audience import ask_audience, is_asked, take_audience, with_audiences
from bot.forms.alert.draft import AlertDraft, draft_of
from bot.forms.alert.from_report import draft_from, names_nearby
from bot.forms.alert.incident import ask_kind, ask_what, ask_when, take_kind, take_what, take_when
from bot.forms.alert.modus_operandi import ask_mo, take_mo
from bot.forms.alert.named_readers import ask_named, take_named
from bot.forms.alert.preview import ask_preview, enter_preview, take_preview
from bot.forms.alert.reach import (
    ask_branches,
    ask_place,
    ask_reach,
    ask_severity,
    ask_tlp,
    ask_until,
    take_place,
    take_reach,
    take_severity,
    take_tlp,
    take_until,
)
from bot.forms.alert.reason import ask_reason, take_reason
from bot.forms.questions.branches import take_branches
from bot.forms.questions.shop import place_line

NAME = "alert"


async def check_drafter(request: Request) -> None:
    """Check that this person may draft alerts. Raises NotAllowed."""
    await request.check_may(Action.DRAFT_ALERT)


async def open_alert(argument: str, request: Request) -> AlertDraft:
    """Parse the argument: empty starts a new draft, `k12` continues a kept form, `a5` a numbered draft, `r5` reuses the
    content of a rejected or retracted alert, and `m7` starts from a report. Raises NotFound."""
    await check_drafter(request)
    member, number = request.person(), safe_id(argument[1:])
    match argument[:1]:
        case "":
            return AlertDraft()
        case "k":
            kept = await request.uow.kept_forms.get(number, member.id)
            return AlertDraft.model_validate(kept.draft).changed(kept_id=kept.id, is_concept=True)
        case "a":
            alert = await own_draft(request.uow, AlertId(number), member.id)
            draft = draft_of(alert.content).changed(alert_id=alert.id, version=alert.version, is_concept=True)
            return await with_audiences(draft, alert.content.place, request)
        case "r":
            content = await content_to_reuse(request.uow, AlertId(number), member.id)
            draft = await with_audiences(draft_of(content), content.place, request)
            return draft if content.until > request.now else draft.changed(until=None)
        case "m":
            return await draft_from(ReportId(number), request)
        case _:
            raise NotFound


async def finish_alert(draft: AlertDraft, request: Request) -> Replies:
    """Submit the alert, or keep it as a template."""
    assert draft.alert_id is not None, "the preview gave it a number"
    await request.check_may(Action.DRAFT_ALERT, alert_matter(draft.content()))
    if draft.is_template:
        return await _keep_as_template(draft, request)
    submitted = await submit_alert(
        request.uow,
        AlertId(draft.alert_id),
        draft.version,
        request.person().id,
        request.now,
        reason=draft.reason,
        grounds=draft.grounds,
    )
    number = submitted.alert.number or ""
    if submitted.approvers:
        return [Say(Message(request.t("alert-waits", number=number, approvers=submitted.approvers)))]
    return [Say(Message(request.t("alert-goes", number=number, recipients=submitted.recipients)))]


async def _keep_as_template(draft: AlertDraft, request: Request) -> Replies:
    """Make a template for a colleague to approve; the draft is discarded unless it was kept before this dialogue."""
    member = request.person().id
    _, asked = await make_template(request.uow, draft.content(), member, request.now)
    if draft.alert_id is not None and not draft.is_concept:
        await discard_alert(request.uow, AlertId(draft.alert_id), member, request.now)
    return [Say(Message(request.t("template-made", count=asked)))]


async def save_alert(draft: AlertDraft, request: Request) -> Replies:
    """Keep the draft for later: in its numbered alert if it is complete, otherwise as a half-filled form."""
    member = request.person()
    if draft.missing is not None or not await _is_stored(draft, request):
        await _forget_kept(draft, request)
        half = draft.changed(alert_id=None, kept_id=None)
        await request.uow.kept_forms.keep(member.id, NAME, half.model_dump(mode="json"), request.now)
    return [Say(Message(request.t("alert-kept")))]


async def discard_draft(draft: AlertDraft, request: Request) -> str | None:
    """Leave the form: a draft that was kept before this dialogue stays, any other is discarded."""
    if draft.is_concept:
        return "alert-concept-stays"
    await _forget_kept(draft, request)
    if draft.alert_id is not None:
        with suppress(NotFound, Rejected):  # the alert was discarded, sent or withdrawn meanwhile
            await discard_alert(request.uow, AlertId(draft.alert_id), request.person().id, request.now)
    return None


async def _is_stored(draft: AlertDraft, request: Request) -> bool:
    """Store the draft in its numbered alert; return False if there is none, or if it is no draft any more."""
    if draft.alert_id is None:
        return False
    try:
        await recompose_alert(request.uow, AlertId(draft.alert_id), request.person().id, draft.content(), request.now)
    except (NotFound, Rejected):
        return False
    return True


async def _forget_kept(draft: AlertDraft, request: Request) -> None:
    if draft.kept_id is not None:
        await request.uow.kept_forms.forget(draft.kept_id, request.person().id)


ALERT: Form[AlertDraft] = Form(
    name=NAME,
    model=AlertDraft,
    steps=(
        Step("kind", ask_kind, take_kind),
        Step("what", ask_what, take_what, shops=names_nearby),
        Step("when", ask_when, take_when, is_skippable=True),
        Step("mo", ask_mo, take_mo, is_skippable=True),
        Step("place", ask_place, take_place, echo=lambda draft, t: place_line(draft.place, t)),
        Step("audience", ask_audience, take_audience, applies=is_asked),
        Step("reach", ask_reach, take_reach, applies=lambda draft: draft.kvo_group_id is None),
        Step("branches", ask_branches, take_branches, applies=lambda draft: draft.own_branch is None),
        Step("severity", ask_severity, take_severity),
        Step("tlp", ask_tlp, take_tlp, is_skippable=True, skip_label="alert-keep"),
        Step("named", ask_named, take_named, applies=lambda draft: bool(draft.nameable)),
        Step("until", ask_until, take_until, is_skippable=True, skip_label="alert-keep"),
        Step("preview", ask_preview, take_preview, enter=enter_preview),
        Step("reason", ask_reason, take_reason, applies=lambda draft: draft.needs_reason),
    ),
    open=open_alert,
    finish=finish_alert,
    save=save_alert,
    discard=discard_draft,
    check=check_drafter,
    first=lambda draft: draft.missing or "preview",
)
