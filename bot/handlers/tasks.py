"""/taken: one's own tasks by due date with the appointments ahead, and the buttons of their cards."""

from telegram import Update

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import MeetingId, TaskId
from alerts.meeting import Answer
from alerts.role import may
from alerts.services.meeting.answer_meeting import answer_meeting
from alerts.services.meeting.find_meetings import meeting_to_read, own_invitations
from alerts.services.permission.locate_matter import located
from alerts.services.task.find_tasks import HAVES, may_change, own_tasks, task_in_scope
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.task.finish import TASK_DONE
from bot.forms.task.give import TASK_GIVE
from bot.forms.task.make import TASK
from bot.forms.task.meeting import MEETING
from bot.handlers.matching import Handler, command, pressed
from bot.render.meeting import calendar_message, meeting_card
from bot.render.task import own_tasks_card, task_card


def handlers() -> list[Handler]:
    """List the handlers of tasks and of meetings."""
    return [
        command("taken", "tasks", show),
        pressed("tasks", back),
        pressed("task", open_task),
        pressed("task-new", make),
        pressed("task-done", finish),
        pressed("task-give", give),
        pressed("meeting", open_meeting),
        pressed("meeting-new", plan),
        pressed("meeting-yes", come),
        pressed("meeting-no", stay),
        pressed("meeting-file", send_file),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show the person's own tasks and appointments."""
    return [Say(await _own(context.request))]


async def back(_update: Update, context: Context) -> Replies:
    """Show them in place of a card."""
    return [Edit(await _own(context.request))]


async def open_task(_update: Update, context: Context) -> Replies:
    """Show one task below the list."""
    return [Say(await _card(context.request, TaskId(context.press.entity_id)))]


async def make(_update: Update, context: Context) -> Replies:
    """Begin the form of a new task, of the incident in the button's data if there is one."""
    return await dialogues.begin(TASK.name, context.request, context.press.entity)


async def finish(_update: Update, context: Context) -> Replies:
    """Begin the form that asks for the evidence."""
    return await _begin(TASK_DONE.name, context)


async def give(_update: Update, context: Context) -> Replies:
    """Begin the form that asks who gets the task."""
    return await _begin(TASK_GIVE.name, context)


async def open_meeting(_update: Update, context: Context) -> Replies:
    """Show one appointment below the list."""
    return [Say(await _meeting(context.request, MeetingId(context.press.entity_id)))]


async def plan(_update: Update, context: Context) -> Replies:
    """Begin the form of a new meeting, about the incident in the button's data if there is one."""
    return await dialogues.begin(MEETING.name, context.request, context.press.entity)


async def come(_update: Update, context: Context) -> Replies:
    """Note that the guest comes, and send the calendar file."""
    request = context.request
    replies = await _answer(context, Answer.YES)
    meeting = await request.uow.meetings.get(MeetingId(context.press.entity_id))
    return [*replies, Say(calendar_message(meeting, request.view()))]


async def stay(_update: Update, context: Context) -> Replies:
    """Note that the guest does not come."""
    return await _answer(context, Answer.NO)


async def send_file(_update: Update, context: Context) -> Replies:
    """Send the calendar file."""
    request = context.request
    meeting, _ = await meeting_to_read(request.uow, request.actor, MeetingId(context.press.entity_id), request.now)
    return [Toast(""), Say(calendar_message(meeting, request.view()))]


async def _own(request: Request) -> Message:
    await request.check_may(HAVES)
    tasks = await own_tasks(request.uow, request.actor, request.now)
    meetings = await own_invitations(request.uow, request.person().id, request.now)
    return await own_tasks_card(tasks, meetings, request.view(), can_make=True)


async def _card(request: Request, number: TaskId) -> Message:
    task, incident = await task_in_scope(request.uow, request.actor, number, request.now)
    can_change = await may_change(request.uow, request.actor, task, incident, request.now)
    return await task_card(task, incident, request.view(), can_change=can_change)


async def _begin(form: str, context: Context) -> Replies:
    """Begin a form about a task; when somebody was first, show how it stands now. Raises NotAllowed, and NotFound for a
    task that there is not."""
    request, press = context.request, context.press
    await task_in_scope(request.uow, request.actor, TaskId(press.entity_id), request.now)
    try:
        return await dialogues.begin(form, request, f"{press.entity}.{press.version}")
    except (IllegalTransition, Conflict) as error:
        request.refuse(error)
        text = error.text_id if isinstance(error, IllegalTransition) else "conflict"
        return [Toast(request.t.plain(text)), Edit(await _card(request, TaskId(press.entity_id)))]


async def _answer(context: Context, answer: Answer) -> Replies:
    request, number = context.request, MeetingId(context.press.entity_id)
    await answer_meeting(request.uow, request.person().id, number, answer, request.now)
    return [Toast(request.t.plain(f"meeting-answered-{answer}")), Edit(await _meeting(request, number))]


async def _meeting(request: Request, number: MeetingId) -> Message:
    meeting, incident = await meeting_to_read(request.uow, request.actor, number, request.now)
    sees = may(request.grants, HAVES, await located(request.uow, incident.place), now=request.now)
    return await meeting_card(meeting, request.view(), sees_guests=sees)
