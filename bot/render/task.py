"""Tasks in the chat: one's own with the appointments, one task, and the notices about it."""

from collections.abc import Mapping, Sequence
from datetime import date

from alerts.ids import TaskId
from alerts.incident import Incident
from alerts.meeting import Guest, Meeting
from alerts.task import Task
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View, WriteView
from texts.html import Html, lines, paragraphs
from texts.meetings import meeting_line
from texts.phrases import Phrases
from texts.tasks import task_line, task_words

AT_ONCE = 4  # tasks with a button on one screen, beside the meetings and the buttons to make new ones
MEETINGS_AT_ONCE = 2
_LABEL = 40  # signs of a title on a button


async def own_tasks_card(
    tasks: Sequence[Task], meetings: Sequence[tuple[Meeting, Guest]], view: View, *, can_make: bool
) -> Message:
    """Render the reader's open tasks, the first due first, and the appointments ahead to which they are invited."""
    t, today = view.t, _today(view)
    more = len(tasks) - AT_ONCE
    text = paragraphs(
        lines(t("tasks-head"), *[task_line(one, t, today) for one in tasks[:AT_ONCE]]) if tasks else t("tasks-none"),
        t("tasks-more", count=more) if more > 0 else Html(""),
        lines(t("tasks-meetings"), *[meeting_line(one, t, view.zone) for one, _ in meetings[:MEETINGS_AT_ONCE]])
        if meetings
        else Html(""),
    )
    opened = [button(_short(t.plain("tasks-open", title=one.title)), "task", one.id) for one in tasks[:AT_ONCE]]
    opened += [button(_meeting_label(one, view), "meeting", one.id) for one, _ in meetings[:MEETINGS_AT_ONCE]]
    new = (button(t.plain("tasks-new"), "task-new"), button(t.plain("tasks-plan"), "meeting-new")) if can_make else ()
    return Message(text, is_protected=True).with_keyboard(*in_rows(opened, 1), *((new,) if new else ()))


async def task_card(task: Task, incident: Incident, view: View, *, can_change: bool) -> Message:
    """Render one task, with what the reader can do about it."""
    text = await task_words(view.uow, task, incident, view.t, _today(view), reader=view.reader)
    rows: list[tuple[Button, ...]] = [*_buttons(task, view.t)] if can_change and task.is_open else []
    return Message(text, is_protected=True).with_keyboard(*rows, (button(view.t.plain("task-back"), "tasks"),))


def _buttons(task: Task, t: Phrases) -> tuple[tuple[Button, ...], ...]:
    finish = button(t.plain("task-finish"), "task-done", task.id, task.version)
    give = button(t.plain("task-give"), "task-give", task.id, task.version)
    return (finish,), (give,)


async def _told(view: View, text: str) -> Message:
    """Render a notice about a task as it stands now; its owner can deal with it at once."""
    task = await view.uow.tasks.get(TaskId(view.number("task")))
    incident = await view.uow.incidents.get(task.incident_id)
    words = await task_words(view.uow, task, incident, view.t, _today(view), reader=view.reader)
    rows = _buttons(task, view.t) if task.is_open and task.owner_id == view.reader else ()
    return Message(paragraphs(view.t(text), words), is_protected=True).with_keyboard(*rows)


def _notice(text: str) -> WriteView:
    async def write(view: View) -> Message:
        return await _told(view, text)

    return write


def _meeting_label(meeting: Meeting, view: View) -> str:
    return _short(view.t.plain(f"meeting-kind-{meeting.kind}"))


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"


def _today(view: View) -> date:
    return view.now.astimezone(view.zone).date()


TASK_VIEWS: Mapping[str, WriteView] = {
    name: _notice(name)
    for name in ("task-given", "task-gone", "task-moved", "task-done", "task-returned", "task-soon", "task-late")
}
