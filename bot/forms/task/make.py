"""The form of a new task: which incident, what, where it comes from, who, and by when."""

from datetime import date, timedelta

from alerts.errors import InvalidText
from alerts.ids import IncidentId, MemberId
from alerts.reading.days_ahead import day_ahead
from alerts.services.task.find_tasks import incident_for_tasks, possible_owners
from alerts.services.task.make_task import check_title, make_task
from alerts.task import NewTask, TaskSource, check_due
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step, Words
from bot.conversation.message import in_rows
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.forms.task.people import chosen_person, owner_rows
from bot.forms.task.which_incident import check_has_tasks, given_incident, incident_of, incident_question
from bot.render.task import task_card

DAYS_AHEAD = (1, 7, 14, 42)
SOURCES = {"hand": (TaskSource.HAND, False), "scan": (TaskSource.SCAN, False), "space": (TaskSource.SCAN, True)}


class TaskDraft(Draft):
    """The task so far; `is_known`: the incident was given with the button that began the form."""

    incident: int = 0
    is_known: bool = False
    title: str = ""
    source: str = "hand"
    owner: int = 0
    day: date | None = None

    @property
    def is_protected(self) -> bool:
        """What is asked about an incident is not passed on."""
        return True


async def _open(argument: str, request: Request) -> TaskDraft:
    incident = await given_incident(argument, request)
    return TaskDraft(incident=incident, is_known=bool(incident))


async def _ask_incident(_draft: TaskDraft, request: Request) -> Question:
    return await incident_question("task-ask-incident", "task-ask-no-incident", request)


async def _take_incident(draft: TaskDraft, answer: Answer, request: Request) -> TaskDraft:
    return draft.model_copy(update={"incident": (await incident_of(answer, request)).id, "owner": 0})


async def _ask_title(_draft: TaskDraft, request: Request) -> Question:
    return Question(request.t("task-ask-title"))


async def _take_title(draft: TaskDraft, answer: Answer, _request: Request) -> TaskDraft:
    return draft.model_copy(update={"title": await check_title(typed(answer))})


async def _ask_source(_draft: TaskDraft, request: Request) -> Question:
    t = request.t
    rows = tuple((Choice(t.plain(f"task-source-choice-{one}"), one),) for one in SOURCES)
    return Question(t("task-ask-source"), rows)


async def _take_source(draft: TaskDraft, answer: Answer, _request: Request) -> TaskDraft:
    if not isinstance(answer, Picked) or answer.value not in SOURCES:
        raise InvalidText("tap-a-button")
    return draft.model_copy(update={"source": answer.value})


async def _ask_owner(draft: TaskDraft, request: Request) -> Question:
    return Question(request.t("task-ask-owner"), await owner_rows(await _owners(draft, request), request))


async def _take_owner(draft: TaskDraft, answer: Answer, request: Request) -> TaskDraft:
    owner = chosen_person(answer, await _owners(draft, request), "task-owner")
    return draft.model_copy(update={"owner": owner})


async def _ask_day(_draft: TaskDraft, request: Request) -> Question:
    choices = [Choice(request.t.plain(f"task-day-{one}"), str(one)) for one in DAYS_AHEAD]
    return Question(request.t("task-ask-day"), in_rows(choices, 2))


async def _take_day(draft: TaskDraft, answer: Answer, request: Request) -> TaskDraft:
    today = request.now.astimezone(request.zone).date()
    if isinstance(answer, Picked):
        days = safe_id(answer.value)
        if days not in DAYS_AHEAD:
            raise InvalidText("type-or-tap")
        return draft.model_copy(update={"day": today + timedelta(days=days)})
    day = day_ahead(typed(answer), today)
    if day is None:
        raise InvalidText("no-due-day")
    check_due(day, today)
    return draft.model_copy(update={"day": day})


async def _finish(draft: TaskDraft, request: Request) -> Replies:
    assert draft.day is not None, "the day was asked last"
    source, is_public = SOURCES[draft.source]
    new = NewTask(IncidentId(draft.incident), draft.title, MemberId(draft.owner), draft.day, source, is_public)
    task = await make_task(request.uow, request.actor, new, request.now)
    incident = await request.uow.incidents.get(task.incident_id)
    return [Say(await task_card(task, incident, request.view(), can_change=True))]


async def _owners(draft: TaskDraft, request: Request) -> tuple[MemberId, ...]:
    incident = await incident_for_tasks(request.uow, request.actor, IncidentId(draft.incident), request.now)
    return await possible_owners(request.uow, incident, request.now)


TASK = Form(
    name="task",
    model=TaskDraft,
    steps=(
        Step("incident", _ask_incident, _take_incident, applies=lambda draft: not draft.is_known),
        Step("title", _ask_title, _take_title, words=Words.TEXT),
        Step("source", _ask_source, _take_source),
        Step("owner", _ask_owner, _take_owner),
        Step("day", _ask_day, _take_day),
    ),
    open=_open,
    finish=_finish,
    check=check_has_tasks,
    first=lambda draft: "title" if draft.is_known else "incident",
)
