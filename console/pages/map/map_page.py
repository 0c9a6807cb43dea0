"""The page of the map: what the reader may see of live notices and open reports, drawn and in a table."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlencode

from aiohttp import web

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.services.alert.find_on_map import MapFilter, OnMap, find_on_map
from console.choice import Choice, Select
from console.map_projection import Box, Spot, around, around_all, spot_of, units_of
from console.pages.map.land import LAND, Land
from console.pages.map.lines import PERIODS, SHAPES, Lines, lines_of
from console.pages.map.scene import Circle, Scene, dots, tiles_shown
from console.pages.map.tiles import PATH as TILES
from console.pages.map.views import MapView, Move
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from console.static_files import path_of
from texts.phrases import Phrases
from texts.roles import group_of, scope_words

PATH = "/map"
_FIELDS = ("kind", "branch", "period")
_AT = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")
_STEPS = {"north": (0.0, -0.4), "west": (-0.4, 0.0), "east": (0.4, 0.0), "south": (0.0, 0.4)}
MOVES = ("in", "out", *_STEPS, "all")


async def show_map(request: web.Request) -> web.StreamResponse:
    """Show the map with what fits the filter."""
    site, t, query = request.app[SITE], phrases_of(request), request.query
    now, actor = site.clock.now(), person(request).actor
    period = PERIODS.get(query.get("period", ""))
    wanted = MapFilter(
        kind=next((one for one in _kinds() if one == query.get("kind")), None),
        branch=next((one for one in Branch if one == query.get("branch")), None),
        since=now - period if period else None,
    )
    async with site.storage.reading() as uow:
        land = await request.app[LAND].get(uow, now)
        found = await find_on_map(uow, actor, wanted, now, table=land.table)
        scopes = {str(one.scope): one.scope for one in actor.grants if one.is_active(now)}
        scope = [scope_words(one, t, await group_of(uow, one)) for one in scopes.values()]
    lines = lines_of(request, found)
    chosen = {name: query[name] for name in _FIELDS if query.get(name)}
    box = _box(query.get("at", ""), found, land)
    view = MapView(
        scene=_scene(bare_scene(request, land.path, box), found, lines),
        moves=_moves(box, chosen),
        selects=_selects(wanted, query.get("period", ""), t),
        notices=lines.notices,
        reports=None if found.reports is None else lines.reports,
        shapes=tuple(SHAPES.items()) if found.reports is not None else (),
        scope=tuple(scope),
        is_empty=not (lines.notices or lines.reports),
        is_filtered=bool(chosen),
        has_more=found.has_more,
        has_table=bool(land.path),
        script=path_of("map.js"),
    )
    return respond(request, view)


def _box(at: str, found: OnMap, land: Land) -> Box:
    """Return the part of the map that was asked for; else the one that shows everything, or one's own ground."""
    if match := _AT.fullmatch(at):
        return around(Spot(int(match[1]), int(match[2])), int(match[3]))
    shown = [(spot_of(one), 0) for one in (*found.scope, *(one for each in found.notices for one in each.ground))]
    shown += [(circle.spot, circle.radius) for circle in _circles(found)]
    shown += [(spot_of(one.point), 0) for one in found.reports or () if one.point is not None]
    return around_all(shown or [(spot_of(one), 0) for one in land.table.points])


def _circles(found: OnMap) -> tuple[Circle, ...]:
    return tuple(
        Circle(spot_of(one.point), units_of(one.alert.content.reach_m, one.point))
        for one in found.notices
        if one.point is not None and one.has_circle
    )


def _scene(scene: Scene, found: OnMap, lines: Lines) -> Scene:
    return replace(
        scene,
        scope=dots(found.scope),
        grounds=tuple(dots(one.ground) for one in found.notices if one.ground),
        circles=_circles(found),
        marks=lines.marks,
    )


def bare_scene(request: web.Request, land: str, box: Box) -> Scene:
    """Return a scene with the background only."""
    source = request.app[SITE].tiles
    if source is None:
        return Scene(box=box, land=land)
    shown = tiles_shown(box, TILES)
    return Scene(box=box, land=land, tiles=shown, tile_path=TILES, attribution=source.attribution)


def path_at(box: Box | None, chosen: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the path of the map that shows this part (None: everything), with these choices of its filter."""
    middle = {"at": f"{box.x + box.width // 2}.{box.y + box.height // 2}.{box.width}"} if box else {}
    return f"{PATH}?{urlencode({**chosen, **middle})}".rstrip("?")


def _moves(box: Box, chosen: Mapping[str, str]) -> tuple[Move, ...]:
    def leads(key: str, to: Box | None) -> Move:
        return Move(key, path_at(to, chosen))

    steps = [leads(key, box.moved(*step)) for key, step in _STEPS.items()]
    return (leads("in", box.zoomed(0.5)), leads("out", box.zoomed(2)), *steps, leads("all", None))


def _kinds() -> tuple[IncidentKind, ...]:
    return tuple(one for one in IncidentKind if one is not IncidentKind.PREVENTION)


def _selects(wanted: MapFilter, period: str, t: Phrases) -> tuple[Select, ...]:
    kinds = [Choice(one, t.plain(f"kind-{one}"), one is wanted.kind) for one in _kinds()]
    branches = [Choice(one, t.plain(f"branch-{one}"), one is wanted.branch) for one in Branch]
    periods = [Choice(one, t.plain(f"console-reports-period-{one}"), one == period) for one in PERIODS]
    named = {"kind": kinds, "branch": sorted(branches, key=lambda one: one.label.casefold()), "period": periods}
    return tuple(
        Select(name, t.plain(f"console-map-by-{name}"), (Choice("", t.plain("console-reports-any")), *choices))
        for name, choices in named.items()
    )


ROUTES = (web.get(PATH, signed_in(show_map)),)
