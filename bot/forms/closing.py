"""The form behind *Einde alert* and *Intrekken*: one question, and it goes."""

from alerts.alert import IncidentKind, RevisionKind
from alerts.errors import IllegalTransition, InvalidText, NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.change_alert import close_alert, may_close, newest_number
from bot.callbacks import button, safe_id
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.forms.alert_what import checked, typed
from bot.forms.correction import find_changeable
from bot.message import Message, paragraphs
from bot.render.alert import NOTES
from bot.replies import Replies, Say
from bot.scene import Scene

NAME = "closing"
NOTE_LENGTH = 200


class ClosingDraft(Draft):
    """Which text, after which one of which alert, with what note (a key or typed)."""

    kind: RevisionKind
    alert_id: int
    revision: int
    note: str = ""


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.DRAFT_ALERT)


async def _open(argument: str, scene: Scene) -> ClosingDraft:
    """`retraction.5` retracts alert 5."""
    kind, _, number = argument.partition(".")
    if kind not in NOTES:
        raise NotFound
    alert = await find_changeable(scene, AlertId(safe_id(number)), RevisionKind(kind))
    revision = await newest_number(scene.uow, alert.id)
    return ClosingDraft(kind=RevisionKind(kind), alert_id=alert.id, revision=revision)


async def _ask_note(draft: ClosingDraft, scene: Scene) -> Question:
    t, alert = scene.t, await scene.uow.alerts.get(AlertId(draft.alert_id))
    at_once = await may_close(scene.uow, alert, scene.person().id, scene.now)
    text = paragraphs(
        t(f"closing-ask-{draft.kind}", number=alert.number or ""),
        t("change-reaches", count=(await scene.uow.deliveries.received(alert.id)).count),
        t("closing-at-once" if at_once else "closing-needs-approval"),
    )
    rows = tuple((Choice(t.plain(f"choice-{draft.kind}-{note}"), note),) for note in NOTES[draft.kind])
    return Question(text, rows)


async def _take_note(draft: ClosingDraft, answer: Answer, _scene: Scene) -> ClosingDraft:
    if not isinstance(answer, Picked):
        return draft.model_copy(update={"note": checked(typed(answer), NOTE_LENGTH)})
    if answer.value in NOTES[draft.kind]:
        return draft.model_copy(update={"note": answer.value})
    raise InvalidText("type-or-tap")


async def _finish(draft: ClosingDraft, scene: Scene) -> Replies:
    """Everything is asked again: when somebody was ahead, there is nothing left to ask."""
    try:
        alert = await find_changeable(scene, AlertId(draft.alert_id), draft.kind)
        submitted = await close_alert(
            scene.uow, alert.id, draft.revision, scene.person().id, draft.kind, scene.now, note=draft.note
        )
    except IllegalTransition as error:
        scene.refuse(error)
        return [Say(Message(scene.t(error.text_id, **error.fields)))]
    t, number = scene.t, alert.number or ""
    if submitted.approvers:
        return [Say(Message(t("alert-waits", number=number, approvers=submitted.approvers)))]
    goes = Message(t(f"closing-goes-{draft.kind}", number=number, count=submitted.recipients))
    if draft.kind is RevisionKind.RETRACTION and alert.content.kind is not IncidentKind.PREVENTION:
        goes = goes.with_keyboard((button(t.plain("draft-reuse"), "reuse", alert.id),))
    return [Say(goes)]


async def _discard(_draft: ClosingDraft, _scene: Scene) -> str | None:
    return "correction-cancelled"


CLOSING: Form[ClosingDraft] = Form(
    name=NAME,
    model=ClosingDraft,
    steps=(Step("note", _ask_note, _take_note),),
    open=_open,
    finish=_finish,
    discard=_discard,
    check=_check,
)
