"""Streams of events: by long poll for tests, by WebSocket for the page."""

import asyncio

from aiohttp import web

from playground.botapi import WORLD
from playground.errors import ControlError
from playground.views import state_view
from playground.world import World

LONGEST_WAIT = 60.0
HEARTBEAT = 20.0


def routes() -> list[web.RouteDef]:
    """List the routes of the long poll and the WebSocket."""
    return [web.get("/playground/events", events), web.get("/playground/ws", socket)]


async def events(request: web.Request) -> web.Response:
    """Return the events after a number; wait up to `timeout` seconds for one."""
    log = request.app[WORLD].events
    try:
        after = int(request.query.get("after", 0))
        seconds = min(float(request.query.get("timeout", 0)), LONGEST_WAIT)
    except ValueError:
        raise ControlError("after and timeout are numbers") from None
    return web.json_response({"events": await log.wait(after, seconds), "seq": log.seq})


async def socket(request: web.Request) -> web.WebSocketResponse:
    """Send the state, then every event."""
    world = request.app[WORLD]
    response = web.WebSocketResponse(heartbeat=HEARTBEAT)
    await response.prepare(request)
    seq = world.events.seq
    await response.send_json({"type": "state", **state_view(world)})
    ends = [asyncio.create_task(step) for step in (_send(world, response, seq), _until_closed(response))]
    try:
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for end in ends:
            end.cancel()
        await asyncio.gather(*ends, return_exceptions=True)
    return response


async def _send(world: World, response: web.WebSocketResponse, seq: int) -> None:
    while True:
        for event in await world.events.wait(seq, HEARTBEAT):
            await response.send_json(event)
            seq = event["seq"]


async def _until_closed(response: web.WebSocketResponse) -> None:
    async for _ in response:
        pass
