"""The form by which a coordinator asks the reporter of a report one question."""

from alerts.errors import IllegalTransition
from alerts.ids import ReportId
from alerts.report import QUESTION_LENGTH
from alerts.services.report.ask_reporter import ask_reporter, check_can_ask
from alerts.typed_text import checked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Draft, Form, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed


class QuestionDraft(Draft):
    """The report (id and number), and the question."""

    report: int
    number: str
    text: str = ""


async def open_question(argument: str, request: Request) -> QuestionDraft:
    """Open the form for the report with this id. Raises what `check_can_ask` raises."""
    report = await check_can_ask(request.uow, request.actor, ReportId(safe_id(argument)), request.now)
    return QuestionDraft(report=report.id, number=report.number)


async def ask_text(draft: QuestionDraft, request: Request) -> Question:
    """Ask for the question."""
    return Question(request.t("report-ask-question", number=draft.number))


async def take_text(draft: QuestionDraft, answer: Answer, _request: Request) -> QuestionDraft:
    """Take a typed question that the guard allows. Raises InvalidText."""
    return draft.model_copy(update={"text": await checked(typed(answer), QUESTION_LENGTH)})


async def finish_question(draft: QuestionDraft, request: Request) -> Replies:
    """Send the question; say why not when the report changed meanwhile."""
    try:
        await ask_reporter(request.uow, request.actor, ReportId(draft.report), draft.text, now=request.now)
    except IllegalTransition as error:
        request.refuse(error)
        return [Say(Message(request.t(error.text_id)))]
    return [Say(Message(request.t("report-question-sent", number=draft.number)))]


QUESTION = Form(
    name="question",
    model=QuestionDraft,
    steps=(Step("text", ask_text, take_text, words=Words.TEXT),),
    open=open_question,
    finish=finish_question,
)
