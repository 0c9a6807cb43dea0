"""HTTP servers of the program, for Telegram's webhook and for the operator's monitoring."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.errors import CannotStart
from bot.metrics import Meter
from bot.runtime.connections import USUAL, Connections, Patience, watching
from bot.runtime.refused_requests import RefusedRequests


@dataclass(frozen=True, slots=True)
class Listener:
    """An application, the address at which it listens, and the setting that gives it. `name` is what the port is called
    in the log."""

    app: web.Application
    host: str
    port: int
    setting: str
    name: str = "port"
    patience: Patience = USUAL


@asynccontextmanager
async def listening(one: Listener, meter: Meter | None = None) -> AsyncIterator[None]:
    """Serve the application within the block. Raises CannotStart, with the name of the setting, when the port cannot be
    had."""
    refused = RefusedRequests(one.name, meter or Meter())
    runner = web.AppRunner(one.app, access_log=None, shutdown_timeout=1.0)
    connections = Connections(lambda: _protocol_of(runner), refused, one.patience)
    one.app.middlewares.insert(0, watching(connections, refused))  # it sees the answer of every other one
    await runner.setup()
    try:
        try:
            server = await asyncio.get_running_loop().create_server(connections, one.host, one.port)
        except OSError as error:
            raise CannotStart(f"{one.setting}: cannot listen at {one.host}:{one.port} ({error.strerror})") from error
        try:
            yield
        finally:
            server.close()
    finally:
        await runner.cleanup()


def _protocol_of(runner: web.AppRunner) -> asyncio.BaseProtocol:
    assert runner.server is not None, "it was set up"
    return runner.server()
