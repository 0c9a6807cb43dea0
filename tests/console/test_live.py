"""Tests of live updates over HTTP: who may open a stream, what it tells, and when it ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from alerts.tlp import Tlp
from console.live import MOST_STREAMS
from tests.bot.role_world import ELSEWHERE, HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_alerts import for_the_group
from tests.console.visitor import Visitor
from tests.patience import PATIENCE
from tests.ports import HOST


@asynccontextmanager
async def stream(visitor: Visitor, of: str, **headers: str) -> AsyncIterator[aiohttp.ClientResponse]:
    """Open a stream, as a page of this visitor's browser does."""
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    sent = {"Host": visitor.origin.partition("://")[2], "Cookie": cookies, **headers}
    url = f"http://{HOST}:{visitor.port}/live?of={of}"
    async with visitor.session.get(url, headers=sent, allow_redirects=False) as response:
        yield response


async def event(response: aiohttp.ClientResponse) -> str:
    """The lines of the next event; empty when the stream ended."""
    said: list[str] = []
    async with asyncio.timeout(PATIENCE):
        async for line in response.content:
            if line == b"\n":
                return "".join(said)
            said.append(line.decode())
    return "".join(said)


async def test_a_change_is_told_without_its_content(town: Town, visitor: Visitor) -> None:
    """The list hears that something changed, and nothing more; nobody stores the answer, and the policy holds."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    async with stream(visitor, "alerts") as response:
        assert (200, "text/event-stream") == (response.status, response.headers["Content-Type"])
        assert "no-store" == response.headers["Cache-Control"]
        assert "connect-src 'self'" in response.headers["Content-Security-Policy"]
        assert (await event(response)).startswith("retry: ")
        await world.live(HERE)
        told = await event(response)
    first, second = told.splitlines()
    assert first.startswith("id: ")
    assert "data: changed" == second
    assert f'data-since="{first.removeprefix("id: ")}"' in (await visitor.get("/alerts")).text


async def test_what_is_not_theirs_has_no_stream(town: Town, visitor: Visitor) -> None:
    """A notice of another place or with a narrower label, one that never was, and an unknown list are one answer."""
    world = await build(town)
    await enrolled(world.people["K"], visitor)
    strange, narrow = await world.live(ELSEWHERE), await for_the_group(world, Tlp.AMBER_STRICT)
    wide = await for_the_group(world, Tlp.AMBER)
    answers = []
    for of in (f"alert-{strange.id}", f"alert-{narrow.id}", "alert-999999", "alert-x", "approvals", "", "alert-²"):
        async with stream(visitor, of) as response:
            answers.append((response.status, await response.text()))
    assert {404} == {status for status, _ in answers}
    assert 1 == len({text for _, text in answers})
    async with stream(visitor, f"alert-{wide.id}") as response:
        assert 200 == response.status
    async with stream(visitor.beside(), "today") as response:
        assert (303, "/sign-in?back=/live%3Fof%3Dtoday") == (response.status, response.headers["Location"])


async def test_a_stream_ends_with_its_session(town: Town, visitor: Visitor) -> None:
    """Who signs out in one page ends the stream of another; it says so, so that the page does not ask again."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    page = await visitor.get("/today")
    async with stream(visitor, "today") as response:
        await event(response)
        await visitor.sends(page, "/sign-out")
        assert "event: over\ndata: over\n" == await event(response)
        assert "" == await event(response)


async def test_nobody_opens_streams_without_end(town: Town, visitor: Visitor) -> None:
    """A session has so many streams; a page that is closed makes room, and another session has its own."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    other = visitor.beside()
    await enrolled(world.people["S"], other)
    opened = [stream(visitor, "today") for _ in range(MOST_STREAMS)]
    for one in opened:
        assert 200 == (await one.__aenter__()).status
    async with stream(visitor, "today") as refused, stream(other, "today") as theirs:
        assert (429, 200) == (refused.status, theirs.status)
    for one in opened:
        await one.__aexit__(None, None, None)
    async with stream(visitor, "today") as again:
        assert 200 == again.status


@pytest.mark.parametrize("way", ["stream", "fetch"])
async def test_a_page_that_asks_by_itself_keeps_no_session_alive(town: Town, visitor: Visitor, way: str) -> None:
    """A screen that nobody touches is signed out after half an hour, however often it is brought up to date."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    town.clock.pass_by(minutes=29)
    if way == "stream":
        async with stream(visitor, "today") as response:
            assert 200 == response.status
    else:
        assert 200 == (await visitor.get("/today", X_Live="1")).status
    town.clock.pass_by(minutes=2)
    assert 303 == (await visitor.get("/today")).status
