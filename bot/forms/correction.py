"""The form behind *Corrigeren*: a live notice at its preview, in which the words can be changed."""

from dataclasses import replace

from alerts.alert import Alert, Decision, RevisionKind, corrected
from alerts.errors import IllegalTransition, InvalidText, LabelTooNarrow, NotFound, Rejected
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.change_alert import correct_alert, newest_number
from alerts.services.find_approvers import Approvers, find_approvers
from alerts.services.find_coordinators import alert_matter
from alerts.services.read_alert import may_read_in_office
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Detour, Form, Picked, Question, Stay, Step
from bot.forms.alert_draft import AlertDraft, draft_of
from bot.forms.alert_mo import ask_mo, take_mo
from bot.forms.alert_preview import lets_send_alone, send_label, who_sends
from bot.forms.alert_reach import ask_severity, ask_until, take_severity, take_until
from bot.forms.alert_reason import ask_reason, take_reason
from bot.forms.alert_what import ask_kind, ask_what, ask_when, take_kind, take_what, take_when
from bot.message import Message, in_rows, paragraphs
from bot.render.alert import alert_message
from bot.render.change import next_revision
from bot.replies import Replies, Say
from bot.scene import Scene

NAME = "correction"
EDITABLE = ("kind", "what", "when", "mo", "severity", "until")
_LABEL = "tlp"  # not among them, but a button of another form may ask for it


async def find_changeable(scene: Scene, alert_id: AlertId, kind: RevisionKind) -> Alert:
    """The alert, if it can be followed by such a text and this person may propose one."""
    alert = await scene.uow.alerts.get(alert_id)
    await scene.check_may(Action.DRAFT_ALERT, alert_matter(alert.content))
    if not await may_read_in_office(scene.uow, alert, scene.person().id, scene.grants, scene.now):
        raise LabelTooNarrow("not-yours", tlp=alert.content.tlp)
    alert.check_can_be_changed(kind)
    return alert


async def open_correction(argument: str, scene: Scene) -> AlertDraft:
    """`5` begins with the words of alert 5 as it reads now, `5.7` with those of one's own request that was returned.

    The draft's version is the number of the text that is corrected.
    """
    number, _, version = argument.partition(".")
    alert = await find_changeable(scene, AlertId(safe_id(number)), RevisionKind.CORRECTION)
    content = alert.content
    if version:
        request = await scene.uow.alerts.approval_of(alert.id, safe_id(version))
        is_mine = request is not None and request.requested_by == scene.person().id
        if request is None or not is_mine or request.decision is not Decision.RETURNED or request.content is None:
            raise NotFound
        content = corrected(alert.content, request.content)
    return draft_of(content).changed(alert_id=alert.id, version=await newest_number(scene.uow, alert.id))


async def _enter_preview(draft: AlertDraft, _scene: Scene) -> AlertDraft:
    return draft.changed(is_editing=False, needs_reason=False)


async def ask_preview(draft: AlertDraft, scene: Scene) -> Question:
    """The correction as it arrives, who gets it, and what is fixed."""
    t, alert = scene.t, await _as_corrected(draft, scene)
    revision = await next_revision(scene.uow, alert, RevisionKind.CORRECTION)
    received = await scene.uow.deliveries.received(alert.id)
    preview = alert_message(revision, received.nearest_m, t, scene.zone).with_keyboard()
    if draft.is_editing:
        fields = in_rows([Choice(t.plain(f"alert-edit-{name}"), f"edit.{name}") for name in EDITABLE], 2)
        close = (Choice(t.plain("alert-edit-close"), "close"),)
        return Question(paragraphs(t("correction-above"), t("correction-fixed")), (*fields, close))
    approvers = await _approvers(alert, scene)
    reaches = t("change-reaches", count=received.count)
    text = paragraphs(t("correction-above"), reaches, who_sends(approvers, t))
    edit, send = Choice(t.plain("alert-edit"), "edit"), Choice(send_label(approvers, t), "send")
    return Question(text, ((edit,), (send,)), before=(preview,))


async def take_preview(
    draft: AlertDraft, answer: Answer, scene: Scene
) -> AlertDraft | Stay[AlertDraft] | Detour[AlertDraft]:
    """Send, or change something and come back."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value in ("edit", "close"):
        return Stay(draft.changed(is_editing=value == "edit"))
    if value == f"edit.{_LABEL}":
        raise LabelTooNarrow("fixed", tlp=(await _alert(draft, scene)).content.tlp)
    if value.startswith("edit.") and value.removeprefix("edit.") in EDITABLE:
        return Detour(draft, value.removeprefix("edit."))
    if value != "send":
        raise InvalidText("tap-a-button")
    wanted, alert = await _as_corrected(draft, scene), await _alert(draft, scene)
    if await newest_number(scene.uow, alert.id) != draft.version:
        raise IllegalTransition("alert-changed")
    if wanted.content == alert.content:
        raise Rejected("nothing-changed")
    approvers = await _approvers(wanted, scene)
    return draft.changed(needs_reason=lets_send_alone(approvers))


async def _take_severity(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft:
    """As for a first text, but the label stays: what is too open for the severity is refused."""
    taken = await take_severity(draft, answer, scene)
    if draft.tlp is not None and taken.tlp is not draft.tlp:
        raise LabelTooNarrow("fixed", tlp=draft.tlp)
    return taken


async def finish_correction(draft: AlertDraft, scene: Scene) -> Replies:
    """Ask for approval, or send."""
    alert = await find_changeable(scene, _id(draft), RevisionKind.CORRECTION)
    submitted = await correct_alert(
        scene.uow,
        alert.id,
        draft.version,
        scene.person().id,
        draft.content(),
        scene.now,
        reason=draft.reason,
        grounds=draft.grounds,
    )
    number = alert.number or ""
    if submitted.approvers:
        return [Say(Message(scene.t("alert-waits", number=number, approvers=submitted.approvers)))]
    return [Say(Message(scene.t("change-goes", number=number, count=submitted.recipients)))]


async def _discard(_draft: AlertDraft, _scene: Scene) -> str | None:
    return "correction-cancelled"


async def _as_corrected(draft: AlertDraft, scene: Scene) -> Alert:
    alert = await _alert(draft, scene)
    return replace(alert, content=corrected(alert.content, draft.content()))


async def _alert(draft: AlertDraft, scene: Scene) -> Alert:
    return await scene.uow.alerts.get(_id(draft))


def _id(draft: AlertDraft) -> AlertId:
    if draft.alert_id is None:
        raise IllegalTransition("change")
    return AlertId(draft.alert_id)


async def _approvers(alert: Alert, scene: Scene) -> Approvers:
    return await find_approvers(scene.uow, replace(alert, author_id=scene.person().id), scene.now)


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.DRAFT_ALERT)


def _by_detour_only(_draft: AlertDraft) -> bool:
    return False


CORRECTION: Form[AlertDraft] = Form(
    name=NAME,
    model=AlertDraft,
    steps=(
        Step("preview", ask_preview, take_preview, enter=_enter_preview),
        Step("reason", ask_reason, take_reason, applies=lambda draft: draft.needs_reason),
        Step("kind", ask_kind, take_kind, applies=_by_detour_only),
        Step("what", ask_what, take_what, applies=_by_detour_only),
        Step("when", ask_when, take_when, applies=_by_detour_only),
        Step("mo", ask_mo, take_mo, applies=_by_detour_only),
        Step("severity", ask_severity, _take_severity, applies=_by_detour_only),
        Step("until", ask_until, take_until, applies=_by_detour_only),
    ),
    open=open_correction,
    finish=finish_correction,
    discard=_discard,
    check=_check,
)
