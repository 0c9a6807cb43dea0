"""The form behind /alert: from what happened to a preview that is what arrives."""

from contextlib import suppress

from alerts.errors import NotFound, Rejected
from alerts.ids import AlertId, ReportId
from alerts.role import Action
from alerts.services.compose_alert import discard_alert, own_draft, recompose_alert, words_again
from alerts.services.find_coordinators import alert_matter
from alerts.services.keep_template import make_template
from alerts.services.submit_alert import submit_alert
from bot.callbacks import safe_id
from bot.form import Form, Step
from bot.forms.alert_audience import ask_audience, is_asked, take_audience, with_audiences
from bot.forms.alert_draft import AlertDraft, draft_of
from bot.forms.alert_from_report import draft_from
from bot.forms.alert_mo import ask_mo, take_mo
from bot.forms.alert_named import ask_named, take_named
from bot.forms.alert_preview import ask_preview, enter_preview, take_preview
from bot.forms.alert_reach import (
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
from bot.forms.alert_reason import ask_reason, take_reason
from bot.forms.alert_what import ask_kind, ask_what, ask_when, take_kind, take_what, take_when
from bot.forms.branches import take_branches
from bot.message import Message, NoKeyboard
from bot.replies import Replies, Say
from bot.scene import Scene

NAME = "alert"


async def check_drafter(scene: Scene) -> None:
    """Who may write a notice at all."""
    await scene.check_may(Action.DRAFT_ALERT)


async def open_alert(argument: str, scene: Scene) -> AlertDraft:
    """A new notice; `k12` goes on with a form that was kept, `a5` with a draft that has a number; `r5` begins a new
    one with the words of one that was rejected or retracted, and `m7` one from a report."""
    await check_drafter(scene)
    member, number = scene.person(), safe_id(argument[1:])
    match argument[:1]:
        case "":
            return AlertDraft()
        case "k":
            kept = await scene.uow.kept_forms.get(number, member.id)
            return AlertDraft.model_validate(kept.draft).changed(kept_id=kept.id, is_concept=True)
        case "a":
            alert = await own_draft(scene.uow, AlertId(number), member.id)
            draft = draft_of(alert.content).changed(alert_id=alert.id, version=alert.version, is_concept=True)
            return await with_audiences(draft, alert.content.place, scene)
        case "r":
            content = await words_again(scene.uow, AlertId(number), member.id)
            draft = await with_audiences(draft_of(content), content.place, scene)
            return draft if content.until > scene.now else draft.changed(until=None)
        case "m":
            return await draft_from(ReportId(number), scene)
        case _:
            raise NotFound


async def finish_alert(draft: AlertDraft, scene: Scene) -> Replies:
    """Submit it."""
    assert draft.alert_id is not None, "the preview gave it a number"
    await scene.check_may(Action.DRAFT_ALERT, alert_matter(draft.content()))
    if draft.is_template:
        return await _keep_as_template(draft, scene)
    submitted = await submit_alert(
        scene.uow,
        AlertId(draft.alert_id),
        draft.version,
        scene.person().id,
        scene.now,
        reason=draft.reason,
        grounds=draft.grounds,
    )
    number = submitted.alert.number or ""
    if submitted.approvers:
        return [Say(Message(scene.t("alert-waits", number=number, approvers=submitted.approvers)))]
    return [Say(Message(scene.t("alert-goes", number=number, recipients=submitted.recipients)))]


async def _keep_as_template(draft: AlertDraft, scene: Scene) -> Replies:
    """For a colleague to approve; the draft itself goes, unless it was a concept before."""
    member = scene.person().id
    _, asked = await make_template(scene.uow, draft.content(), member, scene.now)
    if draft.alert_id is not None and not draft.is_concept:
        await discard_alert(scene.uow, AlertId(draft.alert_id), member, scene.now)
    return [Say(Message(scene.t("template-made", count=asked)))]


async def save_alert(draft: AlertDraft, scene: Scene) -> Replies:
    """Keep it for later: as the numbered draft that it is, or half filled."""
    member = scene.person()
    if draft.missing is not None or not await _is_stored(draft, scene):
        await _forget_kept(draft, scene)
        half = draft.changed(alert_id=None, kept_id=None)
        await scene.uow.kept_forms.keep(member.id, NAME, half.model_dump(mode="json"), scene.now)
    return [Say(Message(scene.t("alert-kept"), NoKeyboard()))]


async def discard_draft(draft: AlertDraft, scene: Scene) -> str | None:
    """Leave the form: what was a concept before stays one, what was not is dropped."""
    if draft.is_concept:
        return "alert-concept-stays"
    await _forget_kept(draft, scene)
    if draft.alert_id is not None:
        with suppress(NotFound, Rejected):  # thrown away, sent or withdrawn meanwhile
            await discard_alert(scene.uow, AlertId(draft.alert_id), scene.person().id, scene.now)
    return None


async def _is_stored(draft: AlertDraft, scene: Scene) -> bool:
    """Store it in its numbered draft, if there is one that still is a draft."""
    if draft.alert_id is None:
        return False
    try:
        await recompose_alert(scene.uow, AlertId(draft.alert_id), scene.person().id, draft.content())
    except (NotFound, Rejected):
        return False
    return True


async def _forget_kept(draft: AlertDraft, scene: Scene) -> None:
    if draft.kept_id is not None:
        await scene.uow.kept_forms.forget(draft.kept_id, scene.person().id)


ALERT: Form[AlertDraft] = Form(
    name=NAME,
    model=AlertDraft,
    steps=(
        Step("kind", ask_kind, take_kind),
        Step("what", ask_what, take_what),
        Step("when", ask_when, take_when, is_skippable=True),
        Step("mo", ask_mo, take_mo, is_skippable=True),
        Step("place", ask_place, take_place),
        Step("audience", ask_audience, take_audience, applies=is_asked),
        Step("reach", ask_reach, take_reach, applies=lambda draft: draft.kvo_group_id is None),
        Step("branches", ask_branches, take_branches, applies=lambda draft: draft.own_branch is None),
        Step("severity", ask_severity, take_severity),
        Step("tlp", ask_tlp, take_tlp, is_skippable=True),
        Step("named", ask_named, take_named, applies=lambda draft: bool(draft.nameable)),
        Step("until", ask_until, take_until, is_skippable=True),
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
