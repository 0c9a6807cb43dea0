"""My tasks: the reader's open tasks by due date, and the meetings to come."""

from aiohttp import web

from alerts.services.meeting.find_meetings import own_invitations
from alerts.services.task.find_tasks import own_tasks
from console.message_html import for_browsers
from console.pages.tasks.views import Line, OwnTasksView
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.meetings import meeting_line
from texts.tasks import task_line

PATH = "/tasks"


async def show_own(request: web.Request) -> web.StreamResponse:
    """Show the reader's own tasks and meetings."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    today = now.astimezone(site.zone).date()
    async with site.storage.reading() as uow:
        tasks = await own_tasks(uow, visitor.actor, now)
        meetings = await own_invitations(uow, visitor.member.id, now)
    view = OwnTasksView(
        tasks=tuple(Line(f"{PATH}/{one.id}", for_browsers(task_line(one, t, today))) for one in tasks),
        meetings=tuple(Line(f"/meetings/{one.id}", meeting_line(one, t, site.zone)) for one, _ in meetings),
    )
    return respond(request, view)


ROUTES = (web.get(PATH, signed_in(show_own)),)
