"""The form behind *Terug met opmerking* and *Afwijzen*: asks for the comment that the notice's author will read."""

from alerts.alert import Decision
from alerts.approval_comment import COMMENT_LENGTH, COMMENTS
from alerts.errors import IllegalTransition, InvalidText, NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.decide_alert import decide_alert, find_undecided
from alerts.typed_text import checked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.approval import line_button, settled_card


class DecisionDraft(Draft):
    """The decision, the alert and version that it concerns, and the comment."""

    decision: Decision
    alert_id: int
    version: int
    comment: str | None = None
    is_change: bool = False

    @property
    def about(self) -> str:
        """The decision as it appears in text ids: `change-returned`, `rejected`."""
        return f"change-{self.decision}" if self.is_change else str(self.decision)


async def _check(request: Request) -> None:
    await request.check_may(Action.APPROVE_ALERT)


async def _open(argument: str, request: Request) -> DecisionDraft:
    """Parse the argument: `returned.5.3` returns version 3 of alert 5."""
    await _check(request)
    decision, _, ids = argument.partition(".")
    alert, _, version = ids.partition(".")
    if decision not in COMMENTS:
        raise NotFound
    draft = DecisionDraft(decision=Decision(decision), alert_id=safe_id(alert), version=safe_id(version))
    _, approval = await find_undecided(
        request.uow, AlertId(draft.alert_id), draft.version, request.person().id, request.now
    )
    return draft.model_copy(update={"is_change": approval.is_change})


async def _ask_comment(draft: DecisionDraft, request: Request) -> Question:
    t = request.t
    number = (await request.uow.alerts.get(AlertId(draft.alert_id))).number or ""
    rows = tuple((Choice(t.plain(f"comment-{draft.decision}-{one}"), one),) for one in COMMENTS[draft.decision])
    return Question(t(f"decision-ask-{draft.about}", number=number), rows)


async def _take_comment(draft: DecisionDraft, answer: Answer, _request: Request) -> DecisionDraft:
    if not isinstance(answer, Picked):
        return draft.model_copy(update={"comment": await checked(typed(answer), COMMENT_LENGTH)})
    if answer.value in COMMENTS[draft.decision]:
        return draft.model_copy(update={"comment": answer.value})
    raise InvalidText("type-or-tap")


async def _finish(draft: DecisionDraft, request: Request) -> Replies:
    """Record the decision; if a colleague decided first, show that decision instead."""
    alert_id, member = AlertId(draft.alert_id), request.person()
    try:
        decided = await decide_alert(
            request.uow, alert_id, draft.version, member.id, draft.decision, request.now, comment=draft.comment
        )
    except IllegalTransition as error:
        alert, approval = (
            await request.uow.alerts.get(alert_id),
            await request.uow.alerts.approval_of(alert_id, draft.version),
        )
        if approval is None:
            raise
        request.refuse(error)
        return [Say(await settled_card(alert, approval, request.view()))]
    said = Message(request.t(f"decision-{draft.about}", number=decided.alert.number or ""))
    if draft.decision is not Decision.RETURNED:
        return [Say(said)]
    approval = await request.uow.alerts.approval_of(alert_id, draft.version)
    write = (line_button(approval, request.t),) if approval else ()
    return [Say(said.with_keyboard(write))]


DECISION = Form(
    name="decision",
    model=DecisionDraft,
    steps=(Step("comment", _ask_comment, _take_comment, words=Words.TEXT),),
    open=_open,
    finish=_finish,
    check=_check,
)
