"""A Bot API server that costs next to nothing, in a process of its own: `python -m bench.standin`.

It prints one line `{"port": N, "control_port": M}` and serves until it is terminated or who started it is gone.
The control port takes JSON:

POST /set      knobs (`bench.botapi.Knobs`), `throttle` {"chat": id or null, "retry_after": s}, `listening`
POST /updates  raw updates for getUpdates
POST /forget-updates  drops the updates that nobody came for yet
POST /reset    forgets what it counted and what waits; knobs as at the start
GET  /sent     accepted sends: total, by chat, first and last time; throttled (429s), dropped; polls (getUpdates)
GET  /count    the same without the chats, cheap enough to ask often
GET  /times    [[time, chat], ...] of accepted sends, in order; times are monotonic seconds of this machine
GET  /refused  [[time, chat, code], ...] of sends that were refused
GET  /requests other methods, each with time and parameters
GET  /served   {update_id: time} of the first getUpdates that had it
GET  /sample   the parameters of the accepted send with the longest text
"""

import asyncio
import contextlib
import gc
import json
import os
import signal
import sys

from aiohttp import web

from bench.botapi import BotApi, Json, Knobs
from bench.http1 import Connection

HOST = "127.0.0.1"


class StandIn:
    """The stand-in's Bot API port, which can be closed and opened again, and its control port."""

    def __init__(self) -> None:
        self._api = BotApi()
        self._connections: set[Connection] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def listen(self) -> None:
        """Open the port; after the first time always the same one."""
        if self._server is None:
            loop = asyncio.get_running_loop()
            self._server = await loop.create_server(
                lambda: Connection(self._api.answer, self._connections), HOST, self.port, backlog=1024
            )
            self.port = self._server.sockets[0].getsockname()[1]

    def hang_up(self) -> None:
        """Close the port and every connection."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for connection in list(self._connections):
            if connection.transport is not None:
                connection.transport.abort()

    def control(self) -> web.Application:
        """Make the web application of the control port."""
        app = web.Application(client_max_size=2**28)
        app.router.add_post("/set", self._set)
        app.router.add_post("/updates", self._updates)
        app.router.add_post("/forget-updates", self._forget_updates)
        app.router.add_post("/reset", self._reset)
        app.router.add_get("/sent", self._sent)
        app.router.add_get("/count", self._count)
        for name in ("times", "refused", "requests", "served", "sample"):
            app.router.add_get(f"/{name}", self._listing)
        return app

    async def _set(self, request: web.Request) -> web.Response:
        wanted: Json = await request.json()
        is_listening = wanted.pop("listening", None)
        try:
            self._api.set(wanted)
        except TypeError as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        if is_listening is True:
            await self.listen()
        elif is_listening is False:
            self.hang_up()
        return web.json_response({})

    async def _updates(self, request: web.Request) -> web.Response:
        self._api.push(await request.json())
        return web.json_response({})

    async def _forget_updates(self, _request: web.Request) -> web.Response:
        self._api.forget_updates()
        return web.json_response({})

    async def _reset(self, request: web.Request) -> web.Response:
        self._api.knobs = Knobs()
        self._api.forget()
        return web.json_response({})

    async def _sent(self, request: web.Request) -> web.Response:
        return web.json_response({**self._counted(), "chats": self._api.chats})

    async def _count(self, request: web.Request) -> web.Response:
        return web.json_response(self._counted())

    async def _listing(self, request: web.Request) -> web.Response:
        return web.json_response(getattr(self._api, request.path[1:]))

    def _counted(self) -> Json:
        api = self._api
        first, last = (api.times[0][0], api.times[-1][0]) if api.times else (None, None)
        counted = {"total": len(api.times), "first_at": first, "last_at": last}
        return counted | {"throttled": api.throttled, "dropped": api.dropped, "polls": api.polls}


async def serve() -> None:
    """Serve until terminated, or until the parent process is gone."""
    stand_in = StandIn()
    await stand_in.listen()
    runner = web.AppRunner(stand_in.control(), access_log=None)
    await runner.setup()
    control = web.TCPSite(runner, HOST, 0)
    await control.start()
    sys.stdout.write(json.dumps({"port": stand_in.port, "control_port": runner.addresses[0][1]}) + "\n")
    sys.stdout.flush()
    gc.freeze()  # keep long-lived objects out of garbage collection
    stop, loop, parent = asyncio.Event(), asyncio.get_running_loop(), os.getppid()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGINT, stop.set)
    while os.getppid() == parent and not stop.is_set():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                await stop.wait()
    stand_in.hang_up()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
