"""The form behind *Einde alert* and *Intrekken*: asks for a note, then ends or retracts the alert."""

from alerts.alert import IncidentKind, RevisionKind
from alerts.closing_note import NOTE_LENGTH, NOTES
from alerts.errors import IllegalTransition, InvalidText, NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.change_alert import close_alert, may_close, may_pull_back, newest_number
from alerts.services.alert.find_changeable import find_changeable
from alerts.typed_text import checked
from bot.conversation.callbacks import button, safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from texts.approval_asked import waits_words
from texts.html import paragraphs

NAME = "closing"


class ClosingDraft(Draft):
    """The alert to close, the number of its newest revision, the kind of closing, and the note (a key or typed)."""

    kind: RevisionKind
    alert_id: int
    revision: int
    note: str = ""


async def _check(request: Request) -> None:
    await request.check_may(Action.DRAFT_ALERT)


async def _open(argument: str, request: Request) -> ClosingDraft:
    """Parse the argument: `retraction.5` retracts alert 5."""
    kind, _, number = argument.partition(".")
    if kind not in NOTES:
        raise NotFound
    alert = await find_changeable(request.uow, request.actor, AlertId(safe_id(number)), RevisionKind(kind), request.now)
    revision = await newest_number(request.uow, alert.id)
    return ClosingDraft(kind=RevisionKind(kind), alert_id=alert.id, revision=revision)


async def _ask_note(draft: ClosingDraft, request: Request) -> Question:
    t, alert = request.t, await request.uow.alerts.get(AlertId(draft.alert_id))
    who = request.person().id
    is_theirs = await may_close(request.uow, alert, who, request.now)
    is_elsewhere = not is_theirs and await may_pull_back(request.uow, alert, who, draft.kind, request.now)
    text = paragraphs(
        t(f"closing-ask-{draft.kind}", number=alert.number or ""),
        t("change-reaches", count=(await request.uow.deliveries.received(alert.id)).count),
        t("closing-everywhere") if is_elsewhere else "",
        t("closing-at-once" if is_theirs or is_elsewhere else "closing-needs-approval"),
    )
    rows = tuple((Choice(t.plain(f"choice-{draft.kind}-{note}"), note),) for note in NOTES[draft.kind])
    return Question(text, rows)


async def _take_note(draft: ClosingDraft, answer: Answer, _request: Request) -> ClosingDraft:
    if not isinstance(answer, Picked):
        return draft.model_copy(update={"note": await checked(typed(answer), NOTE_LENGTH)})
    if answer.value in NOTES[draft.kind]:
        return draft.model_copy(update={"note": answer.value})
    raise InvalidText("type-or-tap")


async def _finish(draft: ClosingDraft, request: Request) -> Replies:
    """Check everything again and close the alert; if somebody changed it first, say so and end the form."""
    try:
        alert = await find_changeable(request.uow, request.actor, AlertId(draft.alert_id), draft.kind, request.now)
        submitted = await close_alert(
            request.uow, alert.id, draft.revision, request.person().id, draft.kind, request.now, note=draft.note
        )
    except IllegalTransition as error:
        request.refuse(error)
        return [Say(Message(request.t(error.text_id, **error.fields)))]
    t, number = request.t, alert.number or ""
    if submitted.approvers:
        return [Say(Message(waits_words(number, submitted, t)))]
    goes = Message(t(f"closing-goes-{draft.kind}", number=number, count=submitted.recipients))
    if draft.kind is RevisionKind.RETRACTION and alert.content.kind is not IncidentKind.PREVENTION:
        goes = goes.with_keyboard((button(t.plain("draft-reuse"), "reuse", alert.id),))
    return [Say(goes)]


async def _discard(_draft: ClosingDraft, _request: Request) -> str | None:
    return "correction-cancelled"


CLOSING: Form[ClosingDraft] = Form(
    name=NAME,
    model=ClosingDraft,
    steps=(Step("note", _ask_note, _take_note, words=Words.TEXT),),
    open=_open,
    finish=_finish,
    discard=_discard,
    check=_check,
)
