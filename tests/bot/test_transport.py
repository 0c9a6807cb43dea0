"""The way to Telegram."""

import asyncio

from aiohttp import web

from bot.transport import AiohttpRequest

MANY = 150


async def test_an_answer_does_not_wait_for_the_requests_of_others() -> None:
    """However many deletions are under way, a press is answered on a connection of its own."""
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

    app, transport = web.Application(), AiohttpRequest()
    app.router.add_post("/deleteMessage", delete)
    app.router.add_post("/answerCallbackQuery", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    await transport.initialize()
    try:
        async with asyncio.timeout(20):
            deleting = [asyncio.create_task(transport.post(f"{url}/deleteMessage")) for _ in range(MANY)]
            await all_there.wait()
            assert await transport.post(f"{url}/answerCallbackQuery")
            may_go.set()
            assert [True] * MANY == await asyncio.gather(*deleting)
    finally:
        may_go.set()
        await transport.shutdown()
        await runner.cleanup()
