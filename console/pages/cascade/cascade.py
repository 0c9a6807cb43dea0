"""The page on which a safety director or an administrator sets who hears of a confirmed incident, in which order."""

from urllib.parse import quote

from aiohttp import web

from alerts.cascade import DEFAULT_TABLE, MOST_MINUTES, ROLES, Addressee
from alerts.errors import NotFound
from alerts.ids import MunicipalityId
from alerts.municipality import Municipality
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.role_function import FUNCTIONS
from alerts.services.permission.check_may import check_has
from alerts.services.place.set_municipality import municipality_for, pc4_of, set_cascade
from console.choice import Choice
from console.municipality_choice import choose_municipality
from console.pages.cascade.table_form import ReadTable, read_table, rows_of, written
from console.pages.cascade.views import CascadeView, StepRow
from console.rendering import phrases_of, respond
from console.security.confirmation import confirmation_options, require_fresh
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.cascade import addressee_words
from texts.html import Html
from texts.phrases import Phrases

PATH = "/cascade"


async def choose(request: web.Request) -> web.StreamResponse:
    """Lead to the only municipality of this person, or to the one that was typed; else ask which one."""
    t = phrases_of(request)
    check_has(person(request).actor, Action.SET_CASCADE, request.app[SITE].clock.now())
    return await choose_municipality(
        request,
        PATH,
        Action.SET_CASCADE,
        title=t.plain("console-cascade-title"),
        open_words=t.plain("console-cascade-open"),
        other=None,
    )


async def show_table(request: web.Request) -> web.StreamResponse:
    """Show the table of one municipality; the plan's where it has none of its own."""
    async with request.app[SITE].storage.reading() as uow:
        settings = await _settings(request, uow)
        read = ReadTable(rows_of(settings.cascade), settings.cascade)
        return respond(request, await _view(request, uow, settings, read, written(settings.cascade)))


async def keep_table(request: web.Request) -> web.StreamResponse:
    """Store the table, or the plan's again. Where something is wrong, or a colleague changed it meanwhile, nothing is
    stored and the form comes back whole. Needs a fresh passkey."""
    site, actor = request.app[SITE], person(request).actor
    now, form = site.clock.now(), await request.post()
    check_has(actor, Action.SET_CASCADE, now)
    await require_fresh(request)
    is_plan = bool(form.get("plan"))
    read = ReadTable(rows_of(DEFAULT_TABLE), DEFAULT_TABLE) if is_plan else read_table(form)
    for error in read.wrong.values():
        await note_refusal(request, error)
    async with site.storage.transaction() as uow:
        settings = await _settings(request, uow)
        was = str(form.get("was", ""))
        if read.wrong:
            return respond(request, await _view(request, uow, settings, read, was), status=422)
        if was != written(settings.cascade):
            late = phrases_of(request)("console-cascade-changed")
            view = await _view(request, uow, settings, read, written(settings.cascade), problem=late)
            return respond(request, view, status=409)
        await set_cascade(uow, actor, _which(request), read.steps, seen=settings.cascade, now=now)
    site.after_commit()
    return web.Response(status=303, headers={"Location": f"{_path(_which(request))}?kept"})


async def _settings(request: web.Request, uow: UnitOfWork) -> Municipality:
    """Return the settings of the municipality of the address. Raises as `municipality_for`, and NotFound if the
    postcode table lacks it."""
    actor, now = person(request).actor, request.app[SITE].clock.now()
    settings = await municipality_for(uow, actor, _which(request), now, action=Action.SET_CASCADE)
    if await pc4_of(uow, _which(request)) is None:
        raise NotFound
    return settings


async def _view(
    request: web.Request,
    uow: UnitOfWork,
    settings: Municipality,
    read: ReadTable,
    was: str,
    *,
    problem: Html | None = None,
) -> CascadeView:
    t = phrases_of(request)
    return CascadeView(
        path=_path(_which(request)),
        name=settings.name,
        rows=tuple(_row(number, row, read, settings, t) for number, row in enumerate(read.rows, start=1)),
        was=was,
        is_own=bool(settings.own_cascade),
        most_minutes=MOST_MINUTES,
        confirm=await confirmation_options(request, uow),
        is_kept="kept" in request.query,
        problem=problem,
    )


def _row(number: int, row: dict[str, str], read: ReadTable, settings: Municipality, t: Phrases) -> StepRow:
    every = [Addressee(role, function) for role in ROLES for function in (None, *FUNCTIONS.get(role, ()))]
    who = [(str(one), addressee_words(one, t, settings.labels)) for one in every]
    after = [(str(one), t.plain("console-cascade-after-row", number=one)) for one in range(1, number)]
    nobody, confirmed = t.plain("console-cascade-nobody"), t.plain("console-cascade-at-once")
    wrong = {name: t(error.text_id, **error.fields) for (at, name), error in read.wrong.items() if at == number}
    return StepRow(
        number,
        _choices([("", nobody), *who], row["who"]),
        _choices([("", confirmed), *after], row["after"]),
        row["minutes"],
        bool(row["p1"]),
        wrong,
    )


def _choices(found: list[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(key, label, key == chosen) for key, label in found)


def _which(request: web.Request) -> MunicipalityId:
    return MunicipalityId(request.match_info["municipality"])


def _path(municipality: MunicipalityId) -> str:
    return f"{PATH}/{quote(municipality, safe='')}"


_ONE = f"{PATH}/{{municipality:[^/]{{1,80}}}}"
ROUTES = (
    web.get(PATH, signed_in(choose)),
    web.get(_ONE, signed_in(show_table)),
    web.post(_ONE, signed_in(keep_table)),
)
