"""The map of a new notice, the postcode at a position of it, and the ground of a region. Without script the fields of
the form do the same."""

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from aiohttp import web

from alerts.errors import InvalidPostcode, Rejected
from alerts.point import Point
from alerts.postcode import Pc4Place
from alerts.region import region_of
from alerts.role import Action
from alerts.services.alert.find_on_map import ground_to_draft
from alerts.services.permission.check_may import check_has
from alerts.services.place.find_place import find_place
from console.map_projection import Spot, around_all, point_of, spot_of, units_of
from console.pages.map.land import LAND
from console.pages.map.map_page import MOVES, bare_scene
from console.pages.map.scene import Scene, dots
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE

PATH, SPOT, GROUND = "/map/place", "/map/spot", "/map/ground"
_AT = re.compile(r"(\d{1,6})\.(\d{1,6})")


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The map on which a place is chosen, and the keys of the steps across it."""

    template: ClassVar[str] = "pages/map/place.html"
    scene: Scene
    moves: tuple[str, ...] = MOVES


async def show_place(request: web.Request) -> web.StreamResponse:
    """Show the map of the drafter's own ground."""
    site, actor = request.app[SITE], person(request).actor
    now = site.clock.now()
    async with site.storage.reading() as uow:
        land = await request.app[LAND].get(uow, now)
        scope = await ground_to_draft(uow, actor, now, table=land.table)
    box = around_all([(spot_of(one), 0) for one in scope or land.table.points])
    return respond(request, PlaceView(replace(bare_scene(request, land.path, box), scope=dots(scope))))


async def show_spot(request: web.Request) -> web.StreamResponse:
    """Tell the postcode nearest to a position (`at`), or the position of a postcode (`code`). Raises HTTPNotFound for
    what the table does not have."""
    site, query = request.app[SITE], request.query
    check_has(person(request).actor, Action.DRAFT_ALERT, site.clock.now())
    async with site.storage.reading() as uow:
        if match := _AT.fullmatch(query.get("at", "")):
            part = await uow.postcodes.nearest(point_of(Spot(int(match[1]), int(match[2]))))
            return _told(request, part.point, part.pc4, part) if part else _unknown()
        try:
            found = await find_place(uow, query.get("code", "")[:20], allow_pc4=True)
        except InvalidPostcode:
            return _unknown()
        point = found.place.point
        part = await uow.postcodes.get(found.place.pc4 or "")
    return _told(request, point, found.code, part) if point and part else _unknown()


async def show_ground(request: web.Request) -> web.StreamResponse:
    """Tell the dots of a region (`region`, as a scope is stored) and the circle around them; nothing for the country
    and for what the table does not have."""
    site = request.app[SITE]
    now = site.clock.now()
    check_has(person(request).actor, Action.DRAFT_ALERT, now)
    try:
        region = region_of(request.query.get("region", ""))
    except Rejected:
        return _unknown()
    async with site.storage.reading() as uow:
        points = (await request.app[LAND].get(uow, now)).table.of_scope(region)
    if not points:
        return _unknown()
    box = around_all([(spot_of(one), 0) for one in points])
    middle = {"x": box.x + box.width // 2, "y": box.y + box.height // 2, "radius": box.width // 2}
    return web.json_response({"path": dots(points), **middle})


def _told(request: web.Request, point: Point, code: str, part: Pc4Place) -> web.Response:
    spot, words = spot_of(point), phrases_of(request).plain("place-code-town", code=code, town=part.place)
    return web.json_response({"code": code, "words": words, "x": spot.x, "y": spot.y, "km": units_of(1_000, point)})


def _unknown() -> web.Response:
    return web.json_response(None)


ROUTES = (
    web.get(PATH, signed_in(show_place)),
    web.get(SPOT, signed_in(show_spot)),
    web.get(GROUND, signed_in(show_ground)),
)
