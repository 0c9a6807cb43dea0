"""One task: it is given to a colleague, gets another due date, or is done, with evidence in words."""

from collections.abc import Mapping
from datetime import date

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, InvalidText, NotFound, Rejected
from alerts.ids import MemberId, TaskId
from alerts.ports import UnitOfWork
from alerts.services.task.change_task import finish_task, give_task, move_task
from alerts.services.task.find_tasks import may_change, possible_owners, task_in_scope
from alerts.task import EVIDENCE_LENGTH
from console.choice import Choice
from console.form_numbers import id_in, number_in
from console.message_html import for_browsers
from console.pages.tasks.tasks import PATH
from console.pages.tasks.views import TaskView
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.tasks import owner_words, task_words

_FIELDS = {"done": "evidence", "give": "member", "move": "day"}


async def show_task(request: web.Request) -> web.StreamResponse:
    """Show the task with what can be done about it."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow, {}))


async def change(request: web.Request) -> web.StreamResponse:
    """Change the task as the form says; what is wrong is said beside its field, and nothing typed is lost."""
    site, form = request.app[SITE], await request.post()
    what = str(form.get("what", ""))
    if what not in _FIELDS:
        raise NotFound
    try:
        async with site.storage.transaction() as uow:
            await _changed(request, uow, what)
    except (InvalidText, Conflict, IllegalTransition, Rejected) as error:
        return await _show_wrong(request, what, error)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{PATH}/{_which(request)}"})


async def _changed(request: web.Request, uow: UnitOfWork, what: str) -> None:
    form, actor, now = await request.post(), person(request).actor, request.app[SITE].clock.now()
    task, version = _which(request), number_in(form.get("version"))
    match what:
        case "give":
            await give_task(uow, actor, task, MemberId(id_in(form.get("member"))), version=version, now=now)
        case "move":
            await move_task(uow, actor, task, day_in(str(form.get("day", ""))), version=version, now=now)
        case _:
            await finish_task(uow, actor, task, str(form.get("evidence", "")), version=version, now=now)


async def _show_wrong(request: web.Request, what: str, error: Rejected | Conflict) -> web.StreamResponse:
    await note_refusal(request, error)
    t = phrases_of(request)
    is_late = isinstance(error, Conflict | IllegalTransition)
    told = t(error.text_id, **error.fields) if isinstance(error, Rejected) else t("conflict")
    async with request.app[SITE].storage.reading() as uow:
        view = await _view(request, uow, {} if is_late else {_FIELDS[what]: told}, told if is_late else None)
    return respond(request, view, status=409 if is_late else 422)


async def _view(
    request: web.Request, uow: UnitOfWork, wrong: Mapping[str, Html], problem: Html | None = None
) -> TaskView:
    site, visitor, t = request.app[SITE], person(request), phrases_of(request)
    now, me = site.clock.now(), visitor.member.id
    task, incident = await task_in_scope(uow, visitor.actor, _which(request), now)
    today = now.astimezone(site.zone).date()
    people = [one for one in await possible_owners(uow, incident, now) if one != task.owner_id]
    form = await request.post() if request.method == "POST" else {}
    return TaskView(
        path=f"{PATH}/{task.id}",
        incident=f"/incidents/{incident.id}",
        title=task.title,
        words=for_browsers(await task_words(uow, task, incident, t, today, reader=me)),
        version=task.version,
        may_change=task.is_open and await may_change(uow, visitor.actor, task, incident, now),
        people=tuple([Choice(str(one), await owner_words(uow, one, t, me)) for one in people]),
        day=str(form.get("day", task.due_on.isoformat())),
        evidence=str(form.get("evidence", "")),
        most=EVIDENCE_LENGTH,
        wrong=wrong,
        problem=problem,
    )


def day_in(typed: str) -> date:
    """Return the day in a field of a browser. Raises InvalidText."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise InvalidText("no-due-day") from error


def _which(request: web.Request) -> TaskId:
    return TaskId(int(request.match_info["task"]))


_ONE = f"{PATH}/{{task:[1-9][0-9]{{0,17}}}}"
ROUTES = (web.get(_ONE, signed_in(show_task)), web.post(_ONE, signed_in(change)))
