"""The form by which a reporter answers the question about a report."""

from alerts.errors import IllegalTransition
from alerts.ids import ReportId
from alerts.report import ANSWER_LENGTH
from alerts.services.report.answer_question import answer_question, check_can_answer, question_of
from alerts.typed_text import checked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Draft, Form, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed


class AnswerDraft(Draft):
    """The report (id and number), what was asked, and the answer."""

    report: int
    number: str
    asked: str
    text: str = ""


async def open_answer(argument: str, request: Request) -> AnswerDraft:
    """Open the form for the report with this id. Raises what `check_can_answer` raises."""
    report = await check_can_answer(request.uow, request.person(), ReportId(safe_id(argument)))
    question = await question_of(request.uow, report)
    asked = "" if question is None else question.comment or ""
    return AnswerDraft(report=report.id, number=report.number, asked=asked)


async def ask_text(draft: AnswerDraft, request: Request) -> Question:
    """Ask for the answer, below what was asked."""
    return Question(request.t("report-ask-answer", number=draft.number, text=draft.asked))


async def take_text(draft: AnswerDraft, answer: Answer, _request: Request) -> AnswerDraft:
    """Take a typed answer that the guard allows. Raises InvalidText."""
    return draft.model_copy(update={"text": await checked(typed(answer), ANSWER_LENGTH)})


async def finish_answer(draft: AnswerDraft, request: Request) -> Replies:
    """Store the answer; say so when the report was closed meanwhile."""
    try:
        await answer_question(request.uow, request.person(), ReportId(draft.report), draft.text, now=request.now)
    except IllegalTransition as error:
        request.refuse(error)
        return [Say(Message(request.t(error.text_id)))]
    return [Say(Message(request.t("report-answer-sent", number=draft.number)))]


ANSWER = Form(
    name="answer",
    model=AnswerDraft,
    steps=(Step("text", ask_text, take_text, words=Words.ACCOUNT),),
    open=open_answer,
    finish=finish_answer,
)
