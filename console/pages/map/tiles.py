"""The tiles of the map's background, passed on from the operator's tile server to who is signed in with a role."""

from collections.abc import AsyncIterator

from aiohttp import web

from console.map_projection import Tile
from console.security.sessions import person, signed_in
from console.site import SITE

PATH = "/map/tiles"
KEPT = "private, max-age=86400"


async def show_tile(request: web.Request) -> web.StreamResponse:
    """Show one tile of the Netherlands. Raises HTTPNotFound for any other, and where there is no tile server."""
    tiles, path = request.app[SITE].tiles, request.match_info
    tile = Tile(int(path["z"]), int(path["x"]), int(path["y"]))
    if tiles is None or not person(request).grants or not tile.is_on_map:
        raise web.HTTPNotFound
    picture = await tiles.get(tile)
    if picture is None:
        return web.Response(status=502)
    return web.Response(body=picture.content, content_type=picture.content_type, headers={"Cache-Control": KEPT})


async def open_tiles(app: web.Application) -> AsyncIterator[None]:
    """Keep the connections to the tile server while the application runs."""
    tiles = app[SITE].tiles
    if tiles is None:
        yield
        return
    async with tiles.opened():
        yield


ROUTES = (web.get(PATH + r"/{z:\d{1,2}}/{x:\d{1,6}}/{y:\d{1,6}}", signed_in(show_tile)),)
