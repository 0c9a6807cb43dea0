"""The HTTP server: the Bot API, the control API and the page in one application."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import web

from playground import botapi, control, streams
from playground.botapi import WORLD
from playground.webhook import deliver_forever
from playground.world import World

PAGE = Path(__file__).parent / "page"


def create_app(world: World) -> web.Application:
    """Make the web application of one world."""
    app = web.Application(client_max_size=botapi.LARGEST_REQUEST, middlewares=[control.errors_as_json])
    app[WORLD] = world
    for method in ("GET", "POST"):
        app.router.add_route(method, r"/bot{token:[^/]+}/{method:[^/]+}", botapi.answer)
    app.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", botapi.download, allow_head=False)
    app.add_routes(control.routes())
    app.add_routes(streams.routes())
    app.router.add_get("/", _index)
    if PAGE.is_dir():
        app.router.add_static("/page/", PAGE)
    app.cleanup_ctx.append(_webhooks)
    return app


async def start(world: World, host: str, port: int) -> tuple[web.AppRunner, str]:
    """Start listening; return the runner (to be cleaned up) and the address. Port 0 takes a free one."""
    runner = web.AppRunner(create_app(world), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, host, port, backlog=1024)
    await site.start()
    _, real_port, *_ = runner.addresses[0]
    return runner, f"http://{host}:{real_port}"


async def _index(_: web.Request) -> web.StreamResponse:
    index = PAGE / "index.html"
    if not index.is_file():
        return web.Response(text="The playground runs; its page is not installed.")
    return web.FileResponse(index)


async def _webhooks(app: web.Application) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(deliver_forever(app[WORLD], bot)) for bot in app[WORLD].bots.values()]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
