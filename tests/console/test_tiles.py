"""Tests of the background of maps: what the console fetches of a tile server, keeps, refuses, and shows to whom."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from alerts.role import Role
from console import tiles
from console.map_projection import Tile
from console.tiles import MOST_BYTES, Picture, TileSource
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.tile_server import TileServer, grey_png, running_tile_server
from tests.console.visitor import running_console
from tests.ports import HOST, free_port

PNG = grey_png()
HERE = Tile(7, 65, 42)


@pytest.fixture
async def server() -> AsyncIterator[TileServer]:
    async with running_tile_server() as running:
        yield running


@pytest.fixture
async def source(server: TileServer) -> AsyncIterator[TileSource]:
    made = TileSource(server.template, "Kaart © Test")
    async with made.opened():
        yield made


async def test_a_tile_is_fetched_once(server: TileServer, source: TileSource) -> None:
    """A tile is asked for once, also when many want it at the same time, and the server learns nothing but which."""
    wanted = Picture("image/png", PNG)
    assert [wanted] * 20 == await asyncio.gather(*(source.get(HERE) for _ in range(20)))
    assert wanted == await source.get(HERE)
    [(path, headers)] = server.asked
    assert "/map/7/65/42.png" == path
    assert not {"Cookie", "Referer", "Origin", "X-Forwarded-For", "Authorization"} & headers.keys()
    assert "wees-alert" == headers["User-Agent"]
    assert wanted == await source.get(Tile(7, 66, 42))
    assert "Cookie" not in server.asked[1][1], "the cookie that it set is not sent back"


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 500},
        {"status": 204, "content": b""},
        {"status": 302, "headers": {"Location": "/map/7/66/42.png", "Content-Type": "image/png"}},
        {"headers": {"Content-Type": "text/html"}},
        {"headers": {"Content-Type": "image/svg+xml"}, "content": b"<svg onload='alert(1)'/>"},
        {"headers": {"Content-Type": "image/png"}, "content": b"<script>alert(1)</script>"},
        {"headers": {"Content-Type": "image/png", "Content-Encoding": "gzip"}},
        {"content": PNG + b"\0" * MOST_BYTES},
    ],
    ids=["error", "empty", "redirect", "page", "svg", "script", "compressed", "large"],
)
async def test_only_a_picture_is_taken(server: TileServer, source: TileSource, answer: dict[str, Any]) -> None:
    """An error, a way to elsewhere, another type, and too much are no tile, and are not asked for at once again."""
    for name, value in answer.items():
        setattr(server, name, value)
    assert await source.get(HERE) is None
    assert await source.get(HERE) is None
    assert 1 == len(server.asked)


async def test_a_server_that_is_away_is_no_fault() -> None:
    """Nothing listens there: no tile, and no exception."""
    source = TileSource(f"http://{HOST}:{free_port()}/{{z}}/{{x}}/{{y}}", "")
    async with source.opened():
        assert await source.get(HERE) is None


async def test_memory_has_an_end(server: TileServer, source: TileSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more tiles than memory holds, those that were used longest ago are asked for again."""
    monkeypatch.setattr(tiles, "KEPT_BYTES", 2 * (len(PNG) + 1_024))
    first, second, third = HERE, Tile(7, 66, 42), Tile(7, 65, 41)
    for one in (first, second, first, third, first):
        assert await source.get(one) is not None
    assert 3 == len(server.asked)
    await source.get(second)
    assert 4 == len(server.asked)


async def test_tiles_are_for_who_is_signed_in_with_a_role(town: Town, server: TileServer) -> None:
    """A tile needs a session with a role, and lies in the Netherlands; the answer is a picture that nobody else
    keeps."""
    path = "/map/tiles/7/65/42"
    agent = await town.coordinator(1, Role.POLICE)
    async with running_console(town, tiles=server.template) as visitor:
        stranger = visitor.beside()
        assert 303 == (await stranger.get(path)).status
        await enrolled(agent, visitor)
        for abroad in ("/map/tiles/7/0/0", "/map/tiles/5/16/10", "/map/tiles/18/134800/86530", "/map/tiles/7/65/x"):
            assert (abroad, 404) == (abroad, (await visitor.get(abroad)).status)
        assert [] == server.asked
        shown = await visitor.get(path)
        assert (200, "image/png") == (shown.status, shown.headers["Content-Type"])
        assert "private, max-age=86400" == shown.headers["Cache-Control"]
        assert ("nosniff", ()) == (shown.headers["X-Content-Type-Options"], shown.set_cookies)
        [(asked, sent)] = server.asked
        assert ("/map/7/65/42.png", False) == (asked, "Cookie" in sent)
        server.status = 500
        assert 502 == (await visitor.get("/map/tiles/7/66/42")).status
        async with town.storage.transaction() as uow:
            for grant in await uow.roles.active(town.clock.now()):
                await uow.roles.end_at(grant.id, town.clock.now())
        assert 404 == (await visitor.get(path)).status


async def test_without_a_tile_server_there_are_none(town: Town) -> None:
    """Nothing is fetched, and the map names nobody else."""
    agent = await town.coordinator(1, Role.POLICE)
    async with running_console(town) as visitor:
        await enrolled(agent, visitor)
        assert 404 == (await visitor.get("/map/tiles/7/65/42")).status
        page = await visitor.get("/map")
        assert ("<image" in page.text, "attribution" in page.text) == (False, False)


async def test_the_map_names_whose_it_is(town: Town, server: TileServer) -> None:
    """The page draws tiles by paths of the console only, and says whose map it is."""
    agent = await town.coordinator(1, Role.POLICE)
    async with running_console(town, tiles=server.template) as visitor:
        await enrolled(agent, visitor)
        page = await visitor.get("/map")
        assert "Kaart © Test" in page.text
        assert '<image href="/map/tiles/' in page.text
        assert server.template.partition("/map")[0] not in page.text
        assert "img-src 'self';" in page.headers["Content-Security-Policy"]
