"""The form that adds a text to a sent report."""

from alerts.ids import ReportId
from alerts.report import ADDITION_LENGTH
from alerts.services.report.add_to_report import add_to_report, check_can_add
from alerts.typed_text import checked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Draft, Form, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed


class AdditionDraft(Draft):
    """The report (id and number), and the text to add."""

    report: int
    number: str
    text: str = ""


async def open_addition(argument: str, request: Request) -> AdditionDraft:
    """Open the form for the report with this id. Raises what `check_can_add` raises."""
    report = await check_can_add(request.uow, request.person(), ReportId(safe_id(argument)))
    return AdditionDraft(report=report.id, number=report.number)


async def ask_text(draft: AdditionDraft, request: Request) -> Question:
    """Ask what to add."""
    return Question(request.t("report-ask-addition", number=draft.number))


async def take_text(draft: AdditionDraft, answer: Answer, _request: Request) -> AdditionDraft:
    """Take a typed text that the guard allows. Raises InvalidText."""
    return draft.model_copy(update={"text": await checked(typed(answer), ADDITION_LENGTH)})


async def finish_addition(draft: AdditionDraft, request: Request) -> Replies:
    """Add the text to the report."""
    await add_to_report(request.uow, request.person(), ReportId(draft.report), draft.text, now=request.now)
    return [Say(Message(request.t("report-added", number=draft.number)))]


ADDITION = Form(
    name="addition",
    model=AdditionDraft,
    steps=(Step("text", ask_text, take_text, words=Words.ACCOUNT),),
    open=open_addition,
    finish=finish_addition,
)
