"""Tests of the ways in which a bot gets its updates: polling, two pollers, the webhook."""

import asyncio

import pytest
from aiohttp import web

from tests.patience import PATIENCE

from .conftest import Playground, Refused

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def test_an_offset_confirms(playground: Playground) -> None:
    """An update that is not confirmed by the offset comes again."""
    anna = await playground.person()
    ids = [(await playground.post("send", user=anna, text=str(i)))["update_id"] for i in range(5)]
    assert ids == list(range(ids[0], ids[0] + 5))
    got = await playground.api("getUpdates", limit=2)
    assert [update["update_id"] for update in got] == ids[:2]
    assert await playground.api("getUpdates", limit=2) == got
    rest = await playground.api("getUpdates", offset=ids[1] + 1)
    assert [update["update_id"] for update in rest] == ids[2:]
    assert await playground.get("updates") == {"pending": ids[2:], "confirmed": 2}
    last = await playground.api("getUpdates", offset=-1)
    assert [update["update_id"] for update in last] == ids[4:]
    assert await playground.get("updates") == {"pending": ids[4:], "confirmed": 4}


async def test_a_long_poll_waits_for_the_next_update(playground: Playground) -> None:
    """A long poll returns at once when an update comes."""
    anna = await playground.person()
    poll = asyncio.create_task(playground.api("getUpdates", timeout=30))
    await waiting(playground)
    await playground.post("send", user=anna, text="hoi")
    async with asyncio.timeout(20):
        [update] = await poll
    assert update["message"]["text"] == "hoi"


async def test_a_long_poll_ends_empty(playground: Playground) -> None:
    """A long poll returns an empty list after its timeout."""
    assert await playground.api("getUpdates", timeout=1) == []


async def test_the_second_poller_ends_the_first(playground: Playground) -> None:
    """A second poller ends the first with 409, and gets the updates."""
    anna = await playground.person()
    first = asyncio.create_task(playground.api("getUpdates", timeout=30))
    await waiting(playground)
    second = asyncio.create_task(playground.api("getUpdates", timeout=30))
    with pytest.raises(Refused) as refused:
        await first
    assert (refused.value.code, refused.value.description) == (409, TERMINATED)
    await playground.post("send", user=anna, text="hoi")
    assert len(await second) == 1


async def test_allowed_updates(playground: Playground) -> None:
    """allowed_updates holds for later updates, until the next list."""
    anna = await playground.person()
    await playground.api("getUpdates", allowed_updates=["callback_query"])
    assert (await playground.post("send", user=anna, text="a"))["update_id"] is None
    await playground.api("getUpdates")
    assert (await playground.post("send", user=anna, text="b"))["update_id"] is None
    await playground.api("getUpdates", allowed_updates=[])
    assert (await playground.post("send", user=anna, text="c"))["update_id"]
    assert [update["message"]["text"] for update in await playground.updates()] == ["c"]


async def test_an_update_can_be_delivered_again(playground: Playground) -> None:
    """An update can be delivered again once, even when it was confirmed."""
    anna = await playground.person()
    await playground.post("send", user=anna, text="a")
    [update] = await playground.updates()
    await playground.post("redeliver", update_id=update["update_id"])
    offset = update["update_id"] + 1
    assert await playground.api("getUpdates", offset=offset) == [update]
    assert await playground.api("getUpdates", offset=offset) == []
    await playground.post("redeliver", update_id=1, expect=404)


class Receiver:
    """A bot's webhook that fails a few times first."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.got: asyncio.Queue[tuple[str | None, int]] = asyncio.Queue()

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.put_nowait((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update["update_id"]))
        if self.failures:
            self.failures -= 1
            return web.Response(status=500)
        return web.Response()


@pytest.fixture
async def receiver() -> Receiver:
    """A webhook that fails twice."""
    return Receiver(failures=2)


async def test_a_webhook_is_delivered_and_retried(playground: Playground, receiver: Receiver) -> None:
    """The webhook gets updates with the secret, in order, each repeated until it is accepted."""
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    anna = await playground.person()
    first = (await playground.post("send", user=anna, text="a"))["update_id"]
    try:
        assert await playground.api("setWebhook", url=url, secret_token="geheim_1", max_connections=5) is True
        async with asyncio.timeout(PATIENCE):
            assert [await receiver.got.get() for _ in range(3)] == [("geheim_1", first)] * 3
            second = (await playground.post("send", user=anna, text="b"))["update_id"]
            assert await receiver.got.get() == ("geheim_1", second)
        info = await playground.api("getWebhookInfo")
        assert (info["url"], info["max_connections"]) == (url, 5)
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
        with pytest.raises(Refused, match="can't use getUpdates method while webhook is active") as refused:
            await playground.api("getUpdates")
        assert refused.value.code == 409
        await playground.api("deleteWebhook")
        third = (await playground.post("send", user=anna, text="c"))["update_id"]
        assert [update["update_id"] for update in await playground.updates()][-1] == third
    finally:
        await runner.cleanup()


async def test_setting_a_webhook_ends_a_poll(playground: Playground) -> None:
    """Setting a webhook ends a poll in words of its own, and can drop the waiting updates."""
    anna = await playground.person()
    poll = asyncio.create_task(playground.api("getUpdates", timeout=30))
    await waiting(playground)
    await playground.api("setWebhook", url="http://127.0.0.1:9/nobody")
    with pytest.raises(Refused, match="terminated by setWebhook request"):
        await poll
    await playground.post("send", user=anna, text="a")
    assert (await playground.api("getWebhookInfo"))["pending_update_count"] == 1
    await playground.api("deleteWebhook", drop_pending_updates=True)
    assert await playground.updates() == []
    with pytest.raises(Refused, match="bad webhook"):
        await playground.api("setWebhook", url="nonsense")
    with pytest.raises(Refused, match="secret token contains unallowed characters"):
        await playground.api("setWebhook", url="http://127.0.0.1:9/", secret_token="a b")


async def waiting(playground: Playground) -> None:
    """Wait until a poll is under way at the server."""
    async with asyncio.timeout(PATIENCE):
        while not playground.world.first_bot.updates.is_polled:  # noqa: ASYNC110 a turn of the shared loop, no waiting
            await asyncio.sleep(0)
