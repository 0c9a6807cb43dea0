"""The form that says that a task is done: asks for the evidence in words."""

from alerts.ids import TaskId
from alerts.services.task.change_task import check_evidence, finish_task, task_to_change
from bot.conversation.callbacks import ids_in
from bot.conversation.form import Answer, Draft, Form, Question, Step, Words
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.forms.task.which_incident import check_has_tasks
from bot.render.task import task_card


class TaskDoneDraft(Draft):
    """The task in the version that was shown, its title, and the evidence."""

    task: int
    version: int
    title: str = ""
    evidence: str = ""

    @property
    def is_protected(self) -> bool:
        """What is asked about an incident is not passed on."""
        return True


async def _open(argument: str, request: Request) -> TaskDoneDraft:
    """Open the form for a task as `12.3`: task 12 in version 3."""
    number, version = ids_in(argument, 2)
    task = await task_to_change(request.uow, request.actor, TaskId(number), request.now, version=version)
    return TaskDoneDraft(task=task.id, version=task.version, title=task.title)


async def _ask(draft: TaskDoneDraft, request: Request) -> Question:
    return Question(request.t("task-ask-evidence", title=draft.title))


async def _take(draft: TaskDoneDraft, answer: Answer, _request: Request) -> TaskDoneDraft:
    return draft.model_copy(update={"evidence": await check_evidence(typed(answer))})


async def _finish(draft: TaskDoneDraft, request: Request) -> Replies:
    uow, actor, now = request.uow, request.actor, request.now
    task = await finish_task(uow, actor, TaskId(draft.task), draft.evidence, version=draft.version, now=now)
    incident = await uow.incidents.get(task.incident_id)
    card = await task_card(task, incident, request.view(), can_change=True)
    return [Say(Message(request.t("task-finished"))), Say(card)]


TASK_DONE = Form(
    name="task-done",
    model=TaskDoneDraft,
    steps=(Step("evidence", _ask, _take, words=Words.TEXT),),
    open=_open,
    finish=_finish,
    check=check_has_tasks,
)
