"""Tests of the transport to Telegram."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from time import monotonic

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from alerts.errors import Throttled
from bot.conversation.message import Message
from bot.metrics import Meter
from bot.telegram_api.messenger import Messenger
from bot.telegram_api.rate_limiter import RateLimiter
from bot.telegram_api.transport import AiohttpRequest
from texts.html import Html

MANY = 150


async def test_an_answer_does_not_wait_for_the_requests_of_others() -> None:
    """An answer to a press has a connection of its own, however many deletions are under way."""
    under_way, all_there, may_go = 0, asyncio.Event(), asyncio.Event()

    async def delete(_: web.Request) -> web.Response:
        nonlocal under_way
        under_way += 1
        if under_way == MANY:
            all_there.set()
        await may_go.wait()
        return web.json_response({"ok": True, "result": True})

    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": True})

    async with _server(deleteMessage=delete, answerCallbackQuery=answer) as (transport, url), asyncio.timeout(20):
        deleting = [asyncio.create_task(transport.post(f"{url}/deleteMessage")) for _ in range(MANY)]
        try:
            await all_there.wait()
            assert await transport.post(f"{url}/answerCallbackQuery")
        finally:
            may_go.set()
        assert [True] * MANY == await asyncio.gather(*deleting)


async def test_an_answer_that_cannot_be_read_is_not_shown(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """An unreadable answer is not shown in the error, because it may contain a message's text."""

    async def broken(_: web.Request) -> web.Response:
        return web.Response(text='{"ok": true, "result": {"text": "a man at the back door", ')

    async with _server(sendMessage=broken) as (transport, url):
        with pytest.raises(TelegramError) as caught:
            await transport.post(f"{url}/sendMessage")
    assert "Invalid server response" == str(caught.value)
    assert "back door" not in caplog.text + "".join(capsys.readouterr())


async def test_a_press_that_meets_a_429_is_counted_and_closes_no_chat() -> None:
    """A 429 for the answer to a press is counted and closes no chat; one for a message closes its chat."""

    async def refuse(_: web.Request) -> web.Response:
        body = {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": 9}}
        return web.json_response(body, status=429)

    limiter, meter = RateLimiter(30, 28), Meter()
    async with _server(**{"bot1:x/answerCallbackQuery": refuse, "bot1:x/sendMessage": refuse}) as (transport, url):
        messenger = Messenger(Bot("1:x", base_url=f"{url}/bot", request=transport), limiter, meter)
        with pytest.raises(Throttled):
            await messenger.answer_press("7", None, is_alert=False)
        assert limiter.closed_for("5", monotonic()) <= 0
        with pytest.raises(Throttled):
            await messenger.send("5", Message(Html("x")))
    assert limiter.closed_for("5", monotonic()) > 0
    assert 2 == meter.registry.get_sample_value("wees_alert_throttled_total")


@asynccontextmanager
async def _server(
    **methods: Callable[[web.Request], Awaitable[web.StreamResponse]],
) -> AsyncIterator[tuple[AiohttpRequest, str]]:
    """Run a server with these methods, and yield the transport and the address."""
    app, transport = web.Application(), AiohttpRequest()
    for name, method in methods.items():
        app.router.add_post(f"/{name}", method)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await transport.initialize()
    try:
        yield transport, f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await transport.shutdown()
        await runner.cleanup()
