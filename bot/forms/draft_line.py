"""The form behind *Vraag of antwoord*: one line to the colleague about a returned draft."""

from alerts.ids import AlertId, MemberId
from alerts.role import Action
from alerts.services.alert.write_line import LINE_LENGTH, find_correspondence, write_line
from alerts.typed_text import checked
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Draft, Form, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.approval import function_of

NAME = "line"


class LineDraft(Draft):
    """The alert, the version that was returned, who reads the line, and the line. `is_author`: the writer asked for
    approval."""

    alert_id: int
    version: int
    number: str
    reader: int
    is_author: bool
    text: str = ""


async def _open(argument: str, request: Request) -> LineDraft:
    """Parse the argument: `5.3` is version 3 of alert 5. Raises what `find_correspondence` raises."""
    alert, _, version = argument.partition(".")
    member, now = request.person().id, request.now
    found = await find_correspondence(request.uow, AlertId(safe_id(alert)), safe_id(version), member, now)
    return LineDraft(
        alert_id=found.alert.id,
        version=safe_id(version),
        number=found.alert.number or "",
        reader=found.reader,
        is_author=found.is_author,
    )


async def _ask(draft: LineDraft, request: Request) -> Question:
    action = Action.APPROVE_ALERT if draft.is_author else Action.DRAFT_ALERT
    who = await function_of(MemberId(draft.reader), action, request.view())
    return Question(request.t("line-ask", number=draft.number, who=who))


async def _take(draft: LineDraft, answer: Answer, _request: Request) -> LineDraft:
    return draft.model_copy(update={"text": await checked(typed(answer), LINE_LENGTH)})


async def _finish(draft: LineDraft, request: Request) -> Replies:
    """Send the line to the colleague."""
    member, alert = request.person().id, AlertId(draft.alert_id)
    await write_line(request.uow, alert, draft.version, member, draft.text, request.now)
    return [Say(Message(request.t("line-sent", number=draft.number)))]


LINE = Form(
    name=NAME, model=LineDraft, steps=(Step("text", _ask, _take, words=Words.TEXT),), open=_open, finish=_finish
)
