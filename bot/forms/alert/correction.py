"""The form behind *Corrigeren* and *Aanvullen*: shows the preview of a live alert, from which its content can be
changed. An update begins with what is to be added."""

from dataclasses import replace

from alerts.alert import Alert, RevisionKind, corrected
from alerts.errors import IllegalTransition, InvalidText, LabelTooNarrow, Rejected
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.change_alert import (
    correct_alert,
    extends_at_once,
    kind_of_change,
    newest_number,
    next_revision,
)
from alerts.services.alert.find_changeable import find_changeable, own_returned
from alerts.services.approval.find_approvers import Approvers, find_approvers
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Detour, Form, Picked, Question, Stay, Step, Words
from bot.conversation.message import Message, in_rows
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.alert.incident import ask_kind, ask_what, ask_when, take_kind, take_what, take_when, whole_what
from bot.forms.alert.modus_operandi import ask_mo, take_mo
from bot.forms.alert.preview import may_send_alone, send_label
from bot.forms.alert.reach import ask_severity, ask_until, take_severity, take_until
from bot.forms.alert.reason import ask_reason, take_reason
from bot.forms.questions.text_edit import edited
from bot.render.alert_preview import preview_of
from texts.approval_asked import waits_words
from texts.html import paragraphs
from texts.recipients import who_sends

NAME = "correction"
EDITABLE = ("kind", "what", "when", "mo", "severity", "until")
_LABEL = "tlp"  # not editable here, but a button of the alert form may ask for it


async def open_correction(argument: str, request: Request) -> AlertDraft:
    """Parse the argument: `correction.5` starts from alert 5 as it reads now, `correction.5.7` from one's own returned
    request of version 7, whatever that was.

    The draft's version is the number of the revision that is changed.
    """
    begun, _, rest = argument.partition(".")
    number, _, version = rest.partition(".")
    uow, now, kind = request.uow, request.now, RevisionKind(begun)
    alert = await find_changeable(uow, request.actor, AlertId(safe_id(number)), kind, now)
    content = alert.content
    if version:
        returned = await own_returned(uow, request.actor, alert, safe_id(version))
        content, kind = corrected(alert.content, returned.content or alert.content), returned.revision_kind
    draft = AlertDraft.of(content).changed(alert_id=alert.id, version=await newest_number(uow, alert.id))
    return draft.changed(change=kind, is_added=bool(version))


async def _ask_more(_draft: AlertDraft, request: Request) -> Question:
    """Ask what is to be added."""
    return Question(request.t("update-ask"))


async def _take_more(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take the words of an update, behind those that the notice has. Raises InvalidText."""
    if isinstance(answer, Picked):
        raise InvalidText("type-or-tap")
    taken = await take_what(draft, answer, request)
    return taken if isinstance(taken, Stay) else taken.changed(is_added=True)


def _with_more(draft: AlertDraft, answer: str) -> str:
    """Return the notice's text with the typed words behind it."""
    return edited(draft.what, f"+ {answer}")


async def _enter_preview(draft: AlertDraft, _request: Request) -> AlertDraft:
    return draft.changed(is_editing=False, needs_reason=False)


async def ask_preview(draft: AlertDraft, request: Request) -> Question:
    """Show the correction as it arrives, who gets it, and which fields are fixed."""
    t, alert = request.t, await _as_corrected(draft, request)
    kind = await _kind(draft, request)
    revision = await next_revision(request.uow, alert, kind)
    received = await request.uow.deliveries.received(alert.id)
    preview = await preview_of(revision, received.nearest_m, request.view())
    if draft.is_editing:
        fields = in_rows([Choice(t.plain(f"alert-edit-{name}"), f"edit.{name}") for name in EDITABLE], 2)
        close = (Choice(t.plain("alert-edit-close"), "close"),)
        return Question(paragraphs(t(f"change-above-{kind}"), t("correction-fixed")), (*fields, close))
    approvers, reaches = await _approvers(alert, request), t("change-reaches", count=received.count)
    is_at_once = await extends_at_once(request.uow, alert, request.person().id, kind, request.now)
    decides = t("closing-at-once") if is_at_once else who_sends(approvers, t)
    text = paragraphs(t(f"change-above-{kind}"), reaches, decides)
    label = t.plain("alert-send") if is_at_once else send_label(approvers, t)
    edit, send = Choice(t.plain("alert-edit"), "edit"), Choice(label, "send")
    return Question(text, ((edit,), (send,)), before=(preview,))


async def take_preview(
    draft: AlertDraft, answer: Answer, request: Request
) -> AlertDraft | Stay[AlertDraft] | Detour[AlertDraft]:
    """Take the tap: send, or edit a field and return to the preview."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value in ("edit", "close"):
        return Stay(draft.changed(is_editing=value == "edit"))
    if value == f"edit.{_LABEL}":
        raise LabelTooNarrow("fixed", tlp=(await _alert(draft, request)).content.tlp)
    if value.startswith("edit.") and value.removeprefix("edit.") in EDITABLE:
        return Detour(draft, value.removeprefix("edit."))
    if value != "send":
        raise InvalidText("tap-a-button")
    wanted, alert = await _as_corrected(draft, request), await _alert(draft, request)
    if await newest_number(request.uow, alert.id) != draft.version:
        raise IllegalTransition("alert-changed")
    if wanted.content == alert.content:
        raise Rejected("nothing-changed")
    if await extends_at_once(request.uow, wanted, request.person().id, await _kind(draft, request), request.now):
        return draft
    return draft.changed(needs_reason=may_send_alone(await _approvers(wanted, request)))


async def _take_severity(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take the severity but keep the label. Raises LabelTooNarrow if the label is too open for it."""
    taken = await take_severity(draft, answer, request)
    if draft.tlp is not None and taken.tlp is not draft.tlp:
        raise LabelTooNarrow("fixed", tlp=draft.tlp)
    return taken


async def finish_correction(draft: AlertDraft, request: Request) -> Replies:
    """Request approval of the correction, or send it."""
    uow, now = request.uow, request.now
    alert = await find_changeable(uow, request.actor, _id(draft), draft.change, now)
    kind = await _kind(draft, request)
    submitted = await correct_alert(
        request.uow,
        alert.id,
        draft.version,
        request.person().id,
        draft.content(),
        request.now,
        kind=draft.change,
        reason=draft.reason,
        grounds=draft.grounds,
    )
    number = alert.number or ""
    if submitted.approvers:
        return [Say(Message(waits_words(number, submitted, request.t)))]
    return [Say(Message(request.t(f"change-goes-{kind}", number=number, count=submitted.recipients)))]


async def _discard(_draft: AlertDraft, _request: Request) -> str | None:
    return "correction-cancelled"


async def _as_corrected(draft: AlertDraft, request: Request) -> Alert:
    alert = await _alert(draft, request)
    return replace(alert, content=corrected(alert.content, draft.content()))


async def _kind(draft: AlertDraft, request: Request) -> RevisionKind:
    """Return what the draft has become: an extension where only the end is later."""
    said = (await _alert(draft, request)).content
    return kind_of_change(said, corrected(said, draft.content()), draft.change)


async def _alert(draft: AlertDraft, request: Request) -> Alert:
    return await request.uow.alerts.get(_id(draft))


def _id(draft: AlertDraft) -> AlertId:
    if draft.alert_id is None:
        raise IllegalTransition("change")
    return AlertId(draft.alert_id)


async def _approvers(alert: Alert, request: Request) -> Approvers:
    return await find_approvers(request.uow, replace(alert, author_id=request.person().id), request.now)


async def _check(request: Request) -> None:
    await request.check_may(Action.DRAFT_ALERT)


def _needs_more(draft: AlertDraft) -> bool:
    return draft.change is RevisionKind.UPDATE and not draft.is_added


def _by_detour_only(_draft: AlertDraft) -> bool:
    return False


CORRECTION: Form[AlertDraft] = Form(
    name=NAME,
    model=AlertDraft,
    steps=(
        Step("more", _ask_more, _take_more, words=Words.TEXT, whole=_with_more, applies=_needs_more),
        Step("preview", ask_preview, take_preview, enter=_enter_preview),
        Step("reason", ask_reason, take_reason, words=Words.TEXT, applies=lambda draft: draft.needs_reason),
        Step("kind", ask_kind, take_kind, applies=_by_detour_only),
        Step("what", ask_what, take_what, applies=_by_detour_only, words=Words.TEXT, whole=whole_what),
        Step("when", ask_when, take_when, applies=_by_detour_only),
        Step("mo", ask_mo, take_mo, words=Words.TEXT, applies=_by_detour_only),
        Step("severity", ask_severity, _take_severity, applies=_by_detour_only),
        Step("until", ask_until, take_until, applies=_by_detour_only),
    ),
    open=open_correction,
    finish=finish_correction,
    discard=_discard,
    check=_check,
)
