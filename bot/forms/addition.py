"""Addition: one more text to a report that was sent."""

from alerts.ids import ReportId
from alerts.report import WHAT_LENGTH
from alerts.services.add_to_report import add_to_report, check_can_add
from bot.callbacks import safe_id
from bot.form import Answer, Draft, Form, Question, Step
from bot.forms.alert_what import checked, typed
from bot.message import Message
from bot.replies import Replies, Say
from bot.scene import Scene


class AdditionDraft(Draft):
    """To which report, and what."""

    report: int
    number: str
    text: str = ""


async def open_addition(argument: str, scene: Scene) -> AdditionDraft:
    """For the report with this id. Raises what `check_can_add` raises."""
    report = await check_can_add(scene.uow, scene.person(), ReportId(safe_id(argument)))
    return AdditionDraft(report=report.id, number=report.number)


async def ask_text(draft: AdditionDraft, scene: Scene) -> Question:
    """What to add."""
    return Question(scene.t("report-ask-addition", number=draft.number))


async def take_text(draft: AdditionDraft, answer: Answer, _scene: Scene) -> AdditionDraft:
    """Typed, and through the guard."""
    return draft.model_copy(update={"text": checked(typed(answer), WHAT_LENGTH)})


async def finish_addition(draft: AdditionDraft, scene: Scene) -> Replies:
    """Keep it with the report."""
    await add_to_report(scene.uow, scene.person(), ReportId(draft.report), draft.text, now=scene.now)
    return [Say(Message(scene.t("report-added", number=draft.number)))]


ADDITION = Form(
    name="addition",
    model=AdditionDraft,
    steps=(Step("text", ask_text, take_text),),
    open=open_addition,
    finish=finish_addition,
)
