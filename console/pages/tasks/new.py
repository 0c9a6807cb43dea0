"""A new task of an incident: what, where it comes from, who, and by when."""

from dataclasses import dataclass, field

from aiohttp import web

from alerts.errors import InvalidText, Rejected
from alerts.ids import IncidentId, MemberId
from alerts.ports import UnitOfWork
from alerts.services.task.find_tasks import incident_for_tasks, possible_owners
from alerts.services.task.make_task import check_title, make_task
from alerts.task import TITLE_LENGTH, NewTask, TaskSource, check_due
from console.choice import Choice
from console.form_numbers import id_in
from console.pages.tasks.task import day_in
from console.pages.tasks.tasks import PATH
from console.pages.tasks.views import NewTaskView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.tasks import incident_words, owner_words

SOURCES = {"hand": (TaskSource.HAND, False), "scan": (TaskSource.SCAN, False), "space": (TaskSource.SCAN, True)}


@dataclass(slots=True)
class _Typed:
    """A new task as it was sent, and what is wrong with it, by field."""

    title: str = ""
    source: str = "hand"
    owner: int = 0
    day: str = ""
    wrong: dict[str, Rejected] = field(default_factory=dict)


async def show_form(request: web.Request) -> web.StreamResponse:
    """Show the form."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow, _Typed()))


async def make(request: web.Request) -> web.StreamResponse:
    """Make the task and show it; where something is wrong the form comes back with all of it."""
    site, form = request.app[SITE], await request.post()
    told = {name: str(form.get(name, "")).strip() for name in ("title", "source", "day")}
    typed = _Typed(**told, owner=id_in(form.get("member")))  # type: ignore[arg-type]
    async with site.storage.transaction() as uow:
        new = await _read(request, uow, typed)
        task = (
            None if typed.wrong or new is None else await make_task(uow, person(request).actor, new, site.clock.now())
        )
    if task is None:
        for error in typed.wrong.values():
            await note_refusal(request, error)
        async with site.storage.reading() as uow:
            return respond(request, await _view(request, uow, typed), status=422)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{task.id}"})


async def _read(request: web.Request, uow: UnitOfWork, typed: _Typed) -> NewTask | None:
    """Read every field, so that all that is wrong is told at once."""
    site, now = request.app[SITE], request.app[SITE].clock.now()
    incident = await incident_for_tasks(uow, person(request).actor, _which(request), now)
    try:
        await check_title(typed.title)
    except InvalidText as error:
        typed.wrong["title"] = error
    if typed.source not in SOURCES:
        typed.wrong["source"] = InvalidText("tap-a-button")
    if typed.owner not in await possible_owners(uow, incident, now):
        typed.wrong["member"] = Rejected("task-owner")
    try:
        day = day_in(typed.day)
        check_due(day, now.astimezone(site.zone).date())
    except InvalidText as error:
        typed.wrong["day"] = error
        return None
    source, is_public = SOURCES.get(typed.source, (TaskSource.HAND, False))
    return NewTask(incident.id, typed.title, MemberId(typed.owner), day, source, is_public)


async def _view(request: web.Request, uow: UnitOfWork, typed: _Typed) -> NewTaskView:
    visitor, t, now = person(request), phrases_of(request), request.app[SITE].clock.now()
    incident = await incident_for_tasks(uow, visitor.actor, _which(request), now)
    people, me = await possible_owners(uow, incident, now), visitor.member.id
    words = [(one, await owner_words(uow, one, t, me)) for one in people]
    return NewTaskView(
        path=f"{PATH}/new/{incident.id}",
        incident=f"/incidents/{incident.id}",
        about=incident_words(incident, t),
        title=typed.title,
        most=TITLE_LENGTH,
        day=typed.day,
        people=tuple(Choice(str(one), told, one == (typed.owner or me)) for one, told in words),
        sources=tuple(Choice(one, t.plain(f"task-source-choice-{one}"), one == typed.source) for one in SOURCES),
        wrong={name: t(error.text_id, **error.fields) for name, error in typed.wrong.items()},
    )


def _which(request: web.Request) -> IncidentId:
    return IncidentId(int(request.match_info["incident"]))


_NEW = f"{PATH}/new/{{incident:[1-9][0-9]{{0,17}}}}"
ROUTES = (web.get(_NEW, signed_in(show_form)), web.post(_NEW, signed_in(make)))
