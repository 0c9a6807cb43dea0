"""Tasks in words: what is to be done, by whom and by when."""

from datetime import date

from alerts.ids import MemberId
from alerts.incident import Incident
from alerts.ports import UnitOfWork
from alerts.services.task.find_tasks import HAVES
from alerts.task import Task
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.roles import function_of
from texts.rosters import day_words


async def owner_words(uow: UnitOfWork, member: MemberId | None, t: Phrases, reader: MemberId | None) -> str:
    """Who has a task or is invited, as colleagues see them: by function and number, never by name; *jij* for the
    reader."""
    if member is None:
        return t.plain("task-nobody")
    if member == reader:
        return t.plain("roster-you")
    return t.plain("audit-person", function=await function_of(uow, member, HAVES, t), number=member)


def incident_words(incident: Incident, t: Phrases) -> str:
    """The incident of a task in a few words: number, kind and PC4."""
    place = incident.place.pc4 or t.plain("task-no-place")
    return t.plain("task-incident", number=incident.number, kind=t.plain(f"kind-{incident.kind}"), place=place)


def due_words(task: Task, t: Phrases, today: date) -> Html:
    """By when a task is due, and that it is late where it is."""
    text = "task-due-late" if task.is_late(today) else "task-due-today" if task.due_on == today else "task-due"
    return t(text, day=day_words(task.due_on, t))


def task_line(task: Task, t: Phrases, today: date) -> Html:
    """A task in a list."""
    return t("task-line", title=task.title, due=due_words(task, t, today))


async def task_words(
    uow: UnitOfWork, task: Task, incident: Incident, t: Phrases, today: date, *, reader: MemberId | None
) -> Html:
    """A task as its card tells it: what, by when, who, where it comes from, and how it was done."""
    owner = await owner_words(uow, task.owner_id, t, reader)
    return lines(
        t("task-title", title=task.title),
        t("task-about", incident=incident_words(incident, t)),
        t("task-owner", who=owner, due=due_words(task, t, today)) if task.is_open else Html(""),
        t(f"task-source-{task.source}"),
        t("task-public-space") if task.is_public_space else Html(""),
        Html("") if task.is_open else await _done_words(uow, task, t, reader),
    )


async def _done_words(uow: UnitOfWork, task: Task, t: Phrases, reader: MemberId | None) -> Html:
    who = await owner_words(uow, task.done_by, t, reader)
    return t("task-done-by", who=who, evidence=task.evidence or "")
