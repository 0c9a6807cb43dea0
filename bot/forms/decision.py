"""The form behind *Terug met opmerking* and *Afwijzen*: why, for who wrote the notice."""

from alerts.alert import Decision
from alerts.errors import IllegalTransition, InvalidText, NotFound
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.decide_alert import decide_alert, find_undecided
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.forms.alert_what import checked, typed
from bot.message import Message
from bot.render.approval import COMMENTS, settled_card
from bot.replies import Replies, Say
from bot.scene import Scene

COMMENT_LENGTH = 300


class DecisionDraft(Draft):
    """What is decided, about which version of which alert, and why."""

    decision: Decision
    alert_id: int
    version: int
    comment: str | None = None
    is_change: bool = False

    @property
    def about(self) -> str:
        """The decision, as texts are named for it."""
        return f"change-{self.decision}" if self.is_change else str(self.decision)


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.APPROVE_ALERT)


async def _open(argument: str, scene: Scene) -> DecisionDraft:
    """`returned.5.3` gives version 3 of alert 5 back."""
    await _check(scene)
    decision, _, ids = argument.partition(".")
    alert, _, version = ids.partition(".")
    if decision not in COMMENTS:
        raise NotFound
    draft = DecisionDraft(decision=Decision(decision), alert_id=safe_id(alert), version=safe_id(version))
    _, request = await find_undecided(scene.uow, AlertId(draft.alert_id), draft.version, scene.person().id, scene.now)
    return draft.model_copy(update={"is_change": request.is_change})


async def _ask_comment(draft: DecisionDraft, scene: Scene) -> Question:
    t = scene.t
    number = (await scene.uow.alerts.get(AlertId(draft.alert_id))).number or ""
    rows = tuple((Choice(t.plain(f"comment-{draft.decision}-{one}"), one),) for one in COMMENTS[draft.decision])
    return Question(t(f"decision-ask-{draft.about}", number=number), rows)


async def _take_comment(draft: DecisionDraft, answer: Answer, _scene: Scene) -> DecisionDraft:
    if not isinstance(answer, Picked):
        return draft.model_copy(update={"comment": checked(typed(answer), COMMENT_LENGTH)})
    if answer.value in COMMENTS[draft.decision]:
        return draft.model_copy(update={"comment": answer.value})
    raise InvalidText("type-or-tap")


async def _finish(draft: DecisionDraft, scene: Scene) -> Replies:
    """Everything is asked again; who was ahead in the meantime is said."""
    alert_id, member = AlertId(draft.alert_id), scene.person()
    try:
        decided = await decide_alert(
            scene.uow, alert_id, draft.version, member.id, draft.decision, scene.now, comment=draft.comment
        )
    except IllegalTransition as error:
        alert, approval = (
            await scene.uow.alerts.get(alert_id),
            await scene.uow.alerts.approval_of(alert_id, draft.version),
        )
        if approval is None:
            raise
        scene.refuse(error)
        return [Say(await settled_card(alert, approval, scene.view()))]
    return [Say(Message(scene.t(f"decision-{draft.about}", number=decided.alert.number or "")))]


DECISION = Form(
    name="decision",
    model=DecisionDraft,
    steps=(Step("comment", _ask_comment, _take_comment),),
    open=_open,
    finish=_finish,
    check=_check,
)
