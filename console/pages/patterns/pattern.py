"""One possible pattern: why, what does not fit, a map and its reports in order. It becomes a notice or is dismissed."""

from dataclasses import replace

from aiohttp import web

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import PatternId, ReportId
from alerts.patterns import DismissReason, PatternState, Sighting
from alerts.ports import UnitOfWork
from alerts.role import Action, may
from alerts.services.alert.find_on_map import find_nearby
from alerts.services.pattern.dismiss_pattern import dismiss_pattern
from alerts.services.pattern.read_pattern import SeenPattern, pattern_in_scope, read_pattern
from console.choice import Choice
from console.map_projection import Spot, around_all, spot_of, units_of
from console.moments import told
from console.pages.map.lines import SHAPES
from console.pages.map.map_page import bare_scene, path_at
from console.pages.map.scene import Mark, dots, spread
from console.pages.map.small import SmallMap
from console.pages.patterns.patterns import PATH
from console.pages.patterns.views import PatternView, Row
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.patterns import differing_words, notes, place_words, sighting_words, summary, told_words

_AROUND_M = 1_000  # what is shown around each report
_MARK_SIZE = 2.5  # a small map is some 400 pixels wide, instead of 960


async def show_pattern(request: web.Request) -> web.StreamResponse:
    """Show a pattern; the record notes who read it, once in a working day."""
    site = request.app[SITE]
    async with site.storage.transaction() as uow:
        seen = await read_pattern(uow, person(request).actor, _which(request), site.clock.now())
        view = await _view(request, uow, seen)
    return respond(request, view)


async def dismiss(request: web.Request) -> web.StreamResponse:
    """Dismiss the pattern with the chosen reason."""
    site, actor, form = request.app[SITE], person(request).actor, await request.post()
    chosen = str(form.get("reason", ""))
    reason = next((one for one in DismissReason if one == chosen), None)
    if reason is None:
        return await _show_unanswered(request)
    try:
        async with site.storage.transaction() as uow:
            await dismiss_pattern(
                uow,
                actor,
                _which(request),
                reason,
                version=_version(str(form.get("version", ""))),
                now=site.clock.now(),
            )
    except (IllegalTransition, Conflict) as error:
        return await _show_overtaken(request, error, chosen)
    return web.Response(status=303, headers={"Location": f"{PATH}/{_which(request)}"})


async def _show_overtaken(request: web.Request, error: IllegalTransition | Conflict, chosen: str) -> web.StreamResponse:
    """Say that something changed before this form; the reason that was chosen stays chosen."""
    await note_refusal(request, error)
    text = error.text_id if isinstance(error, IllegalTransition) else "pattern-changed"
    view = replace(await _read(request, chosen), problem=phrases_of(request)(text))
    return respond(request, view, status=409)


async def _show_unanswered(request: web.Request) -> web.StreamResponse:
    """Ask to choose a reason."""
    view = await _read(request)
    problem = phrases_of(request)("console-pattern-no-reason")
    return respond(request, replace(view, problem=problem, is_unanswered=True), status=422)


async def _read(request: web.Request, chosen: str = "") -> PatternView:
    site = request.app[SITE]
    async with site.storage.reading() as uow:
        seen = await pattern_in_scope(uow, person(request).actor, _which(request), site.clock.now())
        return await _view(request, uow, seen, chosen)


async def _view(request: web.Request, uow: UnitOfWork, seen: SeenPattern, chosen: str = "") -> PatternView:
    t, visitor, explanation = phrases_of(request), person(request), seen.explanation
    drafts = may(visitor.grants, Action.DRAFT_ALERT, None, now=request.app[SITE].clock.now())
    is_open = seen.pattern.state is PatternState.OPEN
    is_drafted = any(one.alert_id is not None for one in seen.reports.values())
    return PatternView(
        number=str(seen.pattern.id),
        path=f"{PATH}/{seen.pattern.id}",
        version=seen.pattern.version,
        count=seen.count,
        summary=summary(seen, t),
        agreed=tuple(told_words(one, seen, t) for one in explanation.agreed),
        differing=tuple(differing_words(one, seen, t) for one in explanation.differing),
        rows=tuple(_row(request, seen, mark, one) for mark, one in enumerate(seen.sightings, start=1)),
        notes=tuple(notes(seen, t)),
        map=await _map(request, uow, seen),
        is_open=is_open,
        may_draft=drafts and is_open and not is_drafted,
        reasons=tuple(Choice(one, t.plain(f"pattern-reason-{one}"), one == chosen) for one in DismissReason),
    )


def _row(request: web.Request, seen: SeenPattern, mark: int, sighting: Sighting) -> Row:
    site, t, report = request.app[SITE], phrases_of(request), seen.reports[sighting.report]
    return Row(
        mark=mark,
        path=f"/reports/{report.id}",
        number=report.number,
        at=told(sighting.at, t, site.zone, site.clock.now()),
        place=place_words(report, t),
        branch=t.plain(f"branch-{sighting.branch}"),
        told=sighting_words(sighting, t),
    )


async def _map(request: web.Request, uow: UnitOfWork, seen: SeenPattern) -> SmallMap | None:
    """Draw the reports on the middle of their PC4s, as every map does; None when the table has none of these."""
    nearby = {one: await find_nearby(uow, report.place) for one, report in seen.reports.items()}
    placed = [(mark, one, near) for mark, one in enumerate(seen.sightings, start=1) if (near := nearby[one.report])]
    if not placed:
        return None
    spots = [spot_of(near.point) for _, _, near in placed]
    box = around_all([(spot_of(near.point), units_of(_AROUND_M, near.point)) for _, _, near in placed])
    land = {point: None for _, _, near in placed for point in near.land}
    marks = tuple(
        _mark(seen, mark, one.report, spot, away, SHAPES[one.kind])
        for (mark, one, _), spot, away in zip(placed, spots, spread(spots), strict=True)
    )
    scene = replace(bare_scene(request, dots(land), box), marks=marks, mark_size=_MARK_SIZE)
    return SmallMap(scene, path_at(box))


def _mark(seen: SeenPattern, number: int, report: ReportId, spot: Spot, away: tuple[int, int], shape: str) -> Mark:
    return Mark(number, spot, *away, f"/reports/{report}", shape, "usual", seen.reports[report].number)


def _version(told_version: str) -> int:
    """Return the version that the form was made from; 0, which no pattern has, for anything else."""
    return int(told_version) if told_version.isascii() and told_version.isdecimal() and len(told_version) < 10 else 0


def _which(request: web.Request) -> PatternId:
    return PatternId(int(request.match_info["pattern"]))


_ONE = f"{PATH}/{{pattern:[1-9][0-9]{{0,17}}}}"
ROUTES = (web.get(_ONE, signed_in(show_pattern)), web.post(f"{_ONE}/dismiss", signed_in(dismiss)))
