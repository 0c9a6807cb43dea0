"""The prevention visit to one neighbour of an incident: its day, the agreed measures, and that it was made."""

from collections.abc import Mapping

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition, InvalidText, NotFound, Rejected
from alerts.ids import IncidentId, PremisesId
from alerts.neighbour import measures_to_agree
from alerts.ports import UnitOfWork
from alerts.services.measure.find_measures import find_measures
from alerts.services.neighbour.find_neighbours import SeenNeighbour
from alerts.services.neighbour.plan_visit import neighbour_in_scope, note_visited, plan_visit
from console.choice import Choice
from console.form_numbers import number_in
from console.pages.meetings.views import NeighbourView
from console.pages.tasks.task import day_in
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.measures import measure_words
from texts.phrases import Phrases
from texts.times_and_distances import distance, moment

PATH = "/neighbours"


async def show_neighbour(request: web.Request) -> web.StreamResponse:
    """Show the visit with its form."""
    async with request.app[SITE].storage.reading() as uow:
        return respond(request, await _view(request, uow, {}))


async def change(request: web.Request) -> web.StreamResponse:
    """Store the day and the measures, or that the visit was made, as the form says."""
    site, form = request.app[SITE], await request.post()
    if form.get("what") not in ("plan", "visited"):
        raise NotFound
    try:
        async with site.storage.transaction() as uow:
            await _changed(request, uow)
    except (InvalidText, Conflict, IllegalTransition) as error:
        return await _show_wrong(request, error)
    incident, premises = _which(request)
    return web.Response(status=303, headers={"Location": f"{PATH}/{incident}/{premises}?kept"})


async def _changed(request: web.Request, uow: UnitOfWork) -> None:
    form, actor, now = await request.post(), person(request).actor, request.app[SITE].clock.now()
    (incident, premises), version = _which(request), number_in(form.get("version"))
    if form.get("what") == "visited":
        await note_visited(uow, actor, incident, premises, version=version, now=now)
        return
    typed = str(form.get("day", ""))
    await plan_visit(
        uow,
        actor,
        incident,
        premises,
        planned_on=day_in(typed) if typed else None,
        measures=[str(one) for one in form.getall("measure", [])],
        version=version,
        now=now,
    )


async def _show_wrong(request: web.Request, error: Rejected | Conflict) -> web.StreamResponse:
    await note_refusal(request, error)
    t = phrases_of(request)
    told = t(error.text_id, **error.fields) if isinstance(error, Rejected) else t("conflict")
    is_late = not isinstance(error, InvalidText)
    async with request.app[SITE].storage.reading() as uow:
        view = await _view(request, uow, {} if is_late else {"day": told}, told if is_late else None)
    return respond(request, view, status=409 if is_late else 422)


async def _view(
    request: web.Request, uow: UnitOfWork, wrong: Mapping[str, Html], problem: Html | None = None
) -> NeighbourView:
    site, t, now = request.app[SITE], phrases_of(request), request.app[SITE].clock.now()
    incident, premises = _which(request)
    seen = await neighbour_in_scope(uow, person(request).actor, incident, premises, now)
    visit, shop = seen.visit, seen.neighbour.premises
    form = await request.post() if request.method == "POST" and wrong else None
    chosen = visit.measures if form is None else {str(one) for one in form.getall("measure", [])}
    planned = visit.planned_on.isoformat() if visit.planned_on is not None else ""
    measures = measures_to_agree(await find_measures(uow), shop.branch, visit.measures)
    return NeighbourView(
        path=f"{PATH}/{incident}/{premises}",
        incident=f"/incidents/{incident}",
        title=neighbour_words(seen, t),
        far=distance(seen.neighbour.metres, t),
        day=planned if form is None else str(form.get("day", "")),
        measures=tuple(Choice(one.key, measure_words(one, t), one.key in chosen) for one in measures),
        version=visit.version,
        visited=Html("") if visit.visited_at is None else moment(visit.visited_at, t, site.zone, now),
        is_kept="kept" in request.query,
        wrong=wrong,
        problem=problem,
    )


def neighbour_words(seen: SeenNeighbour, t: Phrases) -> str:
    """Name a neighbour for this reader: by its name and address, or by its branch alone."""
    shop = seen.neighbour.premises
    branch = t.plain(f"branch-{shop.branch}")
    if not seen.is_named or shop.name is None:
        return branch
    where = " ".join(part for part in (shop.pc6 or shop.pc4, shop.house_number) if part)
    return t.plain("console-neighbour-named", name=shop.name, branch=branch, where=where)


def _which(request: web.Request) -> tuple[IncidentId, PremisesId]:
    return IncidentId(int(request.match_info["incident"])), PremisesId(int(request.match_info["premises"]))


_ONE = f"{PATH}/{{incident:[1-9][0-9]{{0,17}}}}/{{premises:[1-9][0-9]{{0,17}}}}"
ROUTES = (web.get(_ONE, signed_in(show_neighbour)), web.post(_ONE, signed_in(change)))
