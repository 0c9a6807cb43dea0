"""The form behind *Niet akkoord*: asks why an alert should not have been sent without approval by a second person."""

from alerts.errors import InvalidText
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.approval.review_approval import find_unreviewed, review_approval
from alerts.typed_text import checked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.alert_change import change_buttons
from bot.render.review import OBJECTIONS, reviewed_words
from texts.html import paragraphs

NAME = "objection"
LENGTH = 300


class ObjectionDraft(Draft):
    """The alert and version that the objection concerns, and the objection."""

    alert_id: int
    version: int
    objection: str = ""


async def _check(request: Request) -> None:
    await request.check_may(Action.APPROVE_ALERT)


async def _open(argument: str, request: Request) -> ObjectionDraft:
    """Parse the argument: `5.3` is version 3 of alert 5."""
    await _check(request)
    alert, _, version = argument.partition(".")
    draft = ObjectionDraft(alert_id=safe_id(alert), version=safe_id(version))
    await find_unreviewed(request.uow, AlertId(draft.alert_id), draft.version, request.person().id, request.now)
    return draft


async def _ask(draft: ObjectionDraft, request: Request) -> Question:
    t = request.t
    number = (await request.uow.alerts.get(AlertId(draft.alert_id))).number or ""
    rows = tuple((Choice(t.plain(f"objection-{one}"), one),) for one in OBJECTIONS)
    return Question(t("review-ask-objection", number=number), rows)


async def _take(draft: ObjectionDraft, answer: Answer, _request: Request) -> ObjectionDraft:
    if not isinstance(answer, Picked):
        return draft.model_copy(update={"objection": await checked(typed(answer), LENGTH)})
    if answer.value in OBJECTIONS:
        return draft.model_copy(update={"objection": answer.value})
    raise InvalidText("type-or-tap")


async def _finish(draft: ObjectionDraft, request: Request) -> Replies:
    """Record the objection and show the buttons by which the alert can still be changed."""
    alert, approval = await review_approval(
        request.uow,
        AlertId(draft.alert_id),
        draft.version,
        request.person().id,
        request.now,
        objection=draft.objection,
    )
    buttons = change_buttons(alert, request.t)
    said = paragraphs(reviewed_words(alert, approval, request.view()), request.t("review-mend") if buttons else "")
    return [Say(Message(said, is_protected=alert.content.tlp.is_protected).with_keyboard(*buttons))]


OBJECTION = Form(
    name=NAME,
    model=ObjectionDraft,
    steps=(Step("objection", _ask, _take, words=Words.TEXT),),
    open=_open,
    finish=_finish,
    check=_check,
)
