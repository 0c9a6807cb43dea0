"""The form that gives a task to somebody else."""

from alerts.ids import MemberId, TaskId
from alerts.services.task.change_task import give_task, task_to_change
from alerts.services.task.find_tasks import possible_owners
from bot.conversation.callbacks import ids_in
from bot.conversation.form import Answer, Draft, Form, Question, Step
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.task.people import chosen_person, owner_rows
from bot.forms.task.which_incident import check_has_tasks
from bot.render.task import task_card
from texts.html import paragraphs


class TaskGiveDraft(Draft):
    """The task in the version that was shown, its title, and who gets it."""

    task: int
    version: int
    title: str = ""
    to: int = 0

    @property
    def is_protected(self) -> bool:
        """What is asked about an incident is not passed on."""
        return True


async def _open(argument: str, request: Request) -> TaskGiveDraft:
    """Open the form for a task as `12.3`: task 12 in version 3."""
    number, version = ids_in(argument, 2)
    task = await task_to_change(request.uow, request.actor, TaskId(number), request.now, version=version)
    return TaskGiveDraft(task=task.id, version=task.version, title=task.title)


async def _ask(draft: TaskGiveDraft, request: Request) -> Question:
    others = await _others(draft, request)
    asked = request.t("task-ask-give", title=draft.title)
    return Question(
        asked if others else paragraphs(asked, request.t("task-nobody-else")), await owner_rows(others, request)
    )


async def _take(draft: TaskGiveDraft, answer: Answer, request: Request) -> TaskGiveDraft:
    return draft.model_copy(update={"to": chosen_person(answer, await _others(draft, request), "task-owner")})


async def _finish(draft: TaskGiveDraft, request: Request) -> Replies:
    uow, actor, now = request.uow, request.actor, request.now
    task = await give_task(uow, actor, TaskId(draft.task), MemberId(draft.to), version=draft.version, now=now)
    incident = await uow.incidents.get(task.incident_id)
    card = await task_card(task, incident, request.view(), can_change=False)
    return [Say(Message(request.t("task-handed-over"))), Say(card)]


async def _others(draft: TaskGiveDraft, request: Request) -> tuple[MemberId, ...]:
    task = await task_to_change(request.uow, request.actor, TaskId(draft.task), request.now)
    incident = await request.uow.incidents.get(task.incident_id)
    owners = await possible_owners(request.uow, incident, request.now)
    return tuple(one for one in owners if one != task.owner_id)


TASK_GIVE = Form(
    name="task-give",
    model=TaskGiveDraft,
    steps=(Step("to", _ask, _take),),
    open=_open,
    finish=_finish,
    check=check_has_tasks,
)
