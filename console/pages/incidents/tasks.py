"""The section of an incident with what is done about it: tasks, visits and meetings, and neighbours to visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from aiohttp import web

from alerts.incident import Incident, IncidentState
from alerts.neighbour import ADJACENT_M
from alerts.ports import UnitOfWork
from alerts.services.neighbour.find_neighbours import SeenNeighbour, find_neighbours
from alerts.services.permission.check_may import is_allowed
from alerts.services.task.find_tasks import HAVES, tasks_of, with_joined
from alerts.task import Task
from console.message_html import for_browsers
from console.pages.meetings.meeting import PATH as MEETINGS
from console.pages.meetings.neighbour import PATH as NEIGHBOURS
from console.pages.meetings.neighbour import neighbour_words
from console.pages.tasks.tasks import PATH as TASKS
from console.pages.tasks.views import Line
from console.rendering import phrases_of
from console.security.sessions import person
from console.site import SITE
from texts.meetings import meeting_line
from texts.phrases import Phrases
from texts.rosters import day_words
from texts.tasks import due_words, owner_words
from texts.times_and_distances import distance

_GOES_ON = (IncidentState.UNCONFIRMED, IncidentState.CONFIRMED, IncidentState.CLOSED)


@dataclass(frozen=True, slots=True)
class TasksView:
    """What is done about an incident: tasks, those about the public space apart, meetings, and the neighbours. Without
    `new_task` and `new_meeting` the reader can add nothing."""

    template: ClassVar[str] = "pages/incidents/_tasks.html"
    tasks: tuple[Line, ...]
    public: tuple[Line, ...]
    meetings: tuple[Line, ...]
    neighbours: tuple[Line, ...]
    metres: str
    new_task: str
    new_meeting: str


async def section(request: web.Request, uow: UnitOfWork, incident: Incident) -> TasksView | None:
    """Return the section; None for who has no tasks there."""
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now = site.clock.now()
    if not await is_allowed(uow, visitor.member.id, HAVES, incident.place, now):
        return None
    incidents = await with_joined(uow, incident)
    today = now.astimezone(site.zone).date()
    tasks = await tasks_of(uow, incidents)
    found = await find_neighbours(uow, visitor.actor, incident, now)
    goes_on = incident.state in _GOES_ON
    return TasksView(
        tasks=await _lines(request, uow, [one for one in tasks if not one.is_public_space], today),
        public=await _lines(request, uow, [one for one in tasks if one.is_public_space], today),
        meetings=tuple(
            Line(f"{MEETINGS}/{one.id}", meeting_line(one, t, site.zone))
            for one in await uow.meetings.of_incidents(incidents)
        ),
        neighbours=tuple(_neighbour(one, incident, t, goes_on=goes_on) for one in found),
        metres=str(ADJACENT_M),
        new_task=f"{TASKS}/new/{incident.id}" if goes_on else "",
        new_meeting=f"{MEETINGS}/new/{incident.id}" if goes_on else "",
    )


async def _lines(request: web.Request, uow: UnitOfWork, tasks: Sequence[Task], today: date) -> tuple[Line, ...]:
    t, me = phrases_of(request), person(request).member.id
    told = []
    for task in tasks:
        if task.is_open:
            who = await owner_words(uow, task.owner_id, t, me)
            words = t("console-incident-tasks-line", title=task.title, who=who, due=due_words(task, t, today))
        else:
            words = t("console-incident-tasks-done", title=task.title)
        told.append(Line(f"{TASKS}/{task.id}", for_browsers(words)))
    return tuple(told)


def _neighbour(seen: SeenNeighbour, incident: Incident, t: Phrases, *, goes_on: bool) -> Line:
    visit = seen.visit
    if visit.visited_at is not None:
        standing = t.plain("console-incident-neighbour-visited")
    elif visit.planned_on is not None:
        standing = t.plain("console-incident-neighbour-planned", day=day_words(visit.planned_on, t))
    else:
        standing = t.plain("console-incident-neighbour-open")
    far = distance(seen.neighbour.metres, t)
    words = t("console-incident-neighbour-line", who=neighbour_words(seen, t), far=far, standing=standing)
    path = f"{NEIGHBOURS}/{incident.id}/{seen.neighbour.premises.id}"
    return Line(path if goes_on else "", words)
