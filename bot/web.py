"""Web servers of the program, for Telegram's webhook and for the operator's instruments."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.errors import CannotStart


@dataclass(frozen=True, slots=True)
class Listener:
    """What listens where, and the name of the setting that says so."""

    app: web.Application
    host: str
    port: int
    setting: str


@asynccontextmanager
async def listening(one: Listener) -> AsyncIterator[None]:
    """Serve it meanwhile. Raises CannotStart, with the name of the setting, when the port cannot be had."""
    runner = web.AppRunner(one.app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, one.host, one.port).start()
        except OSError as error:
            raise CannotStart(f"{one.setting}: cannot listen at {one.host}:{one.port} ({error.strerror})") from error
        yield
    finally:
        await runner.cleanup()
