"""The form that sets how long reports wait untaken in a municipality."""

from alerts.errors import InvalidText
from alerts.ids import MunicipalityId
from alerts.report_clock import Urgency
from alerts.role import Action
from alerts.services.place.set_municipality import municipality_for, set_report_minutes
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step
from bot.conversation.message import in_rows
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.municipality.form import named, place_message
from bot.forms.questions.typed_text import typed

CHOICES = (0, 1, 3, 5, 10, 15, 30, 60)  # minutes


class ReportWaitDraft(Draft):
    """An urgency of reports in a municipality, and for how many minutes these wait."""

    municipality: MunicipalityId
    urgency: Urgency = Urgency.REST
    minutes: int = 0


async def _check(request: Request) -> None:
    await request.check_may(Action.ADMINISTER)


async def _open(argument: str, request: Request) -> ReportWaitDraft:
    pc4, _nothing, mark = (*argument.split("."), "", "")[:3]
    municipality = await named(pc4, request, mark)
    await municipality_for(request.uow, request.actor, municipality, request.now)
    return ReportWaitDraft(municipality=municipality)


async def _ask_urgency(_draft: ReportWaitDraft, request: Request) -> Question:
    choices = [Choice(request.t.plain(f"report-wait-{one}"), one.value) for one in Urgency]
    return Question(request.t("report-wait-ask"), in_rows(choices, 1))


async def _take_urgency(draft: ReportWaitDraft, answer: Answer, _request: Request) -> ReportWaitDraft:
    urgency = next((one for one in Urgency if answer == Picked(one.value)), None)
    if urgency is None:
        raise InvalidText("type-or-tap")
    return draft.model_copy(update={"urgency": urgency})


async def _ask_minutes(draft: ReportWaitDraft, request: Request) -> Question:
    t = request.t
    choices = [Choice(t.plain("report-wait-choice", count=one), str(one)) for one in CHOICES]
    question = t("report-wait-minutes", which=t.plain(f"report-wait-{draft.urgency}"))
    return Question(question, in_rows(choices, 4))


async def _take_minutes(draft: ReportWaitDraft, answer: Answer, _request: Request) -> ReportWaitDraft:
    text = answer.value if isinstance(answer, Picked) else typed(answer).strip()
    if not text.isascii() or not text.isdigit() or len(text) > 4:
        raise InvalidText("no-minutes")
    return draft.model_copy(update={"minutes": int(text)})


async def _finish(draft: ReportWaitDraft, request: Request) -> Replies:
    uow, actor, now = request.uow, request.actor, request.now
    await set_report_minutes(uow, actor, draft.municipality, draft.urgency, draft.minutes, now=now)
    return [Say(await place_message(draft.municipality, request))]


REPORT_WAIT = Form(
    name="report-wait",
    model=ReportWaitDraft,
    steps=(Step("urgency", _ask_urgency, _take_urgency), Step("minutes", _ask_minutes, _take_minutes)),
    open=_open,
    finish=_finish,
    check=_check,
)
