"""A server in place of Telegram for receiving: it answers getUpdates with what a test says, over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from telegram import Bot, User

from bot.telegram_api.transport import AiohttpRequest

TOKEN = "123456789:" + "x" * 35


@dataclass(frozen=True)
class Raw:
    """An answer of any shape."""

    body: bytes
    status: int = 200


# Updates, an error and its description, an answer without end, or any answer of a test.
Answer = list[dict[str, Any]] | tuple[int, str] | Raw | None


@dataclass
class BotApi:
    """A server whose polls wait until a test answers them."""

    answers: asyncio.Queue[Answer] = field(default_factory=asyncio.Queue)
    polls: asyncio.Queue[int | None] = field(default_factory=asyncio.Queue)
    patience: asyncio.Queue[int] = field(default_factory=asyncio.Queue)  # the seconds that each poll would wait
    calls: asyncio.Queue[tuple[str, dict[str, str]]] = field(default_factory=asyncio.Queue)
    results: dict[str, Any] = field(default_factory=dict)  # of other methods than getUpdates; True by default
    raw: Raw | None = None  # the answer to every other method

    async def poll(self, request: web.Request) -> web.StreamResponse:
        """Answer getUpdates."""
        offset = request.query.get("offset")
        self.patience.put_nowait(int(request.query["timeout"]))
        self.polls.put_nowait(None if offset is None else int(offset))
        match await self.answers.get():
            case (int() as code, description):
                body = {"ok": False, "error_code": code, "description": description}
                return web.json_response(body, status=code)
            case None:
                return await _drip(request)
            case Raw() as raw:
                return web.Response(body=raw.body, status=raw.status)
            case updates:
                return web.json_response({"ok": True, "result": updates})

    async def take(self, request: web.Request) -> web.Response:
        """Answer any other method."""
        given = {name: str(value) for name, value in (await request.post()).items()}
        method = request.match_info["method"]
        self.calls.put_nowait((method, given))
        if self.raw is not None:
            return web.Response(body=self.raw.body, status=self.raw.status)
        return web.json_response({"ok": True, "result": self.results.get(method, True)})


async def _drip(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.02)


@asynccontextmanager
async def running_bot_api() -> AsyncIterator[tuple[BotApi, Bot, AiohttpRequest]]:
    """Run the server, a bot that uses it, and the transport in between."""
    api, app, transport = BotApi(), web.Application(), AiohttpRequest()
    app.router.add_post("/bot{token}/getUpdates", api.poll)
    app.router.add_post("/bot{token}/{method}", api.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=transport, get_updates_request=transport)
    bot._bot_user = User(123456789, "Wees Alert", is_bot=True, username="wees_alert_bot")
    await transport.initialize()
    try:
        yield api, bot, transport
    finally:
        await transport.shutdown()
        await runner.cleanup()
